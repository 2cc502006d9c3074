"""Budget performance-target documents (预算绩效目标表) → Parquet and DuckDB. The map on one screen:

    folder     holds                     what goes in → what comes out
    ─────────────────────────────────────────────────────────────────────────────────────────────
    model      document, reading,        the values that cross the boundaries
               target, finding, told,
               allowance                 what a document may take
    schema     column, codes, tables/    every table and column of the dataset, declared once
               parts                     what one document gives to each table
    rules      book, kinds/, data/       the vocabulary as data, loaded into a Rulebook
               compiled                  what is made of a Rulebook, once

    extract    inputs                    folders, files, archives → InputFile, in order
               formats/                  bytes → Document: paragraphs and grids as printed. sniff tells the format
                                         by the bytes; word/ excel/ web/ legacy_word/ rtf/ pdf/
                                         open_document/ delimited archive read them
               layout/                   Document → Reading: forms, indicator rows, a role for every cell. words/ say
                                         what is printed, form/ header/ table/ read grids, prose/ text, money/ sums
                                         from elsewhere; project/ knows the open form; forms.py is the flow
               read                      InputFile → Outcome: the reading, or why there is none
               rows                      Outcomes → long rows, all text
    transform  values/                   text, Context → Targets: the grammar of target values
               names/                    what names and classes say
               tables/                   long rows → typed rows, one module per table
               reconcile/                cost indicators against the budget, and the amounts of the text
               review/                   findings in text and tables
               document                  all of the above for one document, in order
    load       arrow, parts              rows → Arrow that conforms to the schema → one file per document
               combine                   parts → the dataset: ids, units, groups of names, findings
               questions, many_questions the rules of sql/review put to the dataset, several at a time
               warehouse, parquet        the DuckDB database with views and comments, and its Parquet files
               folder, exchange          the output folder appears whole or not at all

    reports    summary, by_project,      what a person reads of a dataset: on the screen, as Word, as Excel
               memo, worklist, layout, …
               page/                     the page report.html
               annotated, annotated_…    findings as comments or notes in a copy of the document
    run        document                  one file: bytes → its tables, or why there are none
               workers, cache, cluster   all files: on all cores, remembered, on many machines
               addresses, remote         places such as s3://bucket/raw: fetched before a run, put there after it
               content, copies           the same document twice, in two formats
               promises, isolate         documents that break a promise, or the dataset only together
               alone, marked             a document read once more for its copy with findings, in a process of its own
               dataset, anew             the whole flow: nothing where nothing has changed, else anew
               options                   how to run, and what ends a run
    serve      guard, server, room, work     the page on this machine: documents dropped → run → what is taken along
    cli        app, run, ask, review, …  what a person types and sees; language: Chinese or English

A document is made by itself and knows no other (run.document); only load.combine sees several. So a document that
breaks is rejected alone, and the order, the number of processes and the cache change nothing.

Imports point one way: model ← schema ← rules ← stages ← reports ← run ← serve ← cli. Stages never import each other.
"""

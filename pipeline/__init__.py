"""Budget performance-target documents (预算绩效目标表) → Parquet and DuckDB. The map on one screen:

    folder     holds                     what goes in → what comes out
    ─────────────────────────────────────────────────────────────────────────────────────────────
    model      document, reading,        the values that cross the boundaries
               target, finding
    schema     column, codes, tables     every table and column of the dataset, declared once
    rules      book, kinds/, data/       the vocabulary as data, loaded into a Rulebook

    extract    inputs                    folders, files → InputFile, in order
               formats/                  bytes → Document: paragraphs and grids as printed; sniff, readers, word/
               layout/                   Document → Reading: forms, indicator rows, a role for every cell
               read                      InputFile → Outcome: the reading, or why there is none
               frames                    Outcomes → long frames, all text
    transform  values/                   text, Context → Targets: the grammar of target values
               names/                    what names and classes say
               tables/                   long frames → typed frames, one module per table
               reconcile/                cost indicators against the budget, and the amounts of the text
               review/                   findings in text and tables
               document                  all of the above, in order
    load       arrow, parquet            frames → Arrow that conforms to the schema → Parquet
               questions                 the rules of sql/review put to the tables
               checks                    the checks of sql/checks, and what the schema itself asks
               warehouse                 Parquet, rules → the DuckDB database with views and comments
               folder                    the output folder appears whole or not at all

    reports    summary, by_project,      what a person reads of a dataset
               memo, worklist, …
    run        dataset                   the whole flow     isolate     documents that break it
    cli        app, screen, docs         what a person types and sees

Imports point one way: model ← schema ← rules ← stages ← reports ← run ← cli. Stages never import each other.
"""

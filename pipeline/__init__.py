"""Budget performance-target documents (预算绩效目标表) → Parquet and DuckDB. The map on one screen:

    stage      module                    what goes in → what comes out
    ─────────────────────────────────────────────────────────────────────────────────────────────
    extract    inputs                    folders, files → InputFile, in order
               docx, word/               bytes → Document: paragraphs and grids as printed
               forms, outline, sections  Document → Reading, which these share:
                 headers, columns,         headers and the tables below them; side by side (indicator_table),
                 regions, tables, …        classes as columns, outlines, blocks of text, tables over pages
                 fields, labels            labels and what they claim
               reader                    InputFile → Outcome: the reading, or why there is none
               frames                    Outcomes → long frames, all text
    transform  targets, grammar/         text, Context → Targets: the grammar of target values
               projects, funds, tasks,   long frames → typed frames, one module per table
                 indicators, values,
                 prose, taxonomy
               reconcile, balance,       cost indicators against the budget, and the amounts of the text
                 senses, costs, prices,
                 partners, guesses,
                 quantities, purpose,
                 service_periods
               review/, groups           findings in text and tables; names that mean the same
               tables                    all of the above, in order
    load       arrow, parquet            frames → Arrow that conforms to the schema → Parquet
               questions                 the rules of sql/review put to the tables
               warehouse                 Parquet, rules → the DuckDB database with views and comments
               folder                    the output folder appears whole or not at all

    model      the values that cross the boundaries        table, closed, schema    every table and column
    rulebook   loads rules/, the vocabulary as data (rulemodel, layoutrules, valuerules: its kinds)
    run        the whole flow     culprits   documents that break it     interrupt   Ctrl-C
    report     its figures        opinion, memo, worklist   the reviewer's papers
    rulediff   what a change of rules changes in values    docs             the made parts of the pages
    cli, screen, progress   what a person types and sees       exitcodes    what a program is told
    answer     a question's answer as a file     files   files that a person names     sheet   sheets of Excel

Imports point one way: model ← rulebook ← stages ← run ← cli. Stages never import each other.
"""

"""Budget performance-target documents (预算绩效目标表) → Parquet and DuckDB. The map on one screen:

    stage      module                  what goes in → what comes out
    ───────────────────────────────────────────────────────────────────────────────────────────
    extract    inputs                  folders, files → InputFile, in order
               package, docx           bytes → Document: paragraphs and grids as printed
               forms, sections,        Document → Reading: forms, indicator rows, a role for each cell
                 fields, indicator_table
               reader                  InputFile → Outcome: the reading, or why there is none
               frames                  Outcomes → long frames, all text
    transform  targets and the         text, Context → Targets: the grammar of target values
                 modules it names
               projects, indicators,   long frames → typed frames, one module per table
                 prose, values
               reconcile, review       typed frames → comparisons and findings
               tables                  all of the above, in order
    load       arrow, parquet          frames → Arrow that conforms to the schema → Parquet
               warehouse               Parquet, rules → the DuckDB database with views and comments
               folder                  the output folder appears whole or not at all

    model      the values that cross the boundaries       schema     every table and column
    rulebook   loads rules/, the vocabulary as data       run        the whole flow
    report     figures of a run    docs   made pages      cli, screen, progress   what a person sees
    rulediff   what a change of the rules changes in reading values

Imports point one way: model ← rulebook ← stages ← run ← cli. Stages never import each other.
"""

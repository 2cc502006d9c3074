"""Typed frames → Arrow → Parquet and `datapackage.json` → DuckDB, in a folder that appears whole or not at all.

    frame ──arrow.conform──▶ pa.Table ──parquet.write──▶ <table>.parquet ──warehouse.build──▶ budget_targets.duckdb
                                                              └──────datapackage.describe──▶ datapackage.json
    folder.replacing    holds all of it beside OUT until it is complete
    warehouse.query     answers SQL;    warehouse.check    holds the three promises

Nothing here changes a value. Only this folder imports duckdb.
"""

"""Typed rows → Arrow → one part per document → one database → Parquet, in a folder that appears whole or not at all.

    rows ──arrow.conform──▶ pa.Table ──parts.write──▶ <document>.part          of one document
    parts ──combine──▶ tables of warehouse.opened ──questions──▶ findings      of all documents
    tables ──warehouse.export──▶ <table>.parquet ──datapackage.describe──▶ datapackage.json
    folder.replacing    holds all of it beside OUT until it is complete
    warehouse.query     answers SQL;    warehouse.check    holds the three promises

Nothing here changes a value. Only this folder imports duckdb.
"""

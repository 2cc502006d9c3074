"""Budget performance-target documents (预算绩效目标表) → Parquet and DuckDB."""

"""The kinds of rules: one dataclass per vocabulary."""

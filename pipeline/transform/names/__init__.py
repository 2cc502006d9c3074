"""What names of indicators and classes say."""

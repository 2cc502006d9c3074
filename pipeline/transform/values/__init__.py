"""The grammar of target values: text → targets."""

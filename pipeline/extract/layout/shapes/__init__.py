"""Tables of other shapes than a header above rows of indicators."""

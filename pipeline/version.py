"""The version of the program, which the dataset carries with every document."""

VERSION = "0.1.0"

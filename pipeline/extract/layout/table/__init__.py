"""The rows below a header: indicators, projects, regions, sums."""

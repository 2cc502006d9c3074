"""The guide for analysts names every view and query that there is, and none that there is not."""

import re

from pipeline.load import sqlfiles

GUIDE = (sqlfiles.folder() / "README.md").read_text(encoding="utf-8")


def test_the_guide_links_every_query_file():
    linked = re.findall(r"\]\((queries/\w+\.sql)\)", GUIDE)
    assert linked == sorted(f"queries/{path.name}" for path in (sqlfiles.folder() / "queries").iterdir())


def test_the_guide_names_every_view():
    views = re.findall(r"CREATE OR REPLACE VIEW ([\w.]+)", "".join(view.text for view in sqlfiles.read("views")))
    assert sorted(re.findall(r"^\| `([\w.]+)` \|", GUIDE, re.MULTILINE)) == sorted(views)

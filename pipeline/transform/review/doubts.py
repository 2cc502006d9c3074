"""Targets that the grammar did not understand, or in part only."""

from collections.abc import Iterator

from pipeline.transform.issues import Located
from pipeline.transform.review.project import Lexicon, Project, at


def doubtful_targets(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per target with something that was not understood."""
    for row in project.rows:
        text = row["target_text"] or ""
        if row["kind"] == "unparsed":
            yield at(row, "target_unparsed", text)
        elif row["status"] == "partial":
            yield at(row, "target_partly_parsed", text, leftover=row["leftover"])

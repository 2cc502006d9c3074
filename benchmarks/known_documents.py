"""Every document of the tests whose reading is known to be right, and who published it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import unseen_documents
from benchmarks.unseen_facts import Facts
from pipeline.extract.formats.word import docx
from pipeline.model.document import Document
from pipeline.rules.kinds.rulebook import Rulebook
from tests.layouts.catalogue import FIXTURES
from tests.review.published_later import LATER
from tests.review.published_results import RESULTS
from tests.review.published_targets import TARGETS

RAW = Path(__file__).parent.parent / "data" / "raw"


@dataclass(frozen=True, slots=True)
class Known:
    """A document. A fixture counts as one publisher, since it is made after the form of one place.

    `facts` is what is right, if people wrote it down before it was read; what is read of the others is known to be.
    """

    id: str
    publisher: str
    document: Document
    facts: Facts | None = None


def known(rules: Rulebook) -> Iterator[Known]:
    """The published document, the fixtures, the published forms and those of `tests/forms/unseen`."""
    for path in sorted(RAW.glob("*.docx")):
        yield Known(path.stem, path.stem, docx.parse(path.read_bytes(), path.name, rules))
    for fixture in FIXTURES:
        yield Known(fixture.id, f"fixture {fixture.id}", docx.parse(fixture.build(), fixture.file_name, rules))
    for one in (*TARGETS, *RESULTS, *LATER):
        yield Known(one.origin, one.origin.split()[0], docx.parse(one.build(), one.file_name, rules))
    for form in unseen_documents.folder(unseen_documents.DEVELOPED):
        yield Known(form.id, form.publisher, form.document(), form.facts)

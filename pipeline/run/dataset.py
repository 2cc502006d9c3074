"""The whole flow, from documents to a dataset."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pipeline.extract import inputs, read
from pipeline.extract.frames import long_frames
from pipeline.load import arrow, datapackage, folder, interrupt, parquet, questions, warehouse
from pipeline.model.reading import Outcome
from pipeline.reports.summary import Report, report
from pipeline.rules import book
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import isolate
from pipeline.run.progress import Progress
from pipeline.transform.document import tables

VERSION = "0.1.0"


class NothingUsable(Exception):
    """No project could be read from any input, so the last good output was left as it is."""

    def __init__(self, report: Report):
        super().__init__("nothing usable")
        self.report = report


@interrupt.heeded()
def run(raw: Sequence[Path], out: Path, progress: Progress, grading: Path | None = None) -> Report:
    """Reads every document in `raw`, files and folders, and replaces the folder `out` by the dataset.

    `grading` is a file that switches findings off or grades them anew. Raises NoInput, OutputRefused and RuleError
    before anything is done, NothingUsable if no project could be read, NoTables and NoRoom if the tables cannot be made
    or written; `out` then stays as it was.
    """
    rules = book.graded(book.default(), grading) if grading else book.default()
    files = inputs.find(raw)
    with folder.replacing(out, raw) as building:
        outcomes = list(progress.over("extract", read.read_files(files, rules), len(files)))
        with progress.stage("transform"):
            made = isolate.set_apart(outcomes, partial(dataset, rules=rules))
        with progress.stage("load"):
            parquet.write(made, building)
            database = warehouse.build(building, references(rules))
            datapackage.describe(building)
        with progress.stage("check"):
            result = report(database)
        if not result.totals["projects"]:
            raise NothingUsable(result)
    return result


@interrupt.heeded()
def dataset(outcomes: Sequence[Outcome], rules: Rulebook) -> arrow.Tables:
    """Every table of the dataset by name, as the schema declares it. Raises whatever a document makes it raise."""
    ask = partial(questions.ask, references=references(rules))
    return arrow.conformed(tables(long_frames(outcomes), rules, VERSION, ask))


def references(rules: Rulebook) -> dict[str, tuple]:
    """The rule vocabularies as tables of the database, by name."""
    values = rules.values
    return {
        "ref_issues": tuple(rules.issues.values()),
        "ref_taxonomy": rules.taxonomy,
        "ref_units": values.units,
        "ref_unit_kin": rules.kin,
        "ref_magnitudes": values.magnitudes,
        "ref_operators": values.operators,
        "ref_patterns": values.patterns,
        "ref_calendar": values.calendar,
        "ref_numerals": values.numerals,
        "ref_words": values.words,
        "ref_qualities": values.qualities,
        "ref_characters": values.characters,
        "ref_name_words": rules.names,
        "ref_form_fields": rules.layouts.fields,
        "ref_indicator_columns": rules.layouts.columns,
    }

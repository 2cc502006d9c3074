"""The whole flow, from documents to a dataset."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pipeline import culprits, interrupt, rulebook
from pipeline.extract import inputs, reader
from pipeline.extract.frames import long_frames
from pipeline.load import arrow, datapackage, folder, parquet, questions, warehouse
from pipeline.model import Outcome
from pipeline.progress import Progress
from pipeline.report import Report, report
from pipeline.rulebook import Rulebook
from pipeline.transform.tables import tables

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
    rules = rulebook.graded(rulebook.default(), grading) if grading else rulebook.default()
    files = inputs.find(raw)
    with folder.replacing(out, raw) as building:
        outcomes = list(progress.over("extract", reader.read_files(files, rules), len(files)))
        with progress.stage("transform"):
            made = culprits.set_apart(outcomes, partial(dataset, rules=rules))
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

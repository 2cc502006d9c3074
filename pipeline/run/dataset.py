"""The whole flow, from documents to a dataset."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.extract import inputs, read, wanted
from pipeline.extract.inputs import InputFile
from pipeline.load import combine, datapackage, folder, interrupt, parts, questions, warehouse
from pipeline.load.parts import Part
from pipeline.reports.summary import Report, report
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import cache, cluster, copies, isolate, workers
from pipeline.run.cache import Cache
from pipeline.run.copies import Apart
from pipeline.run.document import FAILED
from pipeline.run.progress import Progress
from pipeline.run.workers import Made, Maker
from pipeline.transform.names.groups import leaders
from pipeline.transform.review.findings import Places, answered, issues

SPOOL = ".parts"


class NothingUsable(Exception):
    """No project could be read from any input, so the last good output was left as it is."""

    def __init__(self, report: Report):
        super().__init__("nothing usable")
        self.report = report


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: on how many processes, with which folder for the cache (None for none), how many seconds a document
    may take, and on which cluster, if not on this machine. Nothing of this changes the dataset, but `keep_copies` does:
    whether documents stay in that say what another one says in a better format.
    """

    jobs: int = 0
    cache: Path | None = None
    seconds: float = workers.SECONDS
    cluster: str = ""
    keep_copies: bool = False


@interrupt.heeded()
def run(
    raw: Sequence[Path],
    out: Path,
    progress: Progress,
    rules: Rulebook,
    options: Options = Options(),
) -> Report:
    """Reads every document in `raw`, files and folders, and replaces the folder `out` by the dataset.

    An `out` that was made of the same files and rules is left as it is. Raises NoInput and OutputRefused before
    anything is done, NothingUsable if no project could be read, NoTables and NoRoom if the tables cannot be made or
    written; `out` then stays as it was.
    """
    (files, passed), made_by = inputs.find(raw), cache.fingerprint(rules)
    store = Cache(options.cache, made_by) if options.cache else None
    whole = "\n".join([made_by, wanted.counted(passed), str(options.keep_copies)])
    if store and (known := _known(files, Maker(rules, store, out))) and store.is_made(out, _made_of(known, whole)):
        progress.note("nothing has changed since the last run; {out} stays as it is", out=out)
        return report(out / warehouse.NAME)
    with folder.replacing(out, raw) as building:
        spool = building / SPOOL
        maker = Maker(rules, store or Cache(spool, made_by), spool)
        made, notes = _read(files, maker, options, progress)
        gathered = [*made, *notes, *([maker.noted(passed)] if passed else [])]
        with progress.stage("combine"):
            isolate.set_apart(gathered, partial(_build, building, maker), partial(_rejected, maker))
            for rest in (spool, building / warehouse.SPILL):
                shutil.rmtree(rest, ignore_errors=True)
            datapackage.describe(building)
        with progress.stage("check"):
            result = report(building / warehouse.NAME)
        if not result.totals["projects"]:
            raise NothingUsable(result)
    if store:
        store.save()
        store.made(out, _made_of(made, whole))
        store.trim()
    return result


def _known(files: Sequence[InputFile], maker: Maker) -> list[Made] | None:
    """The parts of all files if none has changed since it was read, else None."""
    found = [maker.known(file) for file in files]
    return None if None in found else [one for one in found if one]


def _made_of(made: Iterable[Made], made_by: str) -> str:
    return cache.made_of((f"{one.file.name}\t{one.sha256}" for one in made), made_by)


def _read(files: Sequence[InputFile], maker: Maker, options: Options, progress: Progress) -> Apart:
    """The parts of all files in their order, and notes on copies. Raises NoTables if none of several documents
    has tables.
    """
    if options.cluster:
        found = cluster.make_all(files, maker, options.cluster, options.seconds)
    else:
        found = workers.make_all(files, maker, options.jobs or workers.cores(), options.seconds)
    made = {one.file: one for one in progress.over("read", found, len(files))}
    for one in made.values():
        if one.stamp:
            maker.cache.remember(one.file, one.stamp, one.sha256)
    in_order = [made[file] for file in files]
    documents = [one for one in in_order if one.sha256]
    if len(documents) > 1 and all(one.fault for one in documents):
        fault = documents[0].fault
        raise isolate.NoTables("no document can be made into tables; the first one fails with {fault}", fault=fault)
    return copies.set_apart(in_order, maker, options.keep_copies)


def _build(folder: Path, maker: Maker, made: Sequence[Made]) -> None:
    """Builds the database of these parts in a folder, and the Parquet files from it, whatever was begun there
    before.
    """
    (folder / warehouse.NAME).unlink(missing_ok=True)
    n_rows = sum(parts.n_rows(one.part) for one in made)
    with warehouse.opened(folder, n_rows) as connection:
        put_together(connection, map(maker.tables, made), maker.rules)
        review(connection, maker.rules)
        combine.tell_once(connection)
        combine.number_findings(connection)
        warehouse.export(connection, folder)
        warehouse.comment(connection)
    warehouse.compact(folder, n_rows)


def put_together(connection: warehouse.Connection, made: Iterable[Part], rules: Rulebook) -> None:
    """Fills a new database with the tables of documents, but for `issues`, with reference tables and views."""
    combine.begin(connection)
    combine.gather(connection, made)
    combine.put_together(connection)
    combine.group(connection, leaders(combine.rivals(connection), rules))
    warehouse.complete(connection, references(rules))


def review(connection: warehouse.Connection, rules: Rulebook) -> None:
    """Puts the questions of `sql/review/` and adds what they find to the findings of the documents."""
    for answer in questions.ask(connection):
        places = Places(answer.indicators, answer.projects, answer.form_fields)
        found = answered(((answer.code, row) for row in answer.rows), places)
        combine.add_findings(connection, issues(found, rules))


def _rejected(maker: Maker, made: Made, fault: str) -> Made:
    """The part of a document that cannot be put together with others."""
    outcome = read.read_file(made.file, maker.rules)
    return maker.instead(made, read.rejected(outcome, FAILED, fault))


def references(rules: Rulebook) -> dict[str, tuple[Any, ...]]:
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

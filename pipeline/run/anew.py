"""The dataset made anew, from documents to the folder that takes the place of the last one."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from pipeline.extract import read
from pipeline.extract.inputs import Found, InputFile
from pipeline.load import combine, datapackage, folder, parts, questions, warehouse
from pipeline.load.many_questions import cores
from pipeline.load.parts import Part
from pipeline.reports.page import write as page
from pipeline.reports.summary import Report, report
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import cluster, copies, isolate, promises, workers
from pipeline.run.cache import Cache
from pipeline.run.copies import Apart
from pipeline.run.document import FAILED
from pipeline.run.options import NothingUsable, Options
from pipeline.run.progress import Progress
from pipeline.run.skeleton import Skeleton
from pipeline.run.workers import Made, Maker
from pipeline.transform.names.groups import leaders
from pipeline.transform.review.findings import Places, answered, issues

SPOOL = ".parts"
Build = Callable[[Sequence[Made]], Sequence[Made]]
FEW_FILES = 10
"""Files of which few rows come, so that what holds them is made while they are read."""


def replaced(
    out: Path,
    raw: Sequence[Path],
    found: Found,
    store: Cache | None,
    rules: Rulebook,
    options: Options,
    progress: Progress,
) -> tuple[Report, Sequence[Made]]:
    """Replaces the folder `out` by the dataset of the documents that were `found` in `raw`; the report on it, and what
    was made of each. Raises what `run.dataset.run` does.
    """
    files, passed = found
    with folder.replacing(out, raw) as building, closing(Skeleton(building, rules, store)) as skeleton:
        spool = building / SPOOL
        maker = Maker(rules, store or Cache(spool, ""), spool, options.allowance)
        meanwhile = skeleton.make_ahead if len(files) <= FEW_FILES else None
        made, notes = _read(files, maker, options, progress, meanwhile)
        gathered = [*made, *notes, *([maker.noted(passed)] if passed else [])]
        with progress.stage("combine"):
            build = partial(_build, skeleton, building, maker)
            built = isolate.set_apart(gathered, build, partial(_rejected, maker, FAILED))
        with progress.stage("check"):
            result = report(building / warehouse.NAME)
            if result.broken and len(made) > 1:
                _set_apart_dishonest(built, build, maker, building / warehouse.NAME)
                result = report(building / warehouse.NAME)
            for rest in (spool, building / warehouse.SPILL):
                shutil.rmtree(rest, ignore_errors=True)
        if not result.totals["projects"]:
            raise NothingUsable(result)
        page.write(building / warehouse.NAME, result, rules, building)
        datapackage.describe(building)
    return result, made


def _read(
    files: Sequence[InputFile],
    maker: Maker,
    options: Options,
    progress: Progress,
    meanwhile: Callable[[], None] | None = None,
) -> Apart:
    """The parts of all files in their order, and notes on copies; `meanwhile` is done here while other processes read.

    Raises NoTables if none of several documents has tables.
    """
    if options.cluster:
        found = cluster.make_all(files, maker, options.cluster)
    else:
        found = workers.make_all(files, maker, options.jobs or cores(), meanwhile)
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


def _set_apart_dishonest(built: Sequence[Made], build: Build, maker: Maker, database: Path) -> None:
    """Builds the dataset anew without the documents that break its promises. Where that cannot be said of single ones,
    or of all of them, the dataset is as it was: the run then tells which promises it breaks.
    """

    def named(error: Exception) -> list[int]:
        ids = error.documents if isinstance(error, promises.PromiseBroken) else ()
        return [no for no, one in enumerate(built) if one.sha256[:16] in ids]

    try:
        isolate.set_apart(built, promises.kept(build, database), partial(_rejected, maker, promises.CODE), named)
        is_told = bool(report(database).totals["projects"])
    except isolate.NoTables:
        is_told = False
    if not is_told:
        build(built)


def _build(skeleton: Skeleton, folder: Path, maker: Maker, made: Sequence[Made]) -> Sequence[Made]:
    """Builds the database of these parts in a folder, and the Parquet files from it. Gives the parts."""
    n_rows = sum(parts.n_rows(one.part) for one in made)
    with closing(skeleton.taken(n_rows)) as connection:
        put_together(connection, map(maker.tables, made), maker.rules)
        review(connection, maker.rules)
        combine.tell_once(connection)
        combine.number_findings(connection)
        warehouse.export(connection, folder)
    warehouse.compact(folder, n_rows)
    return made


def put_together(connection: warehouse.Connection, made: Iterable[Part], rules: Rulebook) -> None:
    """Fills a database without rows with the tables of documents, but for `issues`."""
    combine.gather(connection, made)
    combine.put_together(connection)
    combine.group(connection, leaders(combine.rivals(connection), rules))


def review(connection: warehouse.Connection, rules: Rulebook) -> None:
    """Puts the questions of `sql/review/` and adds what they find to the findings of the documents."""
    for found in questions.ask(connection):
        places = Places(found.indicators, found.projects, found.form_fields)
        combine.add_findings(connection, issues(answered(found.rows, places), rules))


def _rejected(maker: Maker, code: str, made: Made, fault: str) -> Made:
    """The part of a document that cannot be put together with others."""
    outcome = read.read_file(made.file, maker.rules, maker.allowance)
    return maker.instead(made, read.rejected(outcome, code, fault))

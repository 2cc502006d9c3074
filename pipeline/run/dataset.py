"""The whole flow, from documents to a dataset."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.extract import inputs, read, wanted
from pipeline.extract.inputs import InputFile
from pipeline.load import combine, datapackage, folder, interrupt, parts, questions, warehouse
from pipeline.load.parts import Part
from pipeline.model.allowance import Allowance
from pipeline.reports.page import write as page
from pipeline.reports.summary import Report, report
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import cache, cluster, copies, isolate, promises, workers
from pipeline.run.cache import Cache
from pipeline.run.copies import Apart
from pipeline.run.document import FAILED
from pipeline.run.progress import Progress
from pipeline.run.skeleton import Skeleton
from pipeline.run.workers import Made, Maker
from pipeline.transform.names.groups import leaders
from pipeline.transform.review.findings import Places, answered, issues

SPOOL = ".parts"
Build = Callable[[Sequence[Made]], Sequence[Made]]
FEW_FILES = 10
"""Files of which few rows come, so that what holds them is made while they are read."""


class NothingUsable(Exception):
    """No project could be read from any input, so the last good output was left as it is."""

    def __init__(self, report: Report):
        super().__init__("nothing usable")
        self.report = report


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: on how many processes, with which folder for the cache (None for none), what a document may take,
    and on which cluster, if not on this machine. Nothing of this changes the dataset but which documents are rejected,
    and `keep_copies`: whether documents stay in that say what another one says in a better format.
    """

    jobs: int = 0
    cache: Path | None = None
    allowance: Allowance = read.ALLOWED
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
    (files, passed), made_by = inputs.find(raw), cache.fingerprint(rules, options.allowance.key)
    store = Cache(options.cache, made_by) if options.cache else None
    whole = "\n".join([made_by, wanted.counted(passed), str(options.keep_copies)])
    if store and (known := _known(files, Maker(rules, store, out))) and store.is_made(out, _made_of(known, whole)):
        progress.note("nothing has changed since the last run; {out} stays as it is", out=out)
        return report(out / warehouse.NAME, store.held(out))
    if others := datapackage.made_of(out) - {file.name for file in files}:
        progress.note(
            "{out} holds the dataset of {documents} documents, {first} among them; it will be replaced",
            out=out,
            documents=len(datapackage.made_of(out)),
            first=min(others),
        )
    with folder.replacing(out, raw) as building, closing(Skeleton(building, rules, store)) as skeleton:
        spool = building / SPOOL
        maker = Maker(rules, store or Cache(spool, made_by), spool, options.allowance)
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
    if store:
        store.save()
        store.made(out, _made_of(made, whole), not result.broken)
        store.trim()
    return result


def _known(files: Sequence[InputFile], maker: Maker) -> list[Made] | None:
    """The parts of all files if none has changed since it was read, else None."""
    found = [maker.known(file) for file in files]
    return None if None in found else [one for one in found if one]


def _made_of(made: Iterable[Made], made_by: str) -> str:
    return cache.made_of((f"{one.file.name}\t{one.sha256}" for one in made), made_by)


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
        found = workers.make_all(files, maker, options.jobs or workers.cores(), meanwhile)
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
    try:
        isolate.set_apart(built, promises.kept(build, database), partial(_rejected, maker, promises.CODE))
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

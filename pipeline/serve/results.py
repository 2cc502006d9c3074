"""What is made of a dataset for one to look at and to take along: the files that the commands write, and archives."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from pipeline.extract import inputs
from pipeline.load import warehouse
from pipeline.load.datapackage import NAME as PACKAGE
from pipeline.model.allowance import Allowance
from pipeline.reports import annotated, beside, by_project, export, memo, worklist
from pipeline.reports.annotated import Source
from pipeline.reports.page.write import NAME as REPORT
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import marked
from pipeline.run.progress import Progress

DATASET = "dataset"
"""The folder of the dataset, and how its archive is called."""
PACKED = {".parquet", ".docx", ".xlsx"}
"""Files that are packed already."""


class Made(NamedTuple):
    """A file that was made: what the page calls it, and where it lies."""

    key: str
    path: Path


class Marked(NamedTuple):
    """A document with its findings: the Word file with comments, and the page with the findings beside it."""

    source: Source
    word: Path
    page: Path


def make(raw: Path, folder: Path, rules: Rulebook, progress: Progress, allowance: Allowance) -> dict[str, Any]:
    """Makes all of it in `folder`, which holds the dataset of the documents in `raw`. Gives every file by its key, the
    documents that have findings, and what is taken along. Raises OSError, QueryError.
    """
    names: dict[str, str] = rules.pages["zh"]["serve"]["files"]
    database = folder / DATASET / warehouse.NAME
    opinion = by_project.opinion(database)
    sources = [one for one in annotated.sources(database, opinion) if not one.is_rejected]
    forms = list(_marked(progress.over("write", sources, len(sources)), raw, folder, rules, allowance))
    memo.write(opinion, rules, folder / names["memo"])
    worklist.write(opinion, rules, folder / names["worklist"])
    export.write_xlsx(database, rules, folder / names["workbook"])
    with progress.stage("pack"):
        taken = list(_taken(folder, forms, names))
    pages = [Made(f"form-{number}", one.page) for number, one in enumerate(forms, 1)]
    files = [Made("report", folder / DATASET / REPORT), *pages, *taken]
    return {
        "files": {one.key: str(one.path) for one in files},
        "forms": [
            {"key": page.key, "name": one.source.path, "findings": len(one.source.rows)}
            for page, one in zip(pages, forms, strict=True)
        ],
        "downloads": [{"key": one.key, "name": one.path.name, "bytes": one.path.stat().st_size} for one in taken],
    }


def _marked(
    sources: Iterable[Source], raw: Path, folder: Path, rules: Rulebook, allowance: Allowance
) -> Iterator[Marked]:
    files = {file.name: file for file in inputs.find([raw]).files}
    names = rules.pages["zh"]["serve"]["files"]
    for source in sources:
        data = annotated.content(source, files)
        if not data:
            continue
        name = annotated.name(source, rules)
        word = folder / names["annotated"] / name
        page = folder / names["forms"] / name.with_name(beside.name(source.path, rules))
        for path in (word, page):
            path.parent.mkdir(parents=True, exist_ok=True)
        if marked.write(source, data, rules, word, page, allowance):
            yield Marked(source, word, page)


def _taken(folder: Path, forms: list[Marked], names: dict[str, str]) -> Iterator[Made]:
    """What is taken along: of several Word files, and of the tables, an archive; and one of all."""
    dataset = folder / DATASET
    if len(forms) == 1:
        yield Made("annotated", forms[0].word)
    elif forms:
        words = [one.word for one in forms]
        yield Made("annotated", _archive(folder / f"{names['annotated']}.zip", words, folder))
    yield Made("memo", folder / names["memo"])
    yield Made("worklist", folder / names["worklist"])
    yield Made("workbook", folder / names["workbook"])
    tables = [*sorted(dataset.glob("*.parquet")), dataset / PACKAGE]
    yield Made("parquet", _archive(folder / names["parquet"], tables, dataset))
    parts = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".zip"]
    yield Made("all", _archive(folder / names["all"], parts, folder))


def _archive(path: Path, files: Iterable[Path], below: Path) -> Path:
    with ZipFile(path, "w") as archive:
        for file in files:
            how = ZIP_STORED if file.suffix in PACKED else ZIP_DEFLATED
            archive.write(file, file.relative_to(below).as_posix(), how)
    return path

"""A few small documents, and runs over them with a cache of their own."""

import os
from pathlib import Path

from pipeline.run import workers
from tests.whole_run.command import contents, pipeline
from tests.whole_run.test_same_bytes import small_document

DATABASE = "budget_targets.duckdb"


def fill(raw: Path, number: int) -> list[Path]:
    """So many documents, of which each third prints the project of another."""
    raw.mkdir(parents=True, exist_ok=True)
    files = [raw / f"{no}.docx" for no in range(number)]
    for no, file in enumerate(files):
        file.write_bytes(small_document(f"项目{no if no % 3 else 0}", f"{no + 1}个"))
    return files


def published(out: Path) -> dict[str, bytes]:
    """What must be the same bytes: every file but the database, whose bytes hang on when it was written."""
    return {name: data for name, data in contents(out).items() if name != DATABASE}


def made(*arguments: object, code: int = 0) -> dict[str, bytes]:
    """The published bytes of a run, whose last argument is the output folder."""
    result = pipeline("run", *arguments)
    assert result.exit_code == code, result.output
    return published(Path(str(arguments[-1])))


def age(*files: Path) -> None:
    """Makes files look as if they had been there for a while: a young file's time does not tell that it is unchanged."""
    for file in files:
        os.utime(file, (1_700_000_000, 1_700_000_000))


def counted(monkeypatch) -> list[str]:
    """The names of the documents that this process makes into tables from now on."""
    names: list[str] = []
    make = workers.document_tables

    def noted(data, name, *how):
        names.append(name)
        return make(data, name, *how)

    monkeypatch.setattr(workers, "document_tables", noted)
    return names

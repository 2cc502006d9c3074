"""What many tests share: the published document, read once and built once."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from pipeline.extract.formats.word import docx
from pipeline.extract.layout import forms
from pipeline.rules import book
from pipeline.run.cache import EMPTY, SETTING, default_folder
from pipeline.run.dataset import run
from pipeline.run.progress import Progress
from tests import examples  # noqa: F401 its profiles are registered
from tests.layouts.catalogue import FIXTURES
from tests.whole_run.shared import once

settings.load_profile("same")

RAW = Path(__file__).parent.parent / "data" / "raw"
SOURCE = next(RAW.glob("2025_351_*.docx"))


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """What runs remember is of one test alone: another may have changed the program. The database without rows is handed
    on, which tells by itself whether the program made it.
    """
    monkeypatch.setenv(SETTING, str(tmp_path_factory.mktemp("cache")))
    cache, handed_on = default_folder(), tmp_path_factory.getbasetemp() / EMPTY
    if handed_on.exists():
        cache.mkdir()
        shutil.copyfile(handed_on, cache / EMPTY)
    yield
    if not handed_on.exists() and (cache / EMPTY).exists():
        shutil.copyfile(cache / EMPTY, handed_on)


@pytest.fixture(scope="session")
def rules():
    return book.default()


@pytest.fixture(scope="session")
def source(rules):
    """The published document, as blocks."""
    return docx.parse(SOURCE.read_bytes(), SOURCE.name, rules)


@pytest.fixture(scope="session")
def reading(source, rules):
    """The published document, as forms and indicator rows."""
    return forms.read(source, rules)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """An output folder made from the published document. Tests read it and leave it as it is."""
    return (
        once(
            tmp_path_factory,
            "published",
            lambda folder: run([SOURCE], folder / "processed", Progress(), book.default()),
        )
        / "processed"
    )


@pytest.fixture(scope="session")
def all_layouts(tmp_path_factory):
    """An output folder made from the documents of all layouts and the published one. Tests leave it as it is."""

    def make(folder):
        (folder / "raw").mkdir()
        for fixture in FIXTURES:
            (folder / "raw" / fixture.file_name).write_bytes(fixture.build())
        (folder / "raw" / SOURCE.name).write_bytes(SOURCE.read_bytes())
        run([folder / "raw"], folder / "processed", Progress(), book.default())

    return once(tmp_path_factory, "layouts", make) / "processed"


@pytest.fixture(scope="session")
def dataset(built):
    """Every table of `built` by name, read from its Parquet file."""
    return {path.stem: pd.read_parquet(path) for path in built.glob("*.parquet")}

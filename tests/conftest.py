"""What many tests share: the published document, read once and built once."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from pipeline.extract.formats.word import docx
from pipeline.extract.layout import forms
from pipeline.rules import book
from pipeline.run.dataset import run
from pipeline.run.progress import Progress
from tests import examples  # noqa: F401 its profiles are registered

settings.load_profile("same")

RAW = Path(__file__).parent.parent / "data" / "raw"
SOURCE = next(RAW.glob("2025_351_*.docx"))


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
    out = tmp_path_factory.mktemp("built") / "processed"
    run([SOURCE], out, Progress())
    return out


@pytest.fixture(scope="session")
def dataset(built):
    """Every table of `built` by name, read from its Parquet file."""
    return {path.stem: pd.read_parquet(path) for path in built.glob("*.parquet")}

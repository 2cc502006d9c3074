"""The documents that these tests build embed no font, as some published ones do: a Chinese font must be on the machine."""

import os

import pytest

from tests.formats.pdf.read import lines, read
from tests.pdf import page, text

WITHOUT = (
    "no Chinese font is installed, by which PDF files that embed none are read: apt-get install fonts-wqy-microhei"
)


@pytest.fixture(scope="session")
def has_font():
    """Whether characters of a font that is not embedded are seen."""
    return lines(read(page(text(72, 60, "大", size=20), text(92, 60, "小字", size=8)))) == ["大小字"]


@pytest.fixture(autouse=True)
def _with_font(has_font):
    if not has_font and os.environ.get("BROWSER") != "required":
        pytest.skip(WITHOUT)

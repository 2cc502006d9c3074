"""The reader's grids are those of LibreOffice and pandoc, also for Word files that LibreOffice wrote."""

import pytest

from benchmarks import independent_readers

pytestmark = pytest.mark.skipif(
    not independent_readers.installed(),
    reason="LibreOffice or pandoc is not installed: apt-get install libreoffice-writer-nogui pandoc",
)
WAYS = ("LibreOffice", "pandoc", "by way of ODT", "by way of HTML")
EXPLAINED = {"O"}
"""Fixtures with a grid column in which no cell begins, which LibreOffice drops, and with content controls."""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return dict(independent_readers.comparisons(tmp_path_factory.mktemp("readers")))


@pytest.mark.parametrize("way", WAYS)
def test_every_cell_is_the_same_at_the_same_place(way, found):
    differing = {one.document: one for one in found[way] if one.only_ours or one.only_theirs}
    assert differing == {}
    assert sum(one.cells for one in found[way]) > 6000


@pytest.mark.parametrize("way", WAYS)
def test_differences_that_are_explained_are_where_they_are_known(way, found):
    explained = {one.document for one in found[way] if one.explained}
    assert explained <= (set() if way == "pandoc" else EXPLAINED)

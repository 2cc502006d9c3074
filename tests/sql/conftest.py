"""The datasets made by hand as finished output folders, each built once."""

import pytest

from tests.load import small_dataset, wide_dataset


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    """The database of the small dataset; open it for reading only."""
    return small_dataset.build(tmp_path_factory.mktemp("processed"))


@pytest.fixture(scope="session")
def wide_database(tmp_path_factory):
    """The database of the wide dataset; open it for reading only."""
    return wide_dataset.build(tmp_path_factory.mktemp("processed"))

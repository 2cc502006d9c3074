"""The small dataset as a finished output folder, built once."""

import pytest

from tests.load import small_dataset


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    """The database of the small dataset; open it for reading only."""
    return small_dataset.build(tmp_path_factory.mktemp("processed"))

"""A benchmark that cannot be started says nothing: each is at least loaded."""

import importlib
import pkgutil

import pytest

import benchmarks

NAMES = sorted(
    one.name for one in pkgutil.walk_packages(benchmarks.__path__, "benchmarks.") if not one.name.endswith("__main__")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_can_be_loaded(name):
    importlib.import_module(name)


def test_there_are_benchmarks():
    assert len(NAMES) > 20

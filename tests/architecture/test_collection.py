"""The tests are the same in every process that runs them: their order does not hang on the hashes of texts."""

import os
import subprocess
import sys

COLLECT = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-o", "addopts=--import-mode=importlib"]


def test_the_tests_stand_in_the_same_order_under_another_hash_seed(request):
    if os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1") != "1" and "PYTHONHASHSEED" not in os.environ:
        return  # each process has a seed of its own, and pytest-xdist ends where they collect other tests
    here = [item.nodeid for item in request.session.items]
    seed = "1" if os.environ.get("PYTHONHASHSEED") == "2" else "2"
    collected = subprocess.run(
        [*COLLECT, *request.config.args],
        cwd=request.config.rootpath,
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    wanted = set(here)
    assert [name for name in collected.stdout.splitlines() if name in wanted] == here, collected.stderr

"""The program as it is installed: its name and its version."""

import subprocess
import sys
import tomllib

from pipeline.version import VERSION
from tests.whole_run.command import ROOT, pipeline

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_version_is_said():
    assert pipeline("--version").stdout == f"{VERSION}\n"


def test_the_citation_names_the_version_and_the_licence():
    said = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    assert f"version: {VERSION}" in said
    assert f"license: {PROJECT['license']}" in said


def test_help_calls_the_program_by_the_name_it_was_called_by(tmp_path):
    module, _, function = PROJECT["scripts"]["budget-targets"].partition(":")
    script = tmp_path / "budget-targets"
    script.write_text(f"import sys\nfrom {module} import {function}\nsys.exit({function}())\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    assert done.stdout.startswith("Usage: budget-targets ")

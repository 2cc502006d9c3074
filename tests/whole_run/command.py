"""The command line, called as a user calls it, and what it left behind."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pandas as pd
from typer.testing import CliRunner

from pipeline.cli.app import app

KEPT = {"PYTHONDONTWRITEBYTECODE": ""}
ROOT = Path(__file__).parent.parent.parent


def pipeline(*arguments):
    """The command in this process: exit_code, stdout, stderr, and output as both. It never ends in a traceback."""
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def shell(*arguments, **environment):
    """The command in a process of its own, with its output on pipes, as bytes. What Python compiles is kept for the next
    one.
    """
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=os.environ | KEPT | environment, capture_output=True, check=False)


def checksums(out):
    """File name → checksum of every Parquet file of an output folder."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(Path(out).glob("*.parquet"))}


def contents(folder):
    """File name → bytes of everything in a folder, or None if there is no such folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else None


def table(out, name):
    """A table of an output folder."""
    return pd.read_parquet(Path(out) / f"{name}.parquet")

"""Arguments that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

RAW, OUT = Path("data/raw"), Path("data/processed")

Out = Annotated[Path, typer.Argument(help="the folder that `run` wrote", show_default=True)]
Json = Annotated[bool, typer.Option("--json", help="print JSON, for programs")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="replace a file that this program did not write")]
Safe = Annotated[
    bool, typer.Option("--safe", help="in the CSV file, put ' before texts that Excel would take for formulas")
]

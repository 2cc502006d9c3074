"""Imports point one way, stages know nothing of each other, and each library has its place."""

import subprocess
import sys

import pytest

from pipeline.extract.formats.readers import READERS
from tests.architecture.modules import MODULES, Module, ours

STAGES = ("extract", "transform", "load")
ORDER = (
    ("version",),
    ("model",),
    ("schema",),
    ("rules",),
    STAGES,
    ("reports",),
    ("run",),
    ("serve",),
    ("cli",),
    ("__main__",),
)
"""The folders of the house, each importing only those before it; stages never import each other. A report reads a
dataset and knows nothing of how it was made, so it stands before the run, which prints one.
"""
RANK = {part: rank for rank, parts in enumerate(ORDER) for part in parts}
STEPS = {
    "transform": ("records", "values", "names", "tables", "reconcile", "review", "document"),
    "extract.layout": (
        *("words", "rows", "amounts", "captions", "form", "header", "table", "project", "money", "prose"),
        *("halves", "pages", "sections", "outline", "forms"),
    ),
}
"""The folders of the transform and of the layout, likewise, and the modules beside them."""
AT_HOME = {
    "lxml": {"extract.formats.package_xml", "extract.formats.word.flat_xml", "extract.formats.web.page"},
    "docx": {"reports.memo", "reports.memo_front", "reports.paper", "reports.annotated_copy"},
    "olefile": {"extract.formats.legacy_word.streams"},
    "openpyxl": {"reports.annotated_excel", "reports.sheet", "reports.carried_on", "reports.worklist"},
    "duckdb": {"load.warehouse", "load.comments", "load.answer", "load.many_questions"},
    "typer": {
        f"cli.{name}"
        for name in (
            "app",
            "arguments",
            "answers",
            "ask",
            "cache",
            "export",
            "language",
            "pages",
            "review",
            "rules",
            "run",
            "serve",
            "understand",
        )
    },
    "rich": {"cli.screen", "cli.diff_screen", "cli.layout_screen", "run.progress"},
    "pyarrow": {
        "schema.column",
        *(f"load.{name}" for name in ("arrays", "arrow", "combine", "parquet", "warehouse", "parts")),
    },
    "pebble": {"run.workers", "run.alone"},
    "xlrd": {"extract.formats.excel.xls"},
    "pypdfium2": {"extract.formats.pdf.pdfium"},
}
"""Library → the modules that may import it; python-docx writes the memo, and tests read documents by it."""

modules = pytest.mark.parametrize(
    "module", [MODULES[name] for name in MODULES if name != "__init__"], ids=lambda module: module.name
)


@modules
def test_a_module_imports_only_what_stands_before_it_or_its_own_folder(module: Module):
    for name in ours(module):
        imported = MODULES[name]
        assert imported.part == module.part or RANK[imported.part] < RANK[module.part], f"{module.name} imports {name}"


@modules
@pytest.mark.parametrize("part", STEPS)
def test_a_step_imports_only_those_before_it(module: Module, part: str):
    if own := _step(part, module.name):
        steps = [step for name in ours(module) if (step := _step(part, name))]
        assert [step for step in steps if STEPS[part].index(step) > STEPS[part].index(own)] == []


def _step(part: str, name: str) -> str:
    """The step of this part that a module is in, empty for all others."""
    rest = name.removeprefix(f"{part}.")
    return rest.partition(".")[0] if rest != name else ""


@pytest.mark.parametrize("library", AT_HOME)
def test_a_library_is_imported_only_where_it_is_at_home(library):
    assert {name for name, module in MODULES.items() if library in module.packages} <= AT_HOME[library]


def test_a_run_loads_no_pandas(tmp_path):
    """It takes longer to load than the shortest commands take; Arrow and DuckDB load it unasked where they are given
    lists or frames.
    """
    asked = (
        "import sys; from pipeline.cli.app import app; app(sys.argv[1:], standalone_mode=False); "
        "sys.exit('pandas' in sys.modules)"
    )
    words = ("run", "--no-cache", "data/raw", str(tmp_path / "out"))
    assert subprocess.run([sys.executable, "-c", asked, *words], capture_output=True, check=False).returncode == 0


def test_every_module_is_reached_from_the_command_line():
    reached, ahead = set(), ["__main__", *(f"extract.formats.{module}" for module in READERS.values())]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += ours(MODULES[name])
    packages = {name for name, module in MODULES.items() if module.path.name == "__init__.py"}
    assert set(MODULES) - reached <= packages


def test_no_two_modules_import_each_other_in_a_circle():
    left = {name: ours(module) - {name} for name, module in MODULES.items()}
    while free := [name for name, imported in left.items() if not imported & left.keys()]:
        for name in free:
            del left[name]
    assert not left

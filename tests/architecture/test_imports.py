"""Imports point one way, stages know nothing of each other, and each library has its place."""

import pytest

from tests.architecture.modules import MODULES, Module, ours

STAGES = ("extract", "transform", "load")
ORDER = (
    ("model", "layoutrules", "valuerules", "table", "closed", "interrupt", "exitcodes", "files", "sheet"),
    ("rulemodel",),
    ("schema",),
    ("rulebook",),
    STAGES,
    ("progress", "report", "opinion", "docs", "rulediff", "culprits"),
    ("run", "screen", "memo", "worklist", "answer"),
    ("cli",),
    ("__main__",),
)
RANK = {part: rank for rank, parts in enumerate(ORDER) for part in parts}
AT_HOME = {
    "lxml": {"extract.docx"},
    "docx": {"memo"},
    "openpyxl": {"sheet", "worklist", "answer"},
    "duckdb": {"load.warehouse", "load.comments"},
    "typer": {"cli"},
    "rich": {"screen", "progress"},
    "pyarrow": {"table", "schema", "load.arrow", "load.parquet", "load.warehouse"},
}
"""Library → the modules that may import it; python-docx writes the memo, and tests read documents by it."""

modules = pytest.mark.parametrize(
    "module", [MODULES[name] for name in MODULES if name != "__init__"], ids=lambda module: module.name
)


@modules
def test_a_module_imports_only_what_stands_before_it_or_its_own_stage(module: Module):
    for name in ours(module):
        imported = MODULES[name]
        same_stage = imported.part == module.part in STAGES
        assert same_stage or RANK[imported.part] < RANK[module.part], f"{module.name} imports {name}"


@pytest.mark.parametrize("library", AT_HOME)
def test_a_library_is_imported_only_where_it_is_at_home(library):
    assert {name for name, module in MODULES.items() if library in module.packages} <= AT_HOME[library]


def test_objects_stay_objects_until_rows_exist():
    importing = {name for name, module in MODULES.items() if "pandas" in module.packages and module.part == "extract"}
    assert importing == {"extract.frames"}


def test_every_module_is_reached_from_the_command_line():
    reached, ahead = set(), ["__main__"]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += ours(MODULES[name])
    packages = {"__init__", *STAGES, "extract.word", "transform.grammar"}
    assert set(MODULES) - reached <= packages


def test_no_two_modules_import_each_other_in_a_circle():
    left = {name: ours(module) - {name} for name, module in MODULES.items()}
    while free := [name for name, imported in left.items() if not imported & left.keys()]:
        for name in free:
            del left[name]
    assert not left

"""The modules of the package as their source says, without importing them."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = Path(__file__).parent.parent.parent / "pipeline"


@dataclass(frozen=True)
class Module:
    """A module: its dotted name without `pipeline.`, its source and its syntax tree."""

    name: str
    path: Path

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def part(self) -> str:
        """The first part of the name: a stage, or the module itself."""
        return self.name.partition(".")[0]

    @cached_property
    def imports(self) -> frozenset[str]:
        """Everything that is imported anywhere in the module, with full dotted names."""
        found = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert not node.level, f"{self.name} imports relatively"
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
        return frozenset(found)

    @property
    def packages(self) -> frozenset[str]:
        """The top-level packages that are imported."""
        return frozenset(name.partition(".")[0] for name in self.imports)

    @cached_property
    def functions(self) -> list[ast.FunctionDef]:
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    @property
    def public(self) -> list[ast.FunctionDef | ast.ClassDef]:
        """The functions and classes at module level that others may use."""
        kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        return [node for node in self.tree.body if isinstance(node, kinds) and not node.name.startswith("_")]

    @cached_property
    def texts(self) -> list[str]:
        """Every string of the code; docstrings, of attributes too, are not code."""
        documentation = {
            id(node.value) for node in ast.walk(self.tree) if isinstance(node, ast.Expr) and is_text(node.value)
        }
        return [node.value for node in ast.walk(self.tree) if is_text(node) and id(node) not in documentation]


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {_name(path): Module(_name(path), path) for path in sorted(PACKAGE.rglob("*.py"))}


def ours(module: Module) -> frozenset[str]:
    """The modules of the package that a module imports."""
    names = {name.removeprefix("pipeline.") for name in module.imports if name.startswith("pipeline.")}
    return frozenset(found for name in names if (found := _module_of(name)))


def _module_of(name: str) -> str | None:
    """The module that an imported name is, or is in: `model.Cell` is in `model`."""
    parts = name.split(".")
    heads = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((head for head in heads if head in MODULES), None)

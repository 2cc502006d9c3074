"""One document, from its bytes to its tables: everything that can be said of it without any other."""

from dataclasses import dataclass
from traceback import walk_tb

from pipeline.extract import read
from pipeline.extract.rows import long_rows
from pipeline.load import arrow
from pipeline.load.parts import Part
from pipeline.model.allowance import Allowance
from pipeline.model.reading import Outcome
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.parts import PARTS
from pipeline.transform.document import tables
from pipeline.version import VERSION

FAILED = "transform_failed"
QUOTED = 300
"""Characters of an exception's message that a finding quotes: enough for the value and the column."""


@dataclass(frozen=True, slots=True)
class DocumentTables:
    """All that is said of one document: its tables by name, as `schema/parts.py` declares them. `fault` says why a
    document that could be read has none but those of its rejection.
    """

    tables: Part
    fault: str = ""


def document_tables(data: bytes, name: str, rules: Rulebook, allowance: Allowance = read.ALLOWED) -> DocumentTables:
    """All tables of one document; `name` is that of its file. Never raises for anything that the bytes hold."""
    return outcome_tables(read.read_bytes(data, name, rules, allowance), rules)


def outcome_tables(outcome: Outcome, rules: Rulebook) -> DocumentTables:
    """The tables of what became of a file. A document that they cannot be made of is rejected and adds its cells, or
    not even these.
    """
    try:
        return DocumentTables(_tables(outcome, rules))
    except MemoryError:
        return DocumentTables(_tables(read.rejected(outcome, read.NO_MEMORY, outcome.path, cells=False), rules))
    except Exception as error:  # a fault of ours must not cost the other files
        fault = reason(error)
    try:
        return DocumentTables(_tables(read.rejected(outcome, FAILED, fault), rules), fault)
    except Exception:
        return DocumentTables(_tables(read.rejected(outcome, FAILED, fault, cells=False), rules), fault)


def _tables(outcome: Outcome, rules: Rulebook) -> Part:
    made = tables(long_rows([outcome]), rules, VERSION)
    of_document = {"document_id": outcome.document_id}
    return {name: arrow.conform([of_document | row for row in rows], PARTS[name]) for name, rows in made.items()}


def reason(error: BaseException) -> str:
    """The exception in one line, with our function that met it: what a report of the fault must say."""
    names = [f"{frame.f_globals['__name__']}.{frame.f_code.co_name}" for frame, _ in walk_tb(error.__traceback__)]
    place = [name for name in names if name.startswith("pipeline.")][-1:]
    said = f"{type(error).__name__}: {error}"
    cut = said if len(said) <= QUOTED else f"{said[:QUOTED]}…"
    return " in ".join([" ".join(cut.split()), *place])

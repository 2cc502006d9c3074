"""What is told of a file: findings, and why one is rejected. None knows a rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell the user. `code` names a row of `rules/data/findings/issues.csv`; the sentence is made there.

    `details` fills the placeholders of the message; `evidence` is printed text, quoted as it stands.
    """

    code: str
    evidence: str = ""
    table_no: int | None = None
    row_no: int | None = None
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and what it is about. `details` fills the placeholders of the code's messages; `amount` is the money
    in question, in yuan, None for one that is not about money.
    """

    code: str
    document_id: str | None = None
    project_id: str | None = None
    indicator_id: str | None = None
    table_no: int | None = None
    row_no: int | None = None
    evidence: str = ""
    amount: Decimal | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


class Rejected(Exception):
    """The input cannot be read at all. `code` names a row of `rules/data/findings/issues.csv`, `format` what the bytes
    are.
    """

    def __init__(self, code: str, format: str = "unknown", **details: str):
        super().__init__(code, format, details)
        self.code, self.format, self.details = code, format, details

    def __reduce__(self) -> tuple[Any, ...]:
        return _rejected_again, (self.code, self.format, self.details)


def _rejected_again(code: str, format: str, details: dict[str, str]) -> Rejected:
    return Rejected(code, format, **details)

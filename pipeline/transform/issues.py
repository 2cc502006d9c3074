"""Findings of every stage → the table `issues`: codes get their severity, criterion and sentences."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd

from pipeline.rulebook import Rulebook
from pipeline.schema import ISSUES

PLACE = ("code", "document_id", "project_id", "indicator_id", "table_no", "row_no", "evidence")
"""What makes a finding itself; its `issue_id` is the checksum of these."""


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and what it is about. `details` fills the placeholders of the code's messages."""

    code: str
    document_id: str | None = None
    project_id: str | None = None
    indicator_id: str | None = None
    table_no: int | None = None
    row_no: int | None = None
    evidence: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


def extracted(findings: pd.DataFrame) -> list[Located]:
    """The findings of the extract stage, from its long frame."""
    return [Located(**row) for row in findings.to_dict("records")]


def issues(found: Iterable[Located], rules: Rulebook) -> pd.DataFrame:
    """The table `issues`: one row per finding. The same findings give the same ids, in any order."""
    rows = [_row(one, rules) for one in found]
    order = sorted(rows, key=lambda row: tuple(str(row[name]) for name in (*PLACE, "message_en")))
    seen: Counter[str] = Counter()
    for row in order:
        key = "\x1f".join(str(row[name]) for name in PLACE)
        seen[key] += 1
        row["issue_id"] = hashlib.sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()[:16]
    return pd.DataFrame(order, columns=[column.name for column in ISSUES.columns], dtype=object)


def _row(one: Located, rules: Rulebook) -> dict[str, Any]:
    rule = rules.issues[one.code]
    said = {name: getattr(rule, name).format_map(one.details) for name in ("message_zh", "message_en")}
    row = asdict(one) | said | {"severity": rule.severity, "criterion": rule.criterion}
    del row["details"]
    return row

"""How findings are told on paper: what says the same, or stands in the same place, is told once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.reports.by_project import Row
from pipeline.rules.kinds.texts import MemoWords

MOST = 10
"""Places of one finding that a remark lists, so that no row of a table is longer than a page."""
FEW = 2
"""Places of one finding that a list of main problems names."""


class Remark(NamedTuple):
    """What is told in one row: one or more findings of one criterion and severity, gravest money first."""

    findings: tuple[Row, ...]
    problem: str
    evidence: str
    advice: str

    @property
    def criterion(self) -> str:
        """The criterion of all of them."""
        return str(self.findings[0]["criterion"])

    @property
    def severity(self) -> str:
        """The severity of all of them."""
        return str(self.findings[0]["severity"])


def told(findings: Iterable[Row], words: MemoWords) -> Iterator[Remark]:
    """The findings in their order: those that differ in their place alone are one remark with a list of places, and
    those on one printed row are one remark with a list of problems.
    """
    by_place: dict[object, list[Sequence[Row]]] = {}
    for alike in _alike(findings):
        by_place.setdefault(_place(alike), []).append(alike)
    for some in by_place.values():
        if len(some) == 1:
            yield _of_many_places(some[0], words)
        else:
            yield _of_one_place([rows[0] for rows in some], words)


def _alike(findings: Iterable[Row]) -> Iterator[Sequence[Row]]:
    """The findings that say the same, not too many at once."""
    said: dict[tuple, list[Row]] = {}
    for row in findings:
        said.setdefault((row["criterion"], row["severity"], row["message_zh"], row["action_zh"]), []).append(row)
    for alike in said.values():
        for first in range(0, len(alike), MOST):
            yield alike[first : first + MOST]


def _place(alike: Sequence[Row]) -> object:
    """What findings have in common that are told together: the row where a single one stands, else nothing."""
    row = alike[0]
    if len(alike) > 1 or not row["row_no"]:
        return id(row)
    return row["criterion"], row["severity"], row["path"], row["table_no"], row["row_no"]


def _of_many_places(alike: Sequence[Row], words: MemoWords) -> Remark:
    message = alike[0]["message_zh"]
    problem = message if len(alike) == 1 else words.several.format(message=message, count=len(alike))
    evidence = _listed([_evidence(row, words) for row in alike], words)
    return Remark(tuple(alike), _excused(problem, alike[0], words), evidence, alike[0]["action_zh"])


def _of_one_place(rows: Sequence[Row], words: MemoWords) -> Remark:
    advice = dict.fromkeys(row["action_zh"] for row in rows)
    evidence = dict.fromkeys(_evidence(row, words) for row in rows)
    return Remark(tuple(rows), _problems(rows, words), "\n".join(evidence), _listed(list(advice), words))


def _problems(rows: Sequence[Row], words: MemoWords) -> str:
    """Several problems, each with how it may be right, or with that once below all of them."""
    problems = [words.listed.format(evidence=row["message_zh"]) for row in rows]
    if len({row["innocent_zh"] for row in rows}) == 1:
        return _excused("\n".join(problems), rows[0], words)
    return "\n".join(_excused(problem, row, words) for problem, row in zip(problems, rows, strict=True))


def _excused(problem: str, row: Row, words: MemoWords) -> str:
    """A problem, and below it how it may be right."""
    innocent = words.innocent.format(innocent=row["innocent_zh"]) if row["innocent_zh"] else ""
    return joined("\n", problem, innocent)


def _listed(texts: Sequence[str], words: MemoWords) -> str:
    return "\n".join(texts if len(texts) == 1 else [words.listed.format(evidence=one) for one in texts])


def _evidence(row: Row, words: MemoWords) -> str:
    """What is printed, with the indicator that it is about, and where."""
    name, evidence, place = row["indicator_name"] or "", row["evidence"], address(row, words)
    if _squeezed(name) not in _squeezed(evidence):
        evidence = words.named.format(name=name, evidence=evidence) if evidence else name
    return words.placed.format(evidence=evidence, address=place) if place and evidence else evidence or place


def _squeezed(text: str) -> str:
    return "".join(text.split())


def address(row: Row, words: MemoWords) -> str:
    """Where a finding stands, in words."""
    if row["table_no"] is None:
        return ""
    return (words.address if row["row_no"] else words.address_table).format(table=row["table_no"], row=row["row_no"])


def joined(between: str, *parts: str | None) -> str:
    """The parts that there are, in one text."""
    return between.join(filter(None, parts))

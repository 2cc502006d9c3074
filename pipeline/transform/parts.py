"""Longer texts: the targets inside them, and what becomes of the words between."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Target
from pipeline.transform.forms import Found
from pipeline.transform.grammar import Fields, Setting
from pipeline.transform.readings import operator_of, read, target


@dataclass(slots=True)
class Part:
    """A target on its way: the form found, its fields, the span it takes up, and what about it is not understood."""

    found: Found
    fields: Fields
    start: int
    end: int
    leftover: list[str]


def scan(setting: Setting) -> Iterator[Part]:
    """The targets inside a text, in order; of forms at one place the first that makes sense."""
    at = 0
    while candidates := setting.grammar.inner.first(setting.text.read, at):
        at = candidates[-1].match.end()
        for found in candidates:
            if (fields := read(found, setting)) is not None:
                at = found.match.end()
                yield _part(found, fields)
                break


def _part(found: Found, fields: Fields) -> Part:
    start, end = found.span()
    leftover = fields.pop("leftover", "")
    return Part(found, fields, start, end, [leftover] if leftover else [])


def in_parts(setting: Setting) -> list[tuple[Target, Found | None]]:
    """The targets of a text that no form reads whole, each with its form.

    Words around them are understood, or left over and said so.
    """
    parts = list(scan(setting))
    if not parts:
        return [(Target("unparsed", "unparsed", leftover=setting.text.raw.strip()), None)]
    _share_operators(parts, setting)
    for left, right in zip([None, *parts], [*parts, None], strict=True):
        _settle(left, right, setting)
    return [(_finished(part, setting), part.found) for part in parts]


def _share_operators(parts: list[Part], setting: Setting) -> None:
    """In a plain list an operator before the first or after the last counts for all: 4%、3%、2%以下."""
    for run in _lists(parts, setting):
        holders = [part for part in run if part.fields.get("operator")]
        shared = holders[0] if len(holders) == 1 else None
        if shared and (
            shared is run[-1] and shared.found["operator_after"] or shared is run[0] and shared.found["operator"]
        ):
            operator = operator_of(shared.found, setting)
            for part in run:
                part.fields = read(part.found, setting, operator) or part.fields
                part.fields.pop("leftover", None)


def _lists(parts: list[Part], setting: Setting) -> list[list[Part]]:
    runs: list[list[Part]] = []
    for part in parts:
        joint = setting.text.read[runs[-1][-1].end : part.start] if runs else ""
        if part.found.form.rule.reading == "quantity" and setting.grammar.around["list"].fullmatch(joint):
            runs[-1].append(part)
        else:
            runs.append([part])
    return [run for run in runs if len(run) > 1]


def _settle(left: Part | None, right: Part | None, setting: Setting) -> None:
    """Gives the words between two targets to the one they belong to; the others are left over at the nearest before."""
    start = left.end if left else 0
    end = right.start if right else len(setting.text.read)
    gap, around = setting.text.read[start:end], setting.grammar.around
    label = around["label"].search(gap) if right else None
    if label:
        right.start, gap = start + label.start(), gap[: label.start()]
    if left and (tail := _tail(left, gap, setting)):
        left.end, gap, start = left.end + tail, gap[tail:], start + tail
    owner = left or right
    for words in around["words"].finditer(gap):
        owner.leftover.append(setting.text.printed(start + words.start(), start + words.end()))


def _tail(part: Part, gap: str, setting: Setting) -> int:
    """How much of the words right after a target is understood: a deed, or the noun that is counted."""
    names = ("deed", "counted") if part.fields.get("dimension") == "count" else ("deed",)
    return max((match.end() for name in names if (match := setting.grammar.around[name].match(gap))), default=0)


def _finished(part: Part, setting: Setting) -> Target:
    return target(part.found, part.fields | {"leftover": " ".join(part.leftover)}, setting, (part.start, part.end))

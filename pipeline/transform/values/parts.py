"""Longer texts: the targets inside them, and what becomes of the words between."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.model.target import Target
from pipeline.transform.values.grammar import Fields, Setting
from pipeline.transform.values.patterns import Found
from pipeline.transform.values.quantities import in_unit_of
from pipeline.transform.values.readings import ASIDE, LABEL, NAME, operator_of, read, target, wording

_SAID = frozenset({"quantity", "date"})
"""The kinds of targets that a text without digits may state too."""
_TIMES = frozenset({"duration", "workdays", "months"})


@dataclass(slots=True)
class Part:
    """A target on its way: the form found, its fields, the span it takes up, and what about it is not understood.

    `names` are the spans of what names it: a number in one of them is no number of the target.
    """

    found: Found
    fields: Fields
    start: int
    end: int
    leftover: list[str]
    names: list[tuple[int, int]] = field(default_factory=list)


def scan(setting: Setting) -> Iterator[Part]:
    """The targets inside a text, in order; of forms at one place the first that makes sense."""
    look, at = setting.patterns.forms.inside(setting.text.read, setting.grammar.inner), 0
    while candidates := look(at):
        at = candidates[0].match.start() + 1
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
    if not any(map(str.isdigit, setting.text.read)) and not any(part.fields["kind"] in _SAID for part in parts):
        return [(_of_words(wording(setting, [part.found.span() for part in parts]), None, setting), None)]
    _share_in_lists(parts, setting)
    for left, right in zip([None, *parts], [*parts, None], strict=True):
        _settle(left, right, setting)
    targets = _without_labels(parts, setting)
    return [(_finished(part, setting), part.found) for part in targets] or [(_of_no_form(parts, setting), None)]


def _of_no_form(labels: list[Part], setting: Setting) -> Target:
    """A text whose only numbers are names is a wording like any other; one whose numbers cannot be read says so."""
    text = setting.text.raw.strip()
    if not any(label.leftover or label.found.form.rule.reading == NAME for label in labels):
        return Target("unparsed", "unparsed", leftover=text)
    names = [label.found.span() for label in labels]
    return _of_words(wording(setting, names), labels[0].found.form.rule.id, setting)


def _of_words(fields: Fields, rule_id: str | None, setting: Setting) -> Target:
    start, end = setting.text.span(0, len(setting.text.read))
    status = "partial" if fields["leftover"] else "clean"
    return Target(**fields, status=status, span_start=start, span_end=end, rule_id=rule_id)


def _without_labels(parts: list[Part], setting: Setting) -> list[Part]:
    """The targets; what only names or counts them belongs to the one that follows, or is left over at the last.

    What is said aside is left over at the one before it.
    """
    targets: list[Part] = []
    labels: list[Part] = []
    for part in parts:
        if part.fields["kind"] == ASIDE and targets:
            targets[-1].leftover += [setting.text.printed(part.start, part.end), *part.leftover]
            continue
        if part.fields["kind"] in (LABEL, ASIDE):
            labels.append(part)
            continue
        part.start = labels[0].start if labels else part.start
        part.leftover[:0] = [words for label in labels for words in label.leftover]
        part.names = [label.found.span() for label in labels]
        targets.append(part)
        labels = []
    if targets:
        for label in labels:
            name = setting.text.printed(label.start, label.end)
            targets[-1].leftover += [name, *(words for words in label.leftover if words not in name)]
    return targets


def _share_in_lists(parts: list[Part], setting: Setting) -> None:
    """In a plain list an operator before the first or after the last counts for all, and so does a change before the
    first: 4%、3%、2%以下, 分别下降4%和3%.
    """
    for run in _lists(parts, setting):
        if holder := _for_all(run):
            operator = operator_of(holder.found, setting)
            for part in run:
                part.fields = read(part.found, setting, operator) or part.fields
                part.fields.pop("leftover", None)
        _share_unit(run, setting)
        _share_change(*run)


def _for_all(run: list[Part]) -> Part | None:
    """The part whose operator is that of a whole list, if one is. Before numbers of several units only words are (at
    least 5场、200人); a sign belongs to its number, and what stands behind the last to that: 5个、3%以内.
    """
    holders = [part for part in run if part.fields["operator"]]
    alike = len({part.fields["measure_unit"] for part in run if part.fields["measure_unit"]}) <= 1
    if _are_ends(holders, run) and alike and holders[0].fields["operator"] == holders[1].fields["operator"]:
        return holders[0]
    if len(holders) != 1:
        return None
    (holder,) = holders
    if holder is run[0] and holder.found["operator"] and (alike or holder.fields["operator_source"] == "word"):
        return holder
    return holder if holder is run[-1] and holder.found["operator_after"] and alike else None


def _are_ends(holders: list[Part], run: list[Part]) -> bool:
    """Whether the first and the last of a list are what is printed with an operator: 控制在4%、3%、2%以下."""
    return [id(part) for part in holders] == [id(run[0]), id(run[-1])]


def _share_unit(run: list[Part], setting: Setting) -> None:
    """A unit that only the last number of a list has is that of all: 10、20、30个. What has a sign or a word of its own
    is a statement of its own, and lends no unit to the one before: ≥80、≥90%.
    """
    *others, last = run
    if any(part.found.span()[0] != part.found.span("number")[0] for part in run[1:]):
        return
    if last.found["unit"] and not any(part.fields["measure_unit"] or part.fields["factor"] != 1 for part in others):
        for part in others:
            part.fields = in_unit_of(part.fields, last.found, setting)


def _share_change(first: Part, *others: Part) -> None:
    """A change stated before the first of several numbers of one unit is that of all."""
    said: Fields = {name: first.fields[name] for name in ("change", "change_from") if name in first.fields}
    unit = first.fields["measure_unit"]
    if not any(part.fields.get("change") or part.fields["measure_unit"] != unit for part in others):
        for part in others:
            part.fields.update(said)


def _lists(parts: list[Part], setting: Setting) -> list[list[Part]]:
    """The runs of quantities that only the joints of a list part."""
    runs: list[list[Part]] = [parts[:1]]
    for left, right in pairwise(parts):
        if not _joined(left, right, setting):
            runs.append([])
        runs[-1].append(right)
    return [run for run in runs if len(run) > 1]


def _joined(left: Part, right: Part, setting: Setting) -> bool:
    readings = {part.found.form.rule.reading for part in (left, right)}
    joint = setting.text.read[left.end : right.start]
    if readings != {"quantity"} or _is_unsure(left, right, setting):
        return False
    are_times = all(part.fields["dimension"] in _TIMES for part in (left, right))
    joints = ("list", "list_of_times") if are_times else ("list",)
    return any(setting.patterns.around(name).fullmatch(joint) for name in joints)


def _is_unsure(left: Part, right: Part, setting: Setting) -> bool:
    """Whether only a sign parts two numbers that may be one, or no numbers at all: 0。95, 3:7, 6-3-1. A stroke between
    numbers of different units may say how many of one there are to the other: 100元/100公斤.
    """
    read = setting.text.read
    sign, ends = read[left.end : right.start], (read[left.end - 1], read[right.start])
    if left.fields["kind"] == LABEL:
        return False
    if not sign and right.found["operator"] and ends[0].isdigit():  # 5=50%: two numbers that only a sign joins
        return True
    if not setting.patterns.around("unsure").fullmatch(sign):
        return False
    units = [part.fields.get("measure_unit") for part in (left, right)]
    if setting.grammar.units.per.fullmatch(sign) and units[0] != units[1]:
        return ends[1].isdigit()
    return all(map(str.isdigit, ends))


def _settle(left: Part | None, right: Part | None, setting: Setting) -> None:
    """Gives the words between two targets to the one they belong to; the others are left over at the nearest before.

    Before a change, words that compare it with something are no label: against what is not understood. A sign between
    two numbers that may be one is left over at both.
    """
    if left and right and _is_unsure(left, right, setting):
        sign = setting.text.printed(left.end, right.start) or setting.text.printed(*right.found.span("operator"))
        if sign.isspace():
            sign = setting.text.printed(left.end - 1, right.start + 1)
        for part in (left, right):
            part.leftover.append(sign)
        return
    start = left.end if left else 0
    end = right.start if right else len(setting.text.read)
    gap, around = setting.text.read[start:end], setting.patterns.around
    label = around("label").search(gap) if right else None
    if label and right and not _turns(label[0], right, setting):
        right.start, gap = start + label.start(), gap[: label.start()]
    if left and (tail := _tail(left, gap, right is not None, setting)):
        left.end, gap, start = left.end + tail, gap[tail:], start + tail
    owner = left or right
    if owner is None or (left and right and around("list").fullmatch(gap)):
        return
    for words in around("words").finditer(gap):
        owner.leftover.append(setting.text.printed(start + words.start(), start + words.end()))


def _turns(words: str, part: Part, setting: Setting) -> bool:
    """Whether words before a target may say something else of it than what it is: what a change is measured against, or
    that there is none of it (未发生超过2起).
    """
    around = setting.patterns.around
    if part.fields.get("change") and around("compared").search(words):
        return True
    return bool(around("negated").search(words) and part.fields.get("high") != 0)


def _tail(part: Part, gap: str, goes_on: bool, setting: Setting) -> int:
    """How much of the words right after a target is understood: a deed, or the noun that is counted.

    A single character between two numbers is no noun that could be told from damage, unless it counts by itself.
    """
    if goes_on and len(gap) == 1 and not setting.grammar.units.knows(gap):
        return 0
    around, names = setting.patterns.around, filter(None, ("deed", _what_follows(part.fields)))
    return max((match.end() for name in names if (match := around(name).match(gap))), default=0)


def _what_follows(fields: Fields) -> str | None:
    """What words after a target say that is understood whatever they are: what is counted, or what is done in time."""
    if fields.get("dimension") == "count":
        return "counted"
    in_time = fields["kind"] == "date" or fields.get("dimension") in _TIMES
    is_limit = fields.get("operator") in ("<", "<=") or fields.get("recurrence")
    return "in_time" if in_time and is_limit else None


def _finished(part: Part, setting: Setting) -> Target:
    fields = part.fields | {"leftover": " ".join(part.leftover)}
    return target(part.found, fields, setting, (part.start, part.end), part.names)

"""Which cells of a form are labels: by what they say, and by where they stand.

A form alternates labels and values. So what stands right of a label that takes one cell is its value, even if it reads
like a label; what stands where other rows have labels is one, even if nobody knows it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from pipeline.extract.layout.form.known_labels import Labels, climbed
from pipeline.extract.layout.form.numbered import numbered_lists
from pipeline.extract.layout.form.year_pairs import year_pairs
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.field_labels import AMOUNTS, OTHER, PARTS, REMARK, FieldLabels, Label, undated
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Cell

HEADINGS = frozenset({REMARK, OTHER})
"""Fields of labels under which others may stand; what stands under the label of a field is of that."""
_NUMBER = re.compile(r"^[-+]?\d[\d,.，]*\D{0,3}$")


def label_cells(rows: Rows, row_nos: Iterable[int], labels: FieldLabels) -> Labels:
    """The labels among the printed cells of some rows, each with what it is of."""
    row_nos = list(row_nos)
    lists = numbered_lists(rows, row_nos, labels.is_of_order)
    listed = {row_no for body in lists.values() for row_no in body}
    printed = {row_no: rows.printed(row_no) for row_no in row_nos if row_no not in listed}
    known = Labels({cell: label for cells in printed.values() for cell in cells if (label := labels.find(cell.text))})
    known |= {cell: labels.unknown(cell.text) for row_no in lists for cell in printed[row_no] if cell not in known}
    values = set()
    for cell in list(known):
        if cell.row_no not in lists and _is_value(rows, cell, known):
            values.add(cell)
            del known[cell]
    known |= {cell: label for cells in printed.values() for cell in cells if (label := _of_year(rows, cell, labels))}
    known |= year_pairs(rows, [row_no for row_no, cells in printed.items() if cells], labels)
    known = Labels(known)
    slots = {(cell.col_no, cell.col_span) for cell in known if _has_value(rows, cell, known)}
    for cells in printed.values():
        for cell in cells:
            if cell in known or cell in values:
                continue
            if label := _completed(rows, cell, known, labels):
                known[cell] = label
                continue
            if value := _only_value(rows, cell, known):
                values.add(value)
                del known[value]
            if value or _stands_as_label(rows, cell, known, slots, labels):
                known[cell] = labels.placed(cell.text)
    return known


def _only_value(rows: Rows, cell: Cell, known: Labels) -> Cell | None:
    """What reads like a label and is all there is beside a cell at the left edge: the value of what that says. Below
    it stands none of its own.
    """
    right = _right(rows, cell)
    if right is None or right not in known or known[right].how != PARTS or known[right].rule.single:
        return None
    is_row = cell.col_no == 1 and cell.row_span == right.row_span and _right(rows, right) is None
    return right if is_row and not _heads_values(rows, right, known) else None


def _is_value(rows: Rows, cell: Cell, known: Labels) -> bool:
    """Whether what reads like a label is the value of one: of the label beside it, or of the header above it."""
    if known[cell].how != PARTS or known[cell].rule.single:
        return False
    left, above = _left(rows, cell), head_of_column(rows, cell, known)
    if left and left in known and known[left].rule.single and left.row_span == cell.row_span:
        return not (_heads_values(rows, left, known) and _heads_values(rows, cell, known))
    if above is None or above.row_no + above.row_span < cell.row_no:
        return False
    return known[above].rule.single and not _has_value(rows, above, known)


def _heads_values(rows: Rows, label: Cell, known: Labels) -> bool:
    """Whether what stands right below a label is no label: so it is below the headers of columns."""
    below = rows.at(label.row_no + label.row_span, label.col_no)
    if below is None or (below.col_no, below.col_span) != (label.col_no, label.col_span):
        return False
    return not below.is_blank and below not in known


def _stands_as_label(rows: Rows, cell: Cell, known: Labels, slots: set[tuple[int, int]], labels: FieldLabels) -> bool:
    """Whether a cell that no rule knows stands where labels do: with something to its right that is none, at the left
    edge as the heading of those beside it, or at the head of a column of sums.
    """
    left, above, value = _left(rows, cell), head_of_column(rows, cell, known), _right(rows, cell)
    is_inner = left is not None and left in known and left.row_span > cell.row_span
    if _is_beside_money(rows, cell, known, labels):
        return True
    if not labels.could_be(cell.text):
        return False
    if not _has_value(rows, cell, known):
        label = known.get(value) if value else None
        is_head = label is not None and (left is None or (is_inner and known[left].rule.name in HEADINGS))
        return is_head or _heads_sums(rows, cell, known)
    if above and not _has_value(rows, above, known) and not _heads_rows(rows, above, known):
        return is_inner and _is_sum(value) and labels.is_of_money(above.text, known[above])
    if (is_inner and _is_sum(value)) or _heads_sums(rows, cell, known) or _follows_value(rows, cell, known):
        return True
    stands_in_slot = (cell.col_no, cell.col_span) in slots and (left not in known or is_inner)
    return stands_in_slot and _alternates(rows, cell, known, labels)


def _heads_rows(rows: Rows, label: Cell, known: Labels) -> bool:
    """Whether a tall label is that of the rows beside it, not the head of a column: the last of them prints values."""
    last = label.row_no + label.row_span - 1
    return last > label.row_no and any(one not in known for one in rows.printed(last) if one.col_no > label.col_no)


def _is_beside_money(rows: Rows, cell: Cell, known: Labels, labels: FieldLabels) -> bool:
    """Whether a cell without a number stands between a label of money, as high, and a number."""
    left, value = _left(rows, cell), _right(rows, cell)
    if left is None or left not in known or left.row_span > cell.row_span or not _has_value(rows, cell, known):
        return False
    return _has_number(value) and labels.could_be(undated(cell.text)) and labels.is_of_money(left.text, known[left])


def _heads_sums(rows: Rows, cell: Cell, known: Labels) -> bool:
    """Whether a cell stands right above a sum, and beside it a label as high that says of when the sum below it is."""
    beside = [one for one in (_left(rows, cell), _right(rows, cell)) if one is not None and one in known]
    return _is_above_sum(rows, cell) and any(
        bool(known[one].rule.measure)
        and (one.row_no, one.row_span) == (cell.row_no, cell.row_span)
        and _is_above_sum(rows, one)
        for one in beside
    )


def _is_above_sum(rows: Rows, cell: Cell) -> bool:
    """Whether a sum stands right below a cell, as wide as it."""
    below = rows.at(cell.row_no + cell.row_span, cell.col_no)
    return below is not None and _is_sum(below) and (below.col_no, below.col_span) == (cell.col_no, cell.col_span)


def _of_year(rows: Rows, cell: Cell, labels: FieldLabels) -> Label | None:
    """The label that a year is which heads a column of sums: 2024年 | 2025年 | 2026年. A number alone is one beside
    another, for a sum may be 2000 as well.
    """
    if not _is_above_sum(rows, cell):
        return None
    left, right = _left(rows, cell), _right(rows, cell)
    years = {plain(one.text) for one in (left, right, cell) if one and labels.of_year(one.text)}
    if plain(cell.text).isdigit() and len(years) == 1:
        return None
    label = labels.find(left.text) if left else None
    if label and label.rule.single and not (right and labels.of_year(right.text)):
        return None
    return labels.of_year(cell.text)


def _completed(rows: Rows, cell: Cell, known: Labels, labels: FieldLabels) -> Label | None:
    """The label that a cell is together with the taller one on its left: 绩效总目标 | 中长期, 基本信息 | 名称."""
    left, right = _left(rows, cell), _right(rows, cell)
    if (
        left is None
        or left not in known
        or left.row_span <= cell.row_span
        or right is None
        or right.is_blank
        or right in known
    ):
        return None
    return labels.together(cell.text, left.text)


def _follows_value(rows: Rows, cell: Cell, known: Labels) -> bool:
    """Whether the label before the one cell to the left of a cell has its value there: it takes one, or a sum."""
    value = _left(rows, cell)
    if value is None or value.is_blank or value in known or value.row_no != cell.row_no:
        return False
    before = _left(rows, value)
    label = known.get(before) if before else None
    return label is not None and (label.rule.single or (bool(label.rule.source) and _is_sum(value)))


def head_of_column(rows: Rows, cell: Cell, labels: Labels) -> Cell | None:
    """The label at the head of the column of equally wide cells that a cell stands in."""
    passed, at, head = [], cell, None
    while at not in labels.heads:
        passed.append(at)
        above = _above(rows, at, labels)
        if above is None or (above.col_no, above.col_span) != (at.col_no, at.col_span):
            break
        if above in labels:
            head = above
            break
        at = above
    labels.heads.update(dict.fromkeys(passed, labels.heads.get(at, head)))
    return labels.heads[cell]


def _above(rows: Rows, cell: Cell, labels: Labels) -> Cell | None:
    """The cell above one; a row of one label and its value between the rows of columns is passed over."""
    above = rows.at(cell.row_no - 1, cell.col_no)
    if above is None or above.col_span == cell.col_span or not _is_of_a_pair(rows, above, labels):
        return above
    return rows.at(above.row_no - 1, cell.col_no)


def heads_a_column(rows: Rows, label: Cell, labels: Labels) -> bool:
    """Whether a label may say what stands below it: one beside labels of its own height, or with nothing to its right.
    The cell beside any other is what it labels, and below it another label may stand that no rule knows.
    """
    left, right = (rows.at(label.row_no, col) for col in (label.col_no - 1, label.col_no + label.col_span))
    beside = [cell for cell in (left, right) if cell and cell in labels]
    return right is None or any((cell.row_no, cell.row_span) == (label.row_no, label.row_span) for cell in beside)


def is_under_unknown(rows: Rows, cell: Cell, labels: Labels) -> bool:
    """Whether a sum stands below words that nobody knows, beside a column of the budget."""

    def told(head: Cell) -> bool | None:
        if labels.measures.get(head.row_no, frozenset()).isdisjoint(AMOUNTS - {"executed"}):
            return None
        is_known = head in labels and labels[head].rule.name != OTHER
        return not (is_known or head.is_blank or _is_sum(head))

    return climbed(rows, cell, labels.under_unknown, told, False)


def stands_alone(rows: Rows, cell: Cell, labels: Labels) -> bool:
    """Whether a cell is the value of the one label of its row, which says nothing of the rows around: 归口处室 |
    教科文处.
    """
    return cell not in labels and _is_of_a_pair(rows, cell, labels)


def _is_of_a_pair(rows: Rows, cell: Cell, labels: Labels) -> bool:
    return cell.row_span == 1 and [one in labels for one in rows.printed(cell.row_no)] == [True, False]


def _alternates(rows: Rows, cell: Cell, known: Labels, labels: FieldLabels) -> bool:
    """Whether a value and a label take turns to the right of a cell, or all that stands there are sums."""
    beside = [one for one in rows.printed(cell.row_no) if one.col_no > cell.col_no]
    own = beside[: next((at for at, one in enumerate(beside) if one in known), len(beside))]
    return all(map(_is_sum, own)) or (len(own) % 2 == 1 and all(labels.could_be(one.text) for one in own[1::2]))


def _is_sum(cell: Cell | None) -> bool:
    return cell is not None and _NUMBER.match(plain(cell.text)) is not None


def _has_number(cell: Cell | None) -> bool:
    return cell is not None and any(map(str.isdigit, cell.text))


def _has_value(rows: Rows, cell: Cell, known: Labels) -> bool:
    right = _right(rows, cell)
    return right is not None and right not in known


def _left(rows: Rows, cell: Cell) -> Cell | None:
    return rows.at(cell.row_no, cell.col_no - 1)


def _right(rows: Rows, cell: Cell) -> Cell | None:
    return rows.at(cell.row_no, cell.col_no + cell.col_span)


def by_row(labels: Labels) -> dict[int, list[Cell]]:
    """The labels that stand in each row, from the left."""
    found: dict[int, list[Cell]] = {}
    for label in sorted(labels, key=lambda label: label.col_no):
        for row_no in range(label.row_no, label.row_no + label.row_span):
            found.setdefault(row_no, []).append(label)
    return found


def nearest_left(cell: Cell, beside: Sequence[Cell]) -> Cell | None:
    """The last label of a row that begins before a cell."""
    place = bisect_left(beside, cell.col_no, key=lambda label: label.col_no)
    return beside[place - 1] if place else None

"""Document → its blocks with the sections of each, told with an eye on the blocks around.

Three things a block does not say by itself: that a table goes on from the one before, that it lists projects instead of
stating one, and that paragraphs state a form, or the indicators of one that has no table of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.layout.captions import TITLE, Captions
from pipeline.extract.layout.form.fields import FormSection
from pipeline.extract.layout.header.columns import LIST, Header
from pipeline.extract.layout.project.doubts import first_row
from pipeline.extract.layout.prose.form_lines import FormLines
from pipeline.extract.layout.prose.paragraphs import OutlineParagraphs
from pipeline.extract.layout.sections import Section, SectionReader
from pipeline.extract.layout.table.indicator_table import IndicatorRow
from pipeline.extract.layout.table.tables import TableSection
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Document, Grid, Paragraph
from pipeline.model.finding import Finding
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

WHOLE = "whole_department"
OF_FORMS = frozenset({WHOLE, "project_name", "program", "goals"})
"""What forms of targets state, and sheets of a budget do not, but for the department."""
Block = tuple[Paragraph | Grid, list[Section]]


def outline(document: Document, rules: Rulebook) -> tuple[Document, list[Block]]:
    """The blocks of a document in order, each with its sections; a paragraph has none. Paragraphs that state a form
    or its indicators are tables, in the blocks and in the document, which says so.
    """
    first_no = max((grid.table_no for grid in document.grids), default=0) + 1
    blocks = list(_with_paragraphs(list(_read(document, rules)), first_no, rules))
    _tell_lists(blocks, compiled(Captions, rules))
    lifted = [(one, sections) for one, sections in blocks if isinstance(one, Grid) and one.table_no >= first_no]
    said = [one for grid, sections in lifted for one in _said_of_lines(grid, sections)]
    return replace(document, blocks=tuple(block for block, _ in blocks), findings=(*document.findings, *said)), blocks


def sections_below(blocks: Sequence[Block]) -> list[Sequence[Section]]:
    """For each block the sections of the next one that is not blank."""
    found: list[Sequence[Section]] = []
    below: Sequence[Section] = ()
    for block, sections in reversed(blocks):
        found.append(below)
        below = sections if isinstance(block, Grid) or block.text.strip() else below
    return found[::-1]


def _read(document: Document, rules: Rulebook) -> Iterator[Block]:
    """Reads the grids, those that go on without a header below that of the table before; a title or form begins
    anew.
    """
    reader, captions, before = compiled(SectionReader, rules), compiled(Captions, rules), None
    for block in document.blocks:
        if isinstance(block, Paragraph):
            before = None if _is_title(block, captions) else before
            yield block, []
            continue
        sections = list(reader.read(block, before))
        before = _last_header(sections, before)
        yield block, sections


def _with_paragraphs(blocks: list[Block], first_no: int, rules: Rulebook) -> Iterator[Block]:
    """The blocks, with the paragraphs that state a form or its indicators as tables, from the number `first_no` on.
    Under a title that has a table of indicators, paragraphs tell of those.
    """
    reader, captions = compiled(SectionReader, rules), compiled(Captions, rules)
    lines, form_lines = compiled(OutlineParagraphs, rules), compiled(FormLines, rules)
    in_tables = {plain(cell.text) for block, _ in blocks if isinstance(block, Grid) for cell in block.cells}
    for part in _parts(blocks, captions):
        if any(isinstance(one, TableSection) and one.kind != LIST for _, sections in part for one in sections):
            yield from part
            continue
        known = {id(block): sections for block, sections in part}
        lifted = list(lines.lifted([block for block, _ in part], first_no))
        free_no = first_no + sum(isinstance(one, Grid) and id(one) not in known for one in lifted)
        for block in form_lines.lifted(lifted, free_no, in_tables):
            first_no += isinstance(block, Grid) and id(block) not in known
            if isinstance(block, Grid) and id(block) not in known:
                yield block, list(reader.read(block))
            else:
                yield block, known[id(block)]


def _said_of_lines(grid: Grid, sections: list[Section]) -> Iterator[Finding]:
    """What is said of paragraphs that became a table. What they state without a value is running text: no indicator.
    A line of which none is left is unread as a whole.
    """
    states_indicators = any(isinstance(one, TableSection) for one in sections)
    code = "indicators_in_paragraphs" if states_indicators else "form_in_paragraphs"
    yield Finding(code, first_row(grid), grid.table_no, None, {"table": str(grid.table_no)})
    for section in sections:
        if isinstance(section, TableSection):
            stated = [one for one in section.indicators if _states_value(one)]
            kept, all_rows = ({one.row_no for one in rows} for rows in (stated, section.indicators))
            for row in section.indicators:
                if row.row_no in kept and not _states_value(row):
                    yield Finding("unread_cell", row.texts.get("indicator_name", ""), grid.table_no, row.row_no)
            lost = all_rows - kept
            for address in [at for at, role in section.roles.items() if role == "indicator" and at.row_no in lost]:
                del section.roles[address]
            section.indicators[:] = stated


def _states_value(row: IndicatorRow) -> bool:
    return any(value.text for value in row.values)


def _parts(blocks: list[Block], captions: Captions) -> Iterator[list[Block]]:
    """The blocks of a document, cut before each title."""
    part: list[Block] = []
    for block, sections in blocks:
        if part and isinstance(block, Paragraph) and _is_title(block, captions):
            yield part
            part = []
        part.append((block, sections))
    if part:
        yield part


def _last_header(sections: list[Section], before: Header | None) -> Header | None:
    """The header that a next table may go on from."""
    for section in sections:
        before = section.header if isinstance(section, TableSection) else None if section.opens else before
    return None if before and before.is_turned else before


def _tell_lists(blocks: list[Block], captions: Captions) -> None:
    """Empties the sections, in place, that may be lists and are: no indicators follow them before the next form. So too
    those that name a project and state nothing of targets, and sheets of a budget, if nothing that does follows.
    """
    is_followed = states = False
    for block, sections in reversed(blocks):
        if isinstance(block, Paragraph):
            is_title = _is_title(block, captions)
            is_followed, states = is_followed and not is_title, states and not is_title
        for place in reversed(range(len(sections))):
            section = sections[place]
            if isinstance(section, TableSection):
                is_followed = section.kind != LIST
            elif not is_followed and (
                section.may_list or _is_of_budget(section) or (section.opens and not (section.states or states))
            ):
                sections[place] = FormSection((), {})
            else:
                states = not section.opens and (states or section.states)
                is_followed = is_followed and not section.opens


def _is_title(paragraph: Paragraph, captions: Captions) -> bool:
    return any(one.name == TITLE for one in captions.titles(paragraph.text))


def _is_of_budget(section: FormSection) -> bool:
    """Whether a line above a section names a department, and nothing else says what it is of: so do the sheets of a
    budget, 收支总表 and others, which state no goals.
    """
    own = [one for one in section.fields if one.name in OF_FORMS]
    return bool(own) and all(one.name == WHOLE and one.address is None for one in own)

"""Document → its blocks with the sections of each, told with an eye on the blocks around.

Two things a table does not say by itself: that it goes on from the table before, and that it lists projects instead of
stating one.
"""

from collections.abc import Iterator

from pipeline.extract.layout.captions import TITLE, Captions
from pipeline.extract.layout.columns import LIST, Header
from pipeline.extract.layout.fields import FormSection
from pipeline.extract.layout.sections import Section, SectionReader
from pipeline.extract.layout.tables import TableSection
from pipeline.model.document import Document, Grid, Paragraph
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

Block = tuple[Paragraph | Grid, list[Section]]


def outline(document: Document, rules: Rulebook) -> list[Block]:
    """The blocks of a document in order, each with its sections; a paragraph has none."""
    blocks = list(_read(document, rules))
    _tell_lists(blocks, compiled(Captions, rules))
    return blocks


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
        sections = list(reader.read(block))
        if before and not any(_begins_anew(one) for one in sections):
            goes_on = reader.read_on(block, before)
            sections = [goes_on] if goes_on else sections
        before = _last_header(sections, before)
        yield block, sections


def _begins_anew(section: Section) -> bool:
    """Whether a section is no part of the table before: a table with a header of its own, or a form."""
    return section.header.is_printed if isinstance(section, TableSection) else section.opens


def _last_header(sections: list[Section], before: Header | None) -> Header | None:
    """The header that a next table may go on from."""
    for section in sections:
        before = section.header if isinstance(section, TableSection) else None if section.opens else before
    return before


def _tell_lists(blocks: list[Block], captions: Captions) -> None:
    """Empties the sections, in place, that may be lists and are: no indicators follow them before the next form. So too
    those that name a project and state nothing of targets, if nothing that does follows.
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
            elif not is_followed and (section.may_list or (section.opens and not (section.states or states))):
                sections[place] = FormSection((), {})
            else:
                states = not section.opens and (states or section.states)
                is_followed = is_followed and not section.opens


def _is_title(paragraph: Paragraph, captions: Captions) -> bool:
    return any(one.name == TITLE for one in captions.titles(paragraph.text))

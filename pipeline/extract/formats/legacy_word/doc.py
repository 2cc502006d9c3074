"""Word 97 to 2003 bytes → `Document`.

bytes ──streams──▶ parts ──pieces──▶ text ──body──▶ a flow of paragraphs and marks ──flow_walk──▶ blocks
                     └──pages, looks, styles, lists──▶ what holds for each ──┘
"""

import hashlib
from struct import error

from pipeline.extract.formats.flow_walk import FlowWalk
from pipeline.extract.formats.legacy_word.body import Body
from pipeline.extract.formats.legacy_word.boxes import drawn
from pipeline.extract.formats.legacy_word.fields import Codes
from pipeline.extract.formats.legacy_word.fonts import font_names
from pipeline.extract.formats.legacy_word.lists import Lists
from pipeline.extract.formats.legacy_word.marked import Marks
from pipeline.extract.formats.legacy_word.page_heads import margins
from pipeline.extract.formats.legacy_word.pages import character_runs
from pipeline.extract.formats.legacy_word.pieces import Text
from pipeline.extract.formats.legacy_word.printed import Known
from pipeline.extract.formats.legacy_word.streams import FORMAT, Streams, opened
from pipeline.extract.formats.legacy_word.style_sheet import StyleSheet
from pipeline.extract.formats.list_numbers import Numbers
from pipeline.extract.formats.page_heads import with_heads
from pipeline.model.document import Document
from pipeline.model.finding import Rejected
from pipeline.rules.kinds.rulebook import Rulebook


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read a Word 97 to 2003 file.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. The `rules` name the characters of
    symbol fonts and the digits of lists.
    Returns what is printed, in body order. Raises Rejected, and nothing else, if the bytes cannot be read.
    """
    streams = opened(data)
    try:
        text = Text(streams)
        known = _known(text, streams, rules)
        body = Body(known, text, streams)
        walk = FlowWalk(Numbers(Lists(streams, known.fonts).get, rules.layouts, rules.symbols))
        blocks, told = with_heads(walk.blocks(body.items()), margins(streams, text.text, known.codes))
    except (error, IndexError):  # numbers that lie outside of what is there
        raise Rejected("damaged_doc", FORMAT) from None
    if len(text.text) < streams.counts[0]:
        walk.notes.add("text_cut_short", None)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(sha256[:16], name, sha256, len(data), FORMAT, blocks, (*walk.notes.findings(blocks), *told))


def _known(text: Text, streams: Streams, rules: Rulebook) -> Known:
    styles = StyleSheet(streams)
    return Known(
        text=text.text,
        marks=Marks(text, character_runs(streams), styles.hides),
        codes=Codes(text.text),
        styles=styles,
        drawn=drawn(streams),
        fonts=font_names(streams),
        symbols=rules.symbols,
    )

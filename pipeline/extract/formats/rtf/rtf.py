"""RTF bytes → `Document`.

bytes ──tokens──▶ groups, words, text ──reader──▶ a flow of paragraphs and marks ──flow_walk──▶ blocks
"""

import hashlib

from pipeline.extract.formats.flow_walk import FlowWalk
from pipeline.extract.formats.page_heads import with_heads
from pipeline.extract.formats.rtf.paragraphs import FORMAT
from pipeline.extract.formats.rtf.reader import Reader
from pipeline.model.document import Document
from pipeline.rules.kinds.rulebook import Rulebook

_START = b"{\\rtf"


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read an RTF file.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. The `rules` name the characters of
    symbol fonts. The numbers of lists are those that the file prints in front of its paragraphs.
    Returns what is printed, in body order. Raises Rejected (`too_deep`), and nothing else.
    """
    text = data[max(data.find(_START), 0) :].decode("latin-1")
    items, margins, is_cut = Reader(rules.symbols).read(text)
    walk = FlowWalk()
    blocks, told = with_heads(walk.blocks(items), margins)
    if is_cut:
        walk.notes.add("text_cut_short", None)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(sha256[:16], name, sha256, len(data), FORMAT, blocks, (*walk.notes.findings(blocks), *told))

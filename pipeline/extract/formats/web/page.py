"""The tree of a page. The only module of this folder that parses."""

from lxml import etree

from pipeline.extract.formats.package_xml import lacks_memory
from pipeline.extract.formats.web.style_sheet import Element
from pipeline.model.finding import Rejected

# The parser goes no deeper; pages that never close what they open are deep.
_DEEPEST = 2048
_TOO_DEEP = "ERR_RESOURCE_LIMIT"


def tree(text: str, format: str) -> Element | None:
    """The root element of a page, None if it is empty. Raises Rejected (`too_deep`), MemoryError.

    Comments are left out, and with them what only Word reads: codes of fields, drawings (conditional comments).
    """
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, collect_ids=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        if lacks_memory(error):
            raise MemoryError from None
        return None
    if any(error.type_name == _TOO_DEEP for error in parser.error_log):
        raise Rejected("too_deep", format, limit=str(_DEEPEST))
    return root

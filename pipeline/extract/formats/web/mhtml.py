"""Pages in one file (MHTML, RFC 2557) → `Document`."""

import re
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from pipeline.extract.formats.web import html
from pipeline.model.document import Document
from pipeline.model.finding import Rejected
from pipeline.rules.kinds.rulebook import Rulebook

FORMAT = "mhtml"
# A workbook is a page of frames that names the pages of its sheets, each with its name.
_FRAMES = re.compile(rb"<frameset\b", re.IGNORECASE)
_SHEET = re.compile(rb"<x:worksheetsource\s+href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_FRAME = re.compile(rb"<frame\b[^>]*?\ssrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_MOST_PARTS = 20_000


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read a page in one file: its root part, or the pages that the root names where it is one of frames.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is; the `rules` are those of `html`.
    Returns what is printed, in body order. Raises Rejected (`no_page_in_mhtml`, `too_many_parts` and those of `html`),
    and nothing else.
    """
    parts = _pages(data)
    if not parts:
        raise Rejected("no_page_in_mhtml", FORMAT)
    root = _root(data, parts)
    pages = _framed(root, parts) if _FRAMES.search(root) else [root]
    return html.document(data, pages, name, FORMAT, rules)


def _pages(data: bytes) -> dict[str, bytes]:
    """The HTML parts in order, by place or number. Raises Rejected (`too_many_parts`)."""
    message = _message(data)
    parts = [] if message is None else list(message.walk())
    if len(parts) > _MOST_PARTS:
        raise Rejected("too_many_parts", FORMAT, count=str(len(parts)), limit=str(_MOST_PARTS))
    found: dict[str, bytes] = {}
    for number, part in enumerate(parts):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            place = str(part.get("Content-Location") or "").strip()
            found.setdefault(place or f"#{number}", content if isinstance(content, bytes) else b"")
    return found


def _message(data: bytes) -> Message | None:
    try:
        return BytesParser(policy=compat32).parsebytes(data.lstrip())
    except MemoryError:
        raise
    except Exception:  # the library's parser meets whatever damage left
        return None


def _root(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The first page: programs write it first, and the parameter `start` that may name another is not in use."""
    return next(iter(parts.values()))


def _framed(root: bytes, parts: dict[str, bytes]) -> list[bytes]:
    """The pages that a page of frames names, in order: its sheets, or else its frames."""
    names = _SHEET.findall(root) or _FRAME.findall(root)
    found = []
    for name in dict.fromkeys(each.decode("latin-1") for each in names):
        found += [page for place, page in parts.items() if place.endswith(name) and not _FRAMES.search(page)][:1]
    if not found:
        raise Rejected("page_of_frames", FORMAT)
    return found

"""The characters that the bytes of a page are. What a page declares is asked last: many were saved anew."""

import codecs
import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_ENCODINGS = ("utf-8", "gb18030")
_DECLARATION = re.compile(rb"charset\s*=\s*[\"']?([a-z0-9_-]+)", re.IGNORECASE)
# How far into a page its encoding may be declared (HTML 4.2.5.4 allows 1,024 bytes, sites take more).
_START = 4096
_CONTROLS = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f]")
LOST = "\ufffd"
"""Stands for bytes that are no character."""


def decoded(data: bytes) -> str:
    """The text of a page: by its byte order mark, else UTF-8 if the bytes are that, else GB 18030 (GB 18030-2022, which
    holds GBK and GB 2312). Bytes that are neither are `LOST`, in the encoding that loses fewest: one of these or the
    one that the page declares.

    >>> decoded("指标".encode("gbk")), decoded("指标".encode()), decoded("\ufeff指标".encode("utf-16-le"))
    ('指标', '指标', '指标')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _CONTROLS.sub("", data.removeprefix(mark).decode(encoding, "replace"))
    for encoding in _ENCODINGS:
        try:
            return _CONTROLS.sub("", data.decode(encoding))
        except UnicodeDecodeError:
            continue
    texts = [data.decode(encoding, "replace") for encoding in (*_ENCODINGS, *_declared(data))]
    return _CONTROLS.sub("", min(texts, key=lambda text: text.count(LOST)))


def _declared(data: bytes) -> list[str]:
    """The encoding that a page declares, if there is one of that name."""
    found = _DECLARATION.search(data[:_START])
    try:
        return [codecs.lookup(found[1].decode("ascii")).name] if found else []
    except LookupError:
        return []

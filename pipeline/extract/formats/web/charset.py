"""The characters that the bytes of a page are. What a page declares is not asked: half of those saved anew lie."""

import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_ENCODINGS = ("utf-8", "gb18030")
# Controls that are no white space, and characters that print nothing: marks of byte order, places where a word may be
# parted. Editors of web sites leave them in texts.
_UNPRINTED = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f\xad\u200b-\u200d\u2060\ufeff]")
LOST = "\ufffd"
"""Stands for bytes that are no character."""


def decoded(data: bytes) -> str:
    """The text of a page: by its byte order mark, else UTF-8 if the bytes are that, else GB 18030 (GB 18030-2022, which
    holds GBK and GB 2312). Bytes that are neither are `LOST`, in the encoding that loses fewer.

    >>> decoded("指标".encode("gbk")), decoded("指标".encode()), decoded("\ufeff指标".encode("utf-16-le"))
    ('指标', '指标', '指标')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _UNPRINTED.sub("", data.removeprefix(mark).decode(encoding, "replace"))
    for encoding in _ENCODINGS:
        try:
            return _UNPRINTED.sub("", data.decode(encoding))
        except UnicodeDecodeError:
            continue
    texts = [data.decode(encoding, "replace") for encoding in _ENCODINGS]
    return _UNPRINTED.sub("", min(texts, key=lambda text: text.count(LOST)))

"""The source Word file with the findings as comments (批注): ECMA-376-1, 17.13.4.

The text stays as it is, byte for byte; only the marks of the comments are put between. All other parts are copied.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from pipeline.extract.formats.package import Package
from pipeline.extract.formats.package_xml import related
from pipeline.extract.formats.word.cell_places import Places
from pipeline.model.document import Address
from pipeline.reports.annotation import Note
from pipeline.rules.kinds.texts import MemoWords

TRANSITIONAL, STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
COMMENTS = "/relationships/comments"
RELATIONSHIPS = f"{TRANSITIONAL}/package/2006/relationships"
TYPES = f"{TRANSITIONAL}/package/2006/content-types"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(data: bytes, places: Places, notes: Iterable[Note], words: MemoWords, path: Path) -> None:
    """Writes the Word file `data` with these notes to `path`. Raises OSError.

    A note at a cell that has no place in the bytes is put at the one before it: none is left out.
    """
    is_strict = STRICT.encode() in places.content[:4096]
    namespace = f"{STRICT}/wordprocessingml/main" if is_strict else f"{TRANSITIONAL}/wordprocessingml/2006/main"
    placed = [note._replace(address=_nearest(note.address, places)) for note in notes] if places.cells else []
    package = Package(data)
    part = next((one for one in related(package, places.part, COMMENTS) if one in package), "")
    known = package.read(part) if part else b""
    first = max((int(one) for one in re.findall(rb'comment\b[^>]*?:id="(\d+)"', known)), default=-1) + 1
    changed = {places.part: _marked(places, placed, first, namespace)}
    made = b"".join(_comment(number, note, words, namespace) for number, note in enumerate(placed, first))
    changed |= _comments(package, places.part, part, known, made, namespace, is_strict)
    path.write_bytes(_repacked(data, changed))


def _nearest(address: Address, places: Places) -> Address:
    """The cell itself, or where it has no place in the bytes the last one before it, else the first of all."""
    if address in places.cells:
        return address
    return max((one for one in places.cells if one < address), default=min(places.cells))


def _marked(places: Places, notes: list[Note], first: int, namespace: str) -> bytes:
    """The text with the marks between its bytes."""
    prefix = f"{places.prefix or 'w'}:".encode()
    declared = b"" if places.prefix else f' xmlns:w="{namespace}"'.encode()
    marks = []
    for number, note in enumerate(notes, first):
        span, told = places.cells[note.address], b'%bid="%d"%b' % (prefix, number, declared)
        begin, end = (b"<%bcommentRange%b %b/>" % (prefix, which, told) for which in (b"Start", b"End"))
        run = b"<%br%b><%bcommentReference %b/></%br>" % (prefix, declared, prefix, told, prefix)
        marks += [(span.start, number, begin), (span.end, number, end + run)]
    made, done = [], 0
    for at, _, mark in sorted(marks):
        made += [places.content[done:at], mark]
        done = at
    return b"".join([*made, places.content[done:]])


def _comment(number: int, note: Note, words: MemoWords, namespace: str) -> bytes:
    lines = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(UNPRINTABLE.sub("", line))}</w:t></w:r></w:p>'
        for line in note.lines
    )
    author = escape(words.note_author, {'"': "&quot;"})
    return f'<w:comment xmlns:w="{namespace}" w:id="{number}" w:author="{author}">{lines}</w:comment>'.encode()


def _comments(
    package: Package, main: str, part: str, known: bytes, made: bytes, namespace: str, is_strict: bool
) -> dict[str, bytes]:
    """The parts that change beside the text: the comments, and where there were none, what tells of them."""
    if b"</" in known:
        return {part: _before_the_end(known, made)}
    folder, _, file = main.rpartition("/")
    part = part or f"{folder}/comments.xml".lstrip("/")
    kind = f"{STRICT if is_strict else TRANSITIONAL}/officeDocument{'' if is_strict else '/2006'}{COMMENTS}"
    relation = f'<Relationship xmlns="{RELATIONSHIPS}" Id="rIdFindings" Type="{kind}" Target="/{part}"/>'
    declared = f'<Override xmlns="{TYPES}" PartName="/{part}" ContentType="{COMMENTS_TYPE}"/>'
    relations = f"{folder}/_rels/{file}.rels".lstrip("/")
    whole = DECLARATION + f'<w:comments xmlns:w="{namespace}">'.encode() + made + b"</w:comments>"
    if known:
        return {part: whole}
    empty = f'<Relationships xmlns="{RELATIONSHIPS}"></Relationships>'.encode()
    held = package.read(relations) if relations in package else b""
    return {
        part: whole,
        relations: _before_the_end(held if b"</" in held else DECLARATION + empty, relation.encode()),
        "[Content_Types].xml": _before_the_end(package.read("[Content_Types].xml"), declared.encode()),
    }


def _before_the_end(content: bytes, added: bytes) -> bytes:
    at = content.rindex(b"</")
    return content[:at] + added + content[at:]


def _repacked(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The package with these parts in place of its own; names of parts differ in no letter's case alone."""
    left, made = {name.lower(): (name, content) for name, content in changed.items()}, BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            _, content = left.pop(entry.filename.replace("\\", "/").lstrip("/").lower(), ("", None))
            new.writestr(entry, old.read(entry) if content is None else content)
        for name, content in left.values():
            new.writestr(name, content)
    return made.getvalue()

"""Excel bytes → `Document`: .xlsx and its kin.

bytes ──package──▶ parts ──styles, strings, sheet_xml──▶ stored sheets ──printed_cells, blocks──▶ blocks
"""

import posixpath
from collections.abc import Iterator

from pipeline.extract.formats.excel.document import SheetCell, document
from pipeline.extract.formats.excel.document import cell_places as places_of
from pipeline.extract.formats.excel.drawings import boxes, pictures
from pipeline.extract.formats.excel.number_format import formats_of
from pipeline.extract.formats.excel.sheet import Counter, Sheet
from pipeline.extract.formats.excel.sheet_xml import Shared, SheetXml
from pipeline.extract.formats.excel.strings import shared_strings
from pipeline.extract.formats.excel.styles import Styles
from pipeline.extract.formats.excel.values import Values
from pipeline.extract.formats.excel.xml_names import STRICT, Element, is_on, local, related_id
from pipeline.extract.formats.package import Package, part_name
from pipeline.extract.formats.package_xml import content_types, related, relationships, small_part, small_xml, xml
from pipeline.model.document import Address, Document
from pipeline.model.finding import Rejected
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

_USUAL_PART, _USUAL_STRINGS, _USUAL_STYLES = "xl/workbook.xml", "xl/sharedstrings.xml", "xl/styles.xml"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.{}.main+xml"
_FORMATS = {
    _MAIN.format("sheet"): "xlsx",
    _MAIN.format("template"): "xltx",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": "xlsm",
    "application/vnd.ms-excel.template.macroEnabled.main+xml": "xltm",
}
_SHOWN = ("visible", "")


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read an Excel workbook.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. The `rules` hold the words that number
    formats print.
    Returns what is printed, sheet after sheet. Raises Rejected, and nothing else, if the bytes cannot be read.
    """
    return _opened(data, rules).document(data, name)


def cell_places(data: bytes, rules: Rulebook) -> dict[Address, SheetCell]:
    """Where each cell of the document stands in its book. Raises Rejected if the bytes are no such book."""
    return _opened(data, rules).cell_places()


def _opened(data: bytes, rules: Rulebook) -> "_Workbook":
    package = Package(data)
    part, format = _main_part(package)
    root = xml(package.read(part), format)
    if local(root) != "workbook":
        raise Rejected("damaged_workbook", format)
    if format == "xlsx" and root.tag.startswith(f"{{{STRICT}}}"):
        format = "xlsx-strict"
    return _Workbook(package, part, root, format, rules)


def _main_part(package: Package) -> tuple[str, str]:
    """The part of the workbook, and the format that it is declared to have."""
    types = content_types(package)
    stated = (
        *related(package, "", "/relationships/officeDocument"),
        *(each for each in types if types[each] in _FORMATS),
    )
    part = next((each for each in (*stated, _USUAL_PART) if each in package), None)
    if part is None:
        raise Rejected("damaged_workbook", "xlsx")
    if part.endswith(".bin"):
        raise Rejected("format_not_read", "xlsb", detected="Excel (.xlsb)")
    return part, _FORMATS.get(types.get(part, ""), "xlsx")


class _Workbook:
    """One workbook."""

    def __init__(self, package: Package, part: str, root: Element, format: str, rules: Rulebook):
        self._package, self._part, self._root, self._format = package, part, root, format
        formats = compiled(formats_of, rules)
        is_from_1904 = any(local(each) == "workbookPr" and is_on(each, "date1904") for each in root)
        strings = self._related("/sharedStrings", _USUAL_STRINGS)
        styles = small_xml(small_part(package, self._related("/styles", _USUAL_STYLES) or ""))
        self._shared = Shared(
            shared_strings(package.read(strings) if strings else None, format),
            Styles(styles, formats),
            Values(formats, is_from_1904),
            Counter(format),
            format,
        )

    def document(self, data: bytes, name: str) -> Document:
        """The document. Raises Rejected: `damaged_workbook` if there is no sheet."""
        sheets = list(self._sheets())
        if not sheets:
            raise Rejected("damaged_workbook", self._format)
        return document(sheets, self._shared.counter, data, name, self._format)

    def cell_places(self) -> dict[Address, SheetCell]:
        """Where each cell of the document stands."""
        return places_of(self._sheets(), self._shared.counter)

    def _related(self, kind: str, usual: str) -> str | None:
        parts = (*related(self._package, self._part, kind), usual)
        return next((each for each in parts if each in self._package), None)

    def _sheets(self) -> Iterator[Sheet]:
        """The sheets that hold cells, in order: others hold a chart or old macros."""
        folder = posixpath.dirname(self._part)
        parts = {each.get("Id"): each for each in relationships(self._package, self._part)}
        for entry in (each for held in self._root if local(held) == "sheets" for each in held):
            related_part = parts.get(related_id(entry))
            if related_part is not None and related_part.get("Type", "").endswith("/worksheet"):
                part = part_name(related_part.get("Target", ""), folder)
                if part not in self._package:
                    raise Rejected("damaged_workbook", self._format)
                yield self._sheet(entry, part)

    def _sheet(self, entry: Element, part: str) -> Sheet:
        sheet = Sheet(entry.get("name", ""), is_hidden=entry.get("state", "") not in _SHOWN)
        SheetXml(sheet, self._shared).read(self._package.read(part))
        for drawing in related(self._package, part, "/drawing"):
            drawn = small_xml(small_part(self._package, drawing))
            sheet.boxes += boxes(drawn)
            sheet.pictures += pictures(drawn)
        return sheet

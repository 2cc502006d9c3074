"""Builds PDF documents for tests, in code: a spec in Python → the bytes of a .pdf, the same in every run.

    pdf(
        page(
            text(100, 60, "某项目绩效目标表", size=16),
            *ruled([72, 172, 400], [100, 130, 160]),
            text(76, 120, "项目名称"),
        ),
    )

Points count from the upper left corner of the paper, down, as on a printed page. Every function here gives a piece of a
page's content (ISO 32000-1, 8 and 9). The fonts are such as no file embeds.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595.0, 842.0
_DESCRIPTOR = """/FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags {flags} /FontBBox [-25 -254 1000 880]
/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"""


def _composite(name: str, kind: str, ordering: str, encoding: str, entries: str = "", widths: str = "") -> str:
    """A font of several bytes a character (ISO 32000-1, 9.7). `ordering`: whose numbers its characters have."""
    return f"""<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /{encoding} {entries} /DescendantFonts [
<< /Type /Font /Subtype /{kind} /BaseFont /{name} /DW 1000 {widths}
/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >>
{_DESCRIPTOR.format(name=name, flags=4)} >> ] >>"""


def _simple(name: str, entries: str = "") -> str:
    """A font of one byte a character (9.6)."""
    return f"""<< /Type /Font /Subtype /TrueType /BaseFont /{name} {entries} /FirstChar 32 /LastChar 255
/Widths [{"900 " * 224}] {_DESCRIPTOR.format(name=name, flags=4)} >>"""


_HALF = "/W [1 95 500]"
FONTS = {
    "F1": (_composite("STSong-Light", "CIDFontType0", "GB1", "UniGB-UCS2-H", widths=_HALF), "utf-16-be"),
    "F2": (_composite("Unknown", "CIDFontType2", "Identity", "Identity-H"), "utf-16-be"),
    "GBK": (_composite("SimSun", "CIDFontType2", "GB1", "GBK-EUC-H", widths=_HALF), "gbk"),
    "UTF16": (_composite("SimHei", "CIDFontType2", "GB1", "UniGB-UTF16-H", widths=_HALF), "utf-16-be"),
    "Big": (_composite("MSung-Light", "CIDFontType0", "CNS1", "UniCNS-UCS2-H", widths=_HALF), "utf-16-be"),
    "Said": (_composite("ArialMT", "CIDFontType2", "Identity", "Identity-H", "/ToUnicode 3 0 R"), "utf-16-be"),
    "Name": (_simple("#CB#CE#CC#E5"), "gbk"),
    "Wingdings": (_simple("Wingdings-Regular"), "latin-1"),
    "Symbol": (_simple("ABCDEF+SymbolMT"), "latin-1"),
    "Adobe": ("<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>", "latin-1"),
}
"""Fonts that no file embeds, by the names that `text` takes, each with how it codes characters: those of predefined
CMaps (9.7.5.2); `F2`, which does not say its characters; `Said`, whose file says them (`pdf`: `said`); `Name`, whose
name alone tells that it codes Chinese; symbol fonts."""
ALL_SAID = "\n".join(f"1 beginbfrange <{high:02X}00> <{high:02X}FF> <{high:02X}00> endbfrange" for high in range(0xD8))


class PageOf(NamedTuple):
    """A page: its content, entries of its dictionary, and forms that it shows by name."""

    content: str
    entries: str
    forms: tuple[str, ...]


# --- what stands on a page --------------------------------------------------------------------------------------------


def text(x: float, y: float, line: str, size: float = 10, angle: int = 0, mode: int = 0, font: str = "F1") -> str:
    """A line of text with its base line at y. `angle`: 0, 90, 180, 270 or 45; `mode` 3 is text without ink."""
    cos, sin = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1), 45: (0.7071, 0.7071)}[angle]
    matrix = f"{cos} {sin} {-sin} {cos} {x:g} {HEIGHT - y:g}"
    return f"BT /{font} {size:g} Tf {mode} Tr {matrix} Tm <{line.encode(FONTS[font][1], 'surrogatepass').hex()}> Tj ET"


def line(x1: float, y1: float, x2: float, y2: float, width: float = 0.5, dash: str = "[]", grey: float = 0) -> str:
    """A stroked line."""
    return f"{grey:g} G {dash} 0 d {width:g} w {x1:g} {HEIGHT - y1:g} m {x2:g} {HEIGHT - y2:g} l S"


def bar(x1: float, y1: float, x2: float, y2: float, grey: float = 0) -> str:
    """A filled rectangle."""
    return f"{grey:g} g {x1:g} {HEIGHT - y2:g} {x2 - x1:g} {y2 - y1:g} re f 0 g"


def ruled(columns: Sequence[float], rows: Sequence[float], **style: float | str) -> list[str]:
    """The lines of a plain table: every column from the first row to the last, every row likewise."""
    level = [line(columns[0], y, columns[-1], y, **style) for y in rows]  # type: ignore[arg-type]
    return level + [line(x, rows[0], x, rows[-1], **style) for x in columns]  # type: ignore[arg-type]


def table(left: float, top: float, rows: Sequence[Sequence[str]], width: float = 100, height: float = 20) -> list[str]:
    """A ruled table of equal cells, each with a line of text."""
    columns = [left + width * number for number in range(len(rows[0]) + 1)]
    levels = [top + height * number for number in range(len(rows) + 1)]
    texts = [
        text(columns[col] + 3, levels[row] + 14, cell)
        for row, cells in enumerate(rows)
        for col, cell in enumerate(cells)
        if cell
    ]
    return ruled(columns, levels) + texts


def picture(x1: float, y1: float, x2: float, y2: float) -> str:
    """A grey picture of one dot."""
    return f"q {x2 - x1:g} 0 0 {y2 - y1:g} {x1:g} {HEIGHT - y2:g} cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q"


# --- pages and files --------------------------------------------------------------------------------------------------


def page(*content: str, entries: str = "", forms: Iterable[Iterable[str]] = ()) -> PageOf:
    """A page. `entries` of its dictionary, such as `/Rotate 90`; `forms` are shown by `/X0 Do`, `/X1 Do` …"""
    return PageOf("\n".join(content), entries, tuple("\n".join(each) for each in forms))


def pdf(*pages: PageOf, trailer: str = "", said: str = ALL_SAID) -> bytes:
    """A file of these pages. `said`: which characters the codes of the font `Said` are (ISO 32000-1, 9.10.3); where
    nothing is given, those of Unicode."""
    cmap = f"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange {said} endcmap"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", _stream(cmap)]
    kids = []
    for each in pages:
        forms = []
        for content in each.forms:
            objects.append(
                _stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 {WIDTH} {HEIGHT}] {_resources()}")
            )
            forms.append(f"/X{len(forms)} {len(objects)} 0 R")
        objects.append(_stream(each.content))
        kids.append(len(objects) + 1)
        box = "" if "/MediaBox" in each.entries else f"/MediaBox [0 0 {WIDTH:g} {HEIGHT:g}]"
        shown = _resources(" ".join(forms))
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} {shown} /Contents {len(objects)} 0 R {each.entries} >>")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    return _file(objects, trailer)


def _resources(forms: str = "") -> str:
    fonts = " ".join(f"/{name} {font}" for name, (font, _) in FONTS.items())
    return f"/Resources << /Font << {fonts} >> /XObject << {forms} >> >>"


def _stream(content: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str], trailer: str) -> bytes:
    """The objects one after the other, and where each begins (ISO 32000-1, 7.5)."""
    made, places = "%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(made)}\n%%EOF\n"
    return f"{made}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")

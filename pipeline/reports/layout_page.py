"""A page that draws the tables of a document with what each cell was taken for, in colour; one file, no network."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from pipeline.model.finding import Finding
from pipeline.reports import drawn
from pipeline.reports.drawn import SHOWN_LANGUAGE, both
from pipeline.reports.layout import Layout, SeenCell, SeenTable, printed_names, said
from pipeline.rules.kinds.rulebook import Rulebook

COLOURS = {
    "label": "#dfe5ec", "header": "#c3d3e8", "field": "#cdeccf", "unit": "#bfe8dc", "amount_unit": "#bfe8dc",
    "level": "#e2d5f2", "indicator": "#c9d5ff", "description": "#eef0ff", "target": "#ffdcae", "operator": "#ffeccf",
    "value_unit": "#ffeccf", "nature": "#f6efe2", "standard": "#f6efe2", "remark": "#f1f1ee", "weight": "#fff6b8",
    "actual": "#ffcfc4", "earlier": "#f3dcd6", "score": "#fff6b8", "reason": "#f6e3de", "region": "#d3eef5",
    "task": "#d3eef5", "caption": "#ececec", "unread": "#ff9d9d",
}  # fmt: skip
"""Role → the colour of its cells."""
PAGE = Template("""<!DOCTYPE html>
<html lang="zh" data-language="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
body { margin: 1.5rem; color: #222;
  font: 14px/1.45 "Noto Sans CJK SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
h1 { font-size: 1.2rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .4rem; }
table { border-collapse: collapse; }
td, th { border: 1px solid #8a94a0; padding: 3px 6px; vertical-align: top; text-align: left; max-width: 26em; }
td.gap { border-style: dotted; background: #fff; }
.drawn td { white-space: pre-line; }
.list { margin: .5rem 0; font-size: 13px; } .list th { background: #f4f4f4; }
.badge { display: block; font-size: 11px; color: #444; white-space: normal; }
.badge b { font-weight: 600; }
.unread { outline: 2px solid #b00020; outline-offset: -2px; }
.told-content, .told-arithmetic { border-style: dashed; border-width: 2px; }
.legend > span { display: inline-block; padding: 1px 7px; margin: 2px; border: 1px solid #8a94a0; font-size: 12px; }
.said { margin: .3rem 0; padding: .25rem .6rem; border-left: 4px solid #999; background: #fafafa; }
.said.warning { border-color: #d08a00; } .said.error { border-color: #b00020; }
.quote { color: #666; }
button { float: right; font: inherit; padding: 2px 10px; }
$language
</style>
</head>
<body>
<button id="switch">$switch</button>
<h1>$title</h1>
$body
<script>
document.getElementById("switch").onclick = () => {
  const shown = document.documentElement.dataset;
  shown.language = shown.language === "zh" ? "en" : "zh";
};
</script>
</body>
</html>
""")
LANGUAGES = ("zh", "en")


def write(seen: Layout, rules: Rulebook, path: Path) -> None:
    """Writes the page to `path`. Raises OSError if that cannot be written."""
    path.write_text(page(seen, rules), encoding="utf-8", newline="\n")


def page(seen: Layout, rules: Rulebook) -> str:
    """The page as HTML, Chinese and English both in it; a button shows the one or the other."""
    made = _Page(rules)
    body = "\n".join(made.parts(seen))
    return PAGE.substitute(
        language=SHOWN_LANGUAGE, title=escape(seen.path), switch=escape(made.words("zh")["switch"]), body=body
    )


class _Page:
    """Writes the parts of a page in both languages."""

    def __init__(self, rules: Rulebook):
        self._rules, self._names = rules, printed_names(rules)

    def words(self, language: str) -> Mapping[str, Any]:
        return self._rules.pages[language]["layout"]

    def _both(self, key: str, **details: object) -> str:
        """A text of the page in both languages."""
        return both(*(self.words(language)[key].format(**details) for language in LANGUAGES))

    def _role(self, role: str) -> str:
        return both(*(self.words(language)["roles"].get(role, role) for language in LANGUAGES))

    def _told(self, told: str) -> str:
        return both(*(self.words(language)["told_by"].get(told, told) for language in LANGUAGES))

    def _name(self, name: str) -> str:
        """A field or column: its first printed label, and its name in the dataset. One that bears the name of a role,
        such as a remark, has many labels that say different things, and is called what the role is.
        """
        if name in COLOURS:
            return self._role(name)
        return both(self._names.get(name, name), name)

    def parts(self, seen: Layout) -> Iterator[str]:
        yield f'<p class="legend">{"".join(self._legend(role) for role in COLOURS)}</p>'
        yield f"<p>{self._both('drawn')}</p>"
        yield from self._findings(seen.findings)
        if seen.above:
            rows = [(str(one.form_no), self._name(one.field.name), escape(one.field.text)) for one in seen.above]
            yield f"<h2>{self._both('above')}</h2>" + self._list(("form", "field", "text"), rows)
        for table in seen.tables:
            yield from self._table(table)

    def _legend(self, role: str) -> str:
        return f'<span style="background:{COLOURS[role]}">{self._role(role)}</span>'

    def _table(self, table: SeenTable) -> Iterator[str]:
        grid = table.grid
        size = {"table": grid.table_no, "rows": grid.n_rows, "columns": grid.n_cols}
        yield f'<h2 id="t{grid.table_no}">{self._both("table", **size)}</h2>'
        yield from self._findings(table.findings)
        yield f'<table class="drawn">{"".join(self._rows(table))}</table>'
        columns = [
            (f"{one.first}–{one.last}" if one.last > one.first else str(one.first), escape(one.header),
             self._name(one.name), self._told(one.told), self._role(one.role))
            for one in sorted(table.columns, key=lambda one: (one.row_no, one.first))
        ]  # fmt: skip
        if columns:
            yield self._list(("columns", "header", "field", "how", "role"), columns)

    def _rows(self, table: SeenTable) -> Iterator[str]:
        seen = {(one.cell.row_no, one.cell.col_no): one for one in table.cells}
        return drawn.rows(table.grid, lambda cell, spans: self._cell(seen[cell.row_no, cell.col_no], spans))

    def _cell(self, seen: SeenCell, spans: str) -> str:
        cell, classes = seen.cell, " ".join(filter(None, (seen.role, seen.told and f"told-{seen.told}")))
        colour = f' style="background:{COLOURS[seen.role]}"' if seen.role in COLOURS else ""
        return f'<td class="{escape(classes)}"{spans}{colour}>{escape(cell.text.strip())}{self._badge(seen)}</td>'

    def _badge(self, seen: SeenCell) -> str:
        """What a cell was taken for, below its text."""
        if not seen.role:
            return ""
        told = [f"<b>{self._role(seen.role)}</b>"]
        if seen.what:
            told.append(self._name(seen.what))
        told += [escape(one) for one in (seen.says, " + ".join(seen.parts)) if one]
        if seen.told:
            told.append(f"({self._told(seen.told)})")
        return f'<span class="badge">{" · ".join(told)}</span>'

    def _findings(self, findings: Iterable[Finding]) -> Iterator[str]:
        for one in findings:
            rule = self._rules.issues[one.code]
            sentence = both(*(said(one, self._rules, language) for language in LANGUAGES))
            quote = f'<div class="quote">{escape(one.evidence)}</div>' if one.evidence else ""
            row = f"{self._both('row', row=one.row_no)} " if one.row_no else ""
            yield f'<div class="said {rule.severity}">{row}{sentence} <code>{one.code}</code>{quote}</div>'

    def _list(self, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
        """A table of what is known, under heads in both languages; its cells are HTML already."""
        heads = "".join(f"<th>{self._both(one)}</th>" for one in head)
        body = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
        return f'<table class="list"><tr>{heads}</tr>{body}</table>'

"""Builds web pages for tests from documents: the same tables and paragraphs, as sites publish them."""

from html import escape

from pipeline.model.document import Document, Grid, Paragraph

HEAD = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>'
# What stands around the text of a page on a site: a menu, where the page is, a search, a list of links, a foot.
ABOVE = """
<div class="header"><table width="1000" align="center"><tr><td><a href="/">首页</a></td><td><a href="/zwgk">政务公开</a></td>
<td><a href="/bm">项目名称</a></td></tr></table><form>站内搜索：<input type="text" value=""><input type="submit" value="搜索"></form></div>
<div>您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; <span>预算公开</span></div>
<table width="1000" border="0"><tr><td width="200"><ul><li><a href="1">绩效目标</a></li><li><a href="2">预算单位</a></li></ul></td>
<td><table border="0"><tr><td><h1>部门预算公开</h1></td></tr><tr><td>发布时间：2025-02-01 来源：财政局
<span style="display:none">点击：</span></td></tr><tr><td><div class="TRS_Editor">
"""
BELOW = """
</div></td></tr></table></td></tr></table>
<div class="footer"><p>主办单位：某某市财政局 联系电话：0000-12345678</p><p>网站标识码：1200000000</p>
<script>var a = "<table><tr><td>项目名称</td></tr></table>";</script></div></body></html>
"""


def page(document: Document, above: str = "", below: str = "</body></html>") -> bytes:
    """A page that prints what a document does."""
    held = nested(document)
    body = "".join(_block(block, held) for block in document.blocks if not isinstance(block, Grid) or not block.parent)
    return (HEAD + above + body + below).encode()


def nested(document: Document) -> dict[tuple[int, int, int], list[Grid]]:
    """The tables of a document that stand in cells, by the cell."""
    found: dict[tuple[int, int, int], list[Grid]] = {}
    for grid in document.grids:
        if grid.parent:
            found.setdefault(tuple(grid.parent), []).append(grid)
    return found


def _block(block: Paragraph | Grid, held: dict[tuple[int, int, int], list[Grid]]) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_text(block.text) or '&nbsp;'}</p>\n"
    rows: list[list[str]] = [[] for _ in range(block.n_rows)]
    for cell in block.cells:
        inner = "".join(_block(grid, held) for grid in held.get((block.table_no, cell.row_no, cell.col_no), ()))
        rows[cell.row_no - 1].append(
            f"<td rowspan={cell.row_span} colspan={cell.col_span}><p>{_text(cell.text)}</p>{inner}</td>"
        )
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return f'<table border="1">{body}</table>\n'.replace("<p></p>", "")


def _text(text: str) -> str:
    """A text with its line feeds and blanks."""
    return escape(text).replace("\n", "<br>")

"""The command `layout` shows what became of every cell, on the screen and as a page."""

import re
from html.parser import HTMLParser

import pytest

from pipeline.extract.inputs import InputFile
from pipeline.extract.read import read_file
from pipeline.reports import layout_page
from pipeline.reports.layout import UNREAD, layout
from pipeline.schema.codes import ROLES
from tests.layouts.parts import Wide, laid
from tests.whole_run.command import pipeline
from tests.word import docx, paragraph

FORM = [
    ["项目名称", Wide("运维<经费>", 3)],
    ["年度资金总额（万元）", "12.5", "某某栏次", "说明文字"],
    ["一级指标", "二级指标", "三级指标", "指标值"],
    [Wide("产出指标", rows=2), "数量指标", "维护系统数量", "≥8个"],
    ["质量指标", "故障率", "≤5%"],
]
BESIDE = [["科目", "上年", "本年"], ["办公费", "5", "6"]]


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A form with a table beside it that is none."""
    path = tmp_path_factory.mktemp("layout") / "某某局.docx"
    path.write_bytes(docx(paragraph("（2025年度）"), laid(FORM), paragraph("附表"), laid(BESIDE)))
    return path


@pytest.fixture(scope="module")
def seen(file, rules):
    return layout(read_file(InputFile(file, file.name), rules), rules)


class Drawn(HTMLParser):
    """The cells of the drawn tables: classes and text, and whatever the page would load from elsewhere."""

    def __init__(self, page):
        super().__init__()
        self.cells, self.loaded, self._in_drawn, self._in_badge = [], [], False, False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.loaded += [value for name, value in attrs if name in ("src", "href")]
        self._in_drawn = said.get("class") == "drawn" if tag == "table" else self._in_drawn
        self._in_badge = self._in_badge or said.get("class") == "badge"
        if tag == "td" and self._in_drawn and said["class"] != "gap":
            self.cells.append([said["class"], ""])

    def handle_endtag(self, tag):
        self._in_badge = self._in_badge and tag != "td"
        self._in_drawn = self._in_drawn and tag != "table"

    def handle_data(self, data):
        if self._in_drawn and not self._in_badge and self.cells:
            self.cells[-1][1] += data


def test_every_cell_is_drawn_once_with_its_role(seen, rules):
    wanted = [(one.role, one.cell.text) for table in seen.tables for one in table.cells]
    drawn = Drawn(layout_page.page(seen, rules)).cells
    assert [(classes.split()[0] if classes else "", text) for classes, text in drawn] == wanted
    assert ("field", "运维<经费>") in wanted and ("target", "≥8个") in wanted


def test_the_page_needs_no_network(seen, rules):
    page = layout_page.page(seen, rules)
    assert Drawn(page).loaded == []
    assert not re.search(r"https?:|@import|url\(", page)


def test_the_page_says_everything_in_both_languages(seen, rules):
    page = layout_page.page(seen, rules)
    assert len(re.findall('class="zh"', page)) == len(re.findall('class="en"', page)) > 0


def test_every_role_has_a_colour_and_a_name_in_both_languages(rules):
    assert set(layout_page.COLOURS) == set(ROLES)
    for language in layout_page.LANGUAGES:
        assert set(rules.pages[language]["layout"]["roles"]) == set(ROLES)
    assert rules.pages["zh"]["layout"].keys() == rules.pages["en"]["layout"].keys()


def test_a_value_says_of_which_field_it_is_and_a_label_its_parts(seen):
    cells = {one.cell.text: one for one in seen.tables[0].cells}
    assert (cells["12.5"].what, cells["12.5"].says) == ("budget_total", "annual, total")
    assert cells["年度资金总额（万元）"].parts == ("年度", "资金", "总额")


def test_a_column_says_what_it_is_and_how_that_was_known(seen):
    columns = {one.header: one for one in seen.tables[0].columns}
    target = columns["指标值"]
    assert (target.first, target.name, target.told, target.role) == (4, "target", "word", "target")


def test_what_was_not_read_is_shown(file, seen):
    unread = [one.cell.text for table in seen.tables for one in table.cells if one.role == UNREAD]
    assert "办公费" in unread
    shown = pipeline("layout", file).stdout
    assert all(text in shown for text in unread)
    assert "table_not_recognised" in shown


def test_the_page_is_written_where_it_is_asked_for(file, tmp_path):
    page = tmp_path / "page.html"
    done = pipeline("layout", file, "--html", page)
    assert done.exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_file_that_is_no_word_file_is_told_of(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"%PDF-1.7")
    assert "damaged_pdf" in pipeline("layout", path).stdout


def test_a_file_that_is_not_there_is_refused(tmp_path):
    done = pipeline("layout", tmp_path / "none.docx")
    assert done.exit_code == 2
    assert "does not exist" in done.stderr

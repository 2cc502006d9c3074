"""`report.html` in a real browser: it asks for nothing, its filters, sorting and languages work, and it can be kept."""

import re
from collections import Counter

import pypdfium2
import pytest

from pipeline.load import warehouse
from pipeline.reports import summary
from pipeline.reports.page import answers, write
from pipeline.reports.page.write import NAME
from pipeline.rules import book
from tests import word
from tests.transform.made import QUANTITY, indicator, project
from tests.whole_run.command import pipeline

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;`${1}\u2028<!--"
LARGEST = 400_000
CHARTS = ("budgets", "quantified", "costs", "deadlines", "satisfaction")


@pytest.fixture
def report(built, opened):
    """The page of the published document."""
    return opened(built / NAME)


def texts(report, selector):
    return report.page.locator(selector).all_inner_texts()


def test_it_asks_for_nothing_but_itself_and_has_no_fault(report):
    assert report.requests == [report.address]
    assert report.faults == []


def test_it_is_small_enough_for_a_mail(built):
    assert (built / NAME).stat().st_size < LARGEST


@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_every_width(built, opened, width, scheme):
    report = opened(built / NAME, width, scheme)
    assert report.page.evaluate("document.documentElement.scrollWidth") == width
    assert report.page.evaluate("document.documentElement.dataset.theme") == scheme
    for chart in CHARTS:
        drawing = report.page.locator(f"#{chart} svg").bounding_box()
        assert drawing["width"] <= width and drawing["height"] > 40


def test_its_figures_are_those_of_the_dataset(report):
    assert texts(report, ".figure .value")[:3] == ["1,696.32 万元", "12", "129"]


def test_the_other_language_takes_the_place_of_the_first(report):
    assert "绩效目标一览" in texts(report, "h1") and report.page.evaluate("document.documentElement.lang") == "zh-CN"
    report.page.click("#language")
    assert texts(report, "h1") == ["Performance targets at a glance"]
    headings = texts(report, "h2, th, .tools button, .figure .name, .lead")
    assert [text for text in headings if re.search("[\u4e00-\u9fff]", text)] == []
    report.page.click("#language")
    assert texts(report, "h1") == ["绩效目标一览"]
    assert report.faults == []


def test_findings_are_filtered_by_grade_and_sorted_by_money(report):
    grades = report.page.locator("#finding-tools button")
    grades.filter(has_text="警告").click()
    assert set(texts(report, "article.finding .grade")) == {"警告"}
    grades.filter(has_text="提示").click()
    assert set(texts(report, "article.finding .grade")) == {"提示"}
    grades.filter(has_text="全部").click()
    grades.filter(has_text="按金额").click()
    amounts = report.page.eval_on_selector_all(
        "article.finding", "all => all.map(one => Number(one.dataset.amount ?? -1))"
    )
    assert amounts == sorted(amounts, reverse=True) and amounts[0] > 0


def test_targets_are_searched_and_filtered(report):
    report.page.fill("#search", "满意度")
    found = texts(report, "#page section table.targets >> nth=-1 >> tbody tr")
    assert found and all("满意度" in text for text in found)
    report.page.fill("#search", "")
    report.page.select_option("#by-kind", "date")
    assert set(texts(report, "td.kind")) == {"日期"}
    report.page.fill("#search", "没有这样的指标")
    assert texts(report, "td.kind") == []


def test_targets_are_sorted_by_any_column_both_ways(report):
    head = report.page.locator("th[data-column=parse]")
    report.page.select_option("#by-kind", "date")
    head.locator("button").click()
    upward = texts(report, "td.parse")
    assert head.get_attribute("aria-sort") == "ascending"
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert len(set(upward)) > 1 and texts(report, "td.parse")[0] != upward[0]


@pytest.mark.parametrize(("button", "start"), [(0, b"<svg"), (1, b"\x89PNG")])
def test_a_chart_can_be_kept(report, button, start, tmp_path):
    with report.page.expect_download() as waited:
        report.page.locator("#quantified .buttons button").nth(button).click()
    waited.value.save_as(tmp_path / "chart")
    kept = (tmp_path / "chart").read_bytes()
    assert kept.startswith(start) and len(kept) > 2000
    assert report.faults == []


BARS = """() => [...document.querySelectorAll("#budgets svg rect")]
  .map((bar) => [bar.textContent.split("：")[0], Number(bar.getAttribute("width"))])"""
BUDGETS = "SELECT coalesce(unit_name, unit_code, document), sum(budget_total)::DOUBLE FROM units_wide GROUP BY ALL"


def test_the_bar_of_a_budget_is_as_long_as_its_figure_whatever_its_sources(all_layouts, opened):
    long = Counter()
    for name, width in opened(all_layouts / NAME).page.evaluate(BARS):
        long[name] += width
    budgets = dict(warehouse.query(all_layouts / warehouse.NAME, BUDGETS).rows)
    shares = [width / budgets[name] for name, width in long.items()]
    assert len(shares) > 15
    assert max(shares) / min(shares) < 1.01


def test_of_several_documents_a_finding_names_its_unit_and_its_own(all_layouts, opened):
    about = texts(opened(all_layouts / NAME), ".finding .about")
    assert about and all(re.search(r"\.(docx|xlsx)\b", one) for one in about)
    assert any("某某区照明管理中心" in one for one in about)


def test_it_prints_whole(report):
    report.page.emulate_media(media="print")
    report.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    n_targets = report.page.locator("table.targets >> nth=-1").locator("tbody tr").count()
    assert n_targets == 129
    assert not report.page.locator("#search").is_visible()


def test_each_page_of_a_printed_table_has_its_head(report):
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(report.page.pdf(format="A4"))]
    listed = [page for page in pages if len(re.findall(r"第 \d+ 表第 \d+ 行", page)) > 10 and "怎么办" not in page]
    assert len(listed) > 3
    assert all("位置" in page for page in listed)


def test_hostile_texts_are_shown_and_not_run(opened, tmp_path):
    form, rows = project(indicator(QUANTITY, HOSTILE, "8个"), 项目名称=HOSTILE)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.docx").write_bytes(word.docx(word.table(form), word.table(rows)))
    assert pipeline("run", tmp_path / "raw", tmp_path / "out").exit_code == 0
    report = opened(tmp_path / "out" / NAME)
    assert report.faults == [] and report.requests == [report.address]
    assert report.page.locator("main img").count() == 0
    assert any("<script>alert(1)</script>" in text for text in texts(report, "td.name"))


def test_a_large_page_leads_to_the_pages_of_its_units_and_back(built, opened, tmp_path, monkeypatch):
    monkeypatch.setitem(answers.LISTED, "findings", 10)
    database = built / "budget_targets.duckdb"
    write.write(database, summary.report(database), book.default(), tmp_path)
    report = opened(tmp_path / NAME, 390)
    assert report.page.evaluate("document.documentElement.scrollWidth") == 390
    report.page.fill("#unit-search", "股权")
    assert texts(report, ".units a") == ["天津市滨海新区股权投资稳定促进中心"]
    report.page.click(".units a")
    assert texts(report, "h1") == ["天津市滨海新区股权投资稳定促进中心 2025"]
    assert texts(report, ".figure .value")[:3] == ["46.78 万元", "2", "13"]
    assert report.page.evaluate("document.documentElement.scrollWidth") == 390
    report.page.click("#language")
    assert report.page.locator("h2").first.inner_text() == "Costs against budgets"
    report.page.click(".source a")
    assert "绩效目标一览" in texts(report, "h1")
    assert report.faults == []

"""The page of `serve` in a real browser, from the document that is dropped to the files that are taken along."""

import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import openpyxl
import pyarrow.parquet as pq
import pytest

from tests import bad_files, word
from tests.browser.test_report import HOSTILE
from tests.conftest import SOURCE
from tests.serve.conftest import open_page
from tests.transform.made import QUANTITY, indicator, project
from tests.whole_run.command import ROOT, table

HOSTILE_NAME = "<img src=x onerror=alert(3)>\u202exod'\"&amp;.docx"
RUN = 240_000
"""Milliseconds that a run may take on a machine that has much else to do."""
DROP = """([name, text]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], name));
  document.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


class Window:
    """A window of the browser at the page, with what it and the windows that it opens ask for and complain of."""

    def __init__(self, browser, served, width=1280):
        self.context = browser.new_context(viewport={"width": width, "height": 900}, accept_downloads=True)
        self.requests, self.faults, self.address = [], [], served.server.guard.address
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.context.on("console", lambda told: self.faults.append(told.text))
        self.page = self.context.new_page()
        self.page.goto(self.address)
        self.page.wait_for_selector("#drop")

    def review(self, *paths):
        self.page.set_input_files("#files", list(map(str, paths)))
        self.page.click("#start")
        self.page.wait_for_selector("#results, #nothing, #failed", timeout=RUN)

    def opened(self, selector):
        with self.context.expect_page() as waited:
            self.page.click(selector)
        waited.value.wait_for_load_state()
        return waited.value

    def taken(self, key, folder):
        with self.page.expect_download() as waited:
            self.page.click(f"a[href='files/{key}']")
        waited.value.save_as(folder / waited.value.suggested_filename)
        return folder / waited.value.suggested_filename


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with open_page(tmp_path_factory.mktemp("page")) as page:
        yield page


@pytest.fixture(scope="module")
def window(browser, served):
    """The published document, reviewed."""
    opened = Window(browser, served)
    opened.review(SOURCE)
    yield opened
    opened.context.close()


def texts(page, selector):
    return page.locator(selector).all_inner_texts()


def test_the_published_document_is_reviewed_without_a_fault(window):
    assert "1 份文件，12 个项目，预算合计 1,696.32 万元" in texts(window.page, "#results p")
    assert texts(window.page, "#documents .name") == [SOURCE.name]
    assert len(texts(window.page, "#downloads .tile")) >= 5
    assert window.faults == []
    assert [url for url in window.requests if not url.startswith((window.address, "data:", "blob:"))] == []


def test_the_report_is_that_of_a_run_and_is_of_no_site(window, built):
    report = window.opened("#report")
    assert texts(report, ".figure .value")[:3] == ["1,696.32 万元", "12", "129"]
    assert report.evaluate("origin") == "null"
    with report.expect_download() as waited:
        report.locator("#quantified .buttons button").nth(1).click()
    waited.value.save_as(built.parent / "chart.png")
    assert (built.parent / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert window.faults == []


def test_what_holds_texts_of_documents_cannot_speak_to_the_server(window):
    report = window.opened("#report")
    asked = "fetch('../state').then((answer) => answer.status, () => 'refused')"
    assert report.evaluate(asked) == "refused"
    window.faults.clear()  # the browser tells that it refused


def test_each_finding_stands_beside_its_cell(window, built):
    form = window.opened("a[href^='files/form-1']")
    (document,) = table(built, "documents")["document_id"]
    n_findings = (table(built, "issues")["document_id"] == document).sum()
    assert form.locator(".remark").count() == form.locator("td .mark").count() == n_findings > 40
    for number in (1, 20, n_findings):
        form.click(f"#f{number} a.mark")
        assert form.evaluate("location.hash") == f"#c{number}"
        cell = form.locator(f"td:has(#c{number})")
        box = cell.bounding_box()
        assert 0 <= box["y"] < 900
        form.click(f"#c{number}")
        assert form.locator(f"#f{number}:target").is_visible()
    assert "≤95元/个" in form.locator(".printed").nth(1).inner_text()
    assert window.faults == []


def test_the_other_language_is_carried_into_what_is_opened(window):
    window.page.click("#language")
    told = texts(window.page, "h1, h2, h3, button, .tile span, p")
    assert [text for text in told if re.search("[\u4e00-\u9fff]", text)] == ["中文"]
    report, form = window.opened("#report"), window.opened("a[href^='files/form-1']")
    assert texts(report, "h1") == ["Performance targets at a glance"]
    assert texts(form, "h1") == ["The document and its findings"]
    heads = texts(form, ".remark dt, .remark .about, .calm, .counts")
    assert len(heads) > 40 and [text for text in heads if re.search("[\u4e00-\u9fff]", text)] == []
    window.page.click("#language")
    assert texts(window.page, "h1") == ["绩效目标审核"]


def test_the_downloads_are_what_they_say(window, built, tmp_path):
    marked = docx.Document(window.taken("annotated", tmp_path))
    assert marked.tables[0].cell(0, 0).text == docx.Document(SOURCE).tables[0].cell(0, 0).text
    assert b"w:comment " in zipfile.ZipFile(next(tmp_path.glob("*.docx"))).read("word/comments.xml")
    memo = docx.Document(window.taken("memo", tmp_path))
    assert "审核意见" in memo.paragraphs[0].text
    sheet = openpyxl.load_workbook(window.taken("worklist", tmp_path)).active
    assert sheet.max_row > 40
    assert openpyxl.load_workbook(window.taken("workbook", tmp_path))["项目"].max_row == 1 + 12
    with zipfile.ZipFile(window.taken("parquet", tmp_path)) as tables:
        tables.extract("targets.parquet", tmp_path)
    assert pq.read_table(tmp_path / "targets.parquet").equals(pq.read_table(built / "targets.parquet"))
    with zipfile.ZipFile(window.taken("all", tmp_path)) as whole:
        names = whole.namelist()
        assert whole.testzip() is None
    assert {
        "dataset/budget_targets.duckdb",
        "dataset/report.html",
        "审核意见.docx",
        "问题清单.xlsx",
        "绩效目标.xlsx",
    } <= set(names)
    assert [name for name in names if name.startswith("/") or ".." in name] == []


@pytest.mark.parametrize("width", [390, 768])
def test_it_fits_every_width(window, width):
    for page in (window.page, window.opened("a[href^='files/form-1']")):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    window.page.set_viewport_size({"width": 1280, "height": 900})


def test_bombs_and_hostile_texts_are_shown_and_cost_only_themselves(browser, tmp_path):
    form, rows = project(indicator(QUANTITY, HOSTILE, "8个"), 项目名称=HOSTILE)
    hostile = word.docx(word.table(form), word.table(rows))
    for name, content in (
        (HOSTILE_NAME, hostile),
        ("炸弹.docx", bad_files.zip_bomb(600)),
        ("实体.docx", bad_files.entity_bomb()),
        ("截断.docx", bad_files.truncated(SOURCE.read_bytes())),
        ("<script>alert(4)</script>.pdf", b"%PDF-1.7 nothing"),
    ):
        (tmp_path / name.replace("/", "_")).write_bytes(content)
    paths = [path for path in tmp_path.iterdir() if path.is_file()]
    (tmp_path / "page").mkdir()
    with open_page(tmp_path / "page") as served:
        window = Window(browser, served)
        window.review(*paths)
        assert window.page.locator("#results").count() == 1
        rejected = {text for text in texts(window.page, "#inputs .about")}
        assert rejected == {re.sub('[<>:"|?*]', "_", path.name) for path in paths if path.name != HOSTILE_NAME}
        opened = [window.opened("#report"), window.opened("a[href^='files/form-1']")]
        assert [page.locator("main img").count() for page in (window.page, *opened)] == [0, 0, 0]
        assert "<script>alert(1)</script>" in opened[1].locator(".printed").first.inner_text()
        assert window.faults == []
        window.context.close()


def test_what_is_dropped_is_kept_and_removed_and_what_is_no_form_is_told(browser, tmp_path):
    (tmp_path / "page").mkdir()
    with open_page(tmp_path / "page") as served:
        window = Window(browser, served)
        page = window.page
        page.evaluate(DROP, ["说明.docx", "no document"])
        page.wait_for_selector("#start")
        assert texts(page, "#documents .name") == ["说明.docx"]
        page.click("#start")
        page.wait_for_selector("#nothing", timeout=RUN)
        assert texts(page, "#inputs .about") == ["说明.docx"]
        page.click("#documents .remove")
        page.wait_for_selector("#documents", state="detached")
        page.on("dialog", lambda dialog: dialog.accept())
        page.click("#end")
        page.wait_for_selector("#ended")
        assert window.faults == []
        window.context.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_whatever_ends_the_program_its_files_are_gone(browser, tmp_path, number):
    command = [sys.executable, "-m", "pipeline", "serve", "--no-browser"]
    environment = {"TMPDIR": str(tmp_path), "PATH": "/usr/bin:/bin", "PIPELINE_LANG": "zh", "HOME": str(tmp_path)}
    started = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, start_new_session=True)
    try:
        address = re.search(r"http://\S+", started.stderr.readline().decode())[0]
        page = browser.new_page()
        page.goto(address)
        page.set_input_files("#files", str(SOURCE))
        page.click("#start")
        page.wait_for_selector("#progress")
        assert [path for path in tmp_path.rglob("*.docx")]
        started.send_signal(number)
        assert started.wait(60) == 130
        page.close()
    finally:
        started.kill()
    time.sleep(1)  # workers look for the run that they are of twice in a second
    assert list(Path(tmp_path).glob("budget-targets-*")) == []

"""Of a large dataset the page holds the sums and the gravest findings, and each unit has a page of its own."""

import json
import re
import shutil

import pytest

from pipeline.load import datapackage, folder
from pipeline.load.folder import OutputRefused
from pipeline.reports.page import answers, write
from pipeline.reports.summary import report
from pipeline.rules import book

UNITS = {"2025_351101": "天津市滨海新区财政局", "2025_351201": "天津市滨海新区财政综合服务中心"}
UNITS["2025_351202"] = "天津市滨海新区股权投资稳定促进中心"


@pytest.fixture
def large(built, tmp_path, monkeypatch):
    """A folder with the dataset of the published document, written as if it were too large for one page."""
    monkeypatch.setitem(answers.LISTED, "findings", 10)
    monkeypatch.setitem(answers.LISTED, "targets", 20)
    out = tmp_path / "out"
    shutil.copytree(built, out)
    database = out / "budget_targets.duckdb"
    write.write(database, report(database), book.default(), out)
    datapackage.describe(out)
    return out


def shown(path):
    """What a page shows."""
    page = path.read_text(encoding="utf-8")
    return json.loads(re.search(r'<script type="application/json" id="shown">(.*?)</script>', page, re.S)[1])


def rows(told, name):
    return [dict(zip(told[name]["columns"], row, strict=True)) for row in told[name]["rows"]]


def test_a_dataset_that_fits_on_its_page_has_no_others(built):
    assert not (built / write.FOLDER).exists() and "pages" not in shown(built / write.NAME)


def test_the_page_lists_the_gravest_findings_and_leads_to_every_unit(large):
    told = shown(large / write.NAME)
    assert [row["severity"] for row in rows(told, "findings")] == ["warning"] * 8 + ["note"] * 2
    assert {row["n_all"] for row in rows(told, "findings")} == {59}
    assert {page[0] for page in told["pages"]} == {f"report/{name}.html" for name in UNITS}
    assert sum(page[3] for page in told["pages"]) == told["totals"]["budget_total"]
    assert sum(page[4] for page in told["pages"]) == 8


def test_the_pages_of_the_units_together_hold_every_finding_and_target(large):
    pages = {name: shown(large / "report" / f"{name}.html") for name in UNITS}
    assert {name: told["unit"] for name, told in pages.items()} == UNITS
    assert sum(len(rows(told, "findings")) for told in pages.values()) == 59
    assert sum(len(rows(told, "targets")) for told in pages.values()) == 129
    for name, told in pages.items():
        assert {row["unit"] for row in rows(told, "findings")} == {name.replace("_", " ")}
        assert {row["n_all"] for row in rows(told, "findings")} == {len(rows(told, "findings"))}
        assert sum(told["severities"].values()) == len(rows(told, "findings"))


def test_no_page_lists_more_than_it_can_hold(large, monkeypatch):
    monkeypatch.setattr(answers, "LISTED_OF_UNIT", 5)
    with answers.by_unit(large / "budget_targets.duckdb") as units:
        found = {unit: of_unit for unit, of_unit in units}
    assert {len(one["targets"]["rows"]) for one in found.values()} == {5}
    assert {rows(one, "targets")[0]["n_all"] for one in found.values()} == {70, 46, 13}


def test_a_run_replaces_the_pages_and_nothing_that_a_person_put_beside_them(large, tmp_path):
    with folder.replacing(large, [tmp_path / "raw"]) as building:
        (building / "new").write_text("new", encoding="utf-8")
        (building / "report").mkdir()
        (building / "report" / "new.html").write_text("new", encoding="utf-8")
        made = {"name": datapackage.PACKAGE, "resources": [{"path": "new"}, {"path": "report/new.html"}]}
        (building / datapackage.NAME).write_text(json.dumps(made), encoding="utf-8")
    assert [path.name for path in (large / "report").iterdir()] == ["new.html"]
    (large / "report" / "mine.html").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputRefused, match=r"report/mine\.html"), folder.replacing(large, [tmp_path / "raw"]):
        pass
    assert (large / "report" / "mine.html").read_text(encoding="utf-8") == "mine"


def test_every_file_is_listed_under_a_name_of_its_own(large):
    resources = json.loads((large / datapackage.NAME).read_text(encoding="utf-8"))["resources"]
    assert len({one["name"] for one in resources}) == len(resources)
    assert datapackage.listed(large) == {
        path.relative_to(large).as_posix() for path in large.rglob("*") if path.is_file()
    }

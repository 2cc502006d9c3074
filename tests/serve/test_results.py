"""What is made of a dataset is found by the addresses that its pages lead to each other by."""

from urllib.parse import unquote, urljoin

from pipeline.reports.page import write
from pipeline.serve import results


def test_the_pages_of_units_stand_where_the_page_of_the_dataset_leads(tmp_path):
    (tmp_path / write.FOLDER).mkdir()
    for path in (tmp_path / write.NAME, tmp_path / write.FOLDER / "2025_某局.html"):
        path.write_text("", encoding="utf-8")
    files = {f"/word/files/{one.key}": one.path.name for one in results._report(tmp_path)}
    at = next(iter(files))
    there = next(address for address in files if unquote(address) == unquote(urljoin(at, "report/2025_某局.html")))
    assert files[there] == "2025_某局.html"
    assert files[urljoin(there, "../report.html")] == write.NAME

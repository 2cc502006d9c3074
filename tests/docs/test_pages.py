"""What README and docs say is what the commands print."""

import re
import shutil
from pathlib import Path

import pytest

from pipeline.cli import docs
from pipeline.cli.app import app
from pipeline.cli.exitcodes import ExitCode
from tests.whole_run.command import pipeline

REPOSITORY = Path(__file__).parents[2]
TRANSLATED = ["README", "docs/commands", "docs/dictionary", "docs/reading"]
PAGES = [REPOSITORY / f"{name}{ending}" for name in TRANSLATED for ending in (".md", ".zh-CN.md")]


@pytest.fixture(scope="module")
def checkout(built, tmp_path_factory):
    """A folder like a checkout in which the pipeline has run."""
    folder = tmp_path_factory.mktemp("checkout")
    for page in PAGES[:2]:
        shutil.copy(page, folder)
    for name in ("docs", "sql", "pipeline"):
        (folder / name).symlink_to(REPOSITORY / name)
    (folder / "data").mkdir()
    (folder / "data" / "processed").symlink_to(built)
    return folder


def test_every_made_part_is_what_its_command_prints(checkout, monkeypatch):
    monkeypatch.chdir(checkout)
    assert not docs.stale(Path())


def test_a_changed_figure_is_found_and_mended(checkout, tmp_path, monkeypatch):
    monkeypatch.chdir(checkout)
    page = PAGES[0].read_text(encoding="utf-8")
    block = "<!-- output of: python -m pipeline report -->\n"
    assert docs.renewed(page.replace(block, block + "a figure nobody measured\n")) == page


def test_a_command_that_fails_is_named(checkout, monkeypatch):
    monkeypatch.chdir(checkout)
    page = "<!-- output of: python -m pipeline sql no-such-file.sql -->\n<!-- end -->"
    with pytest.raises(docs.CommandFailed, match=r"no-such-file\.sql"):
        docs.renewed(page)


def test_pages_that_are_up_to_date_and_pages_that_are_not_there_are_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = pipeline("docs")
    assert result.exit_code == 2
    assert "call this in a checkout" in result.stderr
    (tmp_path / "README.md").write_text("No made part.\n", encoding="utf-8")
    assert pipeline("docs", "--check").stdout == "every page is up to date\n"


@pytest.mark.parametrize("name", TRANSLATED)
def test_both_languages_hold_the_same_made_parts(name):
    english, chinese = (
        re.findall(
            r"<!-- (?:made by|output of): .*-->", text.replace("language zh", "language en").replace(" --lang zh", "")
        )
        for text in _both(name)
    )
    assert english == chinese


@pytest.mark.parametrize("name", TRANSLATED)
def test_both_languages_have_the_same_sections(name):
    english, chinese = (len(re.findall(r"^#{1,3} ", text, re.M)) for text in _both(name))
    assert english == chinese


def _both(name: str) -> list[str]:
    return [(REPOSITORY / f"{name}{ending}").read_text(encoding="utf-8") for ending in (".md", ".zh-CN.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_into_the_repository_leads_somewhere(page):
    links = re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_section_names_one(page):
    for target, anchor in re.findall(r"\]\((?!http)([^)#]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
        text = (page.parent / target if target else page).read_text(encoding="utf-8")
        assert anchor in {_anchor(heading) for heading in re.findall(r"^#+ (.+)", text, re.M)}, anchor


def _anchor(heading: str) -> str:
    """The name of a section in links, as pages of repositories are shown."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_named_exists(page):
    named = set(re.findall(r"python -m pipeline (\w+)", page.read_text(encoding="utf-8")))
    groups = {group.name for group in app.registered_groups}
    assert named <= groups | {command.name or command.callback.__name__ for command in app.registered_commands}


def test_every_command_is_told():
    commands = {command.name or command.callback.__name__ for command in app.registered_commands if not command.hidden}
    for text in _both("docs/commands"):
        assert commands - set(re.findall(r"`(?:python -m pipeline )?(\w+)[ `]", text)) == set()


def test_every_exit_code_has_its_line():
    for text in _both("docs/commands"):
        assert sorted(map(int, re.findall(r"^\| (\d+) \| \S", text, re.M))) == sorted(ExitCode)


def test_the_front_page_is_short():
    assert all(len(text.splitlines()) <= 250 for text in _both("README"))


def test_the_first_screen_names_targets_of_the_makefile():
    first_screen = PAGES[0].read_text(encoding="utf-8")[:1500]
    targets = re.findall(r"^(\w+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"^make (\w+)", first_screen, re.M)) == {"pipeline", "test"} <= set(targets)

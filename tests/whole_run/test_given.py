"""Values given on the command line are read as its library reads them, and plain ones without what that checks with."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer import Typer
from typer.main import get_command

from pipeline.cli import language
from pipeline.cli.app import app
from tests.whole_run.command import ROOT

VALUES = (
    *("≥95%", "", " ", "a b", "-1", "0", "2025", "1948", "65536", "+5", "007", "1_000", "２０２５", "9" * 30),
    *("0.05", "0.1", "1.5", ".5", "1e3", "nan", "inf", "-0", "/nowhere/x", "data/raw", "\udcff", "12 ", "1.0"),
)


def read(parameter, value):
    """What a parameter reads a value as, with its kind, or the complaint."""
    try:
        found = parameter.process_value(None, value)
    except Exception as error:
        return type(error), getattr(error, "message", None) or str(error)
    return type(found), found, repr(found)


def parameters(command, above=""):
    for parameter in command.params:
        if parameter.param_type_name == "argument" or not parameter.is_flag:
            yield f"{above} {command.name} {parameter.name}", parameter
    for one in getattr(command, "commands", {}).values():
        yield from parameters(one, f"{above} {command.name}")


OURS, LIBRARYS = dict(parameters(language.helped(app))), dict(parameters(get_command(app)))


@pytest.mark.parametrize("name", OURS)
def test_every_parameter_reads_every_value_as_the_library_does(name):
    ours, librarys = OURS[name], LIBRARYS[name]
    several = ours.nargs == -1 or ours.multiple
    for value in (*VALUES, ROOT, 120, 0.1, None):
        given = [value, "b"] if several and value is not None else value
        assert read(ours, given) == read(librarys, given), value


def test_a_path_that_may_not_be_read_is_complained_of(monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    name = next(name for name in OURS if name.endswith("explain text"))
    assert read(OURS[name], str(ROOT)) == (str, str(ROOT), repr(str(ROOT)))
    name = next(name for name in OURS if name.endswith("layout file"))
    assert read(OURS[name], str(ROOT)) == read(LIBRARYS[name], str(ROOT))
    assert "not readable" in read(OURS[name], str(ROOT))[1]


def test_kinds_that_are_not_plain_are_left_to_the_library():
    other = Typer()

    @other.command()
    def colour(names: tuple[str, int], sure: bool | None = None) -> None: ...

    for (name, ours), librarys in zip(
        parameters(language.helped(other)), dict(parameters(get_command(other))).values(), strict=True
    ):
        assert read(ours, ("a", "1")) == read(librarys, ("a", "1")), name


def test_plain_values_load_no_checking_library():
    code = (
        "import sys; sys.argv[1:] = ['explain', '--year', '2025', '≥95%']\n"
        "from pipeline.__main__ import main\n"
        "assert main() in (0, None), 'failed'\n"
        "assert 'pydantic' not in sys.modules, 'loaded'"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_value_out_of_bounds_is_complained_of():
    name = next(name for name in OURS if name.endswith("explain year"))
    assert "greater than or equal to 1949" in read(OURS[name], "1948")[1]
    assert read(OURS[name], "1949")[1] == 1949
    assert Path("a") == read(OURS[next(name for name in OURS if name.endswith("layout file"))], "a")[1]

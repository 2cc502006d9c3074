"""Forms that differ from the fixtures at one place, wherever it is, say the same."""

from collections import Counter

import pytest

from benchmarks.unseen_marks import BLAMES
from pipeline.extract.formats.word import docx
from pipeline.extract.layout import forms
from tests.layouts import mutations_anywhere as anywhere
from tests.layouts.catalogue import FIXTURES
from tests.layouts.mutations import plain

UNSAID = {"other", "remark"}
"""Fields that a form may have besides those that are compared."""
MUTATIONS = {
    "labels paraphrased": anywhere.paraphrased,
    "label and value in one cell": anywhere.joined,
    "an unknown row": anywhere.unknown_row,
    "an unknown pair": anywhere.unknown_pair,
    "a row of a total": anywhere.total_row,
    "without headers": anywhere.without_headers,
    "an unknown column": anywhere.unknown_column,
    "cut": anywhere.cut,
    "cut under its header": anywhere.cut_under_header,
}
OTHERWISE = {
    "cut": "ABCEHJKLMQST",
    "an unknown row": "ST",
    "an unknown pair": "BEJKLM",
    "without headers": "BFHKLMQRTU",
    "an unknown column": "BEFJKLMO",
}
"""Mutation → the fixtures in which something is read otherwise today."""
IN_SILENCE = {
    "an unknown row": "S",
    "cut": "Q",
    "an unknown pair": "EJKLM",
}
"""Mutation → the fixtures in which something is read otherwise today, and no finding says so."""


def cases(fails):
    """Every fixture with every mutation; those that fail are to be mended, and then to be taken out of the list."""
    xfail = pytest.mark.xfail(strict=True, reason="a word, row or column that no rule knows is in the way")
    return [
        pytest.param(
            (fixture, name), id=f"{fixture.id}-{name}", marks=xfail if fixture.id in fails.get(name, "") else ()
        )
        for fixture in FIXTURES
        for name in MUTATIONS
    ]


@pytest.fixture(scope="module")
def printed(rules):
    """Fixture → its reading, each read once."""
    done = {}

    def read(fixture):
        if fixture.id not in done:
            done[fixture.id] = forms.read(docx.parse(fixture.build(), fixture.file_name, rules), rules)
        return done[fixture.id]

    return read


def stated(reading):
    """What a reading says, without addresses and white space, in no order: blocks side by side may change theirs."""
    fields = [
        (form.form_no, one.name, plain(one.text), one.period, one.source, one.measure)
        for form in reading.forms
        for one in form.fields
        if one.name not in UNSAID
    ]
    rows = [
        (
            row.form_no,
            *(plain(row.texts.get(name, "")) for name in ("level1", "level2", "indicator_name")),
            _values(row),
        )
        for row in reading.indicators
    ]
    return Counter(fields), Counter(rows), [dict(task.texts) for task in reading.tasks]


def _values(row):
    return tuple((one.what, plain(one.text), one.period, one.region, one.grade) for one in row.values)


def says_more(found, wanted, rules):
    """Whether a finding says that something was not read that was read before, and blames nobody for it."""
    said, before = (Counter(one.code for one in reading.findings) for reading in (found, wanted))
    return any(rules.issues[code].found_by == "reading" and code not in BLAMES for code in said - before)


@pytest.fixture(scope="module")
def differing(request, printed, rules):
    """The places at which a mutation of a fixture is read otherwise, and whether a finding says so.

    Being of the module, it has pytest ask all that is asked of one mutation in a row: each is read once.
    """
    fixture, name = request.param
    wanted = printed(fixture)
    before = stated(wanted)
    found = [(where, forms.read(document, rules)) for where, document in MUTATIONS[name](wanted)]
    return [(where, says_more(one, wanted, rules)) for where, one in found if stated(one) != before]


@pytest.mark.parametrize("differing", cases(OTHERWISE), indirect=True)
def test_the_same_is_read(differing):
    assert [where for where, _ in differing] == []


@pytest.mark.parametrize("differing", cases(IN_SILENCE), indirect=True)
def test_nothing_is_read_otherwise_without_a_word(differing):
    assert [where for where, is_said in differing if not is_said] == []


@pytest.mark.parametrize("name", MUTATIONS)
def test_every_change_has_a_place_in_some_fixture(name, printed):
    assert any(next(MUTATIONS[name](printed(fixture)), None) for fixture in FIXTURES)

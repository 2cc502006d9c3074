"""Values whose numbers stand in characters, in words or in phrases mean what the same value in digits means.

`expected` is the value in digits, or what is to become of the text: `words` (a clean wording without any number),
`open` (something of it is left over: it is said that it was not understood), `missing`, or `recurs` and how often.
"""

from pipeline.model.target import Context
from pipeline.transform.values.render import is_same
from tests.every import every
from tests.values.expected import read_rows
from tests.values.ours import parse_target

ROWS = [
    (row["text"], row["fiscal_year"], row["indicator_name"], row["expected"]) for row in read_rows("said_otherwise.csv")
]


def _means(targets, expected, context) -> bool:
    word, _, rest = expected.partition(" ")
    clean = all(one.status == "clean" for one in targets)
    if word in ("words", "missing"):
        return clean and [one.kind for one in targets] == [{"words": "qualitative"}.get(word, word)]
    if word == "open":
        return not clean
    if word == "recurs":
        return clean and [(one.kind, one.recurrence, one.operator) for one in targets] == [("date", rest, None)]
    wanted = [parse_target(text, context)[0] for text in expected.split(" | ")]
    return clean and len(targets) == len(wanted) and all(map(is_same, targets, wanted))


@every("text, year, name, expected", ROWS, named=lambda *row: f"{row[0]} → {row[3]}")
def test_a_value_means_what_it_means_in_digits(text, year, name, expected):
    context = Context(fiscal_year=int(year) if year else None, indicator_name=name)
    assert _means(parse_target(text, context), expected, context), parse_target(text, context)

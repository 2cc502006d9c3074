"""Indicator cells → the table `indicators`: one row per printed row, classes resolved, formula apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.model.finding import Located
from pipeline.model.reading import REST
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.names.taxonomy import Taxonomy
from pipeline.transform.names.wording import Wording
from pipeline.transform.records import Row, Rows, grouped
from pipeline.transform.tables.texts import description_and_formula

PLACE = ("document_id", "table_no", "row_no", "block_no")
PRINTED = [
    "level1",
    "level2",
    "indicator_name",
    "description",
    "weight",
    "nature",
    "standard",
    "remark",
    "score",
    "deviation_reason",
    "role_source",
]
SEVERAL = " | "
"""Parts the values of an indicator that states several: per period, region or grade."""


def indicators(cells: Rows, values: Rows, projects: Rows, rules: Rulebook) -> Rows:
    """The table `indicators` with `raw_no`, score and deviation reason, from the long rows of a document and its
    projects.
    """
    ids = {project["form_no"]: project["project_id"] for project in projects}
    printed = grouped((one for one in values if one["what"] == "target" and one["text"].strip()), "raw_no")
    reached = {one["raw_no"] for one in values if one["what"] == "actual" and _says_something(one["text"], rules)}
    numbers: Counter[str] = Counter()
    rows = []
    for raw_no, own in sorted(grouped(cells, "raw_no").items()):
        project_id = ids[own[0]["form_no"]]
        numbers[project_id] += 1
        number = {"indicator_no": numbers[project_id], "indicator_id": f"{project_id}-{numbers[project_id]:03}"}
        place = {name: own[0][name] for name in PLACE}
        stated = _stated(own, rules) | _of_values(printed.get(raw_no, ()))
        stated |= _applies(stated, () if raw_no in reached else printed.get(raw_no, ()), rules)
        stated["nature"] = stated["nature"] or _nature(printed.get(raw_no, ()), rules)
        rows.append({"raw_no": raw_no, "project_id": project_id, **number, **place, **stated})
    _classify(rows, compiled(Taxonomy, rules))
    return rows


def _stated(cells: Rows, rules: Rulebook) -> Row:
    """What the cells of an indicator say by column; blank ones are None, all texts without outer space."""
    texts = {cell["column"]: cell["text"].strip() or None for cell in cells}
    stated = {name: texts.get(name) for name in PRINTED}
    description, formula = description_and_formula(stated["description"], rules)
    rest = {name: int(text) if (text := texts.get(name)) else None for name in REST}
    return stated | {"description": description, "formula": formula} | rest


def _of_values(values: Sequence[Row]) -> Row:
    """What the cells of the targets print, and where they stand."""
    return {
        "target_text": SEVERAL.join(value["text"] for value in values) or None,
        "value_source": values[0]["source"] if values else "none",
    }


def _applies(stated: Row, values: Sequence[Row], rules: Rulebook) -> Row:
    """Whether an indicator applies, and where it says that it does not: in its name or in each of its values, unless it
    was reached. None is a value of what shall not be (accidents, complaints), and such a row applies.
    """
    name = stated["indicator_name"]
    in_name = _says_not(name, rules)
    in_values = bool(values) and all(_says_not(value["text"], rules) for value in values)
    if in_values and not in_name and compiled(Wording, rules).says("harm", name):
        in_values = any(compiled(Wording, rules).says("none", value["text"]) is False for value in values)
    source = "both" if in_name and in_values else "name" if in_name else "value" if in_values else None
    return {"applies": source is None, "applies_source": source}


def _says_not(text: str | None, rules: Rulebook) -> bool:
    return any(rule.pattern.search(text) for rule in rules.review.text["not_applicable"]) if text else False


def _says_something(text: str, rules: Rulebook) -> bool:
    return bool(text.strip()) and not _says_not(text, rules)


def _nature(values: Sequence[Row], rules: Rulebook) -> str | None:
    """A nature that stands in the column of the sign."""
    sign = values[0]["operator"].strip() if values else ""
    return sign if any(rule.pattern.search(sign) for rule in rules.layouts.text["nature"]) else None


def _classify(rows: Rows, taxonomy: Taxonomy) -> None:
    """Adds scheme and codes. The scheme is judged over a whole project, since single rows fit both schemes and a table
    may be broken over pages.
    """
    for own in grouped(rows, "project_id").values():
        scheme = taxonomy.scheme([(row["level1"], row["level2"]) for row in own])
        for row in own:
            found = taxonomy.classify(scheme, (row["level1"], row["level2"]))
            row |= {"scheme": scheme, "level1_code": found.level1_code, "level2_code": found.level2_code}


def unknown_levels(indicators: Rows) -> list[Located]:
    """A finding for every printed class that no scheme knows."""
    return [
        Located("level_not_recognised", *place(row), evidence=" / ".join(filter(None, (row["level1"], row["level2"]))))
        for row in indicators
        if (row["level1"] and not row["level1_code"]) or (row["level2"] and not row["level2_code"])
    ]


def place(row: Mapping[str, Any]) -> tuple[str, str, str, int, int]:
    """Where an indicator stands, in the order of `Located`."""
    return row["document_id"], row["project_id"], row["indicator_id"], row["table_no"], row["row_no"]

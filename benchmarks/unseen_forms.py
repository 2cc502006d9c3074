"""How forms that nobody had fitted anything to are read, beside what people wrote down before they were.

    python -m benchmarks.unseen_forms FOLDER [--each] [--wrong]

Every form of the folder becomes a Word file; all are run through the whole pipeline, and its tables are compared with
what is right. `--each` prints a line for every form, `--wrong` everything that is wrong or was not read.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from benchmarks import unseen_documents
from benchmarks.unseen_documents import Unseen
from benchmarks.unseen_facts import Facts, ProjectFacts, Said, of_tables
from benchmarks.unseen_marks import KINDS, MISSED, RIGHT, WRONG, Mark, compared, counted, table
from pipeline.rules import book
from pipeline.run.dataset import run
from pipeline.run.options import NothingUsable
from pipeline.run.progress import Progress
from pipeline.transform.records import Rows

OF_THE_END = frozenset({"missing_class", "weights_do_not_add_up", "form_without_indicators", "score_total_differs"})
"""What is rightly said of a document that breaks off."""


@dataclass(frozen=True, slots=True)
class Read:
    """A form, its marks, and the findings that blame the publisher for what is printed."""

    form: Unseen
    marks: tuple[Mark, ...]
    blames: tuple[Said, ...]
    said: tuple[Said, ...]

    @property
    def in_silence(self) -> list[Mark]:
        """What is wrong though no finding says that something was not read."""
        return [] if any(one.of_reading for one in self.said) else [one for one in self.marks if one.grade == WRONG]


def read(forms: Sequence[Unseen]) -> list[Read]:
    """Every form as the whole pipeline reads its Word file."""
    rules = book.default()
    with tempfile.TemporaryDirectory() as work:
        raw, out = Path(work, "raw"), Path(work, "processed")
        for form in forms:
            (raw / form.id).mkdir(parents=True)
            (raw / form.id / form.word_name).write_bytes(form.word())
        made = _tables(raw, out)
    return [_read(form, of_tables(_of_document(made, form), rules)) for form in forms]


def _tables(raw: Path, out: Path) -> dict[str, pd.DataFrame]:
    try:
        run([raw], out, Progress(), book.default())
    except NothingUsable:
        return {}
    return {path.stem: pd.read_parquet(path) for path in out.glob("*.parquet")}


def _of_document(made: Mapping[str, pd.DataFrame], form: Unseen) -> dict[str, Rows]:
    """The rows of one document, by the path of its file, which holds the form's id."""
    documents = made["documents"]
    ids = documents.document_id[documents.path.str.split("/").str[-2] == form.id]
    projects = made["projects"].project_id[made["projects"].document_id.isin(ids)]
    indicators = made["indicators"].indicator_id[made["indicators"].project_id.isin(projects)]
    keys = {"document_id": ids, "project_id": projects, "indicator_id": indicators}
    return {name: _rows(_of(frame, keys)) for name, frame in made.items()}


def _rows(frame: pd.DataFrame) -> Rows:
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def _of(frame: pd.DataFrame, keys: Mapping[str, pd.Series]) -> pd.DataFrame:
    key = next((key for key in keys if key in frame), None)
    return frame[frame[key].isin(keys[key])] if key else frame


def _read(form: Unseen, found: Facts) -> Read:
    blames = tuple(one for one in found.said if _blames(one, form))
    return Read(form, compared(form.facts, found), blames, found.said)


def _blames(said: Said, form: Unseen) -> bool:
    """Whether a finding says that something is lacking or faulty which is printed as it should be. A finding that only
    says that the program could not read something blames nobody. A class that no scheme knows is left to a person's
    judgement, unless it is not printed as a class at all.
    """
    projects, rows = form.facts.projects, [row for one in form.facts.projects for row in one.indicators]
    faults = {
        "header_field_missing": any(_lacks(said, one) for one in projects),
        "form_without_indicators": bool(rows),
        "indicators_without_form": any(one.name for one in projects),
        "missing_class": bool(rows),
        "target_missing": bool(rows) and all(row.targets for row in rows),
        "result_missing": bool(rows) and all(row.actuals for row in rows),
        "level_not_recognised": not _classes(form.facts).issuperset(filter(None, said.evidence.split("/"))),
        "amount_not_read": not any(map(str.isdigit, said.evidence)),
        "amount_unit_unknown": any(one.budget for one in projects),
        "fiscal_year_unknown": any(one.fiscal_year for one in projects),
    }
    return faults.get(said.code, False) and (form.is_whole or said.code not in OF_THE_END)


def _lacks(said: Said, project: ProjectFacts) -> bool:
    """Whether one of the fields that a finding names as lacking is printed."""
    printed = {"预算": project.budget, "资金": project.budget, "目标": project.goals, "名称": project.name}
    return any(word in said.evidence and value for word, value in printed.items())


def _classes(facts: Facts) -> set[str | None]:
    return {text for one in facts.projects for row in one.indicators for text in (row.level1, row.level2)}


# --- the report -------------------------------------------------------------------------------------------------------


def main() -> None:
    """Prints the shares of a folder of forms."""
    parser = argparse.ArgumentParser(description="Reads retyped forms and compares them with what is right.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="a line for every form")
    parser.add_argument("--wrong", action="store_true", help="everything that is wrong or was not read")
    asked = parser.parse_args()
    done = read(unseen_documents.folder(asked.folder))
    for one in done if asked.each or asked.wrong else ():
        print(_line(one))
        for mark in one.marks if asked.wrong else ():
            if mark.grade != RIGHT:
                print(f"      {mark.grade:7}{mark.kind:11} {mark.wanted} ← {mark.found}")
        for said in one.blames if asked.wrong else ():
            print(f"      blames {said.code}: {said.evidence}")
    print(
        "forms that are tables:", *table([mark for one in done if one.form.in_tables for mark in one.marks]), sep="\n"
    )
    print("all, running text too:", *table([mark for one in done for mark in one.marks]), sep="\n")
    print(
        f"findings that blame the publisher for what is printed: {_codes(said for one in done for said in one.blames)}"
    )
    print(f"wrong where no finding says that something was not read: {sum(len(one.in_silence) for one in done)}")


def _line(one: Read) -> str:
    count = counted(one.marks)
    wanted = [kind for kind in KINDS if any((kind, grade) in count for grade in (RIGHT, WRONG, MISSED))]
    grades = [f"{kind} {'/'.join(str(count[kind, grade]) for grade in (RIGHT, WRONG, MISSED))}" for kind in wanted]
    return f"{one.form.id} {one.form.publisher}: " + ", ".join(grades)


def _codes(said: Iterable[Said]) -> str:
    count = Counter(one.code for one in said)
    return ", ".join(f"{code} {number}" for code, number in count.most_common()) or "none"


if __name__ == "__main__":
    main()

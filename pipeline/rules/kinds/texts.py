"""The wording of what is printed: symbols of fonts, the memo."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Symbol:
    """A character of a symbol font (`w:sym`) and the text it prints. `code` is hexadecimal."""

    font: str
    code: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class MemoWords:
    """The wording of the review memo and the worklist: `rules/memo.toml`. Texts hold `{placeholders}`."""

    title: str
    intro: str
    budgets: str
    budgets_missing: str
    no_budgets: str
    basis: str
    evaluated: str
    file: str
    rejected: str
    caution: str
    main: str
    main_columns: tuple[str, ...]
    main_widths_cm: tuple[float, ...]
    main_none: str
    main_more: str
    and_also: str
    and_more: str
    summary: str
    project_columns: tuple[str, ...]
    project_widths_cm: tuple[float, ...]
    conclusion: str
    by_criterion: str
    of_criterion: str
    enumerated: str
    total: str
    project: str
    project_budget: str
    between: str
    implementing_unit: str
    department: str
    annex: str
    annex_caution: str
    address: str
    address_table: str
    named: str
    placed: str
    several: str
    listed: str
    innocent: str
    note: str
    note_advice: str
    note_author: str
    annotated: str
    columns: tuple[str, ...]
    widths_cm: tuple[float, ...]
    sign: tuple[str, ...]
    font: str
    worklist: str
    worklist_columns: tuple[str, ...]
    changes: tuple[str, ...]
    states: tuple[str, ...]
    severities: Mapping[str, str]
    reconciliations: Mapping[str, str]
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Basis:
    """The official rules that the findings were held against, by their titles and numbers, as the memo names them."""

    basis: str


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The wording of the dataset as a book of Excel: `rules/export.toml`. Texts hold `{placeholders}`."""

    font: str
    answer: str
    explained: str
    in_chinese: str
    yuan: str
    yes: str
    no: str
    about: str
    about_columns: tuple[str, ...]
    book: str
    made_of: str
    codes: str
    split: str
    document: str
    document_status: Mapping[str, str]
    dictionary: str
    dictionary_columns: tuple[str, ...]
    dictionary_about: str
    values: Mapping[str, Mapping[str, str]]

"""The page itself: its style and script lie beside this module, its words in `rules/data/texts`."""

import hashlib
from base64 import b64encode
from pathlib import Path
from string import Template

from pipeline.reports.page import write as report
from pipeline.reports.page.answers import in_script
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.serve.room import Limits
from pipeline.version import VERSION

POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page may do: run its own script and ask its own server, nothing else (Content Security Policy Level 3)."""


def made(rules: Rulebook, limits: Limits) -> tuple[bytes, str]:
    """The page, and the policy that allows its script and its style alone, by their checksums."""
    shown = {
        "version": VERSION,
        "limits": {"document": limits.document, "documents": limits.documents, "number": limits.number},
        "words": {
            language: {**_common(rules, language), **rules.pages[language]["serve"]} for language in report.LANGUAGES
        },
    }
    script = _script(report.text("elements.js"), _text("page.js"))
    style = "\n".join((report.text("charts.css"), report.text("page.css"), _text("page.css")))
    parts = {"title": rules.pages["zh"]["serve"]["title"], "style": style, "script": script, "shown": in_script(shown)}
    policy = POLICY.format(script=_checksum(script), style=_checksum(style))
    return Template(_text("page.html")).substitute(parts).encode(), policy


def _common(rules: Rulebook, language: str) -> dict[str, object]:
    """Words that the page shares with the report."""
    words = rules.pages[language]["report"]
    return {name: words[name] for name in ("money", "severities", "action")}


def _script(*parts: str) -> str:
    return "\n".join(("(() => {", '"use strict";', *parts, "})();"))


def _checksum(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _text(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")

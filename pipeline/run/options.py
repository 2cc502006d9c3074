"""What a person may ask of a run beside its documents, and what ends it before anything is made."""

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.model.allowance import Allowance
from pipeline.model.told import Told
from pipeline.reports.summary import Report


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: on how many processes, with which folder for the cache (None for none), what a document may take,
    and on which cluster, if not on this machine. Nothing of this changes the dataset but which documents are rejected,
    and `keep_copies`: whether documents stay in that say what another one says in a better format.
    """

    jobs: int = 0
    cache: Path | None = None
    allowance: Allowance = field(default_factory=Allowance)
    cluster: str = ""
    keep_copies: bool = False


USUAL = Options()


class NothingUsable(Exception):
    """No project could be read from any input, so the last good output was left as it was."""

    def __init__(self, report: Report):
        super().__init__("nothing usable")
        self.report = report


class NoCluster(Told):
    """The cluster cannot be used. The message says why and what to do."""

"""The whole flow, from documents to a dataset; only where something has changed is it made."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.extract import inputs, wanted
from pipeline.extract.inputs import InputFile
from pipeline.load import datapackage, interrupt, warehouse
from pipeline.reports.summary import Report, report
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import cache
from pipeline.run.cache import Cache
from pipeline.run.options import USUAL, Options
from pipeline.run.progress import Progress


@interrupt.heeded()
def run(
    raw: Sequence[Path],
    out: Path,
    progress: Progress,
    rules: Rulebook,
    options: Options = USUAL,
) -> Report:
    """Reads every document in `raw`, files and folders, and replaces the folder `out` by the dataset.

    An `out` that was made of the same files and rules is left as it is. Raises NoInput and OutputRefused before
    anything is done, NothingUsable if no project could be read, NoTables and NoRoom if the tables cannot be made or
    written; `out` then stays as it was.
    """
    found, made_by = inputs.find(raw), cache.fingerprint(rules, options.allowance.key)
    store = Cache(options.cache, made_by) if options.cache else None
    whole = "\n".join([made_by, wanted.counted(found.passed), str(options.keep_copies)])
    if store and store.is_made(out, _made_of(((file, store.checksum(file)) for file in found.files), whole)):
        progress.note("nothing has changed since the last run; {out} stays as it is", out=out)
        return report(out / warehouse.NAME, store.held(out))
    if others := datapackage.made_of(out) - {file.name for file in found.files}:
        progress.note(
            "{out} holds the dataset of {documents} documents, {first} among them; it will be replaced",
            out=out,
            documents=len(datapackage.made_of(out)),
            first=min(others),
        )
    from pipeline.run import anew  # loads all that reads documents

    result, made = anew.replaced(out, raw, found, store, rules, options, progress)
    if store:
        store.save()
        store.made(out, _made_of(((one.file, one.sha256) for one in made), whole), not result.broken)
        store.trim()
    return result


def _made_of(files: Iterable[tuple[InputFile, str | None]], whole: str) -> str:
    return cache.made_of((f"{file.name}\t{sha256}" for file, sha256 in files), whole)

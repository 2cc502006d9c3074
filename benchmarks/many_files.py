"""What a run over many files costs, the first time and later, on one process, several and a small cluster.

    python -m benchmarks.many_files [NUMBER] [--projects N] [--first] [--cluster] [--kill TIMES] [--seed N]

NUMBER Word files are made, of 1 to 12 (or N) projects each, with Word's usual bulk behind them. With --first only the
first run on all processors and an unchanged one are measured, for numbers that take long. With --kill nothing is
measured: runs are killed at random moments instead, each while it is at work and within the time that runs take; one
that ends before its moment counts as none. Each time it is looked at what they left.
"""

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from benchmarks import word_bulk
from pipeline.reports import summary
from pipeline.run.cache import SETTING
from pipeline.schema.tables import TABLES
from tests.transform.made import QUANTITY, indicator, project
from tests.word import Xml

PUBLISHED = Path("data/raw")
CHANGES = 5
"""Versions of a file that runs find changed by turns."""
DATABASE = "budget_targets.duckdb"
PROJECTS = 12
NAMES = ("维护数量", "培训人次", "采购设备", "检查次数", "印制材料", "服务对象满意度", "系统正常运行率", "补助人数")
VALUES = ("{}个", "≥{}人次", "{}台（套）", "不少于{}次", "{}万份", "≥{}%", "{}天/年", "{}元/人·月")


class Cost(NamedTuple):
    """What a command took: wall and CPU seconds, its own and its children's, and the most memory of one process."""

    wall: float
    cpu: float
    megabytes: float


def document(no: int, chance: random.Random, most: int = PROJECTS) -> bytes:
    """A Word file of 1 to so many projects with 4 to 12 indicators each."""
    tables = []
    for place in range(chance.randint(1, most)):
        rows = [
            indicator(QUANTITY, f"{chance.choice(NAMES)}{row}", chance.choice(VALUES).format(chance.randint(1, 99)))
            for row in range(chance.randint(4, 12))
        ]
        tables += [table(rows) for rows in project(*rows, 项目名称=f"项目{no}之{place}")]
    return word_bulk.word_file(*tables)


def table(rows: list[list[str]]) -> Xml:
    """A table with the properties that Word states of each cell."""
    printed = (
        "".join(word_bulk.cell(text, row * 10 + at) for at, text in enumerate(texts)) for row, texts in enumerate(rows)
    )
    return Xml(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{cells}</w:tr>' for cells in printed)}</w:tbl>")


def fill(folder: Path, number: int, seed: int, most: int = PROJECTS) -> None:
    """Makes so many files. The same seed makes the same files."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    for no in range(number):
        (folder / f"{no:05}.docx").write_bytes(document(no, chance, most))


def command(cache: Path, *arguments: object) -> Cost:
    """Runs the pipeline in a process of its own and tells what it took. Raises CalledProcessError if it fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(
        _words(*arguments), env=_environment(cache), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 3):
        raise subprocess.CalledProcessError(process.returncode, process.args)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, used.ru_maxrss / 1024)


def _words(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "pipeline", *map(str, arguments)]


def _environment(cache: Path) -> dict[str, str]:
    passing = cache.with_name("tmp")
    return os.environ | {SETTING: str(cache)} | ({"TMPDIR": str(passing)} if passing.is_dir() else {})


def published(out: Path) -> str:
    """One checksum of all files that must be the same bytes."""
    files = [path for path in sorted(out.rglob("*")) if path.is_file() and path.name != DATABASE]
    return sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()


def told(what: str, cost: Cost) -> Cost:
    print(f"{what:<34} {cost.wall:8.2f} s wall {cost.cpu:8.2f} s CPU {cost.megabytes:7.0f} MB", flush=True)
    return cost


def measure(folder: Path, number: int, cluster: bool) -> None:
    """Prints what each kind of run costs, and whether all gave the same bytes."""
    raw, out, cache = folder / "raw", folder / "out", folder / "cache"
    one = told("first run, --jobs 1", command(folder / "cache-1", "run", "--jobs", 1, raw, folder / "one"))
    two = told("first run, --jobs 2", command(cache, "run", "--jobs", 2, raw, out))
    same = {published(folder / "one"), published(out)}
    told("unchanged", command(cache, "run", raw, out))
    told("made of the cache", command(cache, "run", raw, folder / "again"))
    same.add(published(folder / "again"))
    if cluster:
        told("cluster, one worker killed", on_cluster(folder))
        same.add(published(folder / "cluster"))
    (raw / "00000.docx").write_bytes(document(number, random.Random("changed")))
    told("one changed", command(cache, "run", raw, out))
    print(f"--jobs 2 against 1: {one.wall / two.wall:.2f} times as fast")
    print(f"CPU for 1,000 files: {one.cpu / number * 1000:.1f} s")
    print("the same bytes" if len(same) == 1 else "DIFFERENT BYTES")


def measure_first(folder: Path) -> None:
    """Prints what the first run over many files costs, and one that finds nothing changed."""
    for what in ("first run, all processors", "unchanged"):
        told(what, command(folder / "cache", "run", folder / "raw", folder / "out"))


def on_cluster(folder: Path) -> Cost:
    """A run on a local cluster of two, of which one worker is killed on the way."""
    import dask
    from distributed import LocalCluster

    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with dask.config.set({"distributed.worker.daemon": False}), LocalCluster(**options) as cluster:
        victim = next(iter(cluster.workers.values())).pid
        killer = subprocess.Popen(["sh", "-c", f"sleep 6; kill -9 {victim}"])
        try:
            words = ("run", "--cluster", cluster.scheduler_address, folder / "raw", folder / "cluster")
            return command(folder / "cache-c", *words)
        finally:
            killer.wait()


def short_commands(folder: Path) -> None:
    """Prints what a person waits for with one published file."""
    out = folder / "published"
    told("one published file", command(folder / "cache-p", "run", "--no-cache", PUBLISHED, out))
    for words in (["--help"], ["explain", "≥95%"], ["report", out]):
        told(" ".join(map(str, words[:1])), min(command(folder / "cache-p", *words) for _ in range(3)))


def kill(folder: Path, times: int, seed: int) -> None:
    """Kills so many runs while they are at work, at random moments. Raises AssertionError if one leaves an output that
    is not whole, a process or a file, or if the next run gives other bytes than one that reads all anew.
    """
    raw, out, cache, chance = folder / "raw", folder / "out", folder / "cache", random.Random(seed)
    (folder / "tmp").mkdir()
    changed = [document(0, random.Random(f"{seed} {no}")) for no in range(CHANGES)]
    anew = [_anew(folder, one) for one in changed]
    lengths = dict.fromkeys((True, False), command(cache, "run", "--jobs", 2, raw, out).wall)
    """How long a run takes that has forgotten all, and one that has not."""
    moments: list[float] = []
    no = 0
    while len(moments) < times:
        no += 1
        (raw / "00000.docx").write_bytes(changed[no % CHANGES])
        is_cleared = no % 4 == 0
        if is_cleared:
            command(cache, "cache", "clear")
        moment = chance.uniform(0, lengths[is_cleared])
        ended = _killed(cache, raw, out, moment)
        if ended:  # before its moment came
            lengths[is_cleared] = ended
            continue
        moments.append(moment / lengths[is_cleared])
        assert _whole(out), f"{no}: the output is not whole"
        lengths[False] = command(cache, "run", "--jobs", 2, raw, out).wall
        assert not _left(folder, cache), f"{no}: {_left(folder, cache)}"
        assert published(out) == anew[no % CHANGES], f"{no}: the next run gives other bytes"
        print(f"killed after {moment:.2f} s: whole, the next run fine, nothing left", flush=True)
    tenths = Counter(min(int(10 * one), 9) for one in moments)
    print(f"{len(moments)} runs killed at work, of {no} begun")
    print("killed in each tenth of a run:", *(tenths[one] for one in range(10)))


def _anew(folder: Path, changed: bytes) -> str:
    """What a run gives that reads all anew, with a file changed so."""
    (folder / "raw" / "00000.docx").write_bytes(changed)
    command(folder / "cache", "run", "--no-cache", folder / "raw", folder / "fresh")
    return published(folder / "fresh")


def _killed(cache: Path, raw: Path, out: Path, after: float) -> float:
    """Starts a run and kills it after so many seconds; 0, or how long it took if it ended before. Raises AssertionError
    if its processes outlive it.
    """
    began = time.perf_counter()
    run = subprocess.Popen(
        _words("run", "--jobs", 2, raw, out),
        env=_environment(cache),
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with suppress(subprocess.TimeoutExpired):
        run.wait(after)
        return time.perf_counter() - began
    run.kill()
    took = time.perf_counter() - began if run.wait() != -signal.SIGKILL else 0.0
    end = time.monotonic() + 10
    while _alive(run.pid):
        assert time.monotonic() < end, "processes outlive the run"
        time.sleep(0.1)
    return took


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _whole(out: Path) -> bool:
    """Whether the output can be reported on: its files are there and its checks pass."""
    place = out if out.exists() else out.with_name(f".{out.name}.last-good")
    tables = {f"{name}.parquet" for name in TABLES}
    is_there = tables <= {path.name for path in place.iterdir()}
    return is_there and not summary.report(place / DATABASE).broken


def _left(folder: Path, cache: Path) -> list[str]:
    """What lies about after a run: beside the output, unfinished in the cache, and in the folder for what passes."""
    return [path.name for path in (*folder.glob(".*"), *cache.rglob("*.unfinished"), *(folder / "tmp").iterdir())]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("number", nargs="?", type=int, default=2000)
    asked.add_argument("--cluster", action="store_true", help="also on a local cluster, one worker killed on the way")
    asked.add_argument("--projects", type=int, default=PROJECTS, help="projects that a file has at most")
    asked.add_argument("--first", action="store_true", help="measure a first and an unchanged run alone")
    asked.add_argument("--kill", type=int, default=0, help="kill so many runs instead")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        fill(folder / "raw", given.number, given.seed, given.projects)
        size = sum(path.stat().st_size for path in (folder / "raw").iterdir())
        print(f"{given.number} files of {size / given.number / 1024:.0f} KB on average")
        if given.kill:
            kill(folder, given.kill, given.seed)
        elif given.first:
            measure_first(folder)
        else:
            measure(folder, given.number, given.cluster)
            short_commands(folder)


if __name__ == "__main__":
    main()

"""Documents at an address are read, and a dataset is put to one, as if both were folders of this machine."""

import json
import shutil

import pytest

from pipeline.run import addresses, remote
from pipeline.run.progress import Progress
from tests.whole_run.command import pipeline
from tests.whole_run.made_files import fill, made

fsspec = pytest.importorskip("fsspec")
BUCKET = "memory://bucket"


@pytest.fixture
def bucket(tmp_path):
    """A file system in memory that holds three documents, one of them in a folder; and where they lie on the disk."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    fill(tmp_path / "raw", 3)
    (tmp_path / "raw" / "below").mkdir()
    first = min(path for path in (tmp_path / "raw").iterdir() if path.is_file())
    first.rename(tmp_path / "raw" / "below" / first.name)
    system.put(f"{tmp_path}/raw/", "/bucket/raw/", recursive=True)
    yield system
    system.store.clear()


class Counted(Progress):
    """What was fetched."""

    def __init__(self):
        self.fetched = []

    def over(self, stage, things, total):
        assert stage == "fetch"
        self.fetched += things
        return things


def fetched(kept_in):
    """The names that are fetched from the bucket, and the folder that then holds all."""
    progress = Counted()
    with addresses.here([f"{BUCKET}/raw"], "out", kept_in, progress) as places:
        assert str(places.out) == "out"
        return sorted(progress.fetched), places.raw[0]


def names_below(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def in_the_bucket(system, folder):
    return {path.rpartition("/")[2]: system.cat_file(path) for path in system.find(f"/bucket/{folder}")}


def test_an_address_gives_the_bytes_of_a_folder(bucket, tmp_path):
    expected = made("--no-cache", tmp_path / "raw", tmp_path / "one")
    assert made("--no-cache", f"{BUCKET}/raw", tmp_path / "other") == expected


def test_a_dataset_is_put_to_an_address_and_replaces_the_former_one(bucket, tmp_path):
    expected = made("--no-cache", tmp_path / "raw", tmp_path / "one")
    for _ in range(2):
        result = pipeline("run", "--no-cache", f"{BUCKET}/raw", f"{BUCKET}/out")
        assert result.exit_code == 0, result.output
        assert f"{BUCKET}/out" in result.output
        there = in_the_bucket(bucket, "out")
        assert {name: there[name] for name in expected} == expected
    listed = json.loads(there["datapackage.json"])["resources"]
    assert {"datapackage.json", *(one["path"] for one in listed)} == set(there)


def test_only_what_has_changed_is_fetched_again_and_what_is_gone_goes(bucket, tmp_path):
    names, folder = fetched(tmp_path / "cache")
    assert len(names) == 3
    assert names == names_below(folder) == names_below(tmp_path / "raw")
    assert fetched(tmp_path / "cache") == ([], folder)
    bucket.pipe_file(f"/bucket/raw/{names[1]}", b"other")
    bucket.rm_file(f"/bucket/raw/{names[2]}")
    bucket.pipe_file("/bucket/raw/new/one.docx", b"new")
    assert fetched(tmp_path / "cache")[0] == sorted([names[1], "new/one.docx"])
    assert names_below(folder) == sorted([names[0], names[1], "new/one.docx"])
    assert (folder / names[1]).read_bytes() == b"other"


def test_a_file_that_was_lost_here_is_fetched_again(bucket, tmp_path):
    names, folder = fetched(tmp_path / "cache")
    (folder / names[0]).unlink()
    assert fetched(tmp_path / "cache")[0] == names[:1]
    shutil.rmtree(folder)
    assert fetched(tmp_path / "cache")[0] == names


def test_an_address_of_one_file(bucket, tmp_path):
    name = min(path.name for path in (tmp_path / "raw").iterdir() if path.is_file())
    expected = made("--no-cache", tmp_path / "raw" / name, tmp_path / "one")
    assert made("--no-cache", f"{BUCKET}/raw/{name}", tmp_path / "other") == expected


@pytest.mark.parametrize(
    ("raw", "out", "said"),
    [
        (f"{BUCKET}/nothing", "", "bucket/nothing does not exist"),
        ("unheard-of://me:secret@host/raw", "", "unheard-of://…@host/raw: cannot be used"),
        (f"{BUCKET}/raw", f"{BUCKET}/raw", "would replace the input"),
        (f"{BUCKET}/raw", "memory://bucket", "would replace the input"),
        ("", f"{BUCKET}/raw", "which no run is known to have written"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_written(bucket, tmp_path, raw, out, said):
    before = in_the_bucket(bucket, "raw")
    result = pipeline("run", "--no-cache", raw or tmp_path / "raw", out or tmp_path / "out")
    assert result.exit_code == 2, result.output
    assert said in " ".join(result.output.split())
    assert "secret" not in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()
    assert in_the_bucket(bucket, "raw") == before


@pytest.mark.parametrize("name", ["../out.docx", "a/../../out.docx", "C:/out.docx", "a\\..\\out.docx"])
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    class Hostile:
        root = "bucket"

        def isfile(self, path):
            return False

        def find(self, path, detail):
            return {f"bucket/{name}": {"name": f"bucket/{name}", "type": "file"}}

    with pytest.raises(remote.AddressRefused, match="leads out"):
        remote.Remote("memory://bucket", Hostile(), "bucket").fetch(tmp_path / "a", tmp_path / "a.json", Progress())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "address", ["memory://me:s%2Fecret@host/raw", "memory://me:s/ecret@host/raw", "memory://host/raw?key=s/ecret&a=b"]
)
def test_what_a_driver_says_holds_no_secret_of_the_address(address, tmp_path):
    for said in (address, "no entry for me:s/ecret", "s/ecret", "s%2Fecret at host"):
        with pytest.raises(remote.AddressRefused) as refused, remote.opened(address):
            raise OSError(said)
        assert "ecret" not in str(refused.value), said


def test_what_a_listing_names_elsewhere_is_refused(tmp_path):
    class Hostile:
        root = "http://host/raw"

        def isfile(self, path):
            return False

        def find(self, path, detail):
            return {"http://other/a.docx": {"name": "http://other/a.docx", "type": "file"}}

    with pytest.raises(remote.AddressRefused, match="leads out"):
        remote.Remote("http://host/raw", Hostile(), "http://host/raw").fetch(tmp_path / "a", tmp_path / "b", Progress())


def test_names_that_look_like_patterns_are_names(bucket, tmp_path):
    raw, data = tmp_path / "odd", next((tmp_path / "raw").rglob("*.docx")).read_bytes()
    raw.mkdir()
    for name in ("a*.docx", "a[1].docx", "a?.docx", "{a,b}.docx", "a #%41.docx"):
        (raw / name).write_bytes(data)
        bucket.pipe_file(f"/bucket/odd/{name}", data)
    assert made("--no-cache", f"{BUCKET}/odd", tmp_path / "there") == made("--no-cache", raw, tmp_path / "here")

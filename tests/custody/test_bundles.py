"""A bundle is checked by its own script and by us alike, whatever was done to it, and by BagIt's own program."""

from __future__ import annotations

import ast
import hashlib
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from legation.custody import stranger
from legation.custody.bag import ALGORITHMS, manifest
from legation.custody.chain import canonical
from legation.pipeline.exporting.bags import bundle_problems
from legation.pipeline.exporting.digests import digests_of
from tests.cli.world import command
from tests.custody.authority import make_authority, serving
from tests.custody.rich import rich_case
from tests.custody.spoiling import contents, flipped, flips

FEW, MANY = 24, 200
SOME, THOUSANDS = 100, 5_000


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich_case(tmp_path_factory.mktemp("rich"))


@pytest.fixture(scope="module")
def bundles(case: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Bundles of everything, of a mission, of a person, and one with a stamp where there is an authority."""
    folder = tmp_path_factory.mktemp("bundles")
    person = command("postings", "--case", case, "--jsonl").rows[0]["person"]["id"]
    made = []
    for name, words in (("all", ("--all",)), ("mission", ("--mission", "XL/XB")), ("person", ("--person", person))):
        ran = command("export", "bundle", *words, "-o", folder / name, "--case", case)
        assert ran.code == 0, ran.err
        made.append(folder / name)
    if shutil.which("openssl"):
        with serving(make_authority(folder / "authority")) as url:
            (case / "authorities.toml").write_text(f'[a]\nurl = "{url}"\nloopback = true\n', encoding="utf-8")
            assert command("timestamp", "--authority", "a", "--case", case).code == 0
        assert command("export", "bundle", "--all", "-o", folder / "stamped", "--case", case).code == 0
        made.append(folder / "stamped")
    return made


def checked_by_a_stranger(bundle: Path, script: Path | None = None) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-I", str(script or bundle / "verify.py"), *([str(bundle)] if script else [])]
    return subprocess.run(words, cwd="/", env={}, capture_output=True, text=True, check=False, timeout=120)


def remade(bundle: Path) -> None:
    """Write the manifests anew, as somebody would who changes a bundle with some care."""
    every = {path.relative_to(bundle).as_posix(): path for path in bundle.rglob("*") if path.is_file()}
    for kind, wanted in (("manifest", True), ("tagmanifest", False)):
        for algorithm in ALGORITHMS:
            files = {
                name: digests_of(path)
                for name, path in every.items()
                if name.startswith("data/") == wanted and not name.startswith("tagmanifest")
            }
            (bundle / f"{kind}-{algorithm}.txt").write_bytes(manifest(files, algorithm))


def change_line(path: Path, chance: random.Random, change: Callable[[dict[str, object]], None]) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    place = chance.randrange(len(lines))
    value = json.loads(lines[place])
    change(value)
    lines[place] = canonical(value) + b"\n"
    path.write_bytes(b"".join(lines))


def spoil(bundle: Path, chance: random.Random) -> str:
    """Do one of the things to a bundle that can be done to it; gives which."""
    data = bundle / "data"
    captures = sorted((data / "captures").iterdir())
    chain, opened, findings = data / "chain.jsonl", data / "opened.jsonl", data / "findings.jsonl"
    deeds: dict[str, Callable[[], object]] = {
        "nothing": lambda: None,
        "the manifests are written anew": lambda: None,
        "a capture is taken out": lambda: chance.choice(captures).unlink(),
        "a capture is changed": lambda: chance.choice(captures).write_bytes(b"other"),
        "a capture is put in": lambda: _put_in(data / "captures", b"put in"),
        "a file is put in": lambda: (data / "more.txt").write_text("more", encoding="utf-8"),
        "an entry is taken out": lambda: _without_line(chain, chance),
        "an entry is dated back": lambda: change_line(chain, chance, lambda entry: entry.update(at="2001-01-01")),
        "what was opened is changed": lambda: change_line(opened, chance, lambda one: one.update(content="{}")),
        "a finding rests on other bytes": lambda: change_line(findings, chance, lambda r: r.update(sha256="0" * 64)),
        "the head is another": lambda: (data / "head.json").write_text("{}\n", encoding="utf-8"),
        "a manifest is lost": lambda: (bundle / "manifest-sha512.txt").unlink(),
    }
    deed = chance.choice(sorted(deeds))
    deeds[deed]()
    if deed not in ("nothing", "a file is put in", "a manifest is lost"):
        remade(bundle)
    return deed


def _put_in(folder: Path, data: bytes) -> None:
    (folder / hashlib.sha256(data).hexdigest()).write_bytes(data)


def _without_line(path: Path, chance: random.Random) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    path.write_bytes(b"".join(lines))


SOUND = {"nothing", "the manifests are written anew"}


def assert_both_agree(bundles: list[Path], folder: Path, count: int) -> None:
    chance = random.Random(7)
    seen = set()
    for number in range(count):
        bundle = folder / str(number)
        shutil.copytree(chance.choice(bundles), bundle)
        deed = spoil(bundle, chance)
        seen.add(deed)
        ours = command("verify", bundle)
        theirs = checked_by_a_stranger(bundle)
        assert theirs.stderr == ""
        assert (ours.code == 0, theirs.returncode == 0) == (deed in SOUND, deed in SOUND), (deed, theirs.stdout)
        shutil.rmtree(bundle)
    assert len(seen) > 8


def test_our_check_and_the_strangers_agree_on_bundles_to_which_anything_was_done(
    bundles: list[Path], tmp_path: Path
) -> None:
    assert_both_agree(bundles, tmp_path, FEW)


@pytest.mark.long
@pytest.mark.timeout(9000)
def test_our_check_and_the_strangers_agree_on_two_hundred_bundles(bundles: list[Path], tmp_path: Path) -> None:
    assert_both_agree(bundles, tmp_path, MANY)


def missed(bundles: list[Path], count: int) -> Iterator[object]:
    """Flips that one of the two checks doesn't find."""
    for number, bundle in enumerate(bundles):
        pristine = contents(bundle)
        for flip in flips(bundle, count // len(bundles), seed=number):
            with flipped(flip, pristine):
                problems: list[str] = []
                for name, check in stranger.CHECKS:
                    try:
                        check(bundle, problems.append, lambda line: None)
                    except Exception as error:
                        problems.append(f"{name}: {error}")
                if not problems or not list(bundle_problems(bundle)):
                    yield flip


def test_every_flipped_byte_of_a_bundle_is_found(bundles: list[Path]) -> None:
    assert list(missed(bundles, SOME)) == []


@pytest.mark.long
@pytest.mark.timeout(9000)
def test_every_one_of_thousands_of_flipped_bytes_of_a_bundle_is_found(bundles: list[Path]) -> None:
    assert list(missed(bundles, THOUSANDS)) == []


def test_the_script_breaks_off_over_nothing(bundles: list[Path], tmp_path: Path) -> None:
    script = tmp_path / "verify.py"
    shutil.copy(bundles[0] / "verify.py", script)
    pristine = contents(bundles[0])
    for flip in flips(bundles[0], 12, seed=5):
        with flipped(flip, pristine):
            ran = checked_by_a_stranger(bundles[0], script)
            assert (ran.returncode, ran.stderr) == (1, "")
            assert "PROBLEM" in ran.stdout
    assert checked_by_a_stranger(tmp_path, script).returncode == 1


def test_the_script_is_written_in_the_python_of_2019_and_needs_nothing_else(bundles: list[Path]) -> None:
    source = (bundles[0] / "verify.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 8))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names
    assert len(source.splitlines()) < 320


def test_a_bundle_opens_only_its_captures_and_holds_nothing_confidential(bundles: list[Path], case: Path) -> None:
    for bundle in bundles:
        chain = {row["number"]: row for row in stranger.chain(bundle)}
        opened = stranger.json_lines(bundle, "data/opened.jsonl")
        assert {chain[one["number"]]["kind"] for one in opened} <= {"capture", "stamp"}
        every = b"".join(contents(bundle).values())
        assert b"misread" not in every
        assert b"words in confidence" not in every
        assert b"a friend" not in every
    of_a_mission = list((bundles[1] / "data" / "captures").iterdir())
    assert 0 < len(of_a_mission) < len(list((bundles[0] / "data" / "captures").iterdir()))


def test_what_leaves_is_entered_in_the_chain_by_its_digest(bundles: list[Path], case: Path, tmp_path: Path) -> None:
    from legation.store.case import Case

    page = tmp_path / "page.html"
    assert command("export", "page", "-o", page, "--case", case).code == 0
    with Case.open(case) as opened:
        numbers = [entry.subject for entry, _ in opened.ledger.entries() if entry.kind == "leaving"]
        bodies = [content for _, _, content in opened.ledger.opened("leaving", numbers)]
    assert len(bodies) >= len(bundles) + 1
    digest = hashlib.sha256(page.read_bytes()).hexdigest()
    assert any(digest in body for body in bodies)
    assert command("verify", "--case", case).code == 0


def test_what_cant_be_bundled_is_said(case: Path, tmp_path: Path) -> None:
    assert "give --person, --mission or --all" in command("export", "bundle", "--case", case).err
    (tmp_path / "there").mkdir()
    there = command("export", "bundle", "--all", "-o", tmp_path / "there", "--case", case)
    assert (there.code, "is there already" in there.err) == (2, True)
    assert command("verify", tmp_path / "there").code == 2
    named = command("export", "bundle", "--all", "-o", tmp_path / "the-expelled-spies", "--case", case, "--publish")
    assert named.code == 4
    assert not (tmp_path / "the-expelled-spies").exists()


BAGIT = Path(__file__).parents[2] / ".venv-bagit" / "bin" / "bagit.py"


@pytest.mark.service
@pytest.mark.skipif(not BAGIT.exists(), reason="tools/peer bagit makes its environment")
def test_the_library_of_congress_program_accepts_every_bundle(bundles: list[Path]) -> None:
    for bundle in bundles:
        python = BAGIT.parent / "python"
        ran = subprocess.run([python, BAGIT, "--validate", bundle], capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        assert "is valid" in ran.stderr


@pytest.mark.skipif(not shutil.which("openssl"), reason="the authority is made with openssl")
def test_a_stamp_that_was_given_to_another_request_is_told_by_both(bundles: list[Path], tmp_path: Path) -> None:
    shutil.copytree(bundles[-1], tmp_path / "bundle")
    place = next((tmp_path / "bundle" / "data" / "stamps").iterdir())
    other = make_authority(tmp_path / "authority").request_for((place / "head.json").read_bytes())
    (place / "request.tsq").write_bytes(other)
    assert "to another request" in checked_by_a_stranger(tmp_path / "bundle").stdout
    assert any("to another request" in problem for _, problem in bundle_problems(tmp_path / "bundle"))

"""The whole way, with the models that ship: an example story in, a true dossier out, the same each time."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from recoupe.export.contract import json_schema
from tests.cli.test_cli_process import process

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MODELS = Path(__file__).resolve().parents[2] / "src" / "recoupe" / "annotate" / "models"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "story.db"
    manifest = EXAMPLES / "mill-road" / "manifest.toml"
    ended = process("run", "--manifest", manifest, "-o", path, PYTHONHASHSEED="1")
    assert ended.returncode == 0, ended.stderr
    return path


pytestmark = pytest.mark.skipif(not (MODELS / "en").exists(), reason="no model is in the package yet")


def test_every_passage_is_true(story: Path) -> None:
    ended = process("verify", story)
    assert ended.returncode == 0, ended.stdout


def test_every_line_is_the_contract_s(story: Path) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    lines = process("export", story).stdout.splitlines()
    for line in lines:
        validator.validate(json.loads(line))
    assert {json.loads(line)["type"] for line in lines} >= {"document", "quotation", "time", "entity"}


def test_another_hash_seed_gives_the_same_file(story: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    manifest = EXAMPLES / "mill-road" / "manifest.toml"
    process("run", "--manifest", manifest, "-o", again, PYTHONHASHSEED="2")
    assert again.read_bytes() == story.read_bytes()


def test_running_again_leaves_the_file_alone(story: Path) -> None:
    before = story.stat().st_mtime_ns
    manifest = EXAMPLES / "mill-road" / "manifest.toml"
    ended = process("run", "--manifest", manifest, "-o", story)
    assert "left untouched" in ended.stderr
    assert story.stat().st_mtime_ns == before

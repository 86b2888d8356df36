"""The reading room over a folder with the sample dossier, as a client of this machine sees it."""

import re
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from recoupe.serve.app import make_app
from recoupe.serve.run import _bound
from recoupe.serve.settings import Settings
from recoupe.store import save
from tests.report.sample import dossier

BASE = "http://127.0.0.1"


class Room(TestClient):
    """A client that fills in a form's token as a browser would."""

    @property
    def token(self) -> str:
        return self.get("/api/session").json()["csrf"]

    def submit(self, path: str, **fields):
        return self.post(path, data={"csrf": self.token, **fields}, files=fields.pop("files", None))

    def decide(self, about: str, decision: str, key: str = "story", **fields):
        return self.submit(f"/d/{key}/judge", about=about, decision=decision, by="Ada", back=f"/d/{key}/", **fields)


def room(*places: Path, base: str = BASE, **more) -> Room:
    settings = Settings(places, port=80, by="Ada", **more)
    return Room(make_app(settings), base_url=base, follow_redirects=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "dossiers"
    place.mkdir()
    save(dossier(), place / "story.db")
    return place


@pytest.fixture
def client(folder: Path):
    with room(folder) as one:
        yield one


def links(html: str) -> list[str]:
    return [href.replace("&amp;", "&") for href in re.findall(r'href="(/[^"#]*)', html)]


@contextmanager
def running(places, **more):
    """A server of its own thread; gives its address."""
    bound = _bound(Settings(places, port=0))
    settings = Settings(places, port=bound.getsockname()[1], by="Ada", **more)
    server = uvicorn.Server(uvicorn.Config(make_app(settings), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{settings.port}"
    server.should_exit = True
    thread.join(10)

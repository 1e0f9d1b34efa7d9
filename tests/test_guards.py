"""The guards of `conftest.py` do guard."""

import importlib
import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.fake_clock import START, FakeClock

socket = importlib.import_module("socket")


def test_a_connection_to_a_host_is_refused() -> None:
    with pytest.raises(RuntimeError, match=r"socket\.getaddrinfo"):
        socket.create_connection(("localhost", 9))


def test_a_connection_to_an_address_is_refused() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe,
        pytest.raises(RuntimeError, match=r"socket\.connect"),
    ):
        probe.connect(("192.0.2.1", 9))


def test_a_pair_of_sockets_of_one_process_works() -> None:
    left, right = socket.socketpair()
    with left, right:
        left.sendall(b"x")
        assert right.recv(1) == b"x"


def test_the_home_is_an_empty_one(home: Path) -> None:
    assert Path.home() == home
    assert not list((home / ".config").iterdir())
    assert Path(os.environ["XDG_RUNTIME_DIR"]).is_dir()


def test_the_clock_moves_only_when_it_is_told(clock: FakeClock) -> None:
    assert clock.now() == clock.now() == START
    clock.advance(timedelta(hours=12))
    assert clock.now() - START == timedelta(hours=12)
    assert (clock.today() - START.date()).days == 1

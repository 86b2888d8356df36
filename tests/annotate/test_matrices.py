"""The parsers' matrices are multiplied on one thread, whoever else parses meanwhile."""

from __future__ import annotations

from threadpoolctl import threadpool_info, threadpool_limits

from recoupe.annotate.matrices import on_one_thread


def threads() -> set[int]:
    """How many threads the libraries for matrices may take."""
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


def test_the_limit_lasts_until_the_last_parse_ends() -> None:
    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        first, second = on_one_thread(), on_one_thread()
        first.__enter__()
        second.__enter__()
        first.__exit__(None, None, None)
        assert threads() <= {1}
        second.__exit__(None, None, None)
        assert threads() == before

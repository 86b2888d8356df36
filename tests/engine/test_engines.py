"""What every engine must do, on each of them."""

import importlib.util

import pytest

from recoupe.engine.base import Task
from recoupe.engine.engines import ENGINES, engine
from recoupe.engine.local import Local
from recoupe.errors import SetupError

HERE = "tests.engine.jobs"


@pytest.fixture(scope="module", params=ENGINES)
def two(request):
    if request.param == "ray":
        if importlib.util.find_spec("ray") is None:
            pytest.skip("ray is not installed")
        import ray

        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
        yield engine("ray", 2)
        ray.shutdown()
    else:
        yield engine(request.param, 2)


def tasks(*data):
    return [Task(number, piece) for number, piece in enumerate(data)]


def answers(found):
    return {done.number: done.data for done in found}


def test_every_task_is_answered_once(two):
    found = list(two.run(f"{HERE}:upper", tasks(*(f"mot {n}".encode() for n in range(20)))))
    assert sorted(done.number for done in found) == list(range(20))
    assert answers(found) == {n: f"MOT {n}".encode() for n in range(20)}


def test_no_task_no_answer(two):
    assert list(two.run(f"{HERE}:upper", [])) == []


def test_a_killed_worker_costs_its_task_one_more_try(two, tmp_path):
    data = [str(tmp_path / name).encode() for name in ("a", "die-1", "b", "die-2", "c")]
    assert answers(two.run(f"{HERE}:dies_once", tasks(*data))) == dict(enumerate(data))
    assert (tmp_path / "die-1").exists() and (tmp_path / "die-2").exists()


def test_a_task_that_always_kills_is_given_up_and_the_others_done(two):
    found = answers(two.run(f"{HERE}:dies_of_it", tasks(b"a", b"poison", b"b")))
    assert found == {0: b"a", 1: None, 2: b"b"}


def test_what_no_worker_can_do_stops_the_run(two):
    with pytest.raises(SetupError, match="no model") as raised:
        list(two.run(f"{HERE}:refuses", tasks(b"a")))
    assert raised.value.code == "no-model"


def test_tasks_are_drawn_only_as_workers_are_free(two):
    drawn = 0

    def source():
        nonlocal drawn
        for task in tasks(*[b"x"] * 30):
            drawn += 1
            yield task

    for count, _ in enumerate(two.run(f"{HERE}:upper", source()), 1):
        assert drawn <= count + two.workers


def test_large_answers_pass(two):
    data = b"z" * 3_000_000
    assert answers(two.run(f"{HERE}:upper", tasks(data, data))) == {0: data.upper(), 1: data.upper()}


def test_a_process_retires_after_its_tasks():
    once = answers(Local(1, retire=2).run(f"{HERE}:who", tasks(*[b"x"] * 6)))
    assert len({once[n] for n in range(6)}) == 3


def test_an_unknown_engine_is_a_setup_error():
    with pytest.raises(SetupError, match="no such engine"):
        engine("steam")

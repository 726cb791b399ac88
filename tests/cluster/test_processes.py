"""The processes that other tests kill and freeze, themselves."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.cluster.processes import Cluster, running
from tests.postgres import Postgres


@pytest.fixture(scope="module")
def cluster(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with running(postgres, tmp_path_factory.mktemp("cluster")) as cluster:
        yield cluster


def health(url: str) -> int:
    with urlopen(f"{url}/healthz", timeout=20) as answer:
        return int(answer.status)


def test_every_process_serves_and_serves_again_after_a_kill(cluster: Cluster) -> None:
    first, second = cluster.webs
    assert health(first.url) == health(second.url) == 200
    first.kill()
    with pytest.raises(URLError):
        health(first.url)
    assert health(second.url) == 200
    first.start()
    assert health(first.url) == 200


def test_one_that_is_asked_to_end_ends_in_good_order(cluster: Cluster) -> None:
    first, _ = cluster.webs
    # uvicorn ends as the signal would have ended it, once all is closed.
    assert first.stop() in (0, -signal.SIGTERM)
    assert "level=error" not in first.log.read_text()
    first.start()


def test_the_media_worker_hangs_up_on_those_who_are_connected_before_it_ends(cluster: Cluster) -> None:
    assert cluster.media.stop() == 0
    assert "Traceback" not in cluster.media.log.read_text()
    cluster.media.start()


def test_one_that_is_frozen_answers_once_it_is_thawed(cluster: Cluster) -> None:
    first, _ = cluster.webs
    first.freeze()
    first.thaw()
    assert health(first.url) == 200


def test_all_of_them_find_postgresql_and_redis_again(cluster: Cluster) -> None:
    cluster.restart_postgres()
    cluster.redis.kill()
    cluster.redis.start()
    assert [health(web.url) for web in cluster.webs] == [200, 200]


def test_a_point_that_was_armed_is_passed_once(cluster: Cluster) -> None:
    levers = cluster.webs[0].levers
    levers.arm("written", signal.SIGCONT)
    levers.at("after_commit")
    assert levers.is_armed
    levers.at("written")
    assert not levers.is_armed

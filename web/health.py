"""Seen from outside: whether this process lives, whether it takes people, and its figures for Prometheus."""

from __future__ import annotations

import asyncio
import hmac
from collections import Counter
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from persistence.journal import Busy, Journal
from realtime.lag import Lag
from realtime.server import Server
from web.answers import json


class Figures(Collector):
    """Read when somebody asks, from what is counted anyway. Nothing of what people wrote or are called is in it."""

    def __init__(self, server: Server, lag: Lag) -> None:
        self._server = server
        self._lag = lag

    def collect(self) -> Iterator[Metric]:
        gateway = self._server.gateway
        live = list(gateway.live.values())
        yield gauge("palabre_workshops", "Workshops in memory.", len(live))
        yield gauge("palabre_connections", "Open sockets.", len(self._server.connections))
        yield gauge("palabre_people", "People connected.", sum(len(each.telling.people) for each in live))
        yield gauge("palabre_audiences", "Groups of people who see the same.", sum(len(e.telling.groups) for e in live))
        yield gauge("palabre_queue", "Commands that wait to be written.", sum(each.queue.qsize() for each in live))
        yield labelled("palabre_commands", "Commands answered.", ("type", "answer"), gateway.figures.commands)
        yield counter("palabre_batches", "Transactions of commands.", gateway.figures.batches)
        yield counter("palabre_batch_seconds", "Time from taking batches up to their answers.", gateway.figures.batch_s)
        yield gauge("palabre_loop_lag_seconds", "The longest wait of the loop in the last minute.", self._lag.worst_s)


def gauge(name: str, says: str, value: float) -> Metric:
    return GaugeMetricFamily(name, says, value=value)


def counter(name: str, says: str, value: float) -> Metric:
    return CounterMetricFamily(name, says, value=value)


def labelled(name: str, says: str, labels: tuple[str, ...], counts: Counter[tuple[str, ...]]) -> Metric:
    family = CounterMetricFamily(name, says, labels=labels)
    for values, count in counts.items():
        family.add_metric(values, count)
    return family


class Health:
    """`token` is what Prometheus shows for /metrics; without one there are none."""

    def __init__(self, journal: Journal, server: Server, lag: Lag, token: str) -> None:
        self._journal = journal
        self._server = server
        self._token = token
        self._registry = CollectorRegistry()
        self._registry.register(Figures(server, lag))
        ProcessCollector(registry=self._registry)

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/healthz", self.healthz),
            Route("/readyz", self.readyz),
            Route("/metrics", self.metrics),
        ]

    async def healthz(self, request: Request) -> Response:
        """The loop answers, and the database does."""
        await asyncio.to_thread(self._journal.heads)
        return json({"ok": True})

    async def readyz(self, request: Request) -> Response:
        """Whether a proxy may send people here: 503 while the database does not answer, and before the process ends."""
        if self._server.is_draining:
            return json({"ready": False, "reason": "draining"}, 503)
        try:
            await asyncio.to_thread(self._journal.heads)
        except Busy:
            return json({"ready": False, "reason": "database"}, 503)
        return json({"ready": True})

    async def metrics(self, request: Request) -> Response:
        scheme, _, shown = request.headers.get("authorization", "").partition(" ")
        if not self._token:
            return json({}, 404)
        if scheme.lower() != "bearer" or not hmac.compare_digest(shown.encode(), self._token.encode()):
            return json({}, 401, {"WWW-Authenticate": "Bearer"})
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)

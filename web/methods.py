"""Finds the methods that are installed, ours and others' alike, by the entry points of `palabre.methods`."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

from facilitation.methods import Method, Methods

GROUP = "palabre.methods"
OURS = (
    EntryPoint("information", "facilitation.methods:INFORMATION", GROUP),
    EntryPoint("workshop", "facilitation.methods:WORKSHOP", GROUP),
)
"""As pyproject.toml declares them: what was written down at installation may be older than this code."""


def installed() -> Methods:
    methods = Methods()
    for point in sorted({*OURS, *entry_points(group=GROUP)}, key=lambda point: point.name):
        method = point.load()
        if not isinstance(method, Method) or method.key != point.name:
            raise TypeError(f"the entry point {point.name} of {GROUP} is no method of that name")
        methods.add(method)
    return methods

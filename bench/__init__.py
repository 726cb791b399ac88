"""Measurements: `python -m bench`, or `python -m bench fanout` for one. What they found: docs/performance.md."""

"""What it costs to forward voices and faces, beside Janus and beside the stock aiortc relay in the same run."""

from bench.media.comparing import run

__all__ = ["run"]

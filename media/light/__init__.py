"""A client without a browser: it sends, receives and counts, but decodes nothing. Hundreds fit into one process."""

from media.light.client import LightClient
from media.light.crowd import Crowd
from media.light.received import Received
from media.light.sending import Sending

__all__ = ["Crowd", "LightClient", "Received", "Sending"]

"""Minutes as files, written by a process of their own so that no server waits for them."""

from web.minutes.html import CONTENT_SECURITY_POLICY
from web.minutes.job import Format, Job, MinutesFailed, Progress, Stage, render, run, silent

__all__ = ["CONTENT_SECURITY_POLICY", "Format", "Job", "MinutesFailed", "Progress", "Stage", "render", "run", "silent"]

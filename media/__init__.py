"""Forwarding of audio and video: packets are passed on, never decoded. Its worker is a process of its own."""

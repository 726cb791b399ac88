"""Texts that several people write at once: what may be changed in them, who wrote what, and what they say."""

"""Tests of what passes between browsers and a workshop."""

"""Nouns go in, files come out; each writer is imported by the command that needs it."""

from __future__ import annotations

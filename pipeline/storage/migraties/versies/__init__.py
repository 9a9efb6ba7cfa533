"""One module for each step, oldest first."""

from __future__ import annotations

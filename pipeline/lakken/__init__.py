"""From findings to a release: proposals, the sheet a person decides on, and marks."""

from __future__ import annotations

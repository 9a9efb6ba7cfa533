"""Names in Dutch text: how they are written, and which words can be one."""

from __future__ import annotations

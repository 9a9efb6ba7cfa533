"""The corridor: one recipe per job, without a command line and without SQL."""

from __future__ import annotations

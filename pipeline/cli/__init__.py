"""The front hall: the only room that knows the command line."""

from __future__ import annotations

from pipeline.cli.bewaking import run_guarded


def main() -> None:
    """Run ``verwerk`` and leave with its exit code."""
    raise SystemExit(run_guarded())

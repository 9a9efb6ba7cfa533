"""What is raised where a page cannot be rewritten in place."""

from __future__ import annotations


class Onzeker(Exception):  # noqa: N818 Dutch for the thing
    """Why a page cannot be rewritten with certainty."""

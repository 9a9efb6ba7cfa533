"""Trouble that someone can fix: each kind has an exit code, each message its advice.

Messages are Dutch and meant for the user: which file, what is wrong, what to do. They
never hold text of a document. They are caught once, in ``pipeline.cli``; only
``InvoerError`` is also caught per file, in the flow.
"""

from __future__ import annotations

from enum import IntEnum


class Uitgang(IntEnum):
    """The exit codes of the program."""

    KLAAR = 0
    VERKEERD_GEBRUIK = 2
    DEELS = 3
    REGELS = 4
    INSTELLINGEN = 5
    HULPPROGRAMMA = 6
    LAKBLAD = 7
    LEK = 8
    BEVINDINGEN = 10
    FOUT_IN_PROGRAMMA = 70
    AFGEBROKEN = 130


class PipelineError(Exception):
    """Something the user or the administrator can fix."""

    uitgang = Uitgang.FOUT_IN_PROGRAMMA


class InvoerError(PipelineError):
    """A file that cannot be read: damaged, encrypted, unknown, too large."""

    uitgang = Uitgang.DEELS


class RegelError(PipelineError):
    """A rule or list that is invalid; the message names file and rule."""

    uitgang = Uitgang.REGELS


class InstellingError(PipelineError):
    """Settings that do not hold, or a store that cannot be reached."""

    uitgang = Uitgang.INSTELLINGEN


class HulpprogrammaError(PipelineError):
    """An outside program that is missing or failed."""

    uitgang = Uitgang.HULPPROGRAMMA


class LakbladError(PipelineError):
    """A sheet of decisions that is incomplete or contradicts itself or its sources."""

    uitgang = Uitgang.LAKBLAD


class LekError(PipelineError):
    """The check afterwards found something; nothing is released."""

    uitgang = Uitgang.LEK


class GebruikError(PipelineError):
    """A request that cannot be carried out as asked."""

    uitgang = Uitgang.VERKEERD_GEBRUIK

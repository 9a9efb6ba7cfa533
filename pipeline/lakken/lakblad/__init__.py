"""The lakblad: a workbook a jurist fills in, and the strict reading of it."""

from __future__ import annotations

from pipeline.lakken.lakblad.lezen import read_lakblad
from pipeline.lakken.lakblad.schrijven import write_lakblad

__all__ = ["read_lakblad", "write_lakblad"]

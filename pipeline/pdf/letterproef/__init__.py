"""Whether the letters of a document show what its text says: by looking at them."""

from __future__ import annotations

from pipeline.pdf.letterproef.bladen import REDEN, find_lying, find_lying_in

__all__ = ["REDEN", "find_lying", "find_lying_in"]

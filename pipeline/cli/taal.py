"""Dutch for the words that click itself says."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

VERTALINGEN = Path(__file__).parent / "vertalingen"


def speak_dutch() -> None:
    """Point click's own messages at our translation."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("messages", str(VERTALINGEN))

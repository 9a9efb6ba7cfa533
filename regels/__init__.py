"""Knowledge as data: rules, lists and grounds. No code lives here."""

from __future__ import annotations

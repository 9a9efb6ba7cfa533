"""Toolbox for Dutch without a domain: numbers, dates, times, sentences."""

from __future__ import annotations

"""Days off: Easter and what is counted from it."""

from __future__ import annotations

from datetime import date, timedelta


def find_pasen(jaar: int) -> date:
    """Easter Sunday (Gregorian computus after Meeus)."""
    gulden = jaar % 19
    eeuw, in_eeuw = divmod(jaar, 100)
    maan = (8 * eeuw + 13) // 25 - 2
    epacta = (19 * gulden + eeuw - eeuw // 4 - maan + 13) % 30
    week = (32 + 2 * (eeuw % 4) + 2 * (in_eeuw // 4) - epacta - in_eeuw % 4) % 7
    terug = (gulden + 11 * epacta + 22 * week) // 451
    dagen = epacta + week - 7 * terug
    return date(jaar, 3, 22) + timedelta(days=dagen)

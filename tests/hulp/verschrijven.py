"""Slips of the pen in one cell of a table that was read: for tests and benchmarks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

MATEN = {"opgave", "voorstel"}


def swap(waarde):
    """The number with its first two different neighbouring digits exchanged."""
    cijfers = list(str(int(waarde)))
    for i in range(len(cijfers) - 1):
        if cijfers[i] != cijfers[i + 1]:
            cijfers[i], cijfers[i + 1] = cijfers[i + 1], cijfers[i]
            return Decimal("".join(cijfers))
    return None


def tenfold(waarde):
    return waarde * 10 if waarde else None


def negate(waarde):
    return -waarde if waarde else None


SLIPS = {"cijfers verwisseld": swap, "factor tien": tenfold, "minteken": negate}


def mutations(stuk, maten=MATEN):
    """Each figure of these measures with each slip: name, figure, the new document."""
    for nr, cijfer in enumerate(stuk.cijfers):
        if cijfer.maat not in maten or cijfer.waarde is None or not cijfer.cel:
            continue
        if cijfer.gebied in {None, "landelijk"} or cijfer.thema == "inwoners":
            continue
        for naam, slip in SLIPS.items():
            nieuw = slip(cijfer.waarde)
            if nieuw is None or nieuw == cijfer.waarde:
                continue
            fout = replace(cijfer, waarde=nieuw, weergave=str(nieuw))
            cijfers = (*stuk.cijfers[:nr], fout, *stuk.cijfers[nr + 1 :])
            yield naam, fout, replace(stuk, cijfers=cijfers)

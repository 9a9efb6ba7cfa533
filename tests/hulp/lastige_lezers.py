"""Readers that misbehave, for the workers to survive."""

from __future__ import annotations

import os
import time

from modellen.stuk import Inname
from pipeline.errors import InvoerError, RegelError

MB = 1024 * 1024


def read_oddly(pad, bestand, regelboek, grenzen):
    """Do what the name of the file says."""
    if bestand.startswith("hangt"):
        time.sleep(600)
    if bestand.startswith("sterft"):
        os._exit(9)
    if bestand.startswith("eet"):
        vol = [bytearray(16 * MB) for _ in range(64)]
        time.sleep(600)
        del vol
    if bestand.startswith("kapot"):
        raise InvoerError("het bestand is beschadigd; vraag een nieuw exemplaar")
    if bestand.startswith("fout"):
        raise ZeroDivisionError("geheime tekst uit het document")
    if bestand.startswith("regels"):
        raise RegelError("Regel 'x' klopt niet.")
    return Inname(bestand=bestand, sha256="0" * 64, stukken=())

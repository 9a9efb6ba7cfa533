"""A message as every mail program shows it: head, text, attachments."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from modellen.document import Eigenschappen, Zone
from modellen.lezing import Bijlage, Gelezen
from modellen.plaats import InBericht
from pipeline.readers.bijlagen import unique_names
from pipeline.readers.genoemd import find_genoemd
from pipeline.readers.html import has_data_table, write_html
from pipeline.readers.opbouw import Bouwer
from pipeline.readers.platte_tekst import write_plain
from pipeline.readers.tekens import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from modellen.document import Bron

_WOORD = re.compile(r"[^\W\d_]{3,}|\d{4,}")
_ENKELE, _DEEL = 4, 0.1
_DAGEN = (
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip

BLIND = "Bcc"
"""The receivers that other receivers did not see: read, and shown to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """A message taken apart; addresses as ``Naam <adres>``.

    ``vloeiend``: the plain text is ``format=flowed``, its soft breaks end in a space;
    ``plakkend``: that space is no part of the text (``delsp``).
    """

    van: str = ""
    aan: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    onderwerp: str = ""
    verzonden: datetime | None = None
    tekst: str = ""
    html: str = ""
    vloeiend: bool = False
    plakkend: bool = False
    bijlagen: tuple[Bijlage, ...] = ()


def compose(bericht: Bericht, bron: Bron) -> Gelezen:
    """The message as a document, with its attachments still closed."""
    bouwer = Bouwer(bron)
    namen = unique_names([b.naam for b in bericht.bijlagen])
    for nummer, regel in enumerate(_head(bericht, namen), 1):
        bouwer.blok(
            regel,
            InBericht("kop", nummer),
            zone=Zone.BERICHTKOP,
            verborgen=regel.startswith(f"{BLIND}:"),
        )
    if bericht.html and (has_data_table(bericht.html) or _says_more(bericht, bron)):
        write_html(bericht.html, bouwer)
    else:
        write_plain(
            bericht.tekst, bouwer, vloeiend=bericht.vloeiend, plakkend=bericht.plakkend
        )
    document = bouwer.build()
    eigenschappen = Eigenschappen(
        titel=one_line(bericht.onderwerp) or None,
        onderwerp=one_line(bericht.onderwerp) or None,
        afzender=bericht.van or None,
        aan=bericht.aan,
        cc=bericht.cc,
        bcc=bericht.bcc,
        verzonden=bericht.verzonden,
        bijlagen=tuple(namen),
        bijlagen_genoemd=find_genoemd([b.tekst for b in document.blokken]),
    )
    return Gelezen(
        document=bouwer.build(eigenschappen=eigenschappen), bijlagen=bericht.bijlagen
    )


def _says_more(bericht: Bericht, bron: Bron) -> bool:
    """Whether the marked up text has words that the plain one lacks, more than a few.

    They are two versions of one text; some programs leave out half of the plain one.
    """
    if not bericht.tekst.strip():
        return True
    bouwer = Bouwer(bron)
    write_html(bericht.html, bouwer)
    gemist = _words(bouwer.build().tekst)
    heel = len(gemist)
    gemist -= _words(bericht.tekst)
    return len(gemist) > max(_ENKELE, _DEEL * heel)


def _words(tekst: str) -> set[str]:
    return set(_WOORD.findall(clean(tekst).lower()))


def to_eml(bericht: Bericht) -> bytes:
    """The message as a file of its own, for one that came inside another."""
    uit = EmailMessage(policy=SMTP)
    velden = {
        "From": bericht.van,
        "To": ", ".join(bericht.aan),
        "Cc": ", ".join(bericht.cc),
        "Bcc": ", ".join(bericht.bcc),
        "Subject": one_line(bericht.onderwerp),
        "Date": ""
        if bericht.verzonden is None
        else f"{bericht.verzonden:%a, %d %b %Y %H:%M:%S %z}",
    }
    for naam, waarde in velden.items():
        if waarde:
            uit[naam] = waarde
    uit.set_content(bericht.tekst or "")
    if bericht.html:
        uit.add_alternative(bericht.html, subtype="html")
    for bijlage in bericht.bijlagen:
        uit.add_attachment(
            bijlage.inhoud,
            maintype="application",
            subtype="octet-stream",
            filename=one_line(bijlage.naam) or "bijlage",
        )
    _set_boundaries(uit, bericht)
    return uit.as_bytes()


def _set_boundaries(uit: EmailMessage, bericht: Bericht) -> None:
    """Between its parts the same lines each time: the file is known by its bytes."""
    inhoud = hashlib.sha256((bericht.tekst + bericht.html).encode())
    for bijlage in bericht.bijlagen:
        inhoud.update(bijlage.inhoud)
    for nummer, deel in enumerate(uit.walk()):
        if deel.is_multipart():
            deel.set_boundary(f"=={inhoud.hexdigest()}-{nummer}==")


def show_moment(moment: datetime) -> str:
    """A moment in Dutch words, in the time of the sender."""
    dag, maand = _DAGEN[moment.weekday()], _MAANDEN[moment.month - 1]
    return f"{dag} {moment.day} {maand} {moment.year} {moment:%H:%M}"


def _head(bericht: Bericht, bijlagen: Sequence[str]) -> list[str]:
    datum = "" if bericht.verzonden is None else show_moment(bericht.verzonden)
    velden = (
        ("Van", bericht.van),
        ("Aan", "; ".join(bericht.aan)),
        ("Cc", "; ".join(bericht.cc)),
        (BLIND, "; ".join(bericht.bcc)),
        ("Datum", datum),
        ("Onderwerp", one_line(bericht.onderwerp)),
        ("Bijlagen", "; ".join(map(one_line, bijlagen))),
    )
    return [clean(f"{naam}: {waarde}") for naam, waarde in velden if waarde]

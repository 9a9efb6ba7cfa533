"""E-mail files (RFC 5322): headers that may be broken, parts, attachments."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import Compat32
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from modellen.lezing import Bijlage
from pipeline.errors import InvoerError
from pipeline.readers.bericht import Bericht, compose
from pipeline.readers.tekens import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from email.message import Message
    from pathlib import Path

    from modellen.document import Bron
    from modellen.lezing import Gelezen
    from pipeline.settings import Grenzen

_NIET = {"application/pkcs7-signature", "application/x-pkcs7-signature",
         "application/pgp-signature", "text/calendar", "text/x-amp-html",
         "message/delivery-status", "text/rfc822-headers"}  # fmt: skip
_OOXML = "application/vnd.openxmlformats-officedocument"
_UITGANGEN = {
    "application/pdf": ".pdf",
    "application/ms-tnef": ".dat",
    f"{_OOXML}.wordprocessingml.document": ".docx",
    f"{_OOXML}.spreadsheetml.sheet": ".xlsx",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
}
_DIEPSTE = 60
_EERST_GENOEMD = {
    "utf-16",
    "utf-16le",
    "utf-16be",
    "utf-7",
    "unicode-1-1-utf-7",
    "iso-2022-jp",
}
_ADRES = re.compile(r'(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,;"<])+')


class _Koppen(Compat32):
    """Headers with bytes outside ASCII, as old programs write them, keep their letters.

    The old policy never raises on broken headers, but gives such bytes up.
    """

    def header_fetch_parse(self, name: str, value: str) -> str:
        """The value as text."""
        del name
        return _repair(value)


_KOPPEN = _Koppen()


def read_eml(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """A message and the files it carries.

    Raises ``InvoerError`` when it has neither a head nor text.
    """
    del grenzen  # the size of the file was checked, and nothing here unpacks
    ruw = pad.read_bytes().lstrip(b"\xef\xbb\xbf\r\n\t ")
    bericht = parse_message(message_from_bytes(ruw, policy=_KOPPEN))
    if not (bericht.van or bericht.onderwerp or bericht.tekst or bericht.html):
        naam = bron.bestand.rsplit("/", 1)[-1]
        raise InvoerError(f"{naam} bevat geen leesbaar bericht. Vraag het opnieuw op.")
    return compose(bericht, bron)


def parse_message(bron: Message) -> Bericht:
    """A message taken apart."""
    lijven: dict[str, list[Message]] = {"text/plain": [], "text/html": []}
    bijlagen: list[Bijlage] = []
    for deel in _parts(bron, 0):
        _sort_part(deel, lijven, bijlagen)
    vlak = lijven["text/plain"]
    vloeiend = bool(vlak) and all(_param(d, "format") == "flowed" for d in vlak)
    return Bericht(
        van=next(iter(_addresses(bron, "From")), ""),
        aan=_addresses(bron, "To"),
        cc=_addresses(bron, "Cc"),
        bcc=_addresses(bron, "Bcc"),
        onderwerp=_header(bron, "Subject"),
        verzonden=_moment(bron),
        tekst="\n\n".join(_decode(d) for d in vlak),
        html="\n".join(_decode(d) for d in lijven["text/html"]),
        vloeiend=vloeiend,
        plakkend=vloeiend and any(_param(d, "delsp") == "yes" for d in vlak),
        bijlagen=tuple(bijlagen),
    )


def _sort_part(
    deel: Message, lijven: dict[str, list[Message]], bijlagen: list[Bijlage]
) -> None:
    soort = deel.get_content_type()
    naam = _file_name(deel)
    los = deel.get_content_disposition() == "attachment" or bool(naam)
    if soort in lijven and not los:
        lijven[soort].append(deel)
        return
    if soort in _NIET or _is_picture_in_text(deel, soort):
        return
    if soort == "message/rfc822":
        bijlagen.append(_nested(deel, naam))
        return
    inhoud = deel.get_payload(decode=True)
    if isinstance(inhoud, bytes) and inhoud:
        anders = f"bijlage {len(bijlagen) + 1}{_UITGANGEN.get(soort, '')}"
        bijlagen.append(Bijlage(naam=naam or anders, inhoud=inhoud))


def _parts(deel: Message, diepte: int) -> Iterator[Message]:
    """The leaves of a message; of alternatives all kinds, of messages the outside."""
    inhoud = deel.get_payload()
    if deel.get_content_maintype() == "multipart" and isinstance(inhoud, list):
        if diepte < _DIEPSTE:
            for kind in inhoud:
                if not isinstance(kind, str):
                    yield from _parts(kind, diepte + 1)
    else:
        yield deel


def _nested(deel: Message, naam: str) -> Bijlage:
    inhoud = deel.get_payload()
    if isinstance(inhoud, list) and inhoud and not isinstance(inhoud[0], str):
        binnen = inhoud[0]
        onderwerp = one_line(_header(binnen, "Subject"))
        heet = naam or f"{onderwerp or 'bericht'}.eml"
        heet = heet if heet.lower().endswith(".eml") else f"{heet}.eml"
        return Bijlage(naam=heet, inhoud=binnen.as_bytes())
    ruw = deel.get_payload(decode=True)
    return Bijlage(
        naam=naam or "bericht.eml", inhoud=ruw if isinstance(ruw, bytes) else b""
    )


def _is_picture_in_text(deel: Message, soort: str) -> bool:
    """A picture that the text shows, such as a logo, is no attachment."""
    if not soort.startswith("image/"):
        return False
    return deel.get_content_disposition() != "attachment" or bool(
        deel.get("Content-ID")
    )


def _decode(deel: Message) -> str:
    """The text of a part; a wrong or unknown character set still gives letters."""
    inhoud = deel.get_payload(decode=True)
    if not isinstance(inhoud, bytes):
        return str(inhoud or "")
    return decode_bytes(inhoud, deel.get_content_charset() or "")


def decode_bytes(inhoud: bytes, tekenset: str) -> str:
    """Bytes as text: UTF-8 when they are, else as declared, else Windows-1252."""
    volgorde = ["utf-8", tekenset]
    if tekenset.lower() in _EERST_GENOEMD:
        volgorde.reverse()
    if tekenset.lower().startswith("utf-16") and b"\0" not in inhoud:
        volgorde = ["utf-8"]  # letters of two bytes without one zero: it is not that
    for keus in volgorde:
        try:
            return inhoud.decode(keus)
        except (LookupError, UnicodeError, ValueError):
            continue
    return inhoud.decode("cp1252", "replace")


def _header(bron: Message, naam: str) -> str:
    ruw = bron.get(naam)
    if ruw is None:
        return ""
    return _decode_header(str(ruw))


def _decode_header(tekst: str) -> str:
    plat = " ".join(tekst.split())
    if "=?" not in plat:
        return plat
    try:
        delen = decode_header(plat)
        return str(make_header(delen))
    except LookupError:  # a character set that nobody knows still gives letters
        return "".join(_decode_piece(d, t) for d, t in delen)
    except (UnicodeError, ValueError):
        return plat


def _decode_piece(deel: bytes | str, tekenset: str | None) -> str:
    return deel if isinstance(deel, str) else decode_bytes(deel, tekenset or "")


def _repair(tekst: str) -> str:
    """Undo the surrogates that stand for bytes outside ASCII."""
    try:
        return decode_bytes(tekst.encode("ascii", "surrogateescape"), "")
    except UnicodeEncodeError:
        return tekst


def _addresses(bron: Message, naam: str) -> tuple[str, ...]:
    """The addresses of a header; names are decoded after the commas are understood."""
    uit = []
    for ruw in bron.get_all(naam, []):
        for stuk in _ADRES.findall(" ".join(str(ruw).split())):
            adres = _address(stuk.strip())
            if adres:
                uit.append(adres)
    return tuple(uit)


def _address(stuk: str) -> str:
    """One address as ``Naam <adres>``; a group without members is none."""
    voor, punt, achter = stuk.partition("<")
    weergave = _decode_header(voor.strip().strip('"').replace('\\"', '"'))
    adres = achter.partition(">")[0].strip()
    if not punt or not adres:
        return "" if stuk.endswith(":") else one_line(weergave)
    return one_line(f"{weergave} <{adres}>" if weergave else adres)


def _moment(bron: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(_header(bron, "Date"))
    except (TypeError, ValueError, IndexError):
        return None


def _param(deel: Message, naam: str) -> str:
    waarde = deel.get_param(naam)
    return waarde.lower() if isinstance(waarde, str) else ""


def _file_name(deel: Message) -> str:
    try:
        naam = deel.get_filename()
    except (LookupError, UnicodeError, ValueError, TypeError):
        return ""
    return _decode_header(naam) if naam else ""

"""Outlook messages (MS-OXMSG): properties of an OLE container, read one by one."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta
from email import message_from_string, policy
from typing import TYPE_CHECKING

import olefile

from modellen.lezing import Bijlage
from pipeline.errors import InvoerError
from pipeline.readers.bericht import Bericht, compose, to_eml
from pipeline.readers.eml import parse_message
from pipeline.readers.rtf import decompress, rtf_text
from pipeline.readers.tekens import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from modellen.document import Bron
    from modellen.lezing import Gelezen
    from pipeline.settings import Grenzen

_ONDERWERP, _TEKST, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_AFZENDER, _AFZENDER_ADRES, _AFZENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
_NAMENS, _NAMENS_ADRES, _NAMENS_SMTP = 0x0042, 0x0065, 0x5D02
_VERZONDEN, _ONTVANGEN, _KOPPEN, _CODETABEL = 0x0039, 0x0E06, 0x007D, 0x3FDE
_NAAM, _ADRES, _SMTP, _ROL = 0x3001, 0x3003, 0x39FE, 0x0C15
_INHOUD, _LANGE_NAAM, _KORTE_NAAM, _INHOUD_ID = 0x3701, 0x3707, 0x3704, 0x3712
_SOORT, _VERBORGEN, _BIJLAGENAAM = 0x370E, 0x7FFE, 0x3001
_BEGIN_1601 = datetime(1601, 1, 1, tzinfo=UTC)
_DIEPSTE = 10
_ROLLEN = {1: "aan", 2: "cc", 3: "bcc"}
_KOP_GROOTTE = {"": 32, "ingebed": 24, "deel": 8}


def read_msg(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """A message and the files it carries.

    Raises ``InvoerError`` when there is nothing of a message in it.
    """
    with olefile.OleFileIO(str(pad)) as ole:
        bericht = _Opslag(ole, [], "", grenzen.uitgepakt).message(0)
    if not (bericht.van or bericht.onderwerp or bericht.tekst or bericht.html):
        naam = bron.bestand.rsplit("/", 1)[-1]
        raise InvoerError(
            f"{naam} bevat geen leesbaar bericht. Open het in Outlook en "
            "sla het op als eml."
        )
    return compose(bericht, bron)


class _Opslag:
    """One storage of the container: the message, a recipient or an attachment."""

    def __init__(
        self,
        ole: olefile.OleFileIO,
        pad: list[str],
        soort: str,
        ruimte: int,
        tabel: str = "cp1252",
    ) -> None:
        self._ole = ole
        self._pad = pad
        self._ruimte = ruimte
        self._vast = self._fixed(_KOP_GROOTTE[soort])
        self._tabel = tabel

    def message(self, diepte: int) -> Bericht:
        """The message in this storage."""
        codetabel = self._vast.get(_CODETABEL)
        if codetabel:
            self._tabel = f"cp{struct.unpack_from('<I', codetabel)[0]}"
        koppen = parse_message(
            message_from_string(self.text(_KOPPEN), policy=policy.compat32)
        )
        rollen = self._recipients()
        html, tekst = self._bodies()
        return Bericht(
            van=self._sender() or koppen.van,
            aan=rollen["aan"] or koppen.aan,
            cc=rollen["cc"] or koppen.cc,
            bcc=rollen["bcc"] or koppen.bcc,
            onderwerp=self.text(_ONDERWERP) or koppen.onderwerp,
            verzonden=koppen.verzonden
            or self._moment(_VERZONDEN)
            or self._moment(_ONTVANGEN),
            tekst=tekst,
            html=html,
            bijlagen=tuple(self._attachments(diepte, html)),
        )

    def text(self, sleutel: int) -> str:
        """A text property, in Unicode or the code page of the message."""
        breed = self._stream(sleutel, "001F")
        if breed is not None:
            return breed.decode("utf-16-le", "replace").rstrip("\0")
        smal = self._stream(sleutel, "001E")
        return "" if smal is None else self._decode(smal).rstrip("\0")

    def number(self, sleutel: int) -> int:
        """A whole number, 0 when it is not there."""
        ruw = self._vast.get(sleutel)
        return 0 if ruw is None else int(struct.unpack_from("<i", ruw)[0])

    def _decode(self, ruw: bytes) -> str:
        try:
            return ruw.decode(self._tabel)
        except (LookupError, UnicodeDecodeError):
            return ruw.decode("cp1252", "replace")

    def _bodies(self) -> tuple[str, str]:
        """HTML and plain text; from the compressed RTF when there is nothing else."""
        ruw = self._stream(_HTML, "0102")
        html = self.text(_HTML) if ruw is None else self._decode_html(ruw)
        tekst = self.text(_TEKST)
        if html.strip() or tekst.strip():
            return html, tekst
        gepakt = self._stream(_RTF, "0102")
        if gepakt is None:
            return "", ""
        inhoud, is_html = rtf_text(decompress(gepakt, self._ruimte))
        return (inhoud, "") if is_html else ("", inhoud)

    def _decode_html(self, ruw: bytes) -> str:
        try:
            return ruw.decode("utf-8")
        except UnicodeDecodeError:
            return self._decode(ruw)

    def _sender(self) -> str:
        for naam, smtp, adres in (
            (_NAMENS, _NAMENS_SMTP, _NAMENS_ADRES),
            (_AFZENDER, _AFZENDER_SMTP, _AFZENDER_ADRES),
        ):
            if gevonden := _address(
                self.text(naam), self.text(smtp) or self.text(adres)
            ):
                return gevonden
        return ""

    def _recipients(self) -> dict[str, tuple[str, ...]]:
        uit: dict[str, tuple[str, ...]] = {"aan": (), "cc": (), "bcc": ()}
        for naam in self._children("__recip_version1.0_"):
            deel = self._part(naam)
            rol = _ROLLEN.get(deel.number(_ROL) & 0xF)
            adres = _address(deel.text(_NAAM), deel.text(_SMTP) or deel.text(_ADRES))
            if rol and adres:
                uit[rol] += (adres,)
        return uit

    def _attachments(self, diepte: int, html: str) -> list[Bijlage]:
        uit = []
        for naam in self._children("__attach_version1.0_"):
            deel = self._part(naam)
            bijlage = deel.attachment(diepte, html)
            if bijlage is not None:
                uit.append(bijlage)
        return uit

    def attachment(self, diepte: int, html: str) -> Bijlage | None:
        """The file in this storage; a picture the text shows is none."""
        heet = (
            self.text(_LANGE_NAAM) or self.text(_KORTE_NAAM) or self.text(_BIJLAGENAAM)
        )
        cid = self.text(_INHOUD_ID)
        plaatje = heet.lower().endswith(
            (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emz")
        )
        if plaatje and ((cid and f"cid:{cid}" in html) or self.number(_VERBORGEN)):
            return None
        binnen = f"__substg1.0_{_INHOUD:04X}000D"
        if self._ole.exists([*self._pad, binnen]):
            return self._embedded(binnen, heet, diepte)
        inhoud = self._stream(_INHOUD, "0102")
        return Bijlage(naam=heet or "bijlage", inhoud=inhoud or b"")

    def _embedded(self, binnen: str, heet: str, diepte: int) -> Bijlage | None:
        """A message inside the message, as a file of its own."""
        plek = [*self._pad, binnen]
        if (
            not self._ole.exists([*plek, "__properties_version1.0"])
            or diepte >= _DIEPSTE
        ):
            return Bijlage(naam=heet or "bijlage", inhoud=b"")
        bericht = _Opslag(self._ole, plek, "ingebed", self._ruimte).message(diepte + 1)
        stam = one_line(heet or bericht.onderwerp) or "bericht"
        stam = stam[:-4] if stam.lower().endswith(".msg") else stam
        return Bijlage(naam=f"{stam}.eml", inhoud=to_eml(bericht))

    def _moment(self, sleutel: int) -> datetime | None:
        ruw = self._vast.get(sleutel)
        if ruw is None:
            return None
        try:
            return _BEGIN_1601 + timedelta(
                microseconds=struct.unpack("<Q", ruw)[0] // 10
            )
        except OverflowError:
            return None

    def _part(self, naam: str) -> _Opslag:
        """A recipient or attachment, in the code page of its message."""
        return _Opslag(self._ole, [*self._pad, naam], "deel", self._ruimte, self._tabel)

    def _children(self, begin: str) -> list[str]:
        diepte = len(self._pad)
        namen = {
            p[diepte]
            for p in self._ole.listdir(streams=False, storages=True)
            if len(p) == diepte + 1
            and p[:diepte] == self._pad
            and p[diepte].startswith(begin)
        }
        return sorted(namen)

    def _stream(self, sleutel: int, soort: str) -> bytes | None:
        pad = [*self._pad, f"__substg1.0_{sleutel:04X}{soort}"]
        if not self._ole.exists(pad):
            return None
        if self._ole.get_size(pad) > self._ruimte:
            raise ValueError("a stream larger than the limit")
        with self._ole.openstream(pad) as stroom:
            return bytes(stroom.read())

    def _fixed(self, kop: int) -> dict[int, bytes]:
        """The properties of fixed size: eight bytes each, by their id."""
        pad = [*self._pad, "__properties_version1.0"]
        if not self._ole.exists(pad):
            return {}
        with self._ole.openstream(pad) as stroom:
            ruw = stroom.read()
        uit = {}
        for plek in range(kop, len(ruw) - 15, 16):
            soort, sleutel = struct.unpack_from("<HH", ruw, plek)
            del soort
            uit[sleutel] = ruw[plek + 8 : plek + 16]
        return uit


def _address(naam: str, adres: str) -> str:
    """``Naam <adres>``; an internal Exchange path is no address."""
    naam, adres = one_line(naam).strip("'\""), one_line(adres).strip("'")
    if "@" not in adres:
        return naam
    return f"{naam} <{adres}>" if naam and naam.lower() != adres.lower() else adres

"""Office documents that do harm: bombs, lies about size, hostile XML, containers with a lock."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cache, partial

import docx
from openpyxl import Workbook

from tests.dossier.cfb import make_cfb
from tests.dossier.vast import fix_zip

MB = 1024 * 1024
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ZIN = "De regietafel komt op donderdag 5 maart 2026 bijeen."


def make_docx(tekst: str = ZIN) -> bytes:
    """A sound document of one sentence."""
    doc = docx.Document()
    doc.add_paragraph(tekst)
    uit = io.BytesIO()
    doc.save(uit)
    return fix_zip(uit.getvalue())


def make_xlsx() -> bytes:
    """A sound workbook of one row."""
    boek = Workbook()
    boek.worksheets[0].append(["Hoorn", 12])
    uit = io.BytesIO()
    boek.save(uit)
    return fix_zip(uit.getvalue())


def make_locked(lengte: int = 9000) -> bytes:
    """An Office document under a password: an OLE container with an encrypted stream."""
    ruis = b"".join(
        hashlib.sha256(bytes([i % 256, i // 256])).digest() for i in range(300)
    )
    return make_cfb(
        {
            "EncryptionInfo": b"\x04\x00\x04\x00\x40\x00\x00\x00<encryption/>",
            "EncryptedPackage": struct.pack("<Q", lengte) + ruis[:lengte],
        }
    )


# ---------------------------------------------------------------- bombs


@dataclass(frozen=True, slots=True, kw_only=True)
class Lid:
    """A member of a zip as it is stored, and the size it claims to have."""

    naam: str
    deflate: bytes
    crc: int
    beweerd: int


def pack_zip(leden: list[Lid]) -> bytes:
    """A zip written by hand, so that it may say what is not true."""
    uit, register = bytearray(), bytearray()
    for lid in leden:
        naam = lid.naam.encode()
        maten = (lid.crc, len(lid.deflate), lid.beweerd, len(naam), 0)
        plek = len(uit)
        uit += struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 33, *maten)
        uit += naam + lid.deflate
        register += struct.pack(
            "<4sHHHHHHIIIHH", b"PK\1\2", 20, 20, 0, 8, 0, 33, *maten
        )
        register += struct.pack("<HHHII", 0, 0, 0, 0, plek) + naam
    aantal = len(leden)
    slot = (0, 0, aantal, aantal, len(register), len(uit), 0)
    return bytes(uit + register + struct.pack("<4sHHHHIIH", b"PK\5\6", *slot))


def make_lid(naam: str, inhoud: bytes) -> Lid:
    pers = zlib.compressobj(9, zlib.DEFLATED, -15)
    deflate = pers.compress(inhoud) + pers.flush()
    return Lid(naam=naam, deflate=deflate, crc=zlib.crc32(inhoud), beweerd=len(inhoud))


@cache
def _inflate(begin: bytes, megabytes: int) -> tuple[bytes, int]:
    """What unpacks to ``begin`` and so many megabytes of spaces, and its checksum."""
    blok = b" " * MB
    pers = zlib.compressobj(9, zlib.DEFLATED, -15)
    kop = pers.compress(begin) + pers.flush(zlib.Z_FULL_FLUSH)
    stuk = pers.compress(blok) + pers.flush(zlib.Z_FULL_FLUSH)
    crc = zlib.crc32(begin)
    for _ in range(megabytes):
        crc = zlib.crc32(blok, crc)
    return kop + stuk * megabytes + pers.flush(), crc


def _bom(naam: str, begin: bytes, megabytes: int, beweerd: int | None) -> Lid:
    deflate, crc = _inflate(begin, megabytes)
    waar = len(begin) + megabytes * MB
    return Lid(naam=naam, deflate=deflate, crc=crc, beweerd=beweerd or waar)


def make_bomb(soort: str, megabytes: int = 2000, beweerd: int | None = None) -> bytes:
    """A docx or xlsx of some megabytes that unpacks to gigabytes.

    ``beweerd`` is the size its main part claims to have; the true one by default.
    """
    bron = make_docx() if soort == "docx" else make_xlsx()
    doel = "word/document.xml" if soort == "docx" else "xl/worksheets/sheet1.xml"
    leden = []
    with zipfile.ZipFile(io.BytesIO(bron)) as zip_:
        for naam in zip_.namelist():
            if naam == doel:
                kop = zip_.read(naam).rsplit(b"</", 1)[0]
                leden.append(_bom(naam, kop, megabytes, beweerd))
            else:
                leden.append(make_lid(naam, zip_.read(naam)))
    return pack_zip(leden)


# ---------------------------------------------------------------- hostile XML


def replace_part(bron: bytes, deel: str, inhoud: bytes) -> bytes:
    """The same document with another part in the place of one."""
    return fix_zip(bron, bewerk=lambda naam, data: inhoud if naam == deel else data)


def make_laughs() -> bytes:
    """A document whose text is an entity of entities: ten to the ninth words."""
    entiteiten = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return _document(
        f'<!DOCTYPE w [<!ENTITY l0 "lach">{entiteiten}]>',
        "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>",
    )


def make_xxe(adres: str) -> bytes:
    """A document that asks for a file of the machine to be put into its text."""
    return _document(
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "{adres}">]>',
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
    )


def make_deep(diepte: int = 10_000) -> bytes:
    """A document of so many tables, each inside the one before it."""
    begin = "<w:tbl><w:tr><w:tc>" * diepte
    eind = "<w:p/></w:tc></w:tr></w:tbl>" * diepte
    return _document("", f"{begin}<w:p><w:r><w:t>diep</w:t></w:r></w:p>{eind}")


def _document(doctype: str, inhoud: str) -> bytes:
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}'
        f'<w:document xmlns:w="{W}"><w:body>{inhoud}</w:body></w:document>'
    )
    return replace_part(make_docx(), "word/document.xml", xml.encode())


def make_vast_sheet() -> bytes:
    """A workbook that says it uses every cell there is, and does use the last one."""
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Hoorn</t></is></c>'
        '<c r="B1"><v>12</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        "</sheetData></worksheet>"
    )
    return replace_part(make_xlsx(), "xl/worksheets/sheet1.xml", xml.encode())


def make_hollow() -> bytes:
    """A zip with the names of a document and nothing that can be read in it."""
    return replace_part(make_docx(), "word/document.xml", b"<w:document")


BOMMEN = {
    "bom.docx": partial(make_bomb, "docx"),
    "bom.xlsx": partial(make_bomb, "xlsx"),
    "bom die liegt.docx": partial(make_bomb, "docx", beweerd=4096),
    "bom die liegt.xlsx": partial(make_bomb, "xlsx", beweerd=4096),
}

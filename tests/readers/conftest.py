"""Makers of small files: a Word package from XML, an OLE container from streams."""

from __future__ import annotations

import struct
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.readers import read_file
from pipeline.settings import Grenzen

VOORBEELDEN = Path(__file__).parents[2] / ".." / "shared" / "voorbeelden"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_REST = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def wortel(naam, inhoud):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{naam} {_W} {_R} {_REST}>{inhoud}</w:{naam}>'


@pytest.fixture
def lees():
    def read(pad, grenzen=None, bestand=None):
        return read_file(pad, bestand or pad.name, grenzen or Grenzen())

    return read


@pytest.fixture
def docx_van(tmp_path):
    """Makes a Word file of body XML and other parts (``numbering="<w:num…/>"``)."""

    def make(body, naam="stuk.docx", **delen):
        pad = tmp_path / naam
        namen = {f"{d}.xml": d.rstrip("0123456789") for d in delen}
        relaties = "".join(
            f'<Relationship Id="r{i}" Type="{_OFFICE}/{soort}" Target="{bestand}"/>'
            for i, (bestand, soort) in enumerate(namen.items())
        )
        soorten = "".join(
            f'<Override PartName="/word/{b}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{s}+xml"/>'
            for b, s in namen.items()
        )
        with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
            archief.writestr(
                "[Content_Types].xml",
                f'<Types xmlns="{_PAKKET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{soorten}</Types>',
            )
            archief.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{_PAKKET}/relationships"><Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            )
            archief.writestr(
                "word/document.xml", wortel("document", f"<w:body>{body}</w:body>")
            )
            archief.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{_PAKKET}/relationships">{relaties}</Relationships>',
            )
            for deel, xml in delen.items():
                soort = deel.rstrip("0123456789")
                tag = {"header": "hdr", "footer": "ftr"}.get(soort, soort)
                archief.writestr(f"word/{deel}.xml", wortel(tag, xml))
        return pad

    return make


@pytest.fixture
def ole_van(tmp_path):
    """Makes an OLE container of streams; storages are the folders in their paths."""

    def make(stromen, naam="bericht.msg"):
        pad = tmp_path / naam
        pad.write_bytes(write_ole(stromen))
        return pad

    return make


def write_ole(stromen):  # noqa: C901, PLR0915 a file format from top to bottom
    """A compound file of version 3, small streams in the mini stream (MS-CFB)."""
    inhoud = [{"naam": "Root Entry", "soort": 5, "kinderen": [], "data": b""}]
    plek = {(): 0}
    for pad, data in stromen.items():
        delen = tuple(pad.split("/"))
        for diepte in range(1, len(delen) + 1):
            hier = delen[:diepte]
            if hier not in plek:
                plek[hier] = len(inhoud)
                soort = 2 if diepte == len(delen) else 1
                inhoud.append(
                    {
                        "naam": delen[diepte - 1],
                        "soort": soort,
                        "kinderen": [],
                        "data": b"",
                    }
                )
                inhoud[plek[hier[:-1]]]["kinderen"].append(plek[hier])
        inhoud[plek[delen]]["data"] = data
    mini, minifat, groot = b"", [], []
    for ding in inhoud[1:]:
        data = ding["data"]
        ding["begin"] = 0xFFFFFFFE
        if ding["soort"] == 2 and data and len(data) < 4096:
            ding["begin"] = len(mini) // 64
            aantal = -(-len(data) // 64)
            minifat += [len(minifat) + i + 1 for i in range(aantal - 1)] + [0xFFFFFFFE]
            mini += data.ljust(aantal * 64, b"\0")
        elif ding["soort"] == 2 and data:
            groot.append(ding)
    sectoren, fat = [], []

    def add(data):
        aantal = -(-len(data) // 512)
        if not aantal:
            return 0xFFFFFFFE
        begin = len(sectoren)
        sectoren.extend(
            data[i * 512 : (i + 1) * 512].ljust(512, b"\0") for i in range(aantal)
        )
        fat.extend([begin + i + 1 for i in range(aantal - 1)] + [0xFFFFFFFE])
        return begin

    minibegin = add(mini)
    minifatbegin = (
        add(struct.pack(f"<{len(minifat)}I", *minifat)) if minifat else 0xFFFFFFFE
    )
    for ding in groot:
        ding["begin"] = add(ding["data"])
    for ding in inhoud:
        orde = sorted(
            ding["kinderen"],
            key=lambda i: (len(inhoud[i]["naam"]), inhoud[i]["naam"].upper()),
        )
        ding["kind"] = orde[0] if orde else 0xFFFFFFFF
        for links, rechts in pairwise(orde):
            inhoud[links]["rechts"] = rechts
    gids = b""
    for ding in inhoud:
        naam = ding["naam"].encode("utf-16-le") + b"\0\0"
        wortelding = ding["soort"] == 5
        gids += naam.ljust(64, b"\0") + struct.pack("<HBB", len(naam), ding["soort"], 1)
        gids += (
            struct.pack(
                "<III", 0xFFFFFFFF, ding.get("rechts", 0xFFFFFFFF), ding["kind"]
            )
            + b"\0" * 36
        )
        begin = minibegin if wortelding else ding["begin"]
        gids += struct.pack(
            "<IQ", begin, len(mini) if wortelding else len(ding["data"])
        )
    gids = gids.ljust(-(-len(gids) // 512) * 512, b"\0")
    gidsbegin = add(gids)
    aantal_fat = 1
    while aantal_fat * 128 < len(sectoren) + aantal_fat:
        aantal_fat += 1
    fatbegin = len(sectoren)
    fat += [0xFFFFFFFD] * aantal_fat
    ruw = struct.pack(f"<{len(fat)}I", *fat).ljust(aantal_fat * 512, b"\xff")
    kop = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    )
    kop += b"\0" * 6 + struct.pack("<IIIII", 0, aantal_fat, gidsbegin, 0, 4096)
    kop += struct.pack("<IIII", minifatbegin, -(-len(minifat) // 128), 0xFFFFFFFE, 0)
    difat = [fatbegin + i for i in range(aantal_fat)]
    kop += struct.pack("<109I", *(difat + [0xFFFFFFFF] * (109 - aantal_fat)))
    return kop + b"".join(sectoren) + ruw

"""The package under docx and xlsx: a zip of XML parts, opened with care."""

from __future__ import annotations

import posixpath
import zipfile
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote

from lxml import etree

from pipeline.errors import InvoerError
from pipeline.settings import MB

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.settings import Grenzen

_BROKJE = 256 * 1024
_RUIMTE_ZONDER_VERHOUDING = 16 * MB
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main",
     b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip
RELATIE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Pakket:
    """An Office package; nothing is unpacked to disk and nothing fetched.

    Raises ``InvoerError`` when it is damaged, encrypted, or unpacks to more than the
    limits allow, whatever its directory declares.
    """

    def __init__(self, pad: Path, naam: str, grenzen: Grenzen) -> None:
        self._naam = naam
        self._over = grenzen.uitgepakt
        self._verhouding = grenzen.verhouding
        try:
            self._zip = zipfile.ZipFile(pad)
        except zipfile.BadZipFile as fout:
            raise InvoerError(
                f"{naam} is beschadigd of niet volledig. Vraag het bestand opnieuw op."
            ) from fout
        self._delen = {i.filename.lstrip("/").lower(): i for i in self._zip.infolist()}

    def __enter__(self) -> Self:
        """The package itself; it closes its file at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._zip.close()

    def __contains__(self, deel: str) -> bool:
        """Whether there is a part of this name."""
        return deel.lower() in self._delen

    def read(self, deel: str) -> bytes:
        """The bytes of a part, counted while they are unpacked."""
        info = self._delen[deel.lower()]
        self._check(info.file_size, info.compress_size)
        stukken: list[bytes] = []
        gelezen = 0
        try:
            with self._zip.open(info) as stroom:
                while brokje := stroom.read(_BROKJE):
                    gelezen += len(brokje)
                    self._check(gelezen, info.compress_size)
                    stukken.append(brokje)
        except RuntimeError as fout:
            raise InvoerError(
                f"{self._naam} is versleuteld. Verwijder het wachtwoord en "
                "probeer opnieuw."
            ) from fout
        self._over -= gelezen
        return b"".join(stukken)

    def xml(self, deel: str) -> etree._Element:
        """The root of an XML part; entities are not resolved, nothing is fetched."""
        inhoud = self.read(deel)
        if b"purl.oclc.org/ooxml" in inhoud:
            for streng, gewoon in _STRICT:
                inhoud = inhoud.replace(streng, gewoon)
        return parse_xml(inhoud)

    def relations(self, deel: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: id → (last word of the type, name of the part)."""
        map_, naam = posixpath.split(deel)
        plek = posixpath.join(map_, "_rels", f"{naam}.rels")
        if plek not in self:
            return {}
        uit = {}
        for rel in self.xml(plek):
            if not isinstance(rel.tag, str) or rel.get("TargetMode") == "External":
                continue
            doel = unquote(rel.get("Target", ""))
            vol = doel[1:] if doel.startswith("/") else posixpath.join(map_, doel)
            soort = rel.get("Type", "").rsplit("/", 1)[-1]
            uit[rel.get("Id", "")] = (soort, posixpath.normpath(vol))
        return uit

    def main_part(self, gewoonlijk: str) -> str:
        """The name of the part the package is about."""
        for soort, deel in self.relations("").values():
            if soort == "officeDocument" and deel in self:
                return deel
        if gewoonlijk in self:
            return gewoonlijk
        raise InvoerError(
            f"{self._naam} mist zijn hoofddeel. Open het en sla het opnieuw op."
        )

    def _check(self, omvang: int, gepakt: int) -> None:
        te_dicht = (
            omvang > _RUIMTE_ZONDER_VERHOUDING
            and omvang > self._verhouding * max(gepakt, 1)
        )
        if omvang > self._over or te_dicht:
            raise InvoerError(
                f"{self._naam} wordt bij het uitpakken te groot (een zip-bom?). "
                "Open het zelf en sla het opnieuw op als u de afzender vertrouwt."
            )


def parse_xml(inhoud: bytes) -> etree._Element:
    """The root of an XML text; a document type, where bombs live, is refused."""
    if b"<!DOCTYPE" in inhoud[:2000] or b"<!ENTITY" in inhoud[:2000]:
        raise ValueError("an Office part has no document type")
    lezer = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    return etree.fromstring(inhoud, lezer)

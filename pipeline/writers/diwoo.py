"""DiWoo metadata (KOOP, version 0.9.8): an XML file for each published document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from modellen.inventaris import Inventarisregel, Organisatie

RUIMTE = "https://standaarden.overheid.nl/diwoo/metadata/"
_D = f"{{{RUIMTE}}}"


def make_diwoo(
    regel: Inventarisregel,
    organisatie: Organisatie,
    waarden: Mapping[str, Any],
    vandaag: date,
) -> bytes:
    """The metadata of one document, valid against ``diwoo-metadata.xsd``.

    ``waarden`` are the identifiers of ``regels/woo/publicatie.toml``. The act that is
    recorded is the decision to publish, on ``vandaag``.
    """
    diwoo = waarden["diwoo"]
    wortel = etree.Element(f"{_D}Document", nsmap={"diwoo": RUIMTE})
    lijf = etree.SubElement(wortel, f"{_D}DiWoo")
    _add(_add(lijf, "identifiers"), "identifier", regel.nummer)
    _add(lijf, "publisher", organisatie.naam, organisatie.uri)
    _add(_add(lijf, "titelcollectie"), "officieleTitel", _title(regel))
    _classify(lijf, regel, waarden)
    if regel.datum is not None:
        _add(lijf, "creatiedatum", regel.datum.isoformat())
    _add(lijf, "language", "Nederlands", diwoo["taal"])
    _add(lijf, "format", "PDF", diwoo["formaat"])
    handeling = _add(_add(lijf, "documenthandelingen"), "documenthandeling")
    _add(
        handeling,
        "soortHandeling",
        diwoo["handeling_naam"],
        diwoo["basis"] + diwoo["handeling"],
    )
    _add(handeling, "atTime", f"{vandaag.isoformat()}T00:00:00")
    return bytes(
        etree.tostring(
            wortel, xml_declaration=True, encoding="UTF-8", pretty_print=True
        )
    )


def _title(regel: Inventarisregel) -> str:
    return regel.titel or f"Document {regel.nummer}"


def _classify(
    lijf: etree._Element, regel: Inventarisregel, waarden: Mapping[str, Any]
) -> None:
    diwoo, soorten = waarden["diwoo"], waarden["documentsoorten"]
    collectie = _add(lijf, "classificatiecollectie")
    code, naam = soorten.get(regel.soort, soorten["overig"])
    _add(
        _add(collectie, "documentsoorten"), "documentsoort", naam, diwoo["basis"] + code
    )
    _add(
        _add(collectie, "informatiecategorieen"),
        "informatiecategorie",
        diwoo["categorie_naam"],
        diwoo["basis"] + diwoo["categorie"],
    )
    _add(_add(collectie, "themas"), "thema", diwoo["thema_naam"], diwoo["thema"])


def _add(
    ouder: etree._Element, naam: str, tekst: str = "", bron: str = ""
) -> etree._Element:
    kind = etree.SubElement(ouder, f"{_D}{naam}")
    if tekst:
        kind.text = tekst
    if bron:
        kind.set("resource", bron)
    return kind

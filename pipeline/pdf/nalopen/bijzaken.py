"""What a PDF carries besides its pages: properties, notes, links, attachments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf

from modellen.naloop import Bijzaak, Bijzaaksoort

if TYPE_CHECKING:
    from collections.abc import Iterator

_INFO = (
    "/Author", "/Title", "/Subject", "/Keywords", "/Manager", "/Company",
    "/LastModifiedBy", "/SourceModified", "/Comments",
)  # fmt: skip
_XMP = re.compile(
    rb"<(?P<veld>dc:creator|dc:title|dc:description|dc:subject|pdf:Keywords|"
    rb"xmp:Author|photoshop:AuthorsPosition|xmpMM:History|stRef:filePath|pdf:Author)"
    rb"\b[^>]*>(?P<inhoud>.{0,4000}?)</(?P=veld)>",
    re.DOTALL,
)
_LABEL = re.compile(rb"<[^>]+>")
_EINDE = re.compile(rb"%%EOF[\r\n \t]*")
_WOORD = re.compile(r"\w\w")
_DIEPST = 40
_ALT = ("/Alt", "/ActualText", "/E")


def find_extras(inhoud: bytes, pdf: pikepdf.Pdf) -> tuple[Bijzaak, ...]:
    """All words and things that ride along with the pages, as a stranger finds them."""
    vondsten = (
        *_info(pdf), *_xmp(pdf), *_attachments(pdf), *_annotations(pdf),
        *_outline(pdf), *_fields(pdf), *_layers(pdf), *_descriptions(pdf),
        *_versions(inhoud, pdf), *_scripts(pdf),
    )  # fmt: skip
    return tuple(dict.fromkeys(v for v in vondsten if _WOORD.search(v.woorden)))


def _info(pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    info: Any = pdf.trailer.get("/Info", {})
    for sleutel in _INFO:
        waarde = info.get(sleutel)
        if waarde is not None:
            yield Bijzaak(
                soort=Bijzaaksoort.METADATA, veld=sleutel[1:], woorden=_text(waarde)
            )


def _xmp(pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    stroom = pdf.Root.get("/Metadata")
    if not isinstance(stroom, pikepdf.Stream):
        return
    for raak in _XMP.finditer(stroom.read_bytes()):
        kaal = _LABEL.sub(b" ", raak["inhoud"]).decode("utf-8", "replace")
        yield Bijzaak(
            soort=Bijzaaksoort.METADATA,
            veld=raak["veld"].decode("ascii"),
            woorden=" ".join(kaal.split()),
        )


def _attachments(pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    for naam in pdf.attachments:
        yield Bijzaak(soort=Bijzaaksoort.BIJLAGE, veld="naam", woorden=str(naam))


def _annotations(pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    for nummer, pagina in enumerate(pdf.pages, start=1):
        for noot in pagina.obj.get("/Annots", []):
            if isinstance(noot, pikepdf.Dictionary):
                yield from _note(noot, nummer)


def _note(noot: Any, pagina: int) -> Iterator[Bijzaak]:
    actie = noot.get("/A", {})
    if isinstance(actie, pikepdf.Dictionary) and "/URI" in actie:
        yield Bijzaak(
            soort=Bijzaaksoort.KOPPELING,
            veld="adres",
            woorden=_text(actie.URI),
            pagina=pagina,
        )
    if str(noot.get("/Subtype", "")) in {"/Link", "/Widget"}:
        return
    for sleutel in ("/Contents", "/T", "/Subj", "/RC"):
        if sleutel in noot:
            yield Bijzaak(
                soort=Bijzaaksoort.OPMERKING,
                veld={"/T": "schrijver"}.get(sleutel, "tekst"),
                woorden=_text(noot[sleutel]),
                pagina=pagina,
            )
    if str(noot.get("/Subtype", "")) == "/FileAttachment":
        woorden = _text(noot.get("/FS", {}).get("/F", "bestand"))
        yield Bijzaak(
            soort=Bijzaaksoort.BIJLAGE, veld="naam", woorden=woorden, pagina=pagina
        )


def _outline(pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    def walk(rij: Any, diepte: int) -> Iterator[Bijzaak]:
        for punt in rij if diepte < _DIEPST else ():
            yield Bijzaak(
                soort=Bijzaaksoort.BLADWIJZER, veld="titel", woorden=str(punt.title)
            )
            yield from walk(punt.children, diepte + 1)

    if "/Outlines" in pdf.Root:
        with pdf.open_outline() as overzicht:
            yield from walk(overzicht.root, 0)


def _fields(pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    formulier: Any = pdf.Root.get("/AcroForm", {})
    velden: list[Any] = list(formulier.get("/Fields", []))
    gezien = 0
    while velden and gezien < 10_000:  # noqa: PLR2004 a form is no book
        veld = velden.pop(0)
        gezien += 1
        velden += list(veld.get("/Kids", []))
        waarde = veld.get("/V")
        if isinstance(waarde, pikepdf.String):
            yield Bijzaak(soort=Bijzaaksoort.VELD, veld="waarde", woorden=_text(waarde))


def _layers(pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    lagen: Any = pdf.Root.get("/OCProperties", {})
    stand: Any = lagen.get("/D", {})
    for groep in stand.get("/OFF", []):
        naam = _text(groep.get("/Name", "laag"))
        yield Bijzaak(soort=Bijzaaksoort.LAAG, veld="verborgen laag", woorden=naam)


def _descriptions(pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    """The words for screen readers in the tree of tags."""
    wachtrij: list[Any] = [pdf.Root.get("/StructTreeRoot")]
    gezien: set[tuple[int, int]] = set()
    while wachtrij:
        knoop = wachtrij.pop()
        if isinstance(knoop, pikepdf.Array):
            wachtrij += list(knoop)
        if not isinstance(knoop, pikepdf.Dictionary) or knoop.objgen in gezien:
            continue
        if knoop.is_indirect:
            gezien.add(knoop.objgen)
        for sleutel in _ALT:
            if isinstance(knoop.get(sleutel), pikepdf.String):
                yield Bijzaak(
                    soort=Bijzaaksoort.BESCHRIJVING,
                    veld=sleutel[1:],
                    woorden=_text(knoop[sleutel]),
                )
        if "/K" in knoop:
            wachtrij.append(knoop.K)


def _versions(inhoud: bytes, pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    """Revisions behind each other: what a later one hides, the file still holds.

    A file written for the web has two ends and one revision.
    """
    aantal = len(_EINDE.findall(inhoud))
    if aantal > 1 + pdf.is_linearized:
        yield Bijzaak(
            soort=Bijzaaksoort.VERSIE,
            veld="aantal",
            woorden=f"{aantal - pdf.is_linearized} versies na elkaar",
        )


def _scripts(pdf: pikepdf.Pdf) -> Iterator[Bijzaak]:
    if "/JavaScript" in pdf.Root.get("/Names", {}):
        yield Bijzaak(soort=Bijzaaksoort.SCRIPT, veld="script", woorden="JavaScript")


def _text(waarde: Any) -> str:
    return " ".join(str(waarde).split())

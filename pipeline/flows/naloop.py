"""From published files to findings: read each as a stranger, then all together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pikepdf
import pypdfium2

from modellen.bevinding import Mislukking
from modellen.document import Blok, Bron, Document
from modellen.naloop import (
    Bijzaaksoort,
    Ernst,
    Masker,
    Naloopdossier,
    Openbaargegeven,
    Openbaarstuk,
    Vermelding,
)
from modellen.persoon import Gegevenssoort
from modellen.plaats import OpPagina
from pipeline.errors import InvoerError, PipelineError
from pipeline.extraction.lakmarken import find_marks, has_legend
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.flows.wandeling import walk
from pipeline.lakken.naloop import audit_published, read_naloopkennis
from pipeline.lakken.naloop.lezen import Merken, make_published
from pipeline.pdf.nalopen import read_published
from pipeline.rulebook import Regelboek
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from modellen.naloop import Naloopbevinding
    from modellen.persoon import Vondsten
    from pipeline.lakken.naloop import Naloopkennis

VRIJGAVE = "vrijgave"
_TEKEN = b"%PDF-"
_GEZIEN = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Naloop:
    """What a naloop found: findings, how many files were read, which could not be.

    ``paden`` tells where each file of a finding lies.
    """

    bevindingen: tuple[Naloopbevinding, ...]
    bestanden: int
    bladzijden: int
    mislukt: tuple[Mislukking, ...]
    paden: dict[str, Path]

    @property
    def lekken(self) -> tuple[Naloopbevinding, ...]:
        """The findings that anyone can misuse now."""
        return tuple(b for b in self.bevindingen if b.ernst is Ernst.LEK)


@dataclass(frozen=True, slots=True)
class _Bestand:
    pad: Path
    naam: str
    uitgave: str


def audit(
    paden: Sequence[Path],
    uitvoer: Path,
    regels: Path | None = None,
    voortgang: Callable[[int, int], None] | None = None,
) -> Naloop:
    """Everything that is wrong with published files, all folders read together.

    Raises ``InvoerError`` when a path does not exist or holds no PDF at all.
    """
    regelboek = Regelboek(regels)
    kennis = read_naloopkennis(regelboek)
    bestanden, mislukt = _list_files(paden, uitvoer)
    if not bestanden and not mislukt:
        namen = ", ".join(p.name or str(p) for p in paden)
        raise InvoerError(
            f"In {namen} staat geen pdf. Wijs de map aan met wat is gepubliceerd."
        )
    stukken: list[Openbaarstuk] = []
    for nummer, bestand in enumerate(bestanden, start=1):
        try:
            stukken.append(_read(bestand, regelboek, kennis))
        except InvoerError as fout:
            mislukt.append(Mislukking(bestand=bestand.naam, reden=str(fout)))
        if voortgang:
            voortgang(nummer, len(bestanden))
    dossier = _with_people(stukken, regelboek)
    return Naloop(
        bevindingen=audit_published(dossier, kennis),
        bestanden=len(stukken),
        bladzijden=sum(len(s.paginas) for s in stukken),
        mislukt=tuple(mislukt),
        paden={b.naam: b.pad for b in bestanden},
    )


def audit_release(
    map_: Path, eerder: Sequence[Path] = (), regels: Path | None = None
) -> Naloop:
    """The naloop of a release about to be published, with all earlier ones.

    ``map_`` is the folder of the release or the one it lies in. Only findings that
    name a file of the new release are given: what earlier ones leak by themselves is
    no reason to hold this one back.
    """
    alles = audit([map_, *eerder], map_ / ".naloop", regels)
    wortel = _root(map_).resolve()
    eigen = {
        naam for naam, pad in alles.paden.items()
        if pad.resolve().is_relative_to(wortel)
    }  # fmt: skip
    return replace(
        alles,
        bevindingen=tuple(
            b
            for b in alles.bevindingen
            if any(plek.bestand in eigen for plek in b.bronnen)
        ),
    )


def _root(pad: Path) -> Path:
    """The folder that is public: the release inside a folder of ours."""
    binnen = pad / VRIJGAVE
    return binnen if binnen.is_dir() else pad


def _list_files(
    paden: Sequence[Path], uitvoer: Path
) -> tuple[list[_Bestand], list[Mislukking]]:
    """Every PDF under the paths, each once, with the name that reports use."""
    bestanden: list[_Bestand] = []
    mislukt: list[Mislukking] = []
    gezien: set[Path] = set()
    for pad in paden:
        wandeling = walk(_root(pad), uitvoer)
        mislukt += wandeling.mislukt
        voor = f"{pad.resolve().name}/" if pad.is_dir() and len(paden) > 1 else ""
        for vondst in wandeling.bestanden:
            echt = vondst.pad.resolve()
            if echt in gezien or not _is_pdf(vondst.pad):
                continue
            gezien.add(echt)
            naam = _unique(voor + vondst.bestand, bestanden)
            bestanden.append(_Bestand(vondst.pad, naam, str(pad)))
    return bestanden, mislukt


def _unique(naam: str, bestanden: Sequence[_Bestand]) -> str:
    """The name, with the folder above it where two folders share one."""
    bezet = {b.naam for b in bestanden}
    nummer = 2
    uit = naam
    while uit in bezet:
        uit = f"{naam} ({nummer})"
        nummer += 1
    return uit


def _is_pdf(pad: Path) -> bool:
    try:
        with pad.open("rb") as bron:
            return _TEKEN in bron.read(_GEZIEN)
    except OSError:
        return pad.suffix.lower() == ".pdf"


def _read(
    bestand: _Bestand, regelboek: Regelboek, kennis: Naloopkennis
) -> Openbaarstuk:
    """A file as a stranger reads it."""
    merken = _marks(regelboek)

    def is_mark(tekst: str) -> bool:
        rest = tekst
        for masker in reversed(merken.find(tekst)):
            rest = rest[: masker.begin] + rest[masker.eind :]
        return rest != tekst and not any(t.isalnum() for t in rest)

    try:
        feiten = read_published(bestand.pad.read_bytes(), is_mark)
    except PipelineError:
        raise
    except OSError as fout:
        raise InvoerError(
            f"{bestand.naam} mag niet worden gelezen. Geef uzelf leesrechten."
        ) from fout
    except (
        pikepdf.PdfError, pypdfium2.PdfiumError,
        ValueError, TypeError, KeyError, IndexError, RecursionError, MemoryError,
    ) as fout:  # fmt: skip
        raise InvoerError(
            f"{bestand.naam} is beschadigd en niet na te lopen. Vraag het opnieuw op."
        ) from fout
    regels = [b.regels for b in feiten.bladen]
    stuk = make_published(bestand.naam, bestand.uitgave, regels, merken, kennis)
    return replace(
        stuk,
        schuil=tuple(
            s
            for b in feiten.bladen
            for s in b.schuil
            if klein(s.woorden).strip(" .:[]()*") not in kennis.woorden["opschrift"]
        ),
        bijzaken=feiten.bijzaken,
        beelden=tuple(b.nummer for b in feiten.bladen if b.beeld),
    )


def _marks(regelboek: Regelboek) -> Merken:
    return Merken(
        find=lambda tekst: [
            Masker(begin=m.begin, eind=m.eind, grond=m.grond)
            for m in find_marks(tekst, regelboek)
        ],
        is_legend=lambda tekst: has_legend(tekst, regelboek),
        letters=regelboek.tabel("documenten/lakmarken.toml")["letters"],
    )


def _with_people(
    stukken: Sequence[Openbaarstuk], regelboek: Regelboek
) -> Naloopdossier:
    """The files with the people and the personal data that they show."""
    paren = [
        (
            _document(s.bestand, s.tekst, s),
            _document(f"{s.bestand}#", "\n".join(_loose(s)), None),
        )
        for s in stukken
    ]
    documenten = [d for paar in paren for d in paar if d.blokken]
    vondsten = find_persoonsgegevens(documenten, regelboek)
    namen, gegevens = _by_document(vondsten)
    openbaar = {p.id for p in vondsten.personen if p.openbaar}
    klaar = []
    for stuk, (blad, los) in zip(stukken, paren, strict=True):
        eigen = [
            g
            for g in gegevens[blad.id]
            if not _masked(stuk, g.begin, g.eind)
            and not (stuk.lijst and g.soort is not Gegevenssoort.EMAIL)
        ]
        namen_hier = [n for n in namen[blad.id] if not _masked(stuk, n.begin, n.eind)]
        persoonlijk = [
            *((g.begin, g.eind, g.soort) for g in gegevens[los.id]),
            *(
                (n.begin, n.eind, Gegevenssoort.NAAM)
                for n in namen[los.id]
                if n.persoon not in openbaar
            ),
        ]
        klaar.append(
            replace(
                stuk,
                gegevens=tuple(eigen),
                vermeldingen=tuple(namen_hier),
                **_name(stuk, los.tekst, persoonlijk),
            )
        )
    return Naloopdossier(stukken=tuple(klaar), personen=vondsten.personen)


def _document(bestand: str, tekst: str, stuk: Openbaarstuk | None) -> Document:
    """The text of a file as a document, a block for each printed line."""
    blokken, plek = [], 0
    for regel in tekst.split("\n"):
        if regel.strip():
            pagina = stuk.pagina(plek) if stuk else 1
            blokken.append(Blok(tekst=regel, begin=plek, plaats=OpPagina(pagina)))
        plek += len(regel) + 1
    bron = Bron(bestand=bestand, sha256="0" * 64, formaat="pdf")
    return Document(bron=bron, tekst=tekst, blokken=tuple(blokken))


def _loose(stuk: Openbaarstuk) -> Iterator[str]:
    """What a file carries and what it hides, a line each."""
    for bijzaak in stuk.bijzaken:
        adres = unquote(bijzaak.woorden).removeprefix("mailto:")
        yield " ".join(adres.split())
    for schuil in stuk.schuil:
        yield " ".join(schuil.woorden.split())


def _name(
    stuk: Openbaarstuk, tekst: str, spannen: Sequence[tuple[int, int, Gegevenssoort]]
) -> dict[str, Any]:
    """The extras and hidden words, with what in them points out a person.

    Figures and words of a web address mean nothing; a mail address in it does.
    """
    per_regel: dict[int, list[tuple[int, str, Gegevenssoort]]] = defaultdict(list)
    for begin, eind, soort in sorted(spannen):
        per_regel[tekst.count("\n", 0, begin)].append((begin, tekst[begin:eind], soort))
    bijzaken = []
    for nummer, bijzaak in enumerate(stuk.bijzaken):
        koppeling = bijzaak.soort is Bijzaaksoort.KOPPELING
        woorden = [
            w
            for _, w, soort in per_regel[nummer]
            if not koppeling or soort is Gegevenssoort.EMAIL
        ]
        bijzaken.append(replace(bijzaak, persoon=woorden[0] if woorden else ""))
    schuil = tuple(
        replace(s, persoon=bool(per_regel[len(bijzaken) + nummer]))
        for nummer, s in enumerate(stuk.schuil)
    )
    return {"bijzaken": tuple(bijzaken), "schuil": schuil}


def _by_document(
    vondsten: Vondsten,
) -> tuple[dict[str, list[Vermelding]], dict[str, list[Openbaargegeven]]]:
    namen: dict[str, list[Vermelding]] = defaultdict(list)
    for persoon in vondsten.personen:
        for h in persoon.vermeldingen:
            namen[h.document].append(
                Vermelding(begin=h.begin, eind=h.eind, persoon=persoon.id)
            )
    gegevens: dict[str, list[Openbaargegeven]] = defaultdict(list)
    for g in vondsten.gegevens:
        gegevens[g.document].append(
            Openbaargegeven(
                begin=g.begin, eind=g.eind, soort=g.soort, persoon=g.persoon
            )
        )
    for lijst in namen.values():
        lijst.sort(key=lambda v: (v.begin, v.eind))
    return namen, gegevens


def _masked(stuk: Openbaarstuk, begin: int, eind: int) -> bool:
    return any(m.begin < eind and begin < m.eind for m in stuk.maskers)

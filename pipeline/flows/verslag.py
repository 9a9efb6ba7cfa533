"""The account of a run: what was read, what was found, and what to do next."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from modellen.afspraak import AFGEDAAN
from modellen.bevinding import Klasse
from pipeline.audit import GEMIST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from modellen.bevinding import Bevinding
    from modellen.dossier import Dossier, GenummerdeActie


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """Counts and first lines of a run, as plain values that can be kept as JSON.

    ``soorten`` and ``klassen`` are pairs of a name and a count, ``bevindingen`` hold a
    class, the files concerned and a sentence, ``mislukt`` a file and the reason.
    """

    bestanden: int
    nieuw: int
    verdwenen: int
    paginas: int
    soorten: tuple[tuple[str, int], ...]
    acties: int
    openstaand: int
    te_laat: int
    eerste_termijn: str | None
    eerste_acties: tuple[str, ...]
    gemist: int
    besluiten: int
    cijfers: int
    vergaderingen: int
    klassen: tuple[tuple[str, int], ...]
    bevindingen: tuple[tuple[str, tuple[str, ...], str], ...]
    mislukt: tuple[tuple[str, str], ...]

    def as_dict(self) -> dict[str, Any]:
        """The account as JSON values."""
        return asdict(self)


def load_verslag(waarden: dict[str, Any]) -> Verslag:
    """The account that ``as_dict`` gave, read back from JSON."""
    return Verslag(**{k: _tuples(v) for k, v in waarden.items()})


def make_verslag(
    dossier: Dossier, *, bestanden: int, nieuw: int, verdwenen: int, vandaag: date
) -> Verslag:
    """The account of a dossier as it stands on a day."""
    open_ = [a for a in dossier.acties if a.actie.status not in AFGEDAAN]
    termijnen = sorted({t for a in open_ if (t := a.actie.termijn) and t >= vandaag})
    eerste = termijnen[0] if termijnen else None
    bevindingen = tuple(_gather_findings(dossier))
    return Verslag(
        bestanden=bestanden,
        nieuw=nieuw,
        verdwenen=verdwenen,
        paginas=_count_pages(dossier),
        soorten=tuple(Counter(d.soort.value for d in dossier.documenten).most_common()),
        acties=len(dossier.acties),
        openstaand=len(open_),
        te_laat=sum(1 for a in open_ if is_overdue(a, vandaag)),
        eerste_termijn=eerste.isoformat() if eerste else None,
        eerste_acties=tuple(
            a.nummer for a in open_ if eerste and a.actie.termijn == eerste
        ),
        gemist=len(find_vermoedens(dossier)),
        besluiten=len(dossier.besluiten),
        cijfers=len(dossier.cijfers),
        vergaderingen=len(dossier.vergaderingen),
        klassen=_count_classes(bevindingen),
        bevindingen=bevindingen,
        mislukt=tuple((m.bestand, m.reden) for m in dossier.mislukt),
    )


def is_overdue(genummerd: GenummerdeActie, vandaag: date) -> bool:
    """Whether an open action is past its term."""
    termijn = genummerd.actie.termijn
    afgedaan = genummerd.actie.status in AFGEDAAN
    return termijn is not None and termijn < vandaag and not afgedaan


def is_vermoeden(bevinding: Bevinding) -> bool:
    """Whether a finding is a sentence that may hide a promise: a list of its own."""
    return bevinding.regel == GEMIST


def find_vermoedens(dossier: Dossier) -> tuple[Bevinding, ...]:
    """Sentences in no action that may yet hide a promise, each once."""
    eerste: dict[str, Bevinding] = {}
    for b in dossier.bevindingen:
        if is_vermoeden(b):
            eerste.setdefault(b.omschrijving, b)
    return tuple(eerste.values())


def _count_pages(dossier: Dossier) -> int:
    """The pages of whole files: the last page any of its documents reaches."""
    laatste: dict[str, int] = {}
    for kaart in dossier.documenten:
        laatste[kaart.bestand] = max(
            laatste.get(kaart.bestand, 1), kaart.pagina_tot or 1
        )
    return sum(laatste.values())


def _count_classes(
    bevindingen: tuple[tuple[str, tuple[str, ...], str], ...],
) -> tuple[tuple[str, int], ...]:
    aantal = Counter(klasse for klasse, _, _ in bevindingen)
    return tuple((k.value, aantal[k.value]) for k in Klasse if aantal[k.value])


def _gather_findings(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Each finding once, with every file in which it was found."""
    bestanden = {k.id: k.bestand for k in dossier.documenten}
    gelijk: dict[tuple[str, str], dict[str, None]] = {}
    for b in dossier.bevindingen:
        if is_vermoeden(b):
            continue
        plekken = gelijk.setdefault((b.klasse.value, b.omschrijving), {})
        if b.document in bestanden:
            plekken[bestanden[b.document]] = None
    for (klasse, omschrijving), plekken in gelijk.items():
        yield klasse, tuple(plekken), omschrijving


def _tuples(waarde: Any) -> Any:  # noqa: ANN401 JSON has no type of its own
    if isinstance(waarde, list):
        return tuple(_tuples(w) for w in waarde)
    return waarde

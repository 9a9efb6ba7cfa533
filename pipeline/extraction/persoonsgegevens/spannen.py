"""What was found as spans of a spaCy document, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from modellen.persoon import Persoon
    from pipeline.extraction.persoonsgegevens.werk import Werkblad


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijs:
    """Why a span was found; ``grond`` is "" for a name that stays readable."""

    regel: str
    zekerheid: float
    grond: str
    reden: str
    persoon: str | None = None


class Sluiting:
    """The last component: what was found becomes spans of the source."""

    def __call__(self, doc: Doc) -> Doc:
        """The document with its findings in ``doc.spans``."""
        werk: Werkblad = doc._.werk
        for naam, spannen in (
            ("weg", _proposals(werk)),
            ("blijft", _readable(werk)),
            ("passages", _passages(werk)),
        ):
            doc.spans[naam] = [_span(doc, *s) for s in spannen]
        return doc


def _proposals(werk: Werkblad) -> Iterator[tuple[int, int, str, Bewijs]]:
    for g in werk.gegevens:
        bewijs = Bewijs(
            regel=g.regel,
            zekerheid=g.zekerheid,
            grond=g.grond,
            reden=g.reden,
            persoon=g.persoon,
        )
        yield g.begin, g.eind, g.soort.value, bewijs


def _readable(werk: Werkblad) -> Iterator[tuple[int, int, str, Bewijs]]:
    for plek, persoon in werk.leesbaar:
        bewijs = Bewijs(
            regel=plek.regel,
            zekerheid=plek.zekerheid,
            grond="",
            reden=persoon.reden,
            persoon=persoon.id,
        )
        yield plek.begin, plek.eind, "naam", bewijs


def _passages(werk: Werkblad) -> Iterator[tuple[int, int, str, Bewijs]]:
    for p in werk.passages:
        bewijs = Bewijs(
            regel=p.herkomst.regel,
            zekerheid=p.herkomst.zekerheid,
            grond=p.grond,
            reden=f"{p.reden}. {p.motivering}",
        )
        yield p.herkomst.begin, p.herkomst.eind, p.grond, bewijs


def _span(doc: Doc, begin: int, eind: int, soort: str, bewijs: Bewijs) -> Span:
    """The tokens of a stretch of the source, with the evidence kept beside them."""
    span = doc.char_span(begin, eind, soort, alignment_mode="expand")
    if span is None:
        raise ValueError("a finding lies outside its text")
    doc.user_data[_key(span)] = bewijs
    return span


def _key(span: Span) -> str:
    return f"verwerk {span.label_} {span.start} {span.end}"


def _tell(veld: str) -> Callable[[Span], object]:
    def tell(span: Span) -> object:
        return getattr(span.doc.user_data.get(_key(span)), veld, None)

    return tell


def _people(doc: Doc) -> tuple[Persoon, ...]:
    return tuple(doc._.werk.dossier.mensen.values())


Doc.set_extension("werk", default=None, force=True)
Doc.set_extension("personen", getter=_people, force=True)
for _veld in ("regel", "zekerheid", "grond", "reden", "persoon"):
    Span.set_extension(_veld, getter=_tell(_veld), force=True)

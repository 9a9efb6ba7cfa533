"""The steps as a spaCy pipeline: ``spacy.blank("nl")`` with a component for each.

``nlp(tekst)`` and ``nlp.pipe(teksten)`` work as of any pipeline; what ``nlp.pipe`` is
given is one dossier. Findings are spans of the source, in ``doc.spans``: "weg" (what is
proposed for redaction), "blijft" (names that stay readable) and "passages" (for a
person). Each span tells ``span._.regel``, ``zekerheid``, ``grond``, ``reden`` and
``persoon``; ``doc._.personen`` holds the people of the dossier.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from modellen.document import Blok, Bron, Document
from modellen.plaats import OpPagina
from pipeline.extraction.persoonsgegevens.kennis import read_kennis
from pipeline.extraction.persoonsgegevens.spannen import Sluiting
from pipeline.extraction.persoonsgegevens.stappen import STAPPEN, Stap
from pipeline.extraction.persoonsgegevens.werk import Dossierwerk
from pipeline.geheugen import rare_collection
from pipeline.taal.taalmodel.woorden import WOORDEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from modellen.persoon import Persoonsbesluit
    from pipeline.extraction.persoonsgegevens.werk import Werkblad
    from pipeline.rulebook import Regelboek
    from pipeline.taal.taalmodel import Taalmodel

STAP = "verwerk_persoonsgegevens"
OPENING = "verwerk_openen"
SLUITING = "verwerk_spannen"
SPANNEN = "spannen"


class Onderdeel:
    """A step as a component: of a document at a time, or of the dossier at once."""

    def __init__(self, stap: Stap) -> None:
        self._stap = stap

    def __call__(self, doc: Doc) -> Doc:
        """The step on a dossier of one document."""
        return next(iter(self.pipe((doc,))))

    def pipe(self, stroom: Iterable[Doc], **_: object) -> Iterator[Doc]:
        """The step on a dossier; a step of the dossier waits for its last document."""
        if self._stap.blad is not None:
            for doc in stroom:
                self._stap.blad(doc._.werk)
                yield doc
        elif self._stap.dossier is not None:
            docs = list(stroom)
            for dossier in {
                id(d._.werk.dossier): d._.werk.dossier for d in docs
            }.values():
                self._stap.dossier(dossier)
            yield from docs


class Opening:
    """The first component: a plain text becomes a document of a dossier."""

    def __init__(self) -> None:
        self.regelboek: Regelboek | None = None
        self.taalmodel: Taalmodel | None = None

    def __call__(self, doc: Doc) -> Doc:
        """A dossier of one document, unless the text is of one already."""
        return next(iter(self.pipe((doc,))))

    def pipe(self, stroom: Iterable[Doc], **_: object) -> Iterator[Doc]:
        """All texts of the stream as one dossier."""
        dossier: Dossierwerk | None = None
        for doc in stroom:
            if doc._.werk is None:
                dossier = dossier or self.open()
                doc._.werk = dossier.add(_as_document(doc.text, len(dossier.bladen)))
            yield doc

    def open(self, besluiten: Sequence[Persoonsbesluit] = ()) -> Dossierwerk:
        """A dossier without documents."""
        if self.regelboek is None:
            raise ValueError("make the pipeline with make_pijplijn")
        return Dossierwerk(
            regelboek=self.regelboek,
            kennis=read_kennis(self.regelboek),
            koppen=self.regelboek.regels("documenten", "deelnemers.kop"),
            taalmodel=self.taalmodel,
            besluiten=besluiten,
        )


def _as_document(tekst: str, nummer: int) -> Document:
    """A plain text as a document, a block a line."""
    blokken, begin = [], 0
    for regel in tekst.split("\n"):
        blokken.append(Blok(tekst=regel, begin=begin, plaats=OpPagina(1)))
        begin += len(regel) + 1
    bron = Bron(bestand=f"tekst-{nummer}.txt", sha256="0" * 64, formaat="txt")
    return Document(bron=bron, tekst=tekst, blokken=tuple(blokken))


@Language.factory(OPENING)
def make_opening(nlp: Language, name: str) -> Opening:
    """The first component, as spaCy asks for it."""
    del nlp, name
    return Opening()


@Language.factory(STAP, default_config={"stap": STAPPEN[0].naam})
def make_onderdeel(nlp: Language, name: str, stap: str) -> Onderdeel:
    """The component of a step, as spaCy asks for it."""
    del nlp, name
    return Onderdeel(next(s for s in STAPPEN if s.naam == stap))


@Language.factory(SLUITING)
def make_sluiting(nlp: Language, name: str) -> Sluiting:
    """The last component, as spaCy asks for it."""
    del nlp, name
    return Sluiting()


@lru_cache(maxsize=4)
def make_pijplijn(regelboek: Regelboek, taalmodel: Taalmodel | None = None) -> Language:
    """A spaCy pipeline with a component for each step, in their order.

    Raises ``RegelError`` when rules or lists do not hold.
    """
    read_kennis(regelboek)
    nlp = spacy.blank("nl", config={"nlp": {"tokenizer": {"@tokenizers": WOORDEN}}})
    nlp.add_pipe(OPENING, name="openen")
    opening = _opening(nlp)
    opening.regelboek, opening.taalmodel = regelboek, taalmodel
    for stap in STAPPEN:
        nlp.add_pipe(STAP, name=stap.naam, config={"stap": stap.naam})
    nlp.add_pipe(SLUITING, name=SPANNEN)
    return nlp


def weigh_dossier(
    nlp: Language,
    documenten: Iterable[Document],
    besluiten: Sequence[Persoonsbesluit] = (),
) -> list[Werkblad]:
    """What the steps find in the documents of a dossier.

    No tokens and no spans are made: who asks for the findings needs them not, and they
    take a sixth of the time.
    """
    dossier = _opening(nlp).open(besluiten)
    with nlp.select_pipes(disable=[SPANNEN]), rare_collection(blijvend=True):
        docs = []
        for document in documenten:
            doc = Doc(nlp.vocab)
            doc._.werk = dossier.add(document)
            docs.append(doc)
        for _ in nlp.pipe(docs):
            pass
    return dossier.bladen


def _opening(nlp: Language) -> Opening:
    opening: Any = nlp.get_pipe("openen")  # spaCy knows it as a function
    return cast("Opening", opening)

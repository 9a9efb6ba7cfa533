"""Passages for a person: candidates for grounds that are never decided here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.document import Zone
from modellen.persoon import Passage
from pipeline.taal.zinnen import zinnen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Blok, Document
    from pipeline.rulebook import Regel, Regelboek

_CODE = re.compile(
    r"(?i)(?<![\d.])(?P<code>5\.1\.[12]\.?[ ]?(?:sub )?[a-i]|5\.1\.[456]|"
    r"5\.2(?:\.[12])?(?![\d.]))(?!\w)"
)
_ZEKER = 0.5
_LANGE_OPMERKING = 400


def find_passages(
    documenten: Sequence[Document], regelboek: Regelboek
) -> tuple[Passage, ...]:
    """Sentences that may fall under 5.1.2i, 5.2 or 5.1.1d, and marks of a person.

    A comment that holds the code of a ground is a person's mark. Law: Woo art. 5.1
    lid 1 onder d, lid 2 onder i, lid 3; art. 5.2.
    """
    regels = regelboek.regels("woo")
    motivering = regelboek.tabel("woo/passages.toml")["motivering"]
    uit: list[Passage] = []
    for document in documenten:
        for blok in document.blokken:
            if blok.zone is Zone.OPMERKING:
                uit += _marked(document, blok, motivering)
            else:
                uit += _proposed(document, blok, regels, motivering)
    return tuple(uit)


def _proposed(
    document: Document,
    blok: Blok,
    regels: tuple[Regel, ...],
    motivering: dict[str, str],
) -> Iterator[Passage]:
    """One passage for each sentence and ground, by the first rule that speaks."""
    laag = blok.tekst.lower()
    levend = [r for r in regels if any(w in laag for w in r.woorden)]
    raken = [(m.start(), r) for r in levend for m in r.vorm.finditer(blok.tekst)]
    if not raken:
        return
    gezien: set[tuple[int, str]] = set()
    spannen = zinnen(blok.tekst)
    for plek, regel in sorted(raken, key=lambda p: (p[0], p[1].id)):
        for begin, eind in spannen:
            if begin <= plek < eind and (begin, regel.soort) not in gezien:
                gezien.add((begin, regel.soort))
                yield Passage(
                    grond=regel.soort,
                    reden=f"de passage {regel.uitleg}",
                    motivering=motivering[regel.soort],
                    herkomst=document.citeer(
                        blok.begin + begin,
                        blok.begin + eind,
                        regel=regel.id,
                        zekerheid=_ZEKER,
                    ),
                )


def _marked(
    document: Document, blok: Blok, motivering: dict[str, str]
) -> Iterator[Passage]:
    """The mark of a person: a comment with the code of a ground in it."""
    raak = _CODE.search(blok.tekst[:_LANGE_OPMERKING])
    if raak is None:
        return
    grond = _plain_code(raak["code"])
    yield Passage(
        grond=grond,
        reden="in het stuk aangemerkt met een opmerking",
        motivering=motivering.get(
            grond, "Controleer de grond die in de opmerking is genoemd."
        ),
        aangemerkt=True,
        herkomst=document.citeer(blok.begin, blok.eind, regel="passage.opmerking"),
    )


def _plain_code(code: str) -> str:
    kaal = code.lower().replace("sub ", "").replace(" ", "")
    kaal = re.sub(r"\.(?=[a-i]$)", "", kaal)
    return "5.2" if kaal.startswith("5.2") else kaal

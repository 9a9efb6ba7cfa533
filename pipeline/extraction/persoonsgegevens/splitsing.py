"""Where a run of capitals holds more than one name, or a title beside a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.instelling import RECHTSVORM, word_before
from pipeline.extraction.persoonsgegevens.naamvorm import begins
from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deel, Deelsoort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.extraction.persoonsgegevens.kennis import Kennis

MAILVELDEN = (
    "van|aan|cc|bcc|verzonden|ontvangen|onderwerp|betreft|datum|bijlagen?|from|to|sent|"
    "subject|date"
)
"""Fields of the head of a mail, which may stand on one line."""

_VELD = re.compile(rf"(?i:{MAILVELDEN})\Z")
_KORT_AANSPREEK = 5
"""Signs of a shortened form of address: behind "mevrouw." a sentence opens."""

_VOORZETSELS = frozenset({"Van", "Op", "In", "Uit", "Aan", "Bij"})
_HOORT = re.compile(r"[ ][a-zë]{3,12}[ ](?:ik|wij|we|hij|zij|ze|je|u)\b")
"""A verb and who does it: a sentence that opens so tells from whom."""

_GAT = 3
"""Signs between two pieces at the most; more is a preposition: "Kolk over De Linde"."""


def split_run(
    reeks: tuple[Deel, ...], tekst: str, kennis: Kennis
) -> Iterator[tuple[Deel, ...]]:
    """The parts of a run between titles, roles and abbreviations of organisations.

    None ends in a particle that nothing follows.
    """
    eerste = reeks[0]
    muur = _role_end(eerste, tekst, kennis)
    reeks = _without_preposition(_cut_ends(reeks, tekst), tekst, kennis)
    if len(reeks) == 1:  # as most are
        if eerste.begin >= muur and (
            not _is_wall(eerste, kennis) or is_titled(eerste, tekst, kennis)
        ):
            yield reeks
        return
    firma = any(
        stuk.tekst in RECHTSVORM or klein(stuk.tekst) in kennis.instellingen
        for stuk in reeks
    )
    deel: list[Deel] = []
    for stuk in reeks:
        if stuk is not eerste and kennis.is_rolkop(stuk.tekst):
            muur = max(muur, _role_end(stuk, tekst, kennis))
        if stuk.soort is Deelsoort.INITIALEN and (
            _is_whole(deel) or _is_department(deel, reeks[-1], kennis)
        ):
            yield _closed(deel)
            deel = []
        if stuk.soort is Deelsoort.VOEGSEL and (
            (firma and _opens_with_name(deel, kennis))
            or (deel and stuk.begin - deel[-1].eind > _GAT)
        ):
            yield _closed(deel)
            deel = []
        if stuk.begin < muur or (
            _is_wall(stuk, kennis)
            and not _ends_name(deel, stuk, kennis)
            and not is_titled(stuk, tekst, kennis)
        ):
            if deel:
                yield _closed(deel)
            deel = []
        else:
            deel.append(stuk)
    if deel:
        yield _closed(deel)


def is_titled(stuk: Deel, tekst: str, kennis: Kennis) -> bool:
    """Whether a form of address makes a trade the surname of someone: ``mw. Bode``."""
    if stuk.tekst not in kennis.beroepsnamen:
        return False
    voor = klein(word_before(tekst, stuk.begin))
    kort = voor.removesuffix(".") if len(voor) <= _KORT_AANSPREEK else voor
    return kort in kennis.man or kort in kennis.vrouw


def _cut_ends(reeks: tuple[Deel, ...], tekst: str) -> tuple[Deel, ...]:
    """A run without the field of a mail behind it: ``Lea Onderwerp:``.

    And without a preposition before initials: ``Van A. Kolk``.
    """
    if len(reeks) == 1:
        return reeks
    eerste, laatste = reeks[0], reeks[-1]
    if eerste.soort is Deelsoort.VOEGSEL and reeks[1].soort is Deelsoort.INITIALEN:
        reeks = reeks[1:]
    veld = tekst[laatste.eind : laatste.eind + 1] == ":" and len(reeks) > 1
    return reeks[:-1] if veld and _VELD.match(laatste.tekst) else reeks


def _without_preposition(
    reeks: tuple[Deel, ...], tekst: str, kennis: Kennis
) -> tuple[Deel, ...]:
    """A run without the preposition that opens a sentence: ``Van Ab Kolk hoorde ik``.

    "Van Ab" is no surname there. Of one that no list has as a first name the verb
    behind it must tell.
    """
    eerste = reeks[0]
    if eerste.tekst not in _VOORZETSELS or len(reeks) == 1:
        return reeks
    naam, woord = reeks[1:], reeks[1].tekst
    if reeks[1].soort is not Deelsoort.WOORD or not begins(
        tekst[max(0, eerste.begin - _GAT) : eerste.begin]
    ):
        return reeks
    lijsten, hoort = kennis.lijsten, bool(_HOORT.match(tekst, naam[-1].eind))
    noemt = lijsten.is_first_name(woord)
    if len(naam) == 1:
        return naam if noemt and hoort and not lijsten.is_surname(woord) else reeks
    return naam if noemt or (hoort and not lijsten.is_surname(woord)) else reeks


def _is_wall(stuk: Deel, kennis: Kennis) -> bool:
    """Whether a piece by itself is a title, a role or an organisation."""
    if stuk.soort is Deelsoort.INITIALEN:
        return kennis.is_address(stuk.tekst[:-1])
    return stuk.soort is Deelsoort.WOORD and kennis.is_muur(stuk.tekst)


def _is_whole(deel: list[Deel]) -> bool:
    """Whether pieces are initials and a surname: initials behind them open the next."""
    return (
        len(deel) > 1
        and deel[0].soort is Deelsoort.INITIALEN
        and deel[-1].soort is Deelsoort.WOORD
    )


def _is_department(deel: list[Deel], laatste: Deel, kennis: Kennis) -> bool:
    """Whether letters shorten where someone works: ``DGX A. Kolk`` is A. Kolk.

    A surname in capitals before its initials has no other name behind those.
    """
    woord = deel[0].tekst if len(deel) == 1 else ""
    return (
        woord.isupper()
        and woord.isalpha()
        and laatste.soort is Deelsoort.WOORD
        and not laatste.tekst.isupper()
        and not kennis.lijsten.is_first_name(woord)
        and not kennis.lijsten.is_surname(woord)
    )


def _opens_with_name(deel: list[Deel], kennis: Kennis) -> bool:
    """Whether pieces are a whole name, before a firm: ``Ab Kolk van Meent B.V.``."""
    return (
        len(deel) > 1
        and deel[-1].soort is Deelsoort.WOORD
        and (_is_whole(deel) or kennis.lijsten.is_first_name(deel[0].tekst))
    )


def _ends_name(deel: list[Deel], stuk: Deel, kennis: Kennis) -> bool:
    """Whether a title, role or organisation is the surname of who is named before it.

    ``Jan de Rijk`` and ``M. Bode`` are people; a first name or initials must open them.
    """
    eerste = next((d for d in deel if d.soort is not Deelsoort.VOEGSEL), None)
    if eerste is None or stuk.soort is Deelsoort.INITIALEN:
        return False
    if kennis.is_address(stuk.tekst):
        return False
    noemt = eerste.soort is Deelsoort.INITIALEN or kennis.lijsten.is_first_name(
        eerste.tekst
    )
    return noemt and (
        deel[-1].soort is Deelsoort.VOEGSEL or kennis.lijsten.is_surname(stuk.tekst)
    )


def _closed(deel: list[Deel]) -> tuple[Deel, ...]:
    """The pieces without particles that nothing follows."""
    while deel and deel[-1].soort is Deelsoort.VOEGSEL:
        deel.pop()
    return tuple(deel)


def _role_end(stuk: Deel, tekst: str, kennis: Kennis) -> int:
    """Where a role of several words ends that begins at a piece or just before it."""
    begin = stuk.begin
    vorig = word_before(tekst, begin)
    if vorig and kennis.is_rolkop(vorig):
        begin -= len(vorig) + 1
    elif not kennis.is_rolkop(stuk.tekst):
        return 0
    raak = kennis.rolvorm.match(klein(tekst[begin : begin + 60]))
    return begin + raak.end() if raak else 0

"""Mail chains: the messages quoted in a message become documents under it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modellen.document import Grens, Zone
from pipeline.splitting.adressen import message_properties
from pipeline.splitting.knippen import cut, divide_block
from pipeline.splitting.lijnen import read_lines
from pipeline.splitting.mailkop import Mailkop, find_mailkoppen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.document import Document
    from pipeline.rulebook import Regel, Regelboek
    from pipeline.splitting.lijnen import Lijn

_MAIL = {"eml", "msg"}
_KOP_BOVENAAN = 12
_REGELS_AANHALING = 3
_NABIJ = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bericht:
    """Where a quoted message begins, why, and its header lines where it has them."""

    begin: int
    reden: str
    zekerheid: float
    kop: Mailkop | None = None


def split_keten(document: Document, regelboek: Regelboek) -> tuple[Document, ...]:
    """The message itself, then the messages it quotes, each with it as parent."""
    lijnen = read_lines(document)
    koppen = find_mailkoppen(lijnen, regelboek)
    if document.bron.formaat not in _MAIL and not _opens_as_mail(koppen):
        return (document,)
    berichten = _find_berichten(document, lijnen, koppen, regelboek)
    if not berichten:
        return (document,)
    heel = document
    for bericht in berichten:
        heel = divide_block(heel, bericht.begin)
    delen = cut(heel, [b.begin for b in berichten])
    if len(delen) != len(berichten) + 1:
        return (document,)
    eigen = replace(delen[0], eigenschappen=document.eigenschappen)
    voor = f"{document.deel}." if document.deel else ""
    return (
        eigen,
        *(
            replace(
                deel,
                deel=f"{voor}{nummer}",
                ouder=document.id,
                grens=Grens(redenen=(bericht.reden,), zekerheid=bericht.zekerheid),
                eigenschappen=message_properties(bericht.kop),
            )
            for nummer, (bericht, deel) in enumerate(
                zip(berichten, delen[1:], strict=True), start=1
            )
        ),
    )


def _opens_as_mail(koppen: Sequence[Mailkop]) -> bool:
    return bool(koppen) and koppen[0].van < _KOP_BOVENAAN


def _find_berichten(
    document: Document,
    lijnen: Sequence[Lijn],
    koppen: Sequence[Mailkop],
    regelboek: Regelboek,
) -> list[_Bericht]:
    """The quoted messages in order; an answer between the quotes keeps all together."""
    eigen_kop = any(b.zone is Zone.BERICHTKOP for b in document.blokken)
    begin = _own_header(lijnen, koppen, eigen_kop=eigen_kop)
    berichten = [
        _Bericht(begin=k.begin, reden="nieuwe afzenderregels", zekerheid=0.95, kop=k)
        for k in koppen
        if k.van >= begin
    ]
    berichten += _quotes(lijnen, begin, regelboek.regels("documenten", "keten"))
    berichten.sort(key=lambda b: (b.begin, b.kop is not None))
    return _join(berichten, lijnen)


def _own_header(
    lijnen: Sequence[Lijn], koppen: Sequence[Mailkop], *, eigen_kop: bool
) -> int:
    """The index of the first line behind the header of the message itself."""
    if eigen_kop:
        return next(
            (i for i, r in enumerate(lijnen) if r.blok.zone is not Zone.BERICHTKOP),
            len(lijnen),
        )
    return koppen[0].tot if _opens_as_mail(koppen) else 0


def _quotes(
    lijnen: Sequence[Lijn], begin: int, regels: Sequence[Regel]
) -> list[_Bericht]:
    gevonden: list[_Bericht] = []
    for index in range(begin, len(lijnen)):
        kop = lijnen[index].tekst.lstrip("> |-_–—").casefold()
        if not kop.startswith(
            ("op ", "on ", "oorspr", "orig", "begin", "door", "forw")
        ):
            continue
        raak = _matching(lijnen, index, regels)
        if raak is not None and not _answered_between(lijnen, index):
            gevonden.append(
                _Bericht(
                    begin=lijnen[index].begin,
                    reden=raak.kenmerken["reden"],
                    zekerheid=raak.zekerheid,
                )
            )
    return gevonden


def _matching(
    lijnen: Sequence[Lijn], index: int, regels: Sequence[Regel]
) -> Regel | None:
    """The rule that sees a quote begin here; its line may be wrapped."""
    tekst = ""
    for lijn in lijnen[index : index + _REGELS_AANHALING]:
        rest = lijn.tekst.strip()
        tekst = f"{tekst} {rest.lstrip('> ')}" if tekst else rest
        for regel in regels:
            if next(iter(regel.find(tekst)), None):
                return regel
        if tekst.endswith((".", "!", "?")):
            return None
    return None


def _answered_between(lijnen: Sequence[Lijn], index: int) -> bool:
    """Whether the writer goes on under the quoted lines that follow."""
    rest = [r.tekst.lstrip() for r in lijnen[index + 1 :]]
    eerste = next((i for i, t in enumerate(rest[:_NABIJ]) if t.startswith(">")), None)
    if eerste is None or lijnen[index].tekst.lstrip().startswith(">"):
        return False
    return any(not t.startswith(">") for t in rest[eerste:])


def _join(berichten: Sequence[_Bericht], lijnen: Sequence[Lijn]) -> list[_Bericht]:
    """A quote line and the header lines right under it are one beginning."""
    plek = {lijn.begin: i for i, lijn in enumerate(lijnen)}
    samen: list[_Bericht] = []
    for bericht in berichten:
        vorige = samen[-1] if samen else None
        if (
            vorige is not None
            and vorige.kop is None
            and plek[bericht.begin] - plek[vorige.begin] <= _NABIJ
        ):
            samen[-1] = replace(vorige, kop=bericht.kop)
        else:
            samen.append(bericht)
    return samen

"""Whether a function, as a register writes it, is an office that is held in public."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_HAKEN = re.compile(r"\([^)]*\)?")
_DELEN = re.compile(r"\s*[,/;|]\s*|\s+(?:en|tevens|&|\+|-)\s+")
_LID = re.compile(r"lid\s+(?:van\s+)?(?:de\s+|het\s+)?(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambten:
    """The offices of which the holder stays readable, folded.

    ``alle`` count as a bare word, ``vooraan`` also with something behind them. The
    other fields are those of ``regels/woo/register.toml``; ``ambtelijk`` are the words
    for who holds no office.
    """

    alle: frozenset[str]
    vooraan: tuple[str, ...]
    voorop: tuple[str, ...]
    leden_van: tuple[str, ...]
    leden_van_zonder_meer: frozenset[str]
    ondersteuning: tuple[str, ...]
    ambtelijk: frozenset[str]

    def holds(self, functie: str) -> bool:
        """Whether a function is such an office.

        Of what is named in a row any may be one, but never beside the work of an
        official for it: ``secretaresse wethouder``, ``woordvoerder, wethouder``.
        """
        laag = " ".join(klein(functie).split())
        if laag in self.alle:
            return True
        kaal = " ".join(_HAKEN.sub(" ", laag).split())
        if self._is_support(laag.split()):
            return False
        delen = [kaal, *_DELEN.split(kaal)]
        return any(self._is_office(d) or self._is_member(d) for d in delen)

    def _is_office(self, deel: str) -> bool:
        if deel in self.alle:
            return True
        for kandidaat in (deel, self._without_front(deel)):
            woord = _starts_with(kandidaat, self.vooraan)
            if woord is not None:
                return self._leaves_office(kandidaat.removeprefix(woord))
        return False

    def _is_member(self, deel: str) -> bool:
        """Whether someone is a member of a body of representatives or governors."""
        kop = _LID.match(deel)
        if kop is None:
            return False
        rest = deel[kop.end() :]
        lichaam = _starts_with(rest, self.leden_van)
        if lichaam is None:
            return rest in self.leden_van_zonder_meer
        return self._leaves_office(rest.removeprefix(lichaam))

    def _without_front(self, deel: str) -> str:
        eerste, _, rest = deel.partition(" ")
        return rest if eerste in self.voorop else deel

    def _leaves_office(self, rest: str) -> bool:
        """Whether what follows an office is a subject or a place, not a profession."""
        return self.ambtelijk.isdisjoint(re.findall(r"[\w-]+", rest))

    def _is_support(self, woorden: Sequence[str]) -> bool:
        kaal = (w.strip("().,;:/&") for w in woorden)
        return any(d.endswith(self.ondersteuning) for w in kaal for d in w.split("/"))


def make_ambten(
    rollen: Mapping[str, Collection[str]],
    ambtelijk: Collection[str],
    register: Mapping[str, Sequence[str]],
) -> Ambten:
    """The offices of roles whose holders stay readable, by the words of each role.

    ``ambtelijk`` are the words of all other roles.
    """
    zeker = {w for rol in register["ambten"] for w in rollen.get(rol, ())}
    return Ambten(
        alle=frozenset(w for woorden in rollen.values() for w in woorden),
        vooraan=_longest_first(zeker),
        voorop=tuple(register["voorop"]),
        leden_van=_longest_first(register["leden_van"]),
        leden_van_zonder_meer=frozenset(register["leden_van_zonder_meer"]),
        ondersteuning=tuple(register["ondersteuning"]),
        ambtelijk=frozenset(w for w in ambtelijk if " " not in w),
    )


def _longest_first(woorden: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(woorden, key=lambda w: (-len(w), w)))


def _starts_with(tekst: str, woorden: Sequence[str]) -> str | None:
    """The longest of some words with which a text begins, as a word of its own."""
    return next((w for w in woorden if tekst == w or tekst.startswith(f"{w} ")), None)

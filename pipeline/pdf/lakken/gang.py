"""What the reading of one page shares: its fonts, the order of painting, its forms."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from pipeline.errors import InvoerError

if TYPE_CHECKING:
    from pipeline.pdf.lakken.lezer import Letterkast

DIEPST = 12
MEESTE_VORMEN = 10_000
"""Uses of forms on one page, as the symbols of a map are; more is a trap."""

IN_ELKAAR = 5
"""For how many a form in a form counts: those multiply."""


class Gang:
    """One walk over a page and the forms in it; ``ouders`` are the forms around."""

    def __init__(self, kast: Letterkast) -> None:
        self.kast = kast
        self.ouders: tuple[Any, ...] = ()
        self.volgorde = count()
        self._vormen = 0

    def bars(self, vorm: Any) -> str:
        """Why a form is not read, "" for one that is; a form that is read is counted.

        Raises ``InvoerError`` when a page draws more forms than can be opened.
        """
        if vorm.objgen in self.ouders:
            return "een vorm die zichzelf bevat"
        if len(self.ouders) >= DIEPST:
            return "vormen die te diep in elkaar staan"
        self._vormen += IN_ELKAAR if self.ouders else 1
        if self._vormen > MEESTE_VORMEN:
            raise InvoerError(
                "De pdf tekent op een bladzijde zo vaak hetzelfde in zichzelf dat hij "
                "niet te openen is. Druk hem opnieuw af als pdf en gebruik die."
            )
        return ""

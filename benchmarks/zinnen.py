"""Sentences of a regietafel from templates: seeded, so the same ones each time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

GEMEENTEN = (
    "Almere", "Barneveld", "Bergen op Zoom", "Castricum", "Deurne", "Echt-Susteren",
    "Franekeradeel", "Gouda", "Heerenveen", "Houten", "Kampen", "Lelystad",
    "Noordoostpolder", "Oude IJsselstreek", "Papendrecht", "Roermond", "Schagen",
    "Terneuzen", "Utrechtse Heuvelrug", "Venlo", "Wageningen", "Zutphen",
)  # fmt: skip
_NAMEN = (
    "Aalbers", "Bosveld", "Corbeau", "van Dorssen", "Eijkelboom", "Fokkinga",
    "Grashuis", "ter Horst", "Idema", "Jorritsma", "Kooiman", "Lampe", "de Moel",
    "Nijboer", "Overdiep", "Pruijs", "Quist", "Ruitenberg", "van der Schuit",
    "Tolsma",
)  # fmt: skip
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
ONDERWERPEN = (
    "Stand van zaken opvang Oekraïne", "Verdeling asielopgave", "Amv-opvang en Nidos",
    "Huisvesting statushouders", "Doorstroomlocaties", "Bekostiging en normbedragen",
    "Noodopvang en crisisnoodopvang", "Veiligheid rond locaties",
    "Voortgang Spreidingswet", "Communicatie met inwoners", "Planning en vervolg",
)  # fmt: skip

_ZINNEN = (
    "De gemeente {g} vangt nu {n} ontheemden op, verdeeld over {k} locaties.",
    "In {g} is de bezetting {p}%; er zijn nog {k} plekken vrij.",
    "{F} {a} meldt dat het college van {g} op {d} een besluit over de locatie neemt.",
    "Het COA verwacht dat de instroom in het komende kwartaal met {p}% daalt.",
    "De uitstroom van vergunninghouders blijft {n} achter bij de taakstelling.",
    "Voor {j} gaat het in de regio om {m} plekken, waarvan {n} in {g}.",
    "{F} {a} vraagt aandacht voor de druk op scholen en huisartsen in {g}.",
    "Omwonenden zijn op {d} tijdens een bijeenkomst geïnformeerd over de plannen.",
    "De kosten bedragen € {m} per jaar; de vergoeding van het Rijk dekt daarvan {p}%.",
    "Het contract met de eigenaar loopt af op {d} en kan één keer worden verlengd.",
    "Er wordt gezocht naar een plek voor {k} alleenstaande minderjarigen.",
    "{F} {a} geeft aan dat {g} de ambitie deelt, maar dat het tempo omlaag moet.",
    "De vergunning voor het terrein aan de rand van {g} laat langer op zich wachten.",
    "Het ministerie kijkt naar een andere verdeling tussen {g} en {h}.",
    "Afgelopen maand zijn {k} gezinnen verhuisd van {g} naar {h}.",
    "De samenwerking met vrijwilligers verloopt goed en verdient waardering.",
)
_ACTIES = (
    "Actie: gemeente {g} levert uiterlijk {d} de cijfers aan bij het secretariaat.",
    "Actie: {F} {a} gaat na of de regeling in {j} wordt verlengd.",
    "Actie: secretariaat stuurt het overzicht vóór {d} rond.",
    "{F} {a} zegt toe de notitie over {g} te delen met de leden.",
    "Actie: COA en gemeente {g} maken een afspraak over het terrein, gereed medio {b}.",
)
_BESLUITEN = (
    "Besluit: de regietafel stemt in met de verdeling voor {j}.",
    "Het verslag van {d} wordt vastgesteld.",
    "Besluit: het voorstel over {g} wordt aangehouden tot de volgende vergadering.",
    "Afgesproken is dat gemeenten vóór {d} hun bijdrage doorgeven.",
)


@dataclass(frozen=True, slots=True)
class Verteller:
    """Makes up text with the dice it is given."""

    dobbel: Random

    def dag(self) -> date:
        """A working day in 2024 or 2025."""
        dag = date(2024, 1, 1) + timedelta(days=self.dobbel.randrange(700))
        return dag - timedelta(days=max(0, dag.weekday() - 4))

    def datum(self, *, weekdag: bool = False) -> str:
        """A day as people write it."""
        dag = self.dag()
        tekst = f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"
        return f"{DAGEN[dag.weekday()]} {tekst}" if weekdag else tekst

    def naam(self) -> str:
        """A surname."""
        return self.dobbel.choice(_NAMEN)

    def getal(self, van: int, tot: int) -> str:
        """A whole number with Dutch thousands."""
        return f"{self.dobbel.randrange(van, tot):,}".replace(",", ".")

    def zin(self) -> str:
        """A sentence of what was said."""
        return self._fill(_ZINNEN)

    def actie(self) -> str:
        """A sentence that holds an action."""
        return self._fill(_ACTIES)

    def besluit(self) -> str:
        """A sentence that holds a decision."""
        return self._fill(_BESLUITEN)

    def alinea(self) -> str:
        """A paragraph; now and then it ends in an action or a decision."""
        zinnen = [self.zin() for _ in range(self.dobbel.randint(2, 6))]
        worp = self.dobbel.random()
        if worp < 0.15:
            zinnen = [self.actie()]
        elif worp < 0.22:
            zinnen.append(self.besluit())
        return " ".join(zinnen)

    def _fill(self, vormen: tuple[str, ...]) -> str:
        kies = self.dobbel.choice
        return kies(vormen).format(
            g=kies(GEMEENTEN),
            h=kies(GEMEENTEN),
            a=self.naam(),
            F=kies(("Mevrouw", "De heer", "Wethouder", "Burgemeester")),
            d=self.datum(),
            b=kies(_MAANDEN),
            j=kies(("2025", "2026")),
            k=self.getal(3, 60),
            n=self.getal(60, 900),
            m=self.getal(1000, 9000),
            p=self.getal(40, 130),
        )

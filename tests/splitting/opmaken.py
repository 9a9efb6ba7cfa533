"""Layouts of the papers of regietafels: fictional people, sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.splitting.pen import Stijl

if TYPE_CHECKING:
    from random import Random

    from tests.splitting.pen import Pen

PLAATSEN = (
    "Delfzee",
    "Oosterkapel",
    "Veenhorst",
    "Zilverdam",
    "Grootebroek aan Zee",
    "Loosveen",
)
NAMEN = (
    "A. Kolkman",
    "B. ter Haarst",
    "C. Vliegenthart",
    "D. Ouwerling",
    "E. Slotboom",
    "F. Wagtdonk",
)
MAANDEN = ("januari", "maart", "april", "juni", "september", "november")
ZINNEN = (
    "De gemeenten in de regio houden de bezetting van hun locaties elke week bij.",
    "Voor de winter is een tekort voorzien van ongeveer tachtig plekken, vooral voor gezinnen.",
    "Het college heeft de raad in het voorjaar geïnformeerd over de verlenging van het contract.",
    "De huur van het pand aan de Kade loopt af en de eigenaar wil niet verlengen.",
    "Omwonenden zijn op een avond in het dorpshuis bijgepraat over de plannen.",
    "Een deel van de bewoners heeft werk gevonden bij bedrijven in de buurt.",
    "De kosten van beveiliging vallen hoger uit dan in de begroting stond.",
    "Met de woningcorporatie is gesproken over het plaatsen van tijdelijke woningen.",
    "Het COA zoekt naar een vervangende locatie voor de noodopvang in de sporthal.",
    "De verdeling houdt rekening met het aantal inwoners en met wat er al staat.",
    "Voor amv's is begeleiding nodig die nu nog niet in elke gemeente beschikbaar is.",
    "De planning is krap, omdat de vergunning pas na de zomer wordt verwacht.",
    "Er zijn vragen over de normvergoeding voor kleine locaties op het platteland.",
    "De provincie verzamelt de cijfers en stuurt ze in één overzicht rond.",
)


def alinea(rng: Random, n: int) -> str:
    return " ".join(rng.choice(ZINNEN) for _ in range(n))


def vul(pen: Pen, rng: Random, alineas: int, zinnen: int = 5) -> None:
    for _ in range(alineas):
        pen.regel(alinea(rng, zinnen))
        pen.wit()


def dag(rng: Random) -> str:
    return f"{rng.randint(1, 28)} {rng.choice(MAANDEN)} 2025"


# ------------------------------------------------------------ used while tuning


def brief_provincie(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    lang = rng.choice((3, 9))
    midden = pen.begin(
        Stijl(
            kop="provincie Zeewold",
            nummers="pagina {n} van {m}",
            totaal=1 + lang // 6,
            maat=10,
        ),
        zelfde_pagina=False,
    )
    start = [(pen.pagina, midden)]
    pen.regel("Aan:")
    pen.regel("De colleges van B&W in Zeewold")
    pen.wit(20)
    pen.regel(f"{rng.choice(PLAATSEN)}, {dag(rng)}")
    pen.regel(f"Ons kenmerk {rng.randint(20250001, 20259999)}")
    pen.regel(f"Behandeld door {rng.choice(NAMEN)}")
    pen.regel("Onderwerp: bijdrage aan de opvang in 2026")
    pen.wit(20)
    pen.regel("Geacht college,")
    pen.wit()
    vul(pen, rng, lang)
    pen.regel("Met vriendelijke groet,")
    pen.wit(30)
    pen.regel(rng.choice(NAMEN))
    pen.regel("voorzitter regietafel Zeewold")
    if rng.random() < 0.5:
        start += cijferbijlage(pen, rng, op=op)
    return start


def cijferbijlage(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    pen.begin(
        Stijl(liggend=rng.random() < 0.7, kop=rng.choice(("", "provincie Zeewold")))
    )
    start = [(pen.pagina, False)]
    pen.regel(
        f"Bijlage {rng.choice(('1', '2', 'A'))} Overzicht opgaven en bijdragen per gemeente",
        vet=True,
        maat=13,
    )
    pen.wit(14)
    cijfers(pen, rng)
    return start


def cijfers(pen: Pen, rng: Random) -> None:
    rijen = [["Gemeente", "Opgave", "Bijdrage", "Verschil"]]
    rijen += [
        [
            p,
            str(rng.randint(50, 900)),
            str(rng.randint(50, 900)),
            str(rng.randint(-90, 90)),
        ]
        for p in PLAATSEN
    ]
    pen.tabel(rijen, [150, 80, 80, 80])


def memo(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    midden = pen.begin(
        Stijl(letter="Times-Roman", vet="Times-Bold", maat=11), zelfde_pagina=op
    )
    start = [(pen.pagina, midden)]
    pen.regel("MEMO", vet=True, maat=16)
    pen.wit()
    for veld in (
        "Aan: leden regietafel",
        f"Van: {rng.choice(NAMEN)}",
        f"Datum: {dag(rng)}",
        "Betreft: kleine locaties",
    ):
        pen.regel(veld)
    pen.wit(12)
    vul(pen, rng, rng.choice((2, 8)))
    return start


def mail_outlook(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    midden = pen.begin(Stijl(letter="Helvetica", maat=11), zelfde_pagina=op)
    start = [(pen.pagina, midden)]
    _mailkop(pen, rng, f"stukken overleg {dag(rng)}")
    pen.regel("Beste allemaal,")
    pen.wit()
    vul(pen, rng, rng.choice((1, 3, 9)), 3)
    pen.regel("Groet,")
    pen.regel(rng.choice(NAMEN))
    if rng.random() < 0.5:  # a quoted message is no document of the stream
        pen.wit(14)
        _mailkop(pen, rng, "RE: stukken overleg")
        vul(pen, rng, rng.choice((1, 5)), 3)
        pen.regel("Met vriendelijke groet, team kabinet")
    if rng.random() < 0.5:
        pen.wit(10)
        pen.regel("Dit bericht is alleen bestemd voor de geadresseerde.", maat=8)
    return start


def _mailkop(pen: Pen, rng: Random, onderwerp: str) -> None:
    a, b = rng.sample(NAMEN, 2)
    pen.regel(f"Van: {a} <{a[3:].lower().replace(' ', '')}@zeewold.example>")
    pen.regel(
        f"Verzonden: dinsdag {dag(rng)} {rng.randint(8, 17)}:{rng.randint(10, 59)}"
    )
    pen.regel(f"Aan: {b} <{b[3:].lower().replace(' ', '')}@delfzee.example>")
    pen.regel(f"Onderwerp: {onderwerp}")
    pen.wit()


def agenda(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    midden = pen.begin(Stijl(maat=11), zelfde_pagina=op)
    start = [(pen.pagina, midden)]
    pen.regel(f"Agenda regietafel Zeewold {dag(rng)}", vet=True, maat=14)
    pen.regel("14.00 - 15.30 uur, gemeentehuis Delfzee")
    pen.wit()
    punten = (
        "Opening",
        "Verslag vorige keer",
        "Stand van zaken opvang",
        "Verdeling 2026",
        "Kleine locaties",
        "Rondvraag en sluiting",
    )
    for i, punt in enumerate(punten, 1):
        pen.regel(f"{i}. {punt}")
        if rng.random() < 0.4:
            pen.regel(rng.choice(ZINNEN), inspring=18)
    return start


def verslag(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    nummers = rng.choice(("", "pagina {n} van {m}", "{n}"))
    pen.begin(Stijl(kop=rng.choice(("", "CONCEPT")), nummers=nummers, totaal=4))
    start = [(pen.pagina, False)]
    pen.regel(f"Conceptverslag regietafel Zeewold {dag(rng)}", vet=True, maat=13)
    pen.wit()
    pen.regel("Aanwezig: " + ", ".join(NAMEN[:4]))
    pen.wit()
    punten = (
        "Opening",
        "Verslag vorige vergadering",
        "Opvang",
        "Verdeling",
        "Actielijst",
        "Agenda volgende keer",
        "Sluiting",
    )
    for i, punt in enumerate(punten, 1):
        pen.regel(f"{i}. {punt}", vet=True)
        vul(pen, rng, rng.choice((1, 3, 6)))
    return start


def actielijst(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    pen.begin(Stijl(liggend=rng.random() < 0.3))
    start = [(pen.pagina, False)]
    pen.regel("Actielijst regietafel Zeewold", vet=True, maat=14)
    pen.regel(f"Datum: {dag(rng)}")
    pen.wit()
    rijen = [["Nr", "Actie", "Wie", "Gereed"]]
    rijen += [
        [str(i), rng.choice(ZINNEN), rng.choice(NAMEN), dag(rng)]
        for i in range(1, rng.choice((6, 26)))
    ]
    pen.tabel(rijen, [30, 260, 90, 75])
    return start


# ------------------------------------------------------------ kept apart: never tuned on


def brief_blauw(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    pen.begin(
        Stijl(
            letter="Times-Roman",
            vet="Times-Bold",
            maat=11.5,
            voet="Gemeente Veenhorst | Postbus 9 | 1234 ZZ Veenhorst",
        )
    )
    start = [(pen.pagina, False)]
    pen.regel("Gemeente Veenhorst", vet=True, maat=18)
    pen.wit(20)
    for regel in (
        "Regietafel Zeewold",
        "t.a.v. de voorzitter",
        "Postbus 100",
        "4321 AA Delfzee",
    ):
        pen.regel(regel)
    pen.wit()
    pen.tabel(
        [
            ["Datum", "Uw brief van", "Ons zaaknummer"],
            [dag(rng), dag(rng), str(rng.randint(1000, 9999))],
        ],
        [120, 120, 120],
        lijnen=False,
    )
    pen.regel("Betreft: reactie op de verdeling")
    pen.wit()
    pen.regel("Geachte voorzitter,")
    vul(pen, rng, rng.choice((3, 8)))
    pen.regel("Hoogachtend,")
    pen.regel("burgemeester en wethouders van Veenhorst")
    return start


def mail_gmail(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    midden = pen.begin(Stijl(letter="Times-Roman", maat=10), zelfde_pagina=op)
    start = [(pen.pagina, midden)]
    a, b = rng.sample(NAMEN, 2)
    pen.regel(f"Van: {a} <a@loosveen.example>")
    pen.regel(f"Datum: di {rng.randint(1, 28)} mrt 2025 om 10:{rng.randint(10, 59)}")
    pen.regel("Onderwerp: Fwd: cijfers eerste kwartaal")
    pen.regel(f"Aan: {b} <b@delfzee.example>")
    pen.wit()
    pen.regel("Hoi,")
    vul(pen, rng, rng.choice((1, 2)), 3)
    pen.regel("Hartelijke groet,")
    pen.regel(a)
    if rng.random() < 0.6:
        pen.wit(12)
        pen.regel(f"Op ma 3 mrt 2025 om 09:12 schreef {b} <b@delfzee.example>:")
        for _ in range(3):
            pen.regel("> " + rng.choice(ZINNEN))
    return start


def agenda_tabel(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    pen.begin(Stijl(letter="Times-Roman", vet="Times-Bold"))
    start = [(pen.pagina, False)]
    pen.regel("Ambtelijk overleg opvang Zilverdam e.o.", vet=True, maat=12)
    pen.regel("Geannoteerde agenda", vet=True, maat=12)
    pen.regel(f"Datum: {dag(rng)}")
    pen.regel("Locatie: raadhuis Zilverdam")
    pen.wit()
    rijen = [["Nr", "Onderwerp", "Toelichting"]]
    rijen += [
        [str(i), t, alinea(rng, 2)]
        for i, t in enumerate(("Opening", "Cijfers", "Locaties", "Rondvraag"), 1)
    ]
    pen.tabel(rijen, [30, 110, 300])
    return start


def besluitenlijst(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    midden = pen.begin(Stijl(maat=10), zelfde_pagina=op)
    start = [(pen.pagina, midden)]
    pen.regel(f"Besluitenlijst stuurgroep opvang {dag(rng)}", vet=True, maat=13)
    pen.wit()
    for i in range(1, rng.choice((4, 20))):
        pen.regel(f"{i}. Besluit: {rng.choice(ZINNEN)}")
        pen.wit(4)
    return start


def oplegnotitie(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    pen.begin(Stijl(voet="Regietafel Loosveen", nummers="{n}/{m}", totaal=2))
    start = [(pen.pagina, False)]
    pen.regel("Oplegnotitie verdeling noodopvang", vet=True, maat=15)
    for veld in (
        f"Portefeuillehouder: {rng.choice(NAMEN)}",
        "Status: ter bespreking",
        f"Datum overleg: {dag(rng)}",
    ):
        pen.regel(veld)
    for kop in ("Aanleiding", "Kernboodschap", "Gevraagd besluit", "Financiën"):
        pen.wit(6)
        pen.regel(kop, vet=True, maat=12)
        vul(pen, rng, rng.choice((1, 3)))
    return start


def rapport(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    """Chapters begin on a new page: one document all the same."""
    pen.begin(
        Stijl(
            letter="Times-Roman",
            vet="Times-Bold",
            kop="Evaluatie noodopvang Zeewold",
            nummers="{n}",
        )
    )
    start = [(pen.pagina, False)]
    pen.regel("Notitie evaluatie noodopvang", vet=True, maat=20)
    for i, kop in enumerate(
        ("Inleiding", "Overzicht opvang per gemeente", "Conclusies"), 1
    ):
        if i > 1:
            pen.nieuwe_pagina()
        pen.regel(f"{i} {kop}", vet=True, maat=15)
        vul(pen, rng, rng.choice((2, 7)))
        if i == 2:
            cijfers(pen, rng)
    return start


def verslag_tabel(pen: Pen, rng: Random, *, op: bool) -> list[tuple[int, bool]]:
    pen.begin(Stijl(maat=9.5))
    start = [(pen.pagina, False)]
    pen.regel("Verslag bestuurlijk overleg Oosterkapel", vet=True, maat=13)
    pen.regel(f"{dag(rng)}, 10.00 - 11.30 uur")
    pen.wit()
    rijen = [["Nr", "Onderwerp", "Besproken", "Actie"]]
    rijen += [
        [str(i), f"Punt {i}", alinea(rng, 6), rng.choice(NAMEN)] for i in range(1, 14)
    ]
    pen.tabel(rijen, [30, 80, 260, 80])
    return start


OEFEN = (brief_provincie, memo, mail_outlook, agenda, verslag, actielijst)
APART = (
    brief_blauw,
    mail_gmail,
    agenda_tabel,
    besluitenlijst,
    oplegnotitie,
    rapport,
    verslag_tabel,
)

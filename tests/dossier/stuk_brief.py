"""Letters: to the colleges, with the puzzel as annex, and to the minister (in the bundle)."""

from __future__ import annotations

from reportlab.platypus import PageBreak

from tests.dossier import pdfbouw as p
from tests.dossier.puzzel import SEPTEMBER
from tests.dossier.stuk_puzzel import make_tabel

_TEKST = p.stijl(punten=11, leading=15, spaceAfter=9)

_COLLEGES = (
    "Geacht college,",
    (
        "Op 17 september jl. heeft de regietafel afgesproken hoe de opgave voor 2026 over de "
        "tien gemeenten wordt verdeeld. Met deze brief bevestig ik die afspraak en vraag ik u "
        "om uw bod."
    ),
    (
        "Voor onze regio gaat het in 2026 om 1.897 plekken voor ontheemden uit Oekraïne, 1.214 "
        "plekken voor asielzoekers en 118 plekken voor alleenstaande minderjarige "
        "vreemdelingen. In de bijlage vindt u welk deel daarvan voor uw gemeente indicatief is "
        "berekend, en wat er tot nu toe is aangeboden. Enkhuizen heeft bij asiel 'ntb' "
        "ingevuld; die cel telt niet mee in de 61% die onder de tabel staat."
    ),
    (
        "De afgelopen twee jaar hebt u samen met inwoners, vrijwilligers en instellingen veel "
        "mogelijk gemaakt. Er staan nu 22 locaties in onze regio, groot en klein. Daar ben ik u "
        "dankbaar voor. Tegelijk lopen in 2026 veel contracten af en groeit de opgave, zodat we "
        "opnieuw een beroep op elkaar moeten doen."
    ),
    "Wij hebben het volgende afgesproken:",
)
_PUNTEN = (
    "de opgave wordt verdeeld naar het aantal inwoners op 1 januari 2025;",
    "gemeenten mogen onderling ruilen, mits de som voor de regio gelijk blijft;",
    "plekken die in 2026 sluiten tellen mee tot de dag van sluiting;",
    "over huisvesting van statushouders maken we dit jaar geen ruilafspraken.",
)
_VERVOLG = (
    (
        "Ik verzoek u het bijgevoegde formulier vóór 7 november 2025 in te vullen en te sturen "
        "aan prt@waterland-oost.example. Op 26 november 2025 bespreken we de uitkomst in de "
        "regietafel. Uw gemeenteraad kunt u informeren met de factsheet die het secretariaat "
        "u in de week van 20 oktober toestuurt."
    ),
    (
        "Blijft de som van de biedingen achter bij de opgave, dan voer ik eerst gesprekken met "
        "de gemeenten waar het verschil het grootst is. Pas daarna komt het verdeelbesluit van "
        "de minister in beeld."
    ),
    (
        "Met vragen kunt u terecht bij de projectleider, de heer F. Duyvendak, telefoon "
        "(0229) 12 34 56 of f.duyvendak@vr-waterlandoost.example."
    ),
)

_MINISTER = (
    "Excellentie,",
    (
        "Namens de tien gemeenten van Waterland-Oost vraag ik uw aandacht voor de vergoeding "
        "van de gemeentelijke opvang van ontheemden uit Oekraïne."
    ),
    (
        "In uw Kamerbrief van 29 augustus 2025 kondigt u aan dat het normbedrag per plek per "
        "dag in 2026 daalt. De gemeenten in onze regio hebben 1.749 plekken in gebruik, "
        "waarvan er op 15 september 1.685 waren bezet. Veel contracten met eigenaren en "
        "beveiligers zijn voor een jaar of langer gesloten en kunnen niet tussentijds omlaag."
    ),
    (
        "De regietafel heeft hierover op 17 september 2025 gesproken. Gemeenten wezen op drie "
        "gevolgen:"
    ),
)
_GEVOLGEN = (
    "locaties met minder dan zestig plekken kunnen niet meer kostendekkend draaien;",
    "verhuurders willen niet verlengen zolang de vergoeding onzeker is;",
    (
        "de opgave voor asiel komt verder onder druk doordat beide opgaven om dezelfde panden "
        "concurreren."
    ),
)
_VERZOEK = (
    (
        "Ik verzoek u daarom vóór 15 november 2025 duidelijkheid te geven over het normbedrag "
        "en over een overgangsregeling voor lopende contracten. Graag licht ik dit samen met "
        "de burgemeesters van Hoorn en Medemblik toe in een gesprek."
    ),
    (
        "Mocht het bedrag toch omlaag gaan, dan zullen gemeenten kleine locaties moeten "
        "sluiten. Dat raakt mensen die hier werken en van wie de kinderen hier naar school gaan. "
        "De regietafel vindt dat niet uit te leggen."
    ),
    "Een overzicht van de locaties en hun bezetting vindt u in de bijlage.",
)


def make_brief_colleges() -> bytes:
    """The letter of 6 October: three pages, the last one a table on its side."""
    delen = [
        *_kop("De colleges van burgemeester en wethouders\nin de regio Waterland-Oost"),
        p.tabel(
            [
                ["Hoorn, 6 oktober 2025", "Ons kenmerk: PRT-2025-038"],
                ["Bijlagen: 2", "Behandeld door: F. Duyvendak"],
            ],
            (8, 8),
            kopregels=0,
            lijnen=False,
            punten=9,
            tekstkolommen=(0, 1),
        ),
        p.wit(8),
        p.vet("Onderwerp: indicatieve opgave 2026 en uitvraag bod"),
        *map(_alinea, _COLLEGES),
        *map(p.lijst, _PUNTEN),
        *map(_alinea, _VERVOLG[:1]),
        PageBreak(),
        *map(_alinea, _VERVOLG[1:]),
        *_slot(),
        p.wit(20),
        p.alinea("Bijlagen: 1. puzzel Waterland-Oost; 2. formulier bod 2026"),
        p.liggend(),
        PageBreak(),
        p.kop("Bijlage 1 Puzzel Waterland-Oost 2026, stand 1 september 2025"),
        make_tabel(SEPTEMBER),
    ]
    return p.make_pdf(
        delen,
        titel="Brief aan colleges",
        boven="Provinciale Regietafel Waterland-Oost",
        onder="pagina {x} van {y}",
        auteur="F. Duyvendak",
        dag="20251006",
    )


def make_brief_minister() -> list[p.Flowable]:
    """The letter of 19 September, as parts of a page: it travels in the bundle."""
    return [
        *_kop("De minister van Asiel en Migratie\nPostbus 20301\n2500 EH Den Haag"),
        p.alinea("Datum: 19 september 2025"),
        p.alinea("Kenmerk: PRT-2025-031"),
        p.alinea("Betreft: normvergoeding opvang ontheemden"),
        p.wit(10),
        *map(_alinea, _MINISTER),
        *(p.lijst(t, f"{i}.") for i, t in enumerate(_GEVOLGEN, 1)),
        PageBreak(),
        *map(_alinea, _VERZOEK),
        *_slot(),
    ]


def _alinea(tekst: str) -> p.Paragraph:
    return p.alinea(tekst, _TEKST)


def _kop(aan: str) -> list[p.Flowable]:
    return [p.kop("Regietafel Waterland-Oost", 1), p.wit(14), p.alinea(aan), p.wit(10)]


def _slot() -> list[p.Flowable]:
    return [
        p.wit(6),
        p.alinea("Hoogachtend,"),
        p.wit(28),
        p.alinea("H. Wagenvoort\nvoorzitter Provinciale Regietafel Waterland-Oost"),
    ]

"""One print of everything for a meeting: e-mail, letter, table, and an agenda halfway a page.

The agenda prepares a meeting that was already held: one of the deliberate mistakes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import cm
from reportlab.platypus import HRFlowable, PageBreak

from tests.dossier import pdfbouw as p
from tests.dossier.personen import ADRESSEN
from tests.dossier.stuk_brief import make_brief_minister

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_MAIL = p.stijl("Times-Roman", 11.5)
_MAILVET = p.stijl("Times-Bold", 13)
_LIJST = p.stijl("Times-Roman", 11.5, leftIndent=16, bulletIndent=4)

_KOPPEN = (
    ("Van:", "Brandwijk, Loes"),
    ("Verzonden:", "maandag 22 september 2025 16:08"),
    ("Aan:", "; ".join(n for n in ADRESSEN if n != "Loes Brandwijk")),
    ("CC:", "prt@waterland-oost.example"),
    (
        "Bcc:",
        (
            "'Hanneke Roos'; 'Jelle Wiardi'; 'Marga Tuinder'; 'Siem Laan-Konijn'; 'Oksana "
            "Melnyk'; 'Youssef Amezrin'; 'Tineke de Vries-Blom'; 'Gijs Purmer'; 'Ans "
            "Hoogesteger'; 'Rob Beemsterboer'; 'Fleur van 't Hof'; 'Dirk Stapel'; 'Nel "
            "Oudejans'; 'Karim Bouzian'"
        ),
    ),
    ("Onderwerp:", "Stukken ambtelijk overleg donderdag a.s. en terugkoppeling PRT"),
    (
        "Bijlagen:",
        (
            "Brief minister normvergoeding.pdf; Overzicht locaties en bezetting.pdf; Agenda "
            "ambtelijk overleg 25-9.docx; Factsheet opvang 2026.pdf"
        ),
    ),
)

_BERICHT = (
    "Beste allemaal,",
    (
        "Hierbij de stukken voor ons overleg van komende donderdag (13.30 – 15.00 uur, "
        "digitaal). De factsheet van de provincie is nog niet klaar, die komt later."
    ),
    "Korte terugkoppeling van de bestuurlijke PRT van 17 september:",
)
_TERUG = (
    (
        "De verdeling naar inwoneraantal is akkoord. Elk college doet uiterlijk 14 november "
        "een bod. De brief daarover gaat begin oktober de deur uit."
    ),
    (
        "Over de doorstroomlocatie in Purmerend is geen besluit genomen. Purmerend en de "
        "provincie rekenen verder en komen daar eind oktober op terug."
    ),
    "Het ministerie kijkt of de regeling voor doorstroomlocaties in 2026 doorloopt.",
    (
        "Er is veel zorg over de lagere vergoeding voor Oekraïne. De brief aan de minister "
        "(bijlage) is vrijdag verstuurd."
    ),
    (
        "Bestuurders vroegen om bij de puzzel voortaan ook te laten zien wanneer een locatie "
        "sluit."
    ),
)
_ACHTERGROND = (
    (
        "Wat meer achtergrond voor wie er niet bij was. De bijeenkomst begon met een "
        "presentatie van het COA over de bezetting. Daaruit bleek dat de doorstroom naar "
        "woningen de grootste rem is: ruim een kwart van de bewoners in onze regio heeft al een "
        "vergunning. De sheets volgen, ik wacht op toestemming van het COA om ze te delen."
    ),
    (
        "Bij de verdeling was het gesprek stevig. Hoorn vindt dat plekken die er nu al zijn "
        "zwaarder moeten tellen. Stede Broec vroeg om een uitzondering voor kleine gemeenten, "
        "maar daar voelde niemand voor. Uiteindelijk kon iedereen met de inwonersleutel leven, "
        "mits we het ruilen van plekken onderling goed vastleggen. Ferhat schrijft daar een "
        "memo over voor het overleg van 6 november."
    ),
    (
        "Bij Oekraïne was vooral de vraag wat er gebeurt als het normbedrag omlaag gaat. Een "
        "paar gemeenten overwegen kleine locaties te sluiten. Het ministerie kon nog niet "
        "zeggen of er een overgangsregeling komt."
    ),
)
_VRAGEN = (
    "Twee dingen die ik van jullie nodig heb:",
    "1. Willen jullie vóór 30 september de contactpersoon voor het formulier doorgeven?",
    (
        "2. Graag de einddata in het overzicht nalopen. Klopt er iets niet, mail mij dan "
        "uiterlijk woensdag 1 oktober."
    ),
    (
        "Medemblik zit in de week van 29 september met de eigenaar van De Vlietlanden aan "
        "tafel. Maaike, wil jij in het overleg vertellen hoe dat is afgelopen of wanneer we "
        "daar meer over horen?"
    ),
    "Tot donderdag!",
    "Groet, Loes",
    (
        "Loes Brandwijk\nsecretaris Provinciale Regietafel Waterland-Oost\nwerkdagen: ma, di, "
        "do, vr\nT (0229) 12 34 50 | l.brandwijk@waterland-oost.example"
    ),
    (
        "Dit bericht kan informatie bevatten die niet voor u is bestemd. Bent u niet de "
        "geadresseerde, verwijder het bericht en meld het ons."
    ),
)

_LOCATIES = (
    ("Oekraïne", (
        ("De Dars", "Drechterland", 90, 88, "31-12-2026"),
        ("Zuidpolder", "Edam-Volendam", 110, 106, "1-7-2026"),
        ("Parallelweg", "Edam-Volendam", 60, 59, "onbepaald"),
        ("Drechterlandseweg", "Enkhuizen", 100, 97, "31-12-2025"),
        ("Nieuwe Steen", "Hoorn", 220, 214, "1-9-2027"),
        ("Grote Waal", "Hoorn", 195, 188, "1-4-2026"),
        ("De Tuinen", "Koggenland", 108, 104, "31-12-2026"),
        ("Overspoor", "Medemblik", 130, 125, "onbepaald"),
        ("Randweg", "Medemblik", 122, 118, "1-3-2027"),
        ("Spanbroekerweg", "Opmeer", 48, 45, "31-12-2025"),
        ("Waterlandlaan", "Purmerend", 250, 241, "1-1-2028"),
        ("Wheermolen", "Purmerend", 165, 157, "1-10-2026"),
        ("De Middend", "Stede Broec", 96, 91, "onbepaald"),
        ("Broekermeerdijk", "Waterland", 55, 52, "31-12-2026"),
    )),
    ("Asiel", (
        ("Het Schild", "Edam-Volendam", 30, 30, "1-6-2026"),
        ("azc De Blauwe Berg", "Hoorn", 160, 150, "1-1-2034"),
        ("noodopvang De Vlietlanden", "Medemblik", 180, 180, "1-3-2026"),
        ("Overlanderstraat", "Purmerend", 60, 60, "1-1-2027"),
        ("Raadhuislaan", "Stede Broec", 24, 20, "31-8-2026"),
    )),
    ("Amv", (
        ("Keern", "Hoorn", 40, 40, "1-1-2027"),
        ("Wagenmaker", "Medemblik", 16, 16, "1-1-2026"),
        ("Gorslaan", "Purmerend", 24, 20, "1-5-2026"),
    )),
)  # fmt: skip

_TOELICHTING = (
    "Vrij is capaciteit min bezet. Plekken die wegens onderhoud dicht zijn tellen niet mee.",
    (
        "Contracten met een einddatum in 2025 worden verlengd, tenzij de gemeente vóór "
        "1 november anders beslist."
    ),
    "De particuliere opvang staat niet in dit overzicht.",
)

_AGENDA = (
    "Opening, mededelingen",
    "Verslag ambtelijk overleg 4 september",
    "Voorbereiding bestuurlijke PRT 17 september 2025",
    "Puzzel: formulier en planning (F. Duyvendak, ter bespreking)",
    "Overzicht locaties en bezetting: einddata nalopen (bijlage)",
    "Noodopvang Medemblik, stand van zaken (M. Kuitert)",
    "Rondje gemeenten",
    "Rondvraag en sluiting",
)
_NOTEN = {
    4: "Het formulier gaat begin oktober met de brief mee. Gevraagd wordt of de vragen "
    "duidelijk zijn en of 2027 erbij moet.",
    5: "Zeven locaties sluiten vóór 1 juli 2026. Wat is er nodig om te verlengen?",
    7: "Graag alleen wat voor anderen van belang is; cijfers staan al in het overzicht.",
}


def make_bundel() -> bytes:
    """Six pages: mail 1-2, letter 3-4, table 5-6, agenda from partway page 6."""
    delen = [
        *_mail(),
        PageBreak(),
        *make_brief_minister(),
        PageBreak(),
        *_overzicht(),
        p.wit(26),
        *_agenda(),
    ]
    return p.make_pdf(
        delen, titel="Microsoft Outlook - Memostijl", decor=_decor, dag="20250922"
    )


def _decor(doek: Canvas, nummer: int, aantal: int) -> None:
    """Only the letter has a foot of its own; the whole print counts nothing."""
    doek.setFont("Helvetica", 8)
    if nummer in {3, 4}:
        doek.drawCentredString(10.5 * cm, 1.2 * cm, f"Pagina {nummer - 2} van 2")
    if nummer in {5, 6}:
        doek.drawRightString(18.8 * cm, 28.6 * cm, "peildatum 15-9-2025")


def _mail() -> list[p.Flowable]:
    kop = p.tabel(
        [[label, tekst] for label, tekst in _KOPPEN],
        (2.6, 13.6),
        kopregels=0,
        lijnen=False,
        punten=10,
        tekstkolommen=(0, 1),
    )
    lijn = HRFlowable(width="100%", thickness=1.5, color=p.ACCENT)
    tekst = [p.alinea(t, _MAIL) for t in _BERICHT]
    tekst += [p.Paragraph(t, _LIJST, bulletText="•") for t in _TERUG]
    tekst += [p.alinea(t, _MAIL) for t in (*_ACHTERGROND, *_VRAGEN)]
    return [p.alinea("Brandwijk, Loes", _MAILVET), lijn, kop, p.wit(12), *tekst]


def _overzicht() -> list[p.Flowable]:
    rijen = [["Locatie", "Gemeente", "Capaciteit", "Bezet", "Vrij", "Contract tot"]]
    alles: list[tuple[str, str, int, int, str]] = []
    for soort, locaties in _LOCATIES:
        rijen.append([soort, "", "", "", "", ""])
        rijen += [[a, b, str(c), str(d), str(c - d), e] for a, b, c, d, e in locaties]
        rijen.append(_som(f"Subtotaal {soort.lower()}", locaties))
        alles += locaties
    rijen.append(_som("Totaal", tuple(alles)))
    tabel = p.tabel(
        rijen,
        (5, 3.6, 2.1, 1.8, 1.6, 2.6),
        lijnen=False,
        punten=10.5,
        tekstkolommen=(0, 1),
        ruimte=6,
    )
    noten = [p.lijst(tekst, "*") for tekst in _TOELICHTING]
    return [
        p.kop("Overzicht locaties en bezetting Waterland-Oost"),
        tabel,
        p.wit(8),
        *noten,
    ]


def _som(label: str, locaties: tuple[tuple[str, str, int, int, str], ...]) -> list[str]:
    plek, bezet = sum(r[2] for r in locaties), sum(r[3] for r in locaties)
    return [label, "", f"{plek:,}".replace(",", "."), f"{bezet:,}".replace(",", "."),
            str(plek - bezet), ""]  # fmt: skip


def _agenda() -> list[p.Flowable]:
    delen: list[p.Flowable] = [
        p.kop("AGENDA AMBTELIJK OVERLEG PRT WATERLAND-OOST"),
        p.alinea("donderdag 25 september 2025, 13.30 – 15.00 uur, via Teams"),
    ]
    for i, punt in enumerate(_AGENDA, 1):
        delen.append(p.lijst(punt, f"{i}."))
        if i in _NOTEN:
            delen.append(
                p.alinea(_NOTEN[i], p.stijl("Helvetica-Oblique", 9.5, leftIndent=14))
            )
    delen.append(
        p.alinea("Volgend overleg: donderdag 6 november 2025, 13.30 uur, Hoorn.")
    )
    return delen

"""The minutes of the PRT of 17 September in prose, as Word document and as its print.

Both are set from one list of (kind, text); see ``docxbouw`` for the marks in the text.
The print shows the accepted view: insertions in, deletions and comments out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.dossier import docxbouw as d
from tests.dossier import pdfbouw as p
from tests.dossier.personen import AANWEZIG, AFWEZIG, TAFEL

if TYPE_CHECKING:
    from docx.document import Document as Docx

TITEL = "Verslag bestuurlijk overleg 17 september 2025"

BLADWISSEL = "4. Verdeling opgave 2026"

INHOUD = (
    ("kop", "1. Opening en vaststelling agenda"),
    (
        "alinea",
        (
            "De voorzitter opent het overleg om 10.00 uur en heet iedereen welkom, in het "
            "bijzonder de heer Appelhof die burgemeester Schuitemaker vervangt. De heer "
            "Smeekens sluit wegens treinvertraging om 10.20 uur aan. De agenda wordt "
            "ongewijzigd vastgesteld."
        ),
    ),
    ("kop", "2. Verslag en actielijst 11 juni 2025"),
    (
        "alinea",
        (
            "Mevrouw Molhuizen merkt op dat op blz. 3 bij de cijfers van Volendam 'eenheden' "
            "moet staan in plaats van 'plekken'. Met deze aanpassing wordt het verslag "
            "vastgesteld. Van de actielijst blijven nummer 4 en 6 staan; de overige punten "
            "zijn afgehandeld."
        ),
    ),
    ("kop", "3. Mededelingen"),
    (
        "lijst",
        (
            "De asielzoekersinstroom lag deze zomer {-ruim 8%-}{+ongeveer 6%+} lager dan vorig "
            "jaar, maar de uitstroom naar gemeenten blijft achter.{!Cijfer nagaan bij COA.!}"
        ),
    ),
    (
        "lijst",
        (
            "In het kabinet is besloten de normvergoeding voor de gemeentelijke opvang te "
            "verlagen{^Brief van de minister aan de Kamer van 29 augustus 2025.^}; de "
            "uitwerking volgt in het najaar."
        ),
    ),
    (
        "lijst",
        (
            "Het COA heeft een presentatie over de bezetting gehouden. "
            "Actie: het secretariaat stuurt de presentatie uiterlijk 26 september 2025 na."
        ),
    ),
    (
        "lijst",
        (
            "Wethouder Doornekamp vertelt dat de raad van Drechterland in juli een "
            "informatiebrief over kleinschalige opvang heeft gekregen. Zij zegt toe deze "
            "brief met de andere gemeenten te delen."
        ),
    ),
    ("kop", BLADWISSEL),
    (
        "alinea",
        (
            "De heer Duyvendak licht de puzzel toe (stand 1 september). Voor 2026 moet "
            "Waterland-Oost 1.897 plekken voor ontheemden, 1.214 voor asielzoekers en 118 "
            "voor amv's leveren. Tegenover de asielopgave staat nu een bod van 61%. Enkhuizen "
            "heeft voor asiel nog niets opgegeven; dat telt in de tabel als nul."
        ),
    ),
    (
        "alinea",
        (
            "Burgemeester Kleverlaan geeft aan dat Hoorn meer doet dan het eigen deel en dat "
            "hij dat ook van de buren verwacht. Mevrouw Stoutjesdijk zou graag zien dat "
            "bestaande locaties meetellen. De heer Veldkornet stelt voor om de gemeenten met "
            "minder dan 15.000 inwoners vrij te stellen. Daar is geen steun voor; het "
            "voorstel wordt afgewezen."
        ),
    ),
    (
        "alinea",
        (
            "Besluit: de regietafel stemt in met een verdeling van de opgave 2026 naar "
            "inwoneraantal."
        ),
    ),
    (
        "alinea",
        (
            "Afgesproken wordt dat elke gemeente uiterlijk 14 november 2025 haar bod bij het "
            "secretariaat indient. De voorzitter bevestigt dit per brief aan de colleges."
        ),
    ),
    (
        "actie",
        (
            "Actie: gemeente Hoorn brengt vóór 1 november 2025 in beeld hoeveel extra plekken "
            "op de locatie Nieuwe Steen mogelijk zijn."
        ),
    ),
    (
        "actie",
        (
            "Actie: COA levert medio november een overzicht van bestuursovereenkomsten die in "
            "2026 aflopen."
        ),
    ),
    ("kop", "5. Regionale doorstroomlocatie"),
    (
        "alinea",
        (
            "Purmerend heeft een pand op het oog voor 120 statushouders. Zonder dekking van "
            "het Rijk kan het college niet verder. Mevrouw Zuiderent vraagt of de kosten ook "
            "over de regio kunnen worden verdeeld; de gedeputeerde overweegt een bijdrage "
            "maar kan daar nu niets over zeggen. Het voorstel wordt aangehouden tot de "
            "vergadering van 26 november 2025."
        ),
    ),
    (
        "alinea",
        (
            "De heer Smeekens gaat na of de regeling voor doorstroomlocaties in 2026 wordt "
            "verlengd en komt daar in de volgende vergadering op terug."
        ),
    ),
    (
        "actie",
        (
            "Actie: gemeente Purmerend en provincie rekenen de businesscase door, gereed eind "
            "oktober 2025."
        ),
    ),
    ("kop", "6. Oekraïne: bekostiging en bezetting"),
    (
        "alinea",
        (
            "De bezetting van de gemeentelijke opvang is 96%. In Medemblik (noodopvang De "
            "Vlietlanden) loopt het contract op 1 maart 2026 af. De leden nemen de stand van "
            "zaken voor kennisgeving aan. Vanuit de regietafel wordt het ministerie met klem "
            "verzocht vóór de kerst duidelijkheid te geven over de vergoeding."
        ),
    ),
    (
        "alinea",
        (
            "Hoe we omgaan met werkende ontheemden die zelf huur kunnen betalen komt terug in "
            "het ambtelijk overleg."
        ),
    ),
    ("kop", "7. Rondvraag en sluiting"),
    (
        "alinea",
        (
            "Er zijn geen vragen. De voorzitter sluit de vergadering om 11.45 uur. De volgende "
            "bestuurlijke PRT is op woensdag 26 november 2025 van 10.00 tot 12.00 uur in het "
            "stadhuis van Hoorn."
        ),
    ),
)

_KOPREGELS = (
    ("Datum", "woensdag 17 september 2025"),
    ("Tijd", "10.00 – 11.45 uur"),
    ("Locatie", "stadhuis Purmerend, raadzaal"),
    ("Voorzitter", "mw. H. Wagenvoort"),
)


def make_verslag_docx() -> bytes:
    """The minutes with open changes, a footnote, a comment and CONCEPT in the header."""
    doc = d.make_docx(TITEL, "Arial", 10)
    doc.sections[0].header.paragraphs[0].add_run("CONCEPT").bold = True
    doc.add_heading(TITEL, level=1)
    doc.add_paragraph(TAFEL)
    for label, waarde in _KOPREGELS:
        doc.add_paragraph(f"{label}:\t{waarde}")
    _add_deelnemers(doc, "Aanwezig:", AANWEZIG)
    _add_deelnemers(doc, "Afwezig (m.k.):", AFWEZIG)
    for soort, tekst in INHOUD:
        _add_docx(doc, soort, tekst)
    d.add_paginanummer(doc.sections[0].footer.paragraphs[0])
    return d.save_docx(doc, "2025-09-22T14:05:00Z")


def _add_deelnemers(doc: Docx, kop: str, mensen: tuple[tuple[str, str], ...]) -> None:
    doc.add_paragraph().add_run(kop).bold = True
    for naam, rol in mensen:
        doc.add_paragraph(f"{naam} ({rol})", style="List Bullet")


def _add_docx(doc: Docx, soort: str, tekst: str) -> None:
    stijl = {"kop": "Heading 2", "lijst": "List Bullet"}.get(soort)
    par = d.add_tekst(doc, doc.add_paragraph(style=stijl), tekst)
    if soort == "actie":
        for run in par.runs:
            run.italic = True
    if tekst == BLADWISSEL:
        d.mark_blad(par)


def make_verslag_pdf() -> bytes:
    """The same minutes in print: the word CONCEPT above every page, page x van y below."""
    delen = [p.kop(TITEL, 1), p.alinea(TAFEL)]
    delen += [p.alinea(f"{label}: {waarde}") for label, waarde in _KOPREGELS]
    for kop, mensen in (("Aanwezig:", AANWEZIG), ("Afwezig (m.k.):", AFWEZIG)):
        delen += [p.kop(kop, 3), *(p.lijst(f"{n} ({r})") for n, r in mensen)]
    vorm = {"kop": p.kop, "lijst": p.lijst, "alinea": p.alinea, "actie": p.cursief}
    delen += [vorm[soort](_accept(tekst)) for soort, tekst in INHOUD]
    return p.make_pdf(
        delen, titel=TITEL, boven="CONCEPT", onder="Pagina {x} van {y}", dag="20250922"
    )


def _accept(tekst: str) -> str:
    """The text as it prints once all changes are accepted."""
    return d.MERK.sub(lambda m: m[2] if m[1] == "+" else "", tekst)

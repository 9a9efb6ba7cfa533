"""The agenda of the ambtelijk overleg and the annotated agenda of the bestuurlijke PRT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.dossier import docxbouw as d
from tests.dossier.personen import TAFEL

if TYPE_CHECKING:
    from docx.document import Document as Docx

_LAGEN = (("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "–"))

_PUNTEN = (
    (0, "Opening en mededelingen"),
    (0, "Verslag ambtelijk overleg 12 juni 2025 (bijlage 1)"),
    (0, "Stand van zaken opvang:"),
    (1, "Oekraïne: bezetting gemeentelijke opvang en verwachte sluitingen"),
    (1, "Asiel: aflopende bestuursovereenkomsten in 2026 (COA)"),
    (2, "noodopvang Medemblik loopt tot 1 maart 2026"),
    (2, "doorstroomlocatie Purmerend"),
    (1, "Amv: inbreng Nidos"),
    (0, "Puzzel 2026: eerste cijfers naast elkaar (bijlage 2)"),
    (1, "Wat heeft uw college nodig om een bod te doen?"),
    (1, "Ronde langs de gemeenten"),
    (0, "Voorbereiding bestuurlijke PRT 17 september 2025 (bijlage 3)"),
    (0, "W.v.t.t.k. en rondvraag"),
)

_BIJLAGEN = (
    ("Nr.", "Bijlage", "Bij agendapunt"),
    ("1", "Conceptverslag ambtelijk overleg 12 juni 2025", "2"),
    ("2", "Puzzel Waterland-Oost stand 1 september 2025.xlsx", "4"),
    ("3", "Geannoteerde agenda PRT 17 september", "5"),
)


def make_agenda() -> bytes:
    """The agenda: numbers by Word itself, date and place in content controls."""
    doc = d.make_docx("Agenda ambtelijk overleg PRT")
    doc.add_heading("Agenda ambtelijk overleg", level=1)
    doc.add_paragraph(TAFEL)
    for label, naam, waarde in (
        ("Datum:\t", "datum", "donderdag 4 september 2025"),
        ("Tijd:\t", "tijd", "13.30 – 15.00 uur"),
        ("Plaats:\t", "plaats", "Provinciehuis, vergaderkamer De Gouw (of via Teams)"),
    ):
        d.add_veld(doc.add_paragraph(label), naam, waarde)
    d.wrap_veld(
        doc.add_paragraph(
            "Beste collega's, hierbij de agenda voor ons eerste overleg na de zomer. "
            "Wil je uiterlijk maandag 1 september doorgeven of je fysiek of digitaal "
            "aansluit?"
        ),
        "inleiding",
    )
    lijst = d.add_numbering(doc, _LAGEN)
    for niveau, tekst in _PUNTEN:
        d.add_punt(doc, tekst, lijst, niveau)
    doc.add_paragraph("Bijlagen").runs[0].bold = True
    d.add_tabel(doc, _BIJLAGEN, (1.2, 10, 3.5))
    doc.add_paragraph()
    doc.add_paragraph(
        "Volgend ambtelijk overleg: donderdag 25 september 2025, 13.30 uur."
    )
    voet = doc.sections[0].footer.paragraphs[0]
    voet.add_run("Secretariaat PRT Waterland-Oost   ")
    d.add_paginanummer(voet)
    return d.save_docx(doc, "2025-08-28T09:30:00Z")


_GEANNOTEERD = (
    (
        "Opening en vaststelling agenda",
        "De heer Ravestein heeft zich afgemeld. Mevrouw Schuitemaker laat zich vervangen.",
        "De agenda vaststellen.",
    ),
    (
        "Verslag en actielijst 11 juni 2025",
        "Het verslag ligt voor. Van de zeven acties staan er nog twee open (nr. 4 en 6).",
        "Het verslag vaststellen en kennisnemen van de actielijst.",
    ),
    (
        "Verdeling opgave 2026",
        (
            "In het ambtelijk overleg van 4 september zijn de indicatieve aantallen "
            "besproken. Twee sleutels liggen voor: (a) inwoneraantal, (b) inwoneraantal met "
            "een correctie voor bestaande locaties. De ambtelijke voorkeur gaat uit naar a."
        ),
        (
            "Instemmen met sleutel a en gemeenten vragen uiterlijk 14 november 2025 een bod "
            "te doen."
        ),
    ),
    (
        "Regionale doorstroomlocatie",
        (
            "De businesscase is nog niet doorgerekend. Purmerend wil dekking van het Rijk "
            "zien voordat het college een besluit neemt."
        ),
        "Het voorstel bespreken; besluitvorming kan op 26 november 2025.",
    ),
    (
        "Oekraïne: bekostiging en bezetting",
        "De normvergoeding daalt mogelijk. Het ministerie licht toe.",
        "Ter kennisname aannemen.",
    ),
    ("Rondvraag en sluiting", "Sluiting om 11.45 uur.", ""),
)


def make_geannoteerde_agenda() -> bytes:
    """Proposed decisions that nobody has taken yet."""
    doc = d.make_docx("Geannoteerde agenda PRT 17 september 2025", "Verdana", 9.5)
    doc.sections[0].header.paragraphs[
        0
    ].text = "VERTROUWELIJK – alleen voor de voorzitter"
    doc.add_heading("Geannoteerde agenda", level=0)
    doc.add_paragraph(f"Bestuurlijk overleg {TAFEL}")
    doc.add_paragraph(
        "Woensdag 17 september 2025, 10.00 – 11.45 uur, stadhuis Purmerend"
    )
    d.add_tekstvak(doc.add_paragraph(), "Let op: koffie vanaf 9.30 uur in de hal")
    lijst = d.add_numbering(doc, (("decimal", "%1"), ("decimal", "%1.%2")))
    for titel, toelichting, voorstel in _GEANNOTEERD:
        _add_geannoteerd(doc, lijst, titel, toelichting, voorstel)
    d.add_tekst(
        doc,
        doc.add_paragraph(),
        "{~Interne notitie: zie de mail van het ministerie over de vergoeding.~}",
    )
    return d.save_docx(doc, "2025-09-11T15:45:00Z")


def _add_geannoteerd(
    doc: Docx, lijst: int, titel: str, toelichting: str, voorstel: str
) -> None:
    """One point: heading, time for the chair, note, proposed decision."""
    kop = d.add_punt(doc, titel, lijst)
    kop.style = doc.styles["Heading 2"]
    doc.add_paragraph(toelichting)
    if voorstel:
        par = doc.add_paragraph()
        par.add_run("Voorgesteld besluit: ").bold = True
        par.add_run(voorstel)

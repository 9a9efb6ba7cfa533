"""The ambtelijk overleg of 6 November as a table, and the memo that was discussed there.

The memo holds the wrong sum of the dossier and a percentage older than the last puzzel.
"""

from __future__ import annotations

from tests.dossier import docxbouw as d
from tests.dossier.personen import TAFEL

_VERSLAG = (
    ("Nr", "Onderwerp", "Besproken", "Actie / besluit", "Wie"),
    ("1", "Opening", "Ferhat zit voor, Loes is later. Afmeldingen: Enkhuizen en Nidos.", "", ""),
    ("2", "Verslag 25 september",
     "Geen opmerkingen.\nNaar aanleiding van: de factsheet is op 21 oktober verstuurd.",
     "Verslag vastgesteld", ""),
    ("3", "Biedingen 2026",
     ("Negen gemeenten verwachten op tijd te zijn. In Enkhuizen ligt het voorstel pas op 9 "
     "december in de raad. Purmerend wil weten of plekken in een flexwoning meetellen.\n"
     "Medemblik vult het formulier volgende week in."),
     ("• Bij het ministerie navragen of flexwoningen meetellen\n"
     "• Uiterlijk 14\u00a0november formulier insturen"), "Ferhat\nalle gemeenten"),
    ("4", "Memo bekostiging",
     ("De memo wordt besproken. In de tabel ontbreekt Opmeer. Stede Broec geeft aan dat de "
     "huur per 1 januari stijgt."),
     "Memo aanvullen en vóór 20 november opnieuw rondsturen", "Ferhat Duyvendak"),
    ("5", "Noodopvang Medemblik",
     ("De eigenaar is bereid te praten. Het COA zou graag zien dat de gemeente meegaat naar "
     "het gesprek."), "Afspraak plannen met COA en eigenaar", "Maaike (Medemblik)"),
    ("6", "Oekraïne, werkende bewoners",
     ("Voorbeelden uit Koggenland &amp; Hoorn gedeeld. Een gezamenlijke lijn is gewenst maar "
     "nog niet haalbaar."), "Komt terug in januari", "n.t.b."),
    ("7", "Rondvraag", "Geen.", "", ""),
)  # fmt: skip


def make_tabelverslag() -> bytes:
    """Minutes in five columns, as a secretaris types them during the meeting."""
    doc = d.make_docx("Verslag ambtelijk overleg 6 november 2025", "Calibri", 10)
    doc.add_paragraph().add_run("Verslag ambtelijk overleg PRT").bold = True
    d.add_tabel(
        doc,
        (
            ("Datum en tijd", "6 november 2025, 13.30-15.00 uur"),
            ("Plaats", "Hoorn, stadhuis, kamer 2.14"),
            (
                "Aanwezig",
                "Ferhat (vz), Loes (verslag, vanaf 14.00), Maaike, Coen, Dorien, Bas",
            ),
        ),
        (3.5, 12.9),
    )
    doc.add_paragraph()
    d.add_tabel(doc, _VERSLAG, (0.9, 2.6, 5.8, 4.1, 3))
    doc.add_paragraph()
    d.add_tekst(
        doc,
        doc.add_paragraph(),
        "Volgend overleg: 11 december 2025, 13.30 uur (Teams).{~NB zaal nog afzeggen~}",
    )
    return d.save_docx(doc, "2025-11-07T08:50:00Z")


# the total of "Bezet" is wrong: 1.186 was typed as 1.168; the other totals are right
_KOSTEN = (
    ("Gemeente", "Capaciteit", "Bezet", "Kosten per dag (€)"),
    ("Hoorn", "415", "402", "19.920"),
    ("Medemblik", "252", "243", "12.474"),
    ("Purmerend", "415", "398", "19.505"),
    ("Stede Broec", "96", "91", "5.376"),
    ("Waterland", "55", "52", "3.410"),
    ("Totaal", "1.233", "1.168", "60.685"),
)

_MEMO = (
    ("kop", "Aanleiding"),
    ("p", ("Per 1 januari 2026 daalt de vergoeding per plek per dag naar verwachting van € 49 "
     "naar € 44. Deze memo laat zien wat dat voor vijf gemeenten betekent. De aantallen zijn "
     "die van 15 september.")),
    ("kop", "Wat kost een plek?"),
    ("tabel", ""),
    ("p", ("Gemiddeld kost een plek ruim € 49 per dag. Kleine locaties zijn duurder: in "
     "Waterland gaat het om € 62. Bij een vergoeding van € 44 missen deze vijf gemeenten "
     "samen circa € 6.400 per dag.")),
    ("kop", "Stand van de biedingen"),
    ("p", ("Voor asiel is op dit moment 58% van de opgave gedekt (stand augustus). Voor "
     "Oekraïne gaat het om 93%. De regionale opgave voor Oekraïne is 1.897 plekken.")),
    ("kop", "Voorstel"),
    ("p", "1. De regietafel vraagt de minister om een overgangsregeling tot 1 juli 2026."),
    ("p", ("2. Gemeenten leveren vóór 1 december hun werkelijke kosten over 2025 aan bij het "
     "secretariaat.")),
    ("p", ("3. In de PRT van 26 november wordt besloten of kleine locaties samen worden "
     "gevoegd.")),
)  # fmt: skip


def make_memo() -> bytes:
    """The memo of 3 November with a table of costs."""
    doc = d.make_docx("Memo bekostiging kleine locaties", "Georgia", 10.5)
    doc.add_paragraph().add_run("MEMO").bold = True
    for label, waarde in (
        ("Aan", "deelnemers ambtelijk overleg PRT"),
        ("Van", "Ferhat Duyvendak, projectleider"),
        ("Datum", "3 november 2025"),
        ("Onderwerp", "bekostiging en verlenging van kleine locaties"),
    ):
        doc.add_paragraph(f"{label}: {waarde}")
    doc.add_paragraph(TAFEL)
    for soort, tekst in _MEMO:
        if soort == "kop":
            doc.add_heading(tekst, level=3)
        elif soort == "tabel":
            d.add_tabel(doc, _KOSTEN, (4, 3, 3, 4))
        else:
            doc.add_paragraph(tekst)
    return d.save_docx(doc, "2025-11-03T12:00:00Z")

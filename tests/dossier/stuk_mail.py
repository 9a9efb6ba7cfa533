"""E-mail: a thread of three messages with attachments, and an Outlook message.

The thread names a file that is not attached and puts a wrong weekday to a date.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from PIL import Image, ImageDraw

from tests.dossier import docxbouw as d
from tests.dossier import pdfbouw as p
from tests.dossier.msgbouw import Bericht, make_msg
from tests.dossier.personen import ADRESSEN, adres
from tests.dossier.stuk_actielijst import make_actielijst

_BOVEN = """\
Dag allen,

Bijgaand de agenda voor donderdag en de bijgewerkte actielijst van de PRT van 26 november.

Van de acties staan er drie op korte termijn open:
- de brief aan de minister: ik stuur het concept vrijdag 12 december rond, reacties graag uiterlijk 16 december;
- het gesprek over De Vlietlanden (zie hieronder van Bas): Maaike pakt dat samen met het COA op vóór 9 januari;
- Enkhuizen: de voorzitter belt deze week met burgemeester Ravestein.

De volgende bestuurlijke PRT is op dinsdag 21 januari 2026 van 10.00 tot 12.00 uur in Purmerend. Stukken graag uiterlijk 7 januari bij mij.

Bijlage(n): Agenda ambtelijk overleg 11 december.docx; Actielijst PRT bijgewerkt 2-12.xlsx; Factsheet amv-opvang.pdf

Met vriendelijke groet,

Loes Brandwijk
secretaris Provinciale Regietafel Waterland-Oost
(0229) 12 34 50 | l.brandwijk@waterland-oost.example
"""
_MIDDEN = """\
Van: Bas Oldeman <b.oldeman@coa.example>
Verzonden: vrijdag 5 december 2025 11:42
Aan: Loes Brandwijk <l.brandwijk@waterland-oost.example>
CC: Maaike Kuitert <m.kuitert@medemblik.example>
Onderwerp: RE: capacity Medemblik after 1 March

Hoi Loes,

Hieronder de vraag van Wouter. Wij kunnen De Vlietlanden openhouden tot 1 september als de gemeente de vergunning verlengt. Zonder besluit vóór 15 januari moeten we de 180 bewoners gaan verhuizen. Ik geef Wouter maandag antwoord, laat je weten of dat klopt?

Groet,
Bas
"""
_ONDER = """\
From: Wouter Smeekens <w.smeekens@minaenm.example>
Sent: Thursday, December 4, 2025 5:16 PM
To: Bas Oldeman <b.oldeman@coa.example>
Cc: Ferhat Duyvendak <f.duyvendak@vr-waterlandoost.example>
Subject: capacity Medemblik after 1 March

Bas,

In de landelijke planning staat de noodopvang in Medemblik met 180 plekken tot 01/03/2026. Kun jij uiterlijk 10 december doorgeven of die plekken daarna beschikbaar blijven? Wij nemen het mee in de brief over het eerste kwartaal.

Wouter
"""


def make_thread() -> bytes:
    """Three messages in one: plain and html, an inline logo, two attachments."""
    post = EmailMessage(policy=SMTP)
    post["From"] = adres("Loes Brandwijk")
    post["To"] = ", ".join(
        adres(n) for n in ("Maaike Kuitert", "Coen Appelhof", "Dorien van Akkerveen")
    )
    post["Cc"] = f"{adres('Ferhat Duyvendak')}, {adres('Bas Oldeman')}"
    post["Subject"] = "RE: agenda en actielijst, noodopvang Medemblik"
    post["Date"] = "Mon, 08 Dec 2025 09:05:31 +0100"
    post["Message-ID"] = "<20251208.0905.prt@waterland-oost.example>"
    post.set_content(f"{_BOVEN}\n{_MIDDEN}\n{_ONDER}", charset="utf-8")
    post.add_alternative(_make_html(), subtype="html", charset="utf-8")
    html = post.get_payload(1)
    html.add_related(
        _make_logo(), "image", "png", cid="<logo@prt>", filename="image001.png"
    )
    post.add_attachment(
        _make_agenda(),
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
        filename="Agenda ambtelijk overleg 11 december.docx",
    )
    post.add_attachment(
        make_actielijst(),
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        filename="Actielijst PRT bijgewerkt 2-12.xlsx",
    )
    delen = [deel for deel in post.walk() if deel.is_multipart()]
    for i, deel in enumerate(delen):
        deel.set_boundary(f"----=_Deel_{i:03d}_20251208")
    return post.as_bytes()


def _make_html() -> str:
    """The same words as a mail program dresses them."""
    stukken = []
    for tekst in (_BOVEN, _MIDDEN, _ONDER):
        alineas = "".join(
            f"<p>{escape(a).replace(chr(10), '<br>')}</p>" for a in tekst.split("\n\n")
        )
        stukken.append(f'<div style="font-family:Calibri">{alineas}</div>')
    logo = '<img src="cid:logo@prt" alt="">'
    return f"<html><body>{f'{logo}<hr>'.join(stukken)}</body></html>"


def _make_logo() -> bytes:
    beeld = Image.new("RGB", (60, 24), "white")
    ImageDraw.Draw(beeld).rectangle((4, 4, 20, 20), fill="#1f4e79")
    uit = io.BytesIO()
    beeld.save(uit, "PNG")
    return uit.getvalue()


def _make_agenda() -> bytes:
    """The agenda of 11 December, numbers typed by hand."""
    doc = d.make_docx("Agenda 11 december")
    doc.add_heading("Agenda ambtelijk overleg 11 december 2025", level=1)
    doc.add_paragraph("Donderdag 11 december 2025, 13.30-14.30 uur, Teams")
    for regel in (
        "1. Opening",
        "2. Terugblik bestuurlijke PRT 26 november en actielijst",
        "3. Noodopvang Medemblik na 1 maart",
        "4. Concept brief minister",
        "5. Voorbereiding bestuurlijke PRT 21 januari 2026",
        "6. Rondvraag",
    ):
        doc.add_paragraph(regel)
    return d.save_docx(doc, "2025-12-05T15:00:00Z")


_OUTLOOK = """\
Beste Loes, Maaike,

Zoals vanochtend besproken stuur ik het overzicht van onze locaties in jullie regio mee. \
In totaal gaat het nu om 440 plekken, waarvan 180 in De Vlietlanden.

De eigenaar wil praten over verlenging tot 1 september 2026, maar vraagt een hogere huur. \
Ik vraag ons vastgoedteam om een taxatie en kom daar uiterlijk 18 december op terug. Kan \
Medemblik nagaan of de vergunning zonder nieuwe raadsbehandeling verlengd kan worden?

Groet,
Bas Oldeman
regiomanager COA
"""


def make_outlook() -> bytes:
    """The message of the COA with a table as attachment."""
    return make_msg(
        Bericht(
            onderwerp="Overzicht locaties COA en De Vlietlanden",
            van=("Bas Oldeman", ADRESSEN["Bas Oldeman"]),
            aan=(
                ("Loes Brandwijk", ADRESSEN["Loes Brandwijk"]),
                ("Maaike Kuitert", ADRESSEN["Maaike Kuitert"]),
            ),
            verzonden=datetime(2025, 12, 9, 14, 20, tzinfo=UTC),
            tekst=_OUTLOOK,
            bijlagen=(("Overzicht locaties COA.pdf", _make_overzicht()),),
        )
    )


def _make_overzicht() -> bytes:
    rijen = [
        ["Locatie", "Gemeente", "Bezet", "Contract tot"],
        ["Het Schild", "Edam-Volendam", "30", "1-6-2026"],
        ["azc De Blauwe Berg", "Hoorn", "150", "1-1-2034"],
        ["noodopvang De Vlietlanden", "Medemblik", "180", "1-3-2026"],
        ["Overlanderstraat", "Purmerend", "60", "1-1-2027"],
        ["Raadhuislaan", "Stede Broec", "20", "31-8-2026"],
        ["Totaal", "", "440", ""],
    ]
    delen = [
        p.kop("Overzicht locaties COA Waterland-Oost, 1 december 2025", 1),
        p.tabel(rijen, (5.5, 4, 2, 3), punten=9, tekstkolommen=(0, 1)),
    ]
    return p.make_pdf(
        delen, titel="Overzicht locaties COA", auteur="COA", dag="20251209"
    )

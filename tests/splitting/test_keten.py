from __future__ import annotations

import pytest

from modellen.document import Blok, Bron, Document, Zone
from modellen.plaats import InBericht
from pipeline.rulebook import Regelboek
from pipeline.splitting import split

BRON = Bron(bestand="bericht.eml", sha256="0" * 64, formaat="eml")


@pytest.fixture(scope="module")
def regelboek():
    return Regelboek()


def make_mail(tekst: str, formaat: str = "eml") -> Document:
    """A message whose header lines stand before the first empty line."""
    kop, _, lijf = tekst.strip().partition("\n\n")
    alles, blokken = "", []
    for zone, deel in ((Zone.BERICHTKOP, kop), (Zone.HOOFDTEKST, lijf)):
        for nummer, regel in enumerate(deel.split("\n"), 1):
            if not regel.strip():
                continue
            alles += "\n" if alles else ""
            blokken.append(
                Blok(
                    tekst=regel,
                    begin=len(alles),
                    plaats=InBericht("tekst", nummer),
                    zone=zone,
                )
            )
            alles += regel
    return Document(
        bron=Bron(bestand=f"bericht.{formaat}", sha256="0" * 64, formaat=formaat),
        tekst=alles,
        blokken=tuple(blokken),
    )


KETEN = """
Van: Anke Kolkman <anke@zeewold.example>
Aan: Bo ter Haarst <bo@delfzee.example>
Onderwerp: RE: plekken

Dag Bo, dank.

Groet, Anke

Van: Bo ter Haarst <bo@delfzee.example>
Verzonden: maandag 3 maart 2025 16:05
Aan: Anke Kolkman <anke@zeewold.example>; Cor Vliegenthart <cor@veenhorst.example>
CC: Dora Ouwerling <dora@zilverdam.example>
Onderwerp: RE: plekken

Twaalf plekken erbij.

From: Anke Kolkman <anke@zeewold.example>
Sent: Friday, 28 February 2025 9:30
To: Bo ter Haarst <bo@delfzee.example>
Subject: plekken

Hoeveel plekken heb je?
"""


def test_a_chain_falls_apart_in_its_messages(regelboek):
    mail, tweede, eerste = split(make_mail(KETEN), regelboek)
    assert mail.tekst.endswith("Groet, Anke")
    assert (tweede.deel, eerste.deel) == ("1", "2")
    assert tweede.ouder == eerste.ouder == mail.id
    assert "Twaalf plekken" in tweede.tekst
    assert tweede.eigenschappen.cc == ("Dora Ouwerling <dora@zilverdam.example>",)
    assert len(tweede.eigenschappen.aan) == 2
    assert eerste.eigenschappen.verzonden.isoformat() == "2025-02-28T09:30:00"
    assert eerste.eigenschappen.onderwerp == "plekken"


@pytest.mark.parametrize(
    "aanhaling",
    [
        "Op ma 3 mrt. 2025 om 09:12 schreef Bo ter Haarst <bo@delfzee.example>:",
        "Op 3 maart 2025 heeft Bo ter Haarst het volgende geschreven:",
        "On Mon, 3 Mar 2025 at 09:12, Bo ter Haarst <bo@delfzee.example> wrote:",
        "-----Oorspronkelijk bericht-----",
        "Begin doorgestuurd bericht:",
        "Op ma 3 mrt. 2025 om 09:12 schreef Bo ter Haarst, projectleider opvang bij\nde gemeente Delfzee <bo@delfzee.example>:",
    ],
)
def test_other_ways_to_quote(aanhaling, regelboek):
    delen = split(
        make_mail(
            f"Van: A\nOnderwerp: x\n\nHoi,\nKlopt dit?\n\n{aanhaling}\n\n> Er zijn twaalf plekken.\n> Groet, Bo"
        ),
        regelboek,
    )
    assert len(delen) == 2
    assert delen[0].tekst.endswith("Klopt dit?")
    assert delen[1].tekst.startswith(aanhaling.split("\n")[0])


def test_a_streak_and_the_header_under_it_are_one_beginning(regelboek):
    delen = split(
        make_mail(
            "Van: A\nOnderwerp: FW: x\n\nTer info.\n\n-----Original Message-----\nFrom: Bo <bo@delfzee.example>\nSent: Monday 3 March 2025 10:00\nTo: A\nSubject: x\n\nTekst."
        ),
        regelboek,
    )
    assert len(delen) == 2
    assert delen[1].eigenschappen.afzender == "Bo <bo@delfzee.example>"


def test_answers_between_the_quotes_keep_the_message_whole(regelboek):
    mail = make_mail(
        "Van: A\nOnderwerp: x\n\nZie onder.\nOp 3 maart 2025 om 10:00 schreef Bo <bo@delfzee.example>:\n> Hoeveel plekken?\nTwaalf.\n> En wanneer?\nIn mei."
    )
    assert split(mail, regelboek) == (mail,)


@pytest.mark.parametrize(
    "tekst",
    [
        "Op 3 maart schreef de minister een brief aan de Kamer.",
        "Van: de bus naar het loket\nAan: tafel gaan we om twaalf uur",
        "Onderwerp: dit stond in de uitnodiging.",
    ],
)
def test_prose_that_looks_like_a_quote_is_left_alone(tekst, regelboek):
    mail = make_mail(f"Van: A\nOnderwerp: x\n\nHoi,\n{tekst}\nGroet, A")
    assert split(mail, regelboek) == (mail,)


def test_a_letter_that_names_a_sender_is_no_mail(regelboek):
    brief = make_mail(
        "Aan: het college\nDatum: 3 maart 2025\nVan: de voorzitter\nOnderwerp: verdeling\n\nGeacht college, wij danken u.",
        "docx",
    )
    assert split(brief, regelboek) == (brief,)


def test_an_empty_document_comes_back(regelboek):
    leeg = Document(bron=BRON, tekst="", blokken=())
    assert split(leeg, regelboek) == (leeg,)

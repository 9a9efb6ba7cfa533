from __future__ import annotations

import struct
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from reportlab.pdfgen.canvas import Canvas

from modellen.document import Vorm, Zone
from modellen.lezing import Bijlage
from pipeline.readers.bericht import Bericht, to_eml
from pipeline.readers.genoemd import find_genoemd
from pipeline.readers.rtf import decompress, rtf_text
from pipeline.settings import Grenzen


@pytest.fixture
def mail(tmp_path):
    def make(bericht, naam="bericht.eml"):
        pad = tmp_path / naam
        pad.write_bytes(bericht if isinstance(bericht, bytes) else bericht.as_bytes())
        return pad

    return make


def brief(tekst="Dag allen,\n\nTot dan.\n"):
    bericht = EmailMessage()
    bericht["From"] = '"Testhuizen, A. van" <a@voorbeeld.nl>'
    bericht["To"] = "b@voorbeeld.nl, Cor Verzonnen <c@voorbeeld.nl>"
    bericht["Subject"] = "Voortgang opvang Oekraïne"
    bericht["Date"] = "Fri, 19 Jul 2024 13:20:00 +0200"
    bericht.set_content(tekst)
    return bericht


def bladzijde(tmp_path, tekst="Bijgevoegde brief"):
    pad = tmp_path / "los.pdf"
    doek = Canvas(str(pad))
    doek.drawString(72, 700, tekst)
    doek.save()
    return pad.read_bytes()


def teksten(document, zone=Zone.HOOFDTEKST):
    return [b.tekst for b in document.blokken if b.zone == zone]


def test_the_head_is_a_zone_of_its_own(mail, lees):
    document = lees(mail(brief())).documenten[0]
    assert teksten(document, Zone.BERICHTKOP) == [
        "Van: Testhuizen, A. van <a@voorbeeld.nl>",
        "Aan: b@voorbeeld.nl; Cor Verzonnen <c@voorbeeld.nl>",
        "Datum: vrijdag 19 juli 2024 13:20",
        "Onderwerp: Voortgang opvang Oekraïne",
    ]
    assert teksten(document) == ["Dag allen,", "Tot dan."]
    assert document.eigenschappen.verzonden.isoformat() == "2024-07-19T13:20:00+02:00"
    assert document.eigenschappen.aan == (
        "b@voorbeeld.nl",
        "Cor Verzonnen <c@voorbeeld.nl>",
    )


def test_attachments_become_documents_under_the_message(mail, lees, tmp_path):
    bericht = brief("Zie hieronder.\n\nBijlage(n): Brief.pdf, Agenda.docx\n")
    bericht.add_attachment(
        bladzijde(tmp_path), maintype="application", subtype="pdf", filename="Brief.pdf"
    )
    bericht.add_attachment(
        b"niets bekends",
        maintype="application",
        subtype="octet-stream",
        filename="raar.bin",
    )
    lezing = lees(mail(bericht), bestand="map/bericht.eml")
    moeder, kind = lezing.documenten
    assert kind.bron.bestand == "map/bericht.eml/Brief.pdf"
    assert kind.ouder == moeder.id
    assert teksten(kind) == ["Bijgevoegde brief"]
    assert moeder.eigenschappen.bijlagen == ("Brief.pdf", "raar.bin")
    assert moeder.eigenschappen.bijlagen_genoemd == ("Brief.pdf", "Agenda.docx")
    assert [m.bestand for m in lezing.mislukt] == ["map/bericht.eml/raar.bin"]
    assert "Sla het op als" in lezing.mislukt[0].reden


@pytest.mark.parametrize(
    "naam",
    [
        "../../etc/passwd.pdf",
        "C:\\Windows\\CON.pdf",
        "a/b\\brief.pdf",
        "..",
        "x" * 400 + ".pdf",
    ],
)
def test_names_of_attachments_are_never_paths(mail, lees, tmp_path, naam):
    bericht = brief()
    bericht.add_attachment(
        bladzijde(tmp_path), maintype="application", subtype="pdf", filename=naam
    )
    kind = lees(mail(bericht)).documenten[1]
    laatste = kind.bron.bestand.removeprefix("bericht.eml/")
    assert "/" not in laatste
    assert "\\" not in laatste
    assert not laatste.startswith(".")
    assert len(laatste) <= 150
    assert laatste.lower() != "con.pdf"


def test_equal_names_are_told_apart(mail, lees, tmp_path):
    bericht = brief()
    for tekst in ("eerste", "tweede"):
        bericht.add_attachment(
            bladzijde(tmp_path, tekst),
            maintype="application",
            subtype="pdf",
            filename="stuk.pdf",
        )
    lezing = lees(mail(bericht))
    assert [d.bron.bestand for d in lezing.documenten[1:]] == [
        "bericht.eml/stuk.pdf",
        "bericht.eml/stuk (2).pdf",
    ]


def test_messages_in_messages_stop_at_the_depth_limit(mail, lees):
    binnen = brief("de kern")
    for laag in range(4):
        buiten = brief(f"laag {laag}")
        buiten.add_attachment(binnen)
        binnen = buiten
    lezing = lees(mail(binnen), Grenzen(diepte=2))
    assert len(lezing.documenten) == 3
    assert "diep" in lezing.mislukt[0].reden
    assert len(lees(mail(binnen)).documenten) == 5


def test_pictures_in_the_text_are_no_attachments_but_loose_ones_are(mail, lees):
    bericht = brief()
    bericht.add_alternative("<p>Dag <img src='cid:logo'></p>", subtype="html")
    bericht.get_payload()[1].add_related(
        b"\x89PNG\r\n\x1a\n", "image", "png", cid="<logo>", filename="logo.png"
    )
    bericht.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="foto.png")
    lezing = lees(mail(bericht))
    assert [m.bestand for m in lezing.mislukt] == ["bericht.eml/foto.png"]
    assert "tekstherkenning" in lezing.mislukt[0].reden


def test_winmail_comes_with_advice(mail, lees):
    bericht = brief()
    bericht.add_attachment(
        b"\x78\x9f\x3e\x22rest", "application", "ms-tnef", filename="winmail.dat"
    )
    assert "winmail.dat" in lees(mail(bericht)).mislukt[0].reden


def test_flowed_text_is_joined_and_hard_breaks_are_kept(mail, lees):
    bericht = brief()
    bericht.replace_header("Content-Type", 'text/plain; charset="utf-8"; format=flowed')
    bericht.set_payload(
        "Een zin die \nverder loopt.\n- punt een\n- punt twee \nmet vervolg\n-- \nGroet\n"
    )
    assert teksten(lees(mail(bericht)).documenten[0]) == [
        "Een zin die verder loopt.",
        "punt een",
        "punt twee met vervolg",
        "--",
        "Groet",
    ]


def test_lines_cut_off_at_a_fixed_width_are_joined(mail, lees):
    tekst = "De gemeenten hebben afgesproken dat de opvang van ontheemden in het\nkomende jaar gezamenlijk wordt bezien door de regietafel van alle\npartijen.\nKort.\nNog kort.\n"
    regels = teksten(lees(mail(brief(tekst))).documenten[0])
    assert len(regels) == 3
    assert regels[0].endswith("van alle partijen.")


@pytest.mark.parametrize(
    "voorwaarde",
    [
        "<!--[if gte mso 9]><xml><o:x>96</o:x></xml><![endif]-->",
        "<!--[if !mso]><!--><i></i><!--<![endif]-->",
        "<![if !supportLists]><![endif]>",
        "<!---->",
        "<!--> -->",
    ],
)
def test_conditions_for_outlook_take_nothing_along(mail, lees, voorwaarde):
    bericht = brief("x")
    bericht.set_content(
        f"<html><head>{voorwaarde}</head><body><p>Dag {voorwaarde}Lea</p>"
        "<p>De nota volgt.</p></body></html>",
        subtype="html",
    )
    document = lees(mail(bericht)).documenten[0]
    regels = [b.tekst for b in document.blokken if b.zone == Zone.HOOFDTEKST]
    assert regels[-1] == "De nota volgt."
    assert regels[-2].startswith("Dag ")
    assert regels[-2].endswith("Lea")


def test_html_gives_blocks_lists_tables_and_marks_what_is_hidden(mail, lees):
    bericht = brief("x")
    bericht.add_alternative(
        "<style>p{}</style><div style='display:none'>voorvertoning</div><h2>Kop</h2><p>Eerste<br>tweede <a href='http://x'>hier</a></p>"
        "<ol><li>een</li><li>twee<ul><li>diep</li></ul></li></ol>"
        "<table><tr><th>Wie</th><th>Wat</th></tr><tr><td>Secretaris</td><td rowspan=2>mailen<p>en bellen</p></td></tr><tr><td>Allen</td></tr></table>",
        subtype="html",
    )
    document = lees(mail(bericht)).documenten[0]
    assert [b.tekst for b in document.blokken if b.verborgen] == ["voorvertoning"]
    zichtbaar = [
        b for b in document.blokken if b.zone == Zone.HOOFDTEKST and not b.verborgen
    ]
    assert [b.tekst for b in zichtbaar][:6] == [
        "Kop",
        "Eerste",
        "tweede hier",
        "1. een",
        "2. twee",
        "diep",
    ]
    assert [b.vorm for b in zichtbaar][:6] == [
        Vorm.KOP,
        Vorm.ALINEA,
        Vorm.ALINEA,
        Vorm.LIJST,
        Vorm.LIJST,
        Vorm.LIJST,
    ]
    tabel = document.tabellen[0]
    assert [(c.rij, c.kolom, c.rijspan, document.cel_tekst(c)) for c in tabel.cellen] == [
        (1, 1, 1, "Wie"), (1, 2, 1, "Wat"), (2, 1, 1, "Secretaris"), (2, 2, 2, "mailen\nen bellen"), (3, 1, 1, "Allen"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "tekenset", ["utf-8", "windows-1252", "us-ascii", "bestaat-niet", "utf-16"]
)
def test_wrong_character_sets_still_give_letters(mail, lees, tekenset):
    ruw = f"From: a@b.nl\r\nSubject: x\r\nContent-Type: text/plain; charset={tekenset}\r\n\r\n".encode()
    assert teksten(lees(mail(ruw + "geïnde bijdrage".encode("cp1252"))).documenten[0])[
        0
    ].startswith("ge")
    assert teksten(
        lees(mail(ruw + "geïnde bijdrage".encode(), "b.eml")).documenten[0]
    ) == ["geïnde bijdrage"]


@pytest.mark.parametrize(
    ("regel", "namen"),
    [
        ("Bijlage(n): Brief aan colleges, versie 2.pdf; Agenda 3 mei.docx", ("Brief aan colleges", )),
        ("Bijlagen: a.pdf, b.docx", ("a.pdf", "b.docx")),
        ("Attachments: a.pdf; b.xlsx (24 KB)", ("a.pdf", "b.xlsx")),
        ("Zie bijgevoegd bestand Conceptverslag.docx voor de tekst.", ("Conceptverslag.docx",)),
        ('Graag reactie op de bijlage "Voorstel verdeling 2026.pdf".', ("Voorstel verdeling 2026.pdf",)),
        ("We spraken over provincie.nl en versie 2.0 van het plan.", ()),
        ("In bijlage 2 staat de tabel.", ()),
    ],
)  # fmt: skip
def test_the_text_says_what_is_attached(regel, namen):
    gevonden = find_genoemd([regel])
    if len(namen) == 1 and "." not in namen[0]:
        assert gevonden[-1] == "Agenda 3 mei.docx"
    else:
        assert gevonden == namen


def breed(tekst):
    return tekst.encode("utf-16-le")


def vast(kop, **velden):
    ruw = b"\0" * kop
    for sleutel, waarde in velden.items():
        ruw += struct.pack(
            "<HHI", 0x0040 if len(waarde) == 8 else 3, int(sleutel[1:], 16), 6
        ) + waarde.ljust(8, b"\0")
    return ruw


def outlook(**extra):
    moment = (
        int(
            (
                datetime(2025, 3, 4, 9, 30, tzinfo=UTC)
                - datetime(1601, 1, 1, tzinfo=UTC)
            ).total_seconds()
        )
        * 10**7
    )
    stromen = {
        "__properties_version1.0": vast(32, x0039=struct.pack("<Q", moment)),
        "__substg1.0_0037001F": breed("Planning regietafel"),
        "__substg1.0_0C1A001F": breed("Ans Verzonnen"),
        "__substg1.0_5D01001F": breed("ans@voorbeeld.nl"),
        "__recip_version1.0_#00000000/__properties_version1.0": vast(
            8, x0C15=struct.pack("<I", 1)
        ),
        "__recip_version1.0_#00000000/__substg1.0_3001001F": breed("Ben"),
        "__recip_version1.0_#00000000/__substg1.0_39FE001F": breed("ben@voorbeeld.nl"),
        "__recip_version1.0_#00000001/__properties_version1.0": vast(
            8, x0C15=struct.pack("<I", 2)
        ),
        "__recip_version1.0_#00000001/__substg1.0_3001001F": breed("Carla"),
    }
    return stromen | extra


def test_an_outlook_message_is_read(ole_van, lees, tmp_path):
    stromen = outlook(
        **{
            "__substg1.0_1000001F": breed(
                "Dag Ben,\r\n\r\nActie: stukken rondsturen.\r\n" + "Lange regel. " * 400
            ),
            "__attach_version1.0_#00000000/__properties_version1.0": vast(8),
            "__attach_version1.0_#00000000/__substg1.0_3707001F": breed("brief.pdf"),
            "__attach_version1.0_#00000000/__substg1.0_37010102": bladzijde(tmp_path),
        }
    )
    moeder, kind = lees(ole_van(stromen)).documenten
    assert teksten(moeder, Zone.BERICHTKOP) == [
        "Van: Ans Verzonnen <ans@voorbeeld.nl>", "Aan: Ben <ben@voorbeeld.nl>", "Cc: Carla",
        "Datum: dinsdag 4 maart 2025 09:30", "Onderwerp: Planning regietafel",
        "Bijlagen: brief.pdf",
    ]  # fmt: skip
    assert teksten(moeder)[:2] == ["Dag Ben,", "Actie: stukken rondsturen."]
    assert moeder.bron.formaat == "msg"
    assert kind.bron.bestand == "bericht.msg/brief.pdf"


def test_a_message_with_only_compressed_rtf_has_text(ole_van, lees):
    rtf = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\pard Dag \b allen\b0 , ge\'efnd bedrag\par Tweede regel \u8364?5\par}"
    los = struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf
    document = lees(ole_van(outlook(**{"__substg1.0_10090102": los}))).documenten[0]
    assert teksten(document) == ["Dag allen, geïnd bedrag", "Tweede regel €5"]


@pytest.mark.parametrize("tekenset", ["utf-8", "latin-1"])
def test_headers_of_old_programs_keep_their_letters(mail, lees, tekenset):
    ruw = (
        "From: Zoë Verzonnen <z@voorbeeld.nl>\r\nTo: Cör Testhuizen <c@voorbeeld.nl>\r\n"
        "Subject: Déclaratie Zoë\r\n\r\nDag.\r\n"
    ).encode(tekenset)
    assert teksten(lees(mail(ruw)).documenten[0], Zone.BERICHTKOP) == [
        "Van: Zoë Verzonnen <z@voorbeeld.nl>",
        "Aan: Cör Testhuizen <c@voorbeeld.nl>",
        "Onderwerp: Déclaratie Zoë",
    ]


def test_an_unknown_character_set_of_a_header_still_gives_letters(mail, lees):
    ruw = (
        b"From: =?x-niemand?Q?Zo=EB_Verzonnen?= <z@voorbeeld.nl>\nTo: a@voorbeeld.nl\n"
        b"Subject: Dag\n\nDag.\n"
    )
    kop = teksten(lees(mail(ruw)).documenten[0], Zone.BERICHTKOP)
    assert kop[0] == "Van: Zoë Verzonnen <z@voorbeeld.nl>"


def test_a_message_written_out_has_the_same_bytes_each_time():
    bericht = Bericht(
        onderwerp="Oud", tekst="Dag.", html="<p>Dag.</p>", bijlagen=(Bijlage(naam="a.txt", inhoud=b"een"),)
    )  # fmt: skip
    assert to_eml(bericht) == to_eml(bericht)


def test_a_message_inside_a_message_is_a_document(ole_van, lees):
    binnen = "__attach_version1.0_#00000000/__substg1.0_3701000D"
    stromen = outlook(
        **{
            "__substg1.0_1000001F": breed("Zie het doorgestuurde bericht."),
            "__attach_version1.0_#00000000/__properties_version1.0": vast(8),
            f"{binnen}/__properties_version1.0": vast(24),
            f"{binnen}/__substg1.0_0037001F": breed("Oude afspraak"),
            f"{binnen}/__substg1.0_1000001F": breed("We zien elkaar op 5 mei."),
        }
    )
    kind = lees(ole_van(stromen)).documenten[1]
    assert kind.bron.bestand == "bericht.msg/Oude afspraak.eml"
    assert teksten(kind) == ["We zien elkaar op 5 mei."]


def test_the_example_of_the_specification_unpacks():
    # MS-OXRTFCP 4.1.1
    ruw = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3206865"
        "6c090020627705b06c647d0a800fa0"
    )
    assert decompress(ruw, 1000) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_html_wrapped_in_rtf_comes_out():
    ruw = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Beste{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0 }"
    assert rtf_text(ruw) == ("<p>Beste</p>", True)


def test_the_version_that_says_more_is_read(tmp_path, lees):
    bericht = EmailMessage()
    bericht["From"], bericht["Subject"] = "a.kolk@meent.example", "planning"
    bericht.set_content("Dag allemaal, de planning volgt.")
    bericht.add_alternative(
        "<p>Dag allemaal, de planning volgt.</p><p>Mevrouw Terpstra belt morgen over "
        "de vergunning voor het gebouw aan de haven.</p>",
        subtype="html",
    )
    pad = tmp_path / "a.eml"
    pad.write_bytes(bericht.as_bytes())
    tekst = lees(pad).documenten[0].tekst
    assert "Terpstra" in tekst
    assert tekst.count("planning volgt") == 1

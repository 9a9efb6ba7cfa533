"""A form that leaves it to every program to draw its fields is read as it is shown."""

from __future__ import annotations

import pikepdf
from lakproef import make_pdf, redact, shown

REGELS = "De heer Zonderland gaf aan dat de locatie geschikt is. Het besluit volgt."


def form(waarde, *, meer_regels=False):
    def bouw(pdf, pagina):
        helv = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
        )  # fmt: skip
        veld = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx,
            T=pikepdf.String("toelichting"), V=pikepdf.String(waarde), F=4,
            Rect=[60, 600, 300, 700], Ff=4096 if meer_regels else 0,
            DA=pikepdf.String("/Helv 10 Tf 0 g"),
        )  # fmt: skip
        veld = pdf.make_indirect(veld)
        pagina.obj.Annots = pikepdf.Array([veld])
        pdf.Root.AcroForm = pikepdf.Dictionary(
            Fields=[veld], NeedAppearances=True,
            DR=pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=helv)),
        )  # fmt: skip

    return make_pdf("", bouw=bouw)


def test_the_words_in_a_field_go_and_the_others_stay():
    uit = redact(form("Namens Zonderland, afdeling Ruimte"), "Zonderland")
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert not uit.uitslag.gerasterd
    tekst = " ".join(shown(uit.inhoud).split())
    assert "Zonderland" not in tekst
    assert "afdeling Ruimte" in tekst


def test_a_field_of_several_lines_keeps_them():
    uit = redact(form(REGELS, meer_regels=True), "Zonderland")
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    tekst = " ".join(shown(uit.inhoud).split())
    assert "Zonderland" not in tekst
    assert "locatie geschikt is. Het besluit volgt." in tekst

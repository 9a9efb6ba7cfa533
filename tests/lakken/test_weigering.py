"""What a person reads when a leak holds a release: which file, which page, what now."""

from __future__ import annotations

from modellen.naloop import Ernst, Naloopbevinding, Vindplaats
from pipeline.lakken.weigering import explain_leaks


def test_a_leak_is_told_with_its_file_and_page_and_never_its_words():
    lek = Naloopbevinding(
        soort="tekst_onder_vlak", titel="Tekst onder een vlak", ernst=Ernst.LEK,
        wat="w", advies="Haal het bestand van de site.",
        bronnen=(
            Vindplaats(bestand="0003.pdf", woorden="Ilse Plas", pagina=2),
            Vindplaats(bestand="0003.pdf", woorden="Ilse Plas", pagina=2),
            Vindplaats(bestand="0004.pdf", woorden="Ilse Plas"),
        ),
    )  # fmt: skip
    eerste, raad = explain_leaks([lek, lek]).split("\n")
    assert eerste == "- Tekst onder een vlak (0003.pdf, bladzijde 2; 0004.pdf)."
    assert "nog niets openbaar" in raad
    assert "Plas" not in eerste + raad

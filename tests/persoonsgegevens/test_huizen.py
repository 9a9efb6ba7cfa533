"""A house with an article is no person; a surname with one is."""

from __future__ import annotations

import pytest
from vindbouw import masked

HUIZEN = [
    "Actie: met de eigenaar van De Vlietlanden spreken over verlenging.",
    "Wij kunnen De Vlietlanden openhouden tot 1 september.",
    "De capaciteit van De Dars is 120 plekken. De Dars sluit in mei.",
    "Op De Middend komt een locatie. De eigenaar verkoopt De Middend.",
    "MFA De Linde is beschikbaar. De raad bezocht ook De Linde.",
    "ISK Emmen groeit, IKC Het Anker ook.",
    "azc De Heuvel blijft open. De kosten van De Heuvel stijgen.",
    "De omwonenden van De Heuvel klagen over De Heuvel.",
    "De directeur van De Linde belt terug.",
    "Stand van zaken De Bremmelerweg, De Rietlanden en De Korenbloem.",
    "De kinderen van de Prinses Beatrixschool gaan naar 't Hoge Holt.",
    "Opvang in sporthal De Bresse, hotel Het Witte Paard en erve De Kolk.",
]
MENSEN = [
    ("De Boer zegt dat het kan.", "De Boer"),
    ("De Wit belt terug.", "De Wit"),
    ("Dit gaat volgens De Vries niet.", "De Vries"),
    ("Gesproken met De Boer. De Dars blijft open.", "De Boer"),
    ("De woning van De Bruin staat leeg.", "De Bruin"),
    ("Meneer De Dars belde vanuit Assen.", "De Dars"),
    ("De bewoners van De Heuvel bellen. Mw. De Heuvel komt.", "De Heuvel"),
    ("Jan De Dars woont in De Dars.", "Jan De Dars"),
    ("J. de Vlietlanden belde over De Vlietlanden.", "J. de Vlietlanden"),
    ("De Dars zegt dat hij komt.", "De Dars"),
    ("Contactpersoon: De Heuvel", "De Heuvel"),
]


@pytest.mark.parametrize("zin", HUIZEN)
def test_a_house_or_school_is_no_person(zin: str) -> None:
    assert masked(zin) == []


@pytest.mark.parametrize(("zin", "wie"), MENSEN)
def test_a_surname_with_an_article_is_one(zin: str, wie: str) -> None:
    assert wie in masked(zin)

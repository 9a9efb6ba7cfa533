"""Names in scripts without capitals, in a Dutch text."""

from __future__ import annotations

import pytest
from vindbouw import find, masked


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        ("Naam: محمد العلي\nGeboren in Syrië.", ["محمد العلي"]),
        ("Naam: גולדה לוי", ["גולדה לוי"]),
        ("Naam: ተስፋይ ገብረ", ["ተስፋይ ገብረ"]),
        ("Contactpersoon: გიორგი ბერიძე", ["გიორგი ბერიძე"]),
        ("Tolk: 김민준", ["김민준"]),
        ("dhr. 王伟 belde over de woning.", ["王伟"]),
        ("Geachte mevrouw 李娜,", ["李娜"]),
        ("Aanwezig: Lea Kolk, Otto Brandsma, 王伟", ["Lea Kolk", "Otto Brandsma", "王伟"]),
        ("Aanwezig:\n王伟\n李娜\n김민준", ["王伟", "李娜", "김민준"]),
        ("Notulist: 王伟, Lea Kolk", ["王伟", "Lea Kolk"]),
        ("Met vriendelijke groet,\n王伟", ["王伟"]),
        ("王伟 <w.wang@meent.example>", ["王伟", "w.wang"]),
        ("Gisteren belde 王伟 over de opvang.", ["王伟"]),
        ("Zhang Qiang (张强) belt morgen.", ["Zhang Qiang", "张强"]),
        ("De bewoner en zijn vrouw (ليلى) waren er.", ["ليلى"]),
        ("Ondertekend door:\n王伟\tLea Kolk", ["王伟", "Lea Kolk"]),
        ("Naam: 穆罕默德·阿里", ["穆罕默德·阿里"]),
    ],
)  # fmt: skip
def test_names_without_capitals_are_found(tekst, weg):
    assert masked(tekst) == weg


def test_two_writings_are_of_one_person():
    gevonden = find("Mohammed Al Ali (محمد العلي) woont hier. محمد العلي belt.")
    assert len(gevonden.gegevens) == 3
    assert [p.naam for p in gevonden.personen] == ["Mohammed Al Ali"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Burgemeester 王伟 opent de vergadering.",
        "Wethouder Li Na (李娜) opent de vergadering. 李娜 sluit die.",
    ],
)
def test_an_office_holder_stays_readable_in_any_script(tekst):
    assert masked(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "السيد المحترم\nنحن نكتب إليكم اليوم بخصوص الاجتماع القادم في البلدية\nشكرا جزيلا",
        "Vertaling van de brief:\n\nالسلام عليكم\nنحن نكتب إليكم، اليوم، بخصوص الاجتماع.",
        "نحن نكتب إليكم اليوم بخصوص الاجتماع القادم في البلدية\nاتصل بنا على info@meent.example\nشكرا جزيلا لكم",
        "我们今天去医院看医生。王伟也去了。",
        "Kies uw taal: Nederlands / العربية / ትግርኛ",
        "Nederlands | English | العربية | 中文",
        "In het Arabisch: العربية. Het woord سلام betekent vrede.",
        'De folder "معلومات" en de tekst "مرحبا بكم".',
        "Bij Lange Muur (长城) eten we. Restaurant 北京 is open.",
        "De GGD (卫生局) helpt.",
    ],
)
def test_other_words_in_such_scripts_stay(tekst):
    assert masked(tekst) == []


def test_a_name_that_only_its_place_tells_is_uncertain():
    (gegeven,) = find("Verslag van de avond.\n王伟\nEinde.").gegevens
    assert gegeven.zekerheid < 0.6

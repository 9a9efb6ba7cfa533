"""Numbers that identify: each check says whether a string of signs can be one."""

from __future__ import annotations

import re

import phonenumbers
from stdnum import iban
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn

_MOBIEL = re.compile(r"(?:\+31|0031|0)6")
_VAST = re.compile(r"(?:\+31|0031|0)[1-5789]")
_DIENST = re.compile(r"(?:0800|0900|0906|0909|14\d{2})")
_GEEN_CIJFER = re.compile(r"\D")
_VERBODEN = re.compile(r"SA|SD|SS")


def digits(tekst: str) -> str:
    """The digits and a leading plus of a number as printed."""
    kern = tekst.replace("(0)", "")
    plus = "+" if kern.lstrip(" (").startswith("+") else ""
    return plus + _GEEN_CIJFER.sub("", kern)


def is_iban(tekst: str) -> bool:
    """Whether an account number fits its country and its check digits (ISO 13616)."""
    try:
        iban.validate("".join(tekst.split()), check_country=False)
    except ValidationError:
        return False
    return True


def is_bsn(tekst: str) -> bool:
    """Whether nine digits pass the elfproef of the burgerservicenummer."""
    return bool(bsn.is_valid("".join(c for c in tekst if c.isdecimal())))


def is_phone(tekst: str) -> bool:
    """Whether a number can be dialled, by the numbering plan of its country."""
    kern = digits(tekst)
    if _DIENST.match(kern) or kern.startswith("000"):
        return False
    try:
        nummer = phonenumbers.parse(kern, "NL")
    except phonenumbers.NumberParseException:
        return False
    if nummer.country_code == 31:  # noqa: PLR2004 (the Netherlands)
        return len(str(nummer.national_number)) == 9  # noqa: PLR2004 (numbering plan)
    return bool(phonenumbers.is_possible_number(nummer))


def is_mobile(tekst: str) -> bool:
    """Whether a number is a Dutch mobile one."""
    return bool(_MOBIEL.match(digits(tekst)))


def is_general_looking(tekst: str) -> bool:
    """Whether a fixed number ends as those of a switchboard do (00, 555, 1212)."""
    kern = digits(tekst)
    if not _VAST.match(kern):
        return False
    return kern.endswith("00") or len(set(kern[-3:])) == 1


def is_kenteken(tekst: str) -> bool:
    """Whether a number plate holds letters that are issued."""
    letters = "".join(c for c in tekst if c.isalpha())
    return bool(letters) and not _VERBODEN.search(letters)


def plain_phone(tekst: str) -> str:
    """The national number, to compare writings of it."""
    kern = digits(tekst).lstrip("+")
    return kern.removeprefix("00").removeprefix("31").lstrip("0")

"""Whether a telephone number is of one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.toetshulp import (
    NABIJ,
    behind_a_name,
    is_general,
    is_whole_name,
    turn,
)
from pipeline.taal.letters import klein
from pipeline.taal.nummers import (
    digits,
    is_general_looking,
    is_mobile,
    is_phone,
    plain_phone,
)

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis

_DIRECT = re.compile(r"(?i)[ ]\(?(?:direct|rechtstreeks|privé|thuis)\b")
_DIRECT_VOOR = re.compile(
    r"(?i)\b(?:(?:direct|rechtstreeks|doorkies|privé|thuis)(?:[ ]?(?:nummer|nr\.?))?|"
    r"mijn[ ](?:eigen[ ]|directe[ ])?(?:telefoon|doorkies)?nummer|"
    r"(?:ik|hij|zij|ze)[ ](?:ben|is)[ ](?:telefonisch[ ]|ook[ ])?bereikbaar[ ]"
    r"(?:op|via|onder)|\bmij[ ](?:\w{2,12}[ ])?bereiken[ ](?:op|via|onder))"
    r"(?:[ ]is)?[ ]?:?[ ]{1,3}\Z"
)
_NAAR_NUMMER = re.compile(
    r"(?i)(?:,[ ](?:afdeling|team|cluster|sector)[ ][\w&]+(?:[ ][\w&]+)?(?=[, ]))?"
    r"[ ]?[,(:|\t]?[ ]?(?:(?:telefoon|tel|doorkies(?:nummer)?|t)\.?[ ]?:?[ ]?)?\Z|"
    r"(?:[ ]is|,)?[ ](?:(?:telefonisch[ ])?bereikbaar[ ])?(?:via|op|onder)[ ]"
    r"(?:(?:telefoon|doorkies)?nummer[ ]|tel\.?[ ])?\Z"
)
_DAGEN = re.compile(
    r"(?i)\b(?:ma(?:andag)?[ ]?(?:-|–|t/m)[ ]?(?:vr|zo)[a-z]*|werkdagen)[^()]*\d"
)
"""Days and hours at which a counter answers; of who works part of a week none."""

_HAKEN_ERNA = re.compile(r"[ ]?([(\[][^()\[\]\n]{3,40}[)\]])")
_NUMMERLABEL = re.compile(
    r"(?i)(?<![\w-])(?:telefoon(?:nummer|nr\.?)?|tel(?:\.?nr)?|doorkiesnummer)\.?"
    r"[ \t]{0,3}:?[ \t]{0,4}\Z"
)
_EIGEN_ADRES_ERNA = re.compile(
    r"(?i)[ ]?[|,;/·•-][ ](?:e(?:-?mail)?\.?[ ]?:?[ ])?"
    r"(?P<eerste>[a-z]{1,12})\.[\w.-]{2,40}@"
)
"""The address of someone right behind a number: what stands further says little."""

_EIGEN_ADRES_VOOR = re.compile(
    r"(?i)(?<![\w.-])(?P<eerste>[a-z]{1,12})\.[\w.-]{2,40}@[\w.-]{3,40}"
    r"(?:(?:,|[ ]?[|;/·•-])?[ ]|[ ]?\t[ ]?)\Z"
)
_ONMOGELIJK = re.compile(r"(?:\(0\d{2,3}\)|0\d{2,3})[ -]{1,3}0")
"""Behind an area code no number begins with a nought."""

_SCHEIDING = re.compile(r"[\n\t;|:]|,[ ]")
_FAX = re.compile(r"(?i)\bfax(?:nummer|nr\.?)?[ ]?[:.]?[ ]{0,3}\Z")
_BLOK = 160
"""Characters of a signature above a number."""

_ALLEEN_LABEL = re.compile(
    r"(?i)[ \t]*(?:(?:telefoon|tel|doorkies(?:nummer)?|t)\b\.?[ ]?:?[ \t]{0,3})?\Z"
)
_VAN_KANTOOR = re.compile(
    r"(?i)\b(?:gemeente|provincie|ministerie|waterschap|coa|stichting|algemeen|"
    r"postbus|centrale|receptie|balie|secretariaat|bezoekadres)\b|\d"
)
_MEESTE_REGELS = 2
"""Lines between a name and the number below it: a post, a department."""


def direct_number(raak: re.Match[str], kennis: Kennis) -> float:
    """A number of one person: mobile, or fixed without the marks of a switchboard."""
    doel = raak["doel"]
    ervoor = raak.string[max(0, raak.start() - NABIJ) : raak.start()]
    if not is_phone(doel) or not _spaced(doel) or _ONMOGELIJK.match(doel):
        return 0.0
    if _FAX.search(ervoor) or plain_phone(doel) in kennis.nummers:
        return 0.0
    if is_mobile(doel):
        return 0.97
    if digits(doel).startswith(("088", "+3188")) or _is_called_general(raak, kennis):
        return 0.0
    if (
        _DIRECT.match(raak.string, raak.end())
        or _DIRECT_VOOR.search(ervoor)
        or _is_behind_mail(doel, ervoor, kennis)
        or behind_a_name(raak, kennis, _NAAR_NUMMER)
        or _is_signed(raak, kennis)
    ):
        return 0.8
    algemeen = is_general_looking(doel) and not _is_labelled_own(raak, kennis)
    kantoor = is_general(raak, kennis) and not _goes_with_mail(raak, kennis)
    return 0.0 if algemeen or kantoor else 0.8


def _goes_with_mail(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether an address with a name in it follows a number: both are of one person."""
    adres = _EIGEN_ADRES_ERNA.match(raak.string, raak.end())
    return adres is not None and klein(adres["eerste"]) not in kennis.functioneel


def _is_behind_mail(nummer: str, ervoor: str, kennis: Kennis) -> bool:
    """Whether an address with a name in it stands right before a number.

    One that ends as most switchboards do is that of the office all the same.
    """
    if digits(nummer).endswith("00"):
        return False
    adres = _EIGEN_ADRES_VOOR.search(ervoor)
    return adres is not None and klein(adres["eerste"]) not in kennis.functioneel


def _is_called_general(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether brackets right behind a number say that it is no one's own."""
    haken = _HAKEN_ERNA.match(raak.string, raak.end())
    return haken is not None and (
        _DAGEN.search(haken[1]) is not None
        or any(w in klein(haken[1]) for w in kennis.algemeen)
    )


def _is_labelled_own(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether a label for a telephone stands before a number, and a name before that.

    It says more than how a number ends, unless that is as of most switchboards.
    """
    label = _NUMMERLABEL.search(raak.string, max(0, raak.start() - NABIJ), raak.start())
    if label is None or digits(raak["doel"]).endswith("00"):
        return False
    voor = raak.string[max(0, label.start() - NABIJ) : label.start()].rstrip("\n\t ,;")
    return is_whole_name(turn(_SCHEIDING.split(voor)[-1].strip()), kennis)


def foreign_number(raak: re.Match[str], kennis: Kennis) -> float:
    """A number of another country, without the marks of a switchboard or meeting."""
    algemeen = is_general(raak, kennis) or _is_called_general(raak, kennis)
    return 0.0 if algemeen or not is_phone(raak["doel"]) else 0.8


def _is_signed(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether a number closes a signature: a name, a post at most, and the number."""
    begin = raak.start("doel")
    *erboven, eigen = raak.string[max(0, begin - _BLOK) : begin].split("\n")
    if not _ALLEEN_LABEL.match(eigen) or is_general(raak, kennis):
        return False
    for regel in reversed(erboven[-_MEESTE_REGELS - 1 :]):
        if is_whole_name(turn(regel.strip(" ,")), kennis):
            return True
        if not regel.strip() or _VAN_KANTOOR.search(regel):
            return False
    return False


def _spaced(doel: str) -> bool:
    """A run of digits without a separator is a number only from a zero or a plus."""
    return doel.startswith(("+", "0", "("))

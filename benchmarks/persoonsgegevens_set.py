"""Labelled documents for personal data: ten kinds in some layouts, names swapped in.

Every person is invented: names are drawn from lists, with common or with rare names. In
a layout ``{V1 …}`` stands for a writing of person 1 (see ``SCHRIJF``); persons are
officials and citizens, ``B`` before the number makes an office holder. The layouts of
``persoonsgegevens_apart.txt`` were written by people who had not seen the rules; each
set was measured first and mended on later (``docs/persoonsgegevens.md`` keeps those
first measurements). Whoever wants a fresh measurement writes new ones.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from modellen.document import Bron, Document, Zone
from modellen.plaats import OpPagina
from pipeline.readers.opbouw import Bouwer

HIER = Path(__file__).parent
OPMAAK = {False: "persoonsgegevens_opmaak.txt", True: "persoonsgegevens_apart.txt"}
_SLOT = re.compile(r"\{(?P<vorm>[a-z]+)(?P<wie>B?\d)\}")
GEWOON_V = [
    "Anna", "Pieter", "Sanne", "Jan", "Maria", "Kees", "Linda", "Mark", "Fatima",
    "Mohamed", "Lisa", "Erik", "Joke", "Willem", "Karin", "Peter", "Hans", "Marieke",
    "Tom", "Emma", "Bram", "Esther", "Johan", "Ingrid", "Ruben", "Marloes", "Dennis",
    "Annemarie", "Gerard", "Yvonne", "Sjoerd", "Wilma", "Rob", "Nicole", "Youssef",
    "Jeroen", "Petra", "Hassan", "Ellen", "Bart", "Astrid", "Frits", "Monique",
    "Leo", "Truus", "Stijn", "Femke", "Daan", "Roos", "Arjen", "Carla", "Theo",
    "Ria", "Michel", "Saskia", "Ahmed", "Bianca", "Harm", "Greetje", "Vincent",
    "Wendy", "Lotte", "Gijs", "Corrie", "Ton", "Anja", "Maarten", "Mieke", "Joost",
    "Heleen", "Sander", "Wouter", "Thijs", "Anouk", "Martijn", "Niels",
    "Ruud", "Tim", "Judith", "Rik", "Gerda", "Marcel", "Ilse", "Jolanda", "Mirjam",
]  # fmt: skip
GEWOON_A = [
    "Jansen", "de Vries", "Bakker", "van Dijk", "Visser", "Smit", "de Boer",
    "Mulder", "de Groot", "Bos", "Vos", "Peters", "Hendriks", "van Leeuwen",
    "Dekker", "Brouwer", "de Wit", "Dijkstra", "van den Berg", "Kok", "van der Meer",
    "Koning", "Meijer", "van der Linden", "van Veen", "Kuipers", "Schouten",
    "de Haan", "Timmermans", "Postma", "Verhoeven", "van der Velde", "Willems",
    "Hoekstra", "Molenaar", "Prins", "Zwart", "van Loon", "Scholten", "Wiersma",
    "ter Haar", "Groen", "de Lange", "van 't Hof", "Veenstra", "Blom", "Gerritsen",
    "van Beek", "Schaap", "Kuiper", "Huisman", "van Dam", "Jacobs", "Kramer",
    "de Bruin", "Vermeulen", "van der Wal", "Hermans", "Koster", "Bosman",
    "van der Laan", "Huizinga", "Martens", "Post", "Stam", "van Vliet", "de Ruiter",
    "Sanders", "Wolters", "Evers", "van Es", "Boersma", "Kooij", "van der Horst",
    "Blok", "Noordhoek", "de Jager", "de Jong", "ter Horst", "van den Heuvel",
    "de Graaf", "ten Brink",

]  # fmt: skip
ZELDZAAM_V = [
    "Ytzen", "Djurre", "Wytske", "Aleid", "Thijmen", "Gülşen", "Çağla", "Nurdan",
    "Soufyan", "Ikram", "Wafaa", "Zineb", "Yevheniia", "Oleksii", "Bohdana",
    "Lyubov", "Tesfalem", "Hodo", "Thanh", "Jayant", "Siebrich", "Foekje",
    "Hadewych", "Ravindra", "Gerbrich", "Eeltje", "Roelfien", "Harmtje", "Tjeerd",
    "Hielke", "Emine", "Şerife", "Burak", "Mustapha", "Naoual", "Yassine", "Khadija",
    "Oksana", "Vasyl", "Iryna", "Volodymyr", "Mehret", "Yonas", "Abdirahman",
    "Farah", "Linh", "Duc", "Priya", "Shanti", "Wojciech", "Agnieszka", "Joaquim",
    "Rabia", "Bahareh", "Navid", "Zhanna", "Jitske", "Hidde", "Tjitte", "Grietinus",
    "Machteld", "Alwien", "Özlem", "Ferhat", "Hatice", "Abdelhak", "Siham", "Ilyas",
    "Loubna", "Serhii", "Halyna", "Taras", "Nadiia", "Selam", "Biniam", "Ayaan",
    "Cabdi", "Mai", "Quang", "Anjali", "Soerin", "Zbigniew", "Katarzyna", "Thiago",
    "Parisa", "Kaveh", "Rukiye", "Sabahattin", "Sjoukje", "Wytze", "Fenne",
    "Jentsje", "Harm-Jan", "Geertruida", "Şükrü", "Çiğdem", "Youssef", "Naïma",
    "Abdelhakim", "Oleksandr", "Solomiia", "Yordanos", "Hodan", "Behrouz",
    "Zarghuna", "Mohammad Reza", "Rawan", "Ngọc", "Thuỳ", "Radjesh", "Małgorzata",
    "João",
    "Wytse", "Jeltsje", "Sietske", "Hylke", "Tjebbe", "Tuğba", "Oğuzhan", "Serkan",
    "Hanane", "Mimoun", "Filmon", "Thi-Lan", "Minh", "Soerjkoemar", "Conceição",
    "Farzaneh", "Kourosh", "Xiaoling", "Weiming", "Gilmar", "Rugenia", "Kwabena",
    "Akosua", "Hovhannes", "Anahit", "Rojda", "Azad", "Botan", "Yanti", "Frangky",
]  # fmt: skip
ZELDZAAM_A = [
    "Quakkelaar", "Slotemaker", "van Zwieteren", "Hoogerbeets", "Ophuizen",
    "ten Klooster-Wiarda", "Karakuş", "Demirtepe", "Özbilgin", "El Ghazoui",
    "Aït Bouzerda", "Benmeziane", "Zelenchuk", "Tymoshyk", "Hnatiuk", "Gebremariam",
    "Warsame", "Dwarkasing", "Nguyen-Tran", "van der Wielandt", "Uitdewilligen",
    "Stroosnijder", "op 't Hoge", "Fennema-Quist", "Wierda-Oosting", "Zijlema",
    "Bouwkamp", "van Haaften", "de Roos van Zuydewijn", "in 't Veld", "Kooistra",
    "Yıldırım", "Kılıç", "Aydoğan", "El Yaakoubi", "Ouled Haddou", "Bensaïd",
    "Kravchenko", "Shevchuk", "Bondarenko", "Tekle", "Habtemariam", "Hassan Ali",
    "Ramdin", "Jhinkoe", "Tran", "Kowalczyk", "Wójcik", "da Silva", "Ahmadi",
    "Rostami", "Schuurhuis", "Plasschaert", "ter Beek", "Luttikhuis", "Oude Nijhuis",
    "Hoitzing", "Zwiep", "Boerkamp", "Wolthuis", "Nijenhuis-Kok", "Brandsma-Vonk",
    "Ter Steege", "van Ommeren", "Groot Koerkamp", "Wilschut", "Hazelhoff",
    "Roelvink", "Schulte Nordholt", "Spijkerman", "Klaassens", "op den Akker",
    "de Cloe", "Abbink", "Çetinkaya", "Gündoğdu", "Erdem", "Bouazza", "Ben Moussa",
    "El Hajoui", "Lysenko", "Pavlenko", "Hrytsenko", "Ghebreyesus", "Berhane",
    "Mohamud", "Abdi Nur", "Soekhai", "Kalloe", "Pham", "Lewandowski", "Szymańska",
    "Carvalho", "Hosseini", "Karimi", "Overgoor", "Steenhuis", "Veldkamp",
    "Eikelboom", "Hofstede", "Dalhuisen", "Kortekaas", "Loman", "Hoekstra-Wiersma",
    "van der Ploeg-Oosterhof", "Terpstra", "Sytsema", "Wijbenga", "Boerrigter",
    "Nijmeijer", "Klein Teeselink", "Öztürk", "Karataş", "El Bouazzaoui",
    "Ben Haddou", "Aït Lahcen", "Kovalenko", "Ghebremariam", "Farah Nuur",
    "Tavakoli", "Rostami-Azad", "Noorzai", "Al Masri", "Nguyễn", "Ramkhelawan",
    "Bissessur", "Wiśniewska", "dos Santos", "Ommen", "Zevenbergen", "van Coevorden",
    "Westerdijk", "Winter", "Zomer", "op den Dries",
    "Hoekstra-Bijlsma", "Tjeerdsma", "Wiarda", "Sytsma", "Özkan", "Karagöz", "Çelik",
    "Bouzambou", "Amrani", "Ghebremedhin", "Tesfamichael", "Woldu", "Jimcaale",
    "Nguyen", "Phan", "Ramdjielal", "Bhagwandin", "Grzybowski", "da Conceição",
    "Figueiredo", "Tavares Lopes", "Hosseinzadeh", "Mirzaei", "Zhou", "Ouyang",
    "Martina", "Winklaar", "Boateng", "Owusu-Ansah", "Sarkissian", "Hakobyan",
    "Demirtaş-Kaya", "Barzani", "Pattiwael", "Tuhumury", "Soplanit", "Wirjosentono",
    "van Lookeren", "ten Cate Hoedemaker", "Naaktgeboren", "Zonderland",
    "Nooitgedagt", "Spijkerboer",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mens:
    """An invented person."""

    voornaam: str
    achternaam: str

    @property
    def voegsel(self) -> str:
        """The particle of the surname."""
        return " ".join(w for w in self.achternaam.split() if w.islower() or "'" in w)

    @property
    def kern(self) -> str:
        """The surname without its particle."""
        return self.achternaam.removeprefix(self.voegsel).strip()


def _letters(m: Mens) -> str:
    delen = [m.voornaam[0], *(w[0] for w in m.achternaam.replace("'", "").split())]
    return "".join(delen)


def plain(tekst: str) -> str:
    """A name as addresses write it: small letters without marks."""
    van, naar = "üşçğöïéÇÖäıñë", "uscgoieCOaine"
    return re.sub(r"[^a-z]", "", tekst.translate(str.maketrans(van, naar)).lower())


SCHRIJF = {
    "vol": lambda m: f"{m.voornaam} {m.achternaam}",
    "v": lambda m: m.voornaam,
    "a": lambda m: m.achternaam[0].upper() + m.achternaam[1:],
    "i": lambda m: f"{m.voornaam[0]}. {m.achternaam}",
    "om": lambda m: f"{m.kern}, {m.voornaam}" + (f" {m.voegsel}" if m.voegsel else ""),
    "ml": lambda m: f"{plain(m.voornaam)[:1]}.{plain(m.achternaam)}",
    "mv": lambda m: f"{plain(m.voornaam)}.{plain(m.achternaam)}",
    "let": _letters,
    "hoofd": lambda m: f"{m.voornaam} {m.achternaam}".upper(),
}
GEGEVENS = {
    "mob": "06-{}{}{}{}{}{}{}{}",
    "mobs": "+31 (0)6 {}{} {}{} {}{} {}{}",
    "tel": "(0{a}92) {b}1 {}{} {}{}",
    "tst": "{}{}{}{}",
    "iban": "iban",
    "bsn": "bsn",
    "ken": "H-{}{}{}-KX",
    "geb": "{d} mei 19{}{}",
    "adr": "Lange Brink {d}, 9401 AB Assen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """A document with what must go and what must stay: spans of its text and a kind."""

    soort: str
    document: Document
    weg: tuple[tuple[int, int, str], ...]
    blijft: tuple[tuple[int, int], ...]


def make_set(
    *, toets: bool = False, zeldzaam: bool = False, ronden: int = 2, zaad: int = 5
) -> list[Voorbeeld]:
    """All layouts of a set, filled ``ronden`` times with people drawn anew."""
    uit = []
    for soort, opmaken in sorted(read_layouts(OPMAAK[toets]).items()):
        for nummer, opmaak in enumerate(opmaken):
            for ronde in range(ronden):
                # Not for safety: the draw must be the same each time.
                bron = random.Random(f"{zaad}{soort}{nummer}{ronde}")
                uit.append(fill(soort, opmaak, nummer, ronde, bron, zeldzaam=zeldzaam))
    return uit


def read_layouts(bestand: str = OPMAAK[False]) -> dict[str, list[str]]:
    """The layouts of a file by kind."""
    tekst = (HIER / bestand).read_text(encoding="utf-8")
    uit: dict[str, list[str]] = {}
    for stuk in re.split(r"(?m)^=== ", tekst)[1:]:
        kop, _, lijf = stuk.partition("\n")
        uit.setdefault(kop.strip(), []).append(lijf.strip("\n"))
    return uit


def draw(bron: random.Random, aantal: int, *, zeldzaam: bool) -> list[Mens]:
    """People with different surnames."""
    voor = bron.sample(ZELDZAAM_V if zeldzaam else GEWOON_V, aantal)
    achter = bron.sample(ZELDZAAM_A if zeldzaam else GEWOON_A, aantal)
    return [Mens(voornaam=v, achternaam=a) for v, a in zip(voor, achter, strict=True)]


def _bsn(bron: random.Random) -> str:
    while True:
        cijfers = [bron.randrange(1, 9) for _ in range(8)]
        som = sum(c * (9 - i) for i, c in enumerate(cijfers)) % 11
        if som < 10:
            return "".join(map(str, [*cijfers, som]))


def _iban(bron: random.Random) -> str:
    rekening = "".join(str(bron.randrange(10)) for _ in range(10))
    letters = "".join(str(int(c, 36)) for c in "INGB" + rekening + "NL00")
    vier = f"{rekening[:4]} {rekening[4:8]} {rekening[8:]}"
    return f"NL{98 - int(letters) % 97:02d} INGB {vier}"


def _datum(naam: str, bron: random.Random) -> str:
    if naam == "iban":
        return _iban(bron)
    if naam == "bsn":
        return _bsn(bron)
    vorm = GEGEVENS[naam]
    vorm = vorm.replace("{a}", str(bron.randrange(1, 9))).replace("{b}", "3")
    vorm = vorm.replace("{d}", str(bron.randrange(11, 29)))
    return re.sub(r"\{\}", lambda _: str(bron.randrange(1, 9)), vorm)


def fill(
    soort: str,
    opmaak: str,
    nummer: int,
    ronde: int,
    bron: random.Random,
    *,
    zeldzaam: bool,
) -> Voorbeeld:
    """A layout with people in it, as a document with labels."""
    mensen = draw(bron, 12, zeldzaam=zeldzaam)
    delen: list[tuple[str, str, bool]] = []
    vorige = 0
    vast: dict[str, str] = {}
    for slot in _SLOT.finditer(opmaak):
        delen.append((opmaak[vorige : slot.start()], "", False))
        vorm, wie = slot["vorm"], slot["wie"]
        ambt = wie.startswith("B")
        mens = mensen[int(wie[-1]) + (7 if ambt else 0) - 1]
        if vorm in GEGEVENS:
            tekst = vast.setdefault(slot.group(), _datum(vorm, bron))
        else:
            tekst = SCHRIJF[vorm](mens)
        delen.append((tekst, vorm, ambt and vorm not in {"ml", "mv", *GEGEVENS}))
        vorige = slot.end()
    delen.append((opmaak[vorige:], "", False))
    naam = f"{soort}-{nummer + 1}-{ronde + 1}.txt"
    return _build(delen, soort, naam)


def _build(delen: list[tuple[str, str, bool]], soort: str, naam: str) -> Voorbeeld:
    merk: list[tuple[int, int, str, bool]] = []
    tekst = ""
    for stuk, vorm, blijft in delen:
        if vorm:
            merk.append((len(tekst), len(tekst) + len(stuk), vorm, blijft))
        tekst += stuk
    document, plek = _document(tekst, naam)
    weg = tuple((plek[b], plek[e - 1] + 1, v) for b, e, v, k in merk if not k)
    blijft = tuple((plek[b], plek[e - 1] + 1) for b, e, _, k in merk if k)
    return Voorbeeld(soort=soort, document=document, weg=weg, blijft=blijft)


def _document(tekst: str, naam: str) -> tuple[Document, dict[int, int]]:
    """The document of a layout, and where each of its characters went."""
    bouwer = Bouwer(Bron(bestand=naam, sha256="0" * 64, formaat="pdf"))
    plaats = OpPagina(1)
    stukken: list[int] = []
    begin, rij, tabel = 0, 0, False
    for regel in tekst.split("\n"):
        if regel.startswith("|"):
            if not tabel:
                bouwer.open_tabel()
                tabel, rij = True, 0
            rij += 1
            plek = begin + 1
            for kolom, cel in enumerate(regel[1:].split("|"), 1):
                bouwer.open_cel(rij)
                if cel:
                    bouwer.blok(cel, plaats)
                    stukken.append(plek)
                bouwer.close_cel(plaats, kolom=kolom)
                plek += len(cel) + 1
        else:
            if tabel:
                bouwer.close_tabel()
                tabel = False
            if regel:
                bouwer.blok(regel, plaats, zone=Zone.HOOFDTEKST)
                stukken.append(begin)
        begin += len(regel) + 1
    if tabel:
        bouwer.close_tabel()
    document = bouwer.build()
    kaart = {
        van + i: blok.begin + i
        for van, blok in zip(stukken, document.blokken, strict=True)
        for i in range(len(blok.tekst))
    }
    return document, kaart

"""The archive: what was read, what was numbered, and what people changed in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from sqlalchemy import delete, select, text

from modellen.bevinding import Mislukking
from pipeline.errors import GebruikError
from pipeline.storage import bewaren, schema
from pipeline.storage.afgiften import (
    find_eigen,
    leave_out,
    read_afgemeld,
    store_afgifte,
)
from pipeline.storage.fouten import translate_errors
from pipeline.storage.handwerk import (
    add_actie,
    part_statements,
    point,
    read_samenvoegingen,
    read_toegevoegd,
    read_verwijzingen,
)
from pipeline.storage.lezen import read_bevindingen, read_gelezen
from pipeline.storage.nummers import check_nummer, store_nummers
from pipeline.storage.openen import open_engine, ready_schema, take_turn
from pipeline.storage.samenstellen import read_dossier
from pipeline.storage.tekens import clean
from pipeline.storage.terugkeer import take_over
from pipeline.storage.wijzigingen import read_geschiedenis, store_wijzigingen
from pipeline.storage.zoeken import find_treffers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date
    from types import TracebackType

    from sqlalchemy import Connection

    from modellen.afgifte import Afgifte, Terugkeer
    from modellen.afspraak import Actiestatus
    from modellen.bevinding import Bevinding
    from modellen.dossier import Dossier, GenummerdeActie
    from modellen.stuk import Inname
    from pipeline.storage.wijzigingen import Wijziging
    from pipeline.storage.zoeken import Treffer

NIET_KLAAR = "nog niet gelezen: het programma stopte voor het klaar was"


def open_archief(url: str) -> Archief:
    """The archive at an address, with its tables as this program needs them.

    Raises ``InstellingError`` when it cannot be reached, is no archive, may not be
    written, or was made by a newer program.
    """
    motor, naam = open_engine(url)
    with translate_errors(naam):
        verbinding = motor.connect()
    try:
        ready_schema(verbinding, naam)
    except BaseException:
        verbinding.close()
        motor.dispose()
        raise
    return Archief(verbinding, naam)


class Archief:
    """An open archive; one process may write at a time, others wait for it.

    Every method that writes is one transaction: it happened, or it did not. All of
    them raise ``InstellingError`` when the database fails.
    """

    def __init__(self, verbinding: Connection, naam: str) -> None:
        self._verbinding = verbinding
        self._naam = naam

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self.sluit()

    def sluit(self) -> None:
        """Close the archive; what was stored is there."""
        self._verbinding.close()
        self._verbinding.engine.dispose()

    def bekend(self, map_: str, bestand: str, sha256: str, versie: str) -> bool:
        """Whether this content was read with success by this version."""
        return self.stand(map_).get(bestand) == (sha256, versie, True)

    def stand(self, map_: str) -> dict[str, tuple[str, str, bool]]:
        """For each file of a folder: sha256, version, and whether it was read."""
        b, r = schema.bestand, schema.run
        vraag = (
            select(b.c.bestand, b.c.sha256, r.c.versie, b.c.gelukt)
            .join_from(b, r)
            .where(b.c.map == clean(map_))
        )
        with self._lees() as v:
            return {rij[0]: (rij[1], rij[2], rij[3]) for rij in v.execute(vraag)}

    def begin(self, map_: str, bestand: str, sha256: str, versie: str) -> None:
        """Record a file as failed before it is opened; only success overwrites that."""
        with self._schrijf() as v:
            nr = bewaren.register_file(
                v, map_=map_, bestand=bestand, sha256=sha256, versie=versie
            )
            t = schema.mislukt
            v.execute(delete(t).where(t.c.bestand_nr == nr))
            bewaren.store_failures(
                v, nr, [Mislukking(bestand=bestand, reden=NIET_KLAAR)]
            )

    def bewaar(self, map_: str, inname: Inname, versie: str) -> None:
        """Replace everything of a file by what was read in it now."""
        with self._schrijf() as v:
            nr = bewaren.register_file(
                v,
                map_=map_,
                bestand=inname.bestand,
                sha256=inname.sha256,
                versie=versie,
            )
            bewaren.clear_file(v, nr)
            bewaren.store_inname(v, nr, inname)

    def noteer_mislukt(
        self, map_: str, mislukking: Mislukking, sha256: str, versie: str
    ) -> None:
        """Record that a file could not be read; what it said before goes.

        Numbers and changes by people stay: they come back when the file does.
        """
        with self._schrijf() as v:
            nr = bewaren.register_file(
                v, map_=map_, bestand=mislukking.bestand, sha256=sha256, versie=versie
            )
            bewaren.clear_file(v, nr)
            bewaren.store_failures(v, nr, [mislukking])

    def ruim_op(self, map_: str, aanwezig: Collection[str]) -> tuple[str, ...]:
        """Take out files of a folder that are no longer there; gives their names."""
        t = schema.bestand
        blijft = {clean(naam) for naam in aanwezig}
        with self._schrijf() as v:
            vraag = select(t.c.nr, t.c.bestand).where(t.c.map == clean(map_))
            weg = [(nr, naam) for nr, naam in v.execute(vraag) if naam not in blijft]
            for nr, _ in weg:
                v.execute(delete(t).where(t.c.nr == nr))
        return tuple(sorted(naam for _, naam in weg))

    def dossier(self) -> Dossier:
        """Everything in a stable order, changes by people applied; without texts."""
        with self._lees() as v:
            return read_dossier(v)

    def bevindingen(self, dossier: Dossier) -> tuple[Bevinding, ...]:
        """The findings as they are now, in the order of a dossier read before."""
        plek = {kaart.id: nummer for nummer, kaart in enumerate(dossier.documenten)}
        with self._lees() as v:
            return read_bevindingen(v, plek)

    def paden(self) -> dict[str, tuple[str, str]]:
        """For each file that was read: its path on this machine, and its sha256."""
        t = schema.bestand
        vraag = select(t.c.bestand, t.c.pad, t.c.sha256).where(t.c.gelukt)
        with self._lees() as v:
            return {rij[0]: (rij[1], rij[2]) for rij in v.execute(vraag)}

    def tekst(self, document_id: str) -> str:
        """The text of a document; raises ``GebruikError`` when there is none such."""
        t = schema.document
        with self._lees() as v:
            tekst = v.execute(select(t.c.tekst).where(t.c.id == document_id)).scalar()
        if tekst is None:
            raise GebruikError(
                f"Er is geen document {document_id}. Kijk in: verwerk toon documenten"
            )
        return str(tekst)

    def bewaar_bevindingen(self, bevindingen: Iterable[Bevinding]) -> None:
        """Replace the findings about the dossier; those of single documents stay."""
        t = schema.bevinding
        with self._schrijf() as v:
            v.execute(delete(t).where(t.c.bestand_nr.is_(None)))
            bewaren.store_findings(v, None, bevindingen)

    def ken_nummers_toe(self) -> None:
        """Number the actions and decisions that have no number yet."""
        with self._schrijf() as v:
            eigen = find_eigen(v)
            gelezen = leave_out(read_gelezen(v, cijfers=False), eigen)
            store_nummers(v, gelezen, eigen)

    def neem_lijsten_over(self, op: date) -> tuple[Terugkeer, ...]:
        """Take over what people changed in lists that we gave out and that came back.

        Once for each change; what the archive changed too is not overwritten.
        """
        with self._schrijf() as v:
            eigen = find_eigen(v)
            if not eigen:
                return ()
            gelezen = read_gelezen(v, cijfers=False)
            return take_over(v, gelezen, read_dossier(v), eigen, op)

    def geef_uit(self, afgifte: Afgifte) -> None:
        """Remember a list that is given out, so that it is known when it comes back."""
        with self._schrijf() as v:
            store_afgifte(v, afgifte)

    def afgemeld(self, voor: date, overleg: str) -> frozenset[str]:
        """The actions that an earlier list of this meeting showed as closed."""
        with self._lees() as v:
            return read_afgemeld(v, voor, overleg)

    def voeg_toe(
        self,
        omschrijving: str,
        *,
        actiehouders: tuple[str, ...] = (),
        termijn: date | None = None,
        door: str,
        op: date,
    ) -> str:
        """Add an action that stands in no document; gives its number."""
        with self._schrijf() as v:
            return add_actie(
                v,
                omschrijving=omschrijving,
                actiehouders=actiehouders,
                termijn=termijn,
                uit=None,
                door=door,
                op=op,
            )

    def voeg_samen(self, nummer: str, ander: str, *, door: str, op: date) -> None:
        """Let two actions be one: ``ander`` from now on goes by ``nummer``.

        Raises ``GebruikError`` when a number is unknown or both are one already.
        """
        with self._schrijf() as v:
            een, twee = self._find(v, nummer), self._find(v, ander)
            if een.nummer == twee.nummer:
                raise GebruikError(f"{nummer} en {ander} zijn al één actie.")
            point(v, twee.nummer, een.nummer, door=door, op=op)

    def splits(
        self, nummer: str, teksten: tuple[str, ...], *, door: str, op: date
    ) -> tuple[str, ...]:
        """Part an action; gives the numbers that now stand by themselves.

        With ``teksten`` the first becomes the words of the action and each other one
        an action of its own; without, what was joined is parted again: by people, else
        by our own recognition. Raises ``GebruikError`` when there is nothing to part.
        """
        with self._schrijf() as v:
            actie = self._find(v, nummer)
            if teksten:
                return self._split_texts(v, actie, teksten, door, op)
            for oud in actie.ook:
                point(v, oud, oud, door=door, op=op)
            if actie.ook:
                return actie.ook
            eigen = find_eigen(v)
            gelezen = leave_out(read_gelezen(v, cijfers=False), eigen)
            nieuw = part_statements(v, gelezen, actie.nummer, set(eigen))
            if not nieuw:
                raise GebruikError(
                    f"Actie {nummer} staat maar in één stuk. Geef met --tekst elk deel."
                )
            return nieuw

    def _split_texts(
        self,
        verbinding: Connection,
        actie: GenummerdeActie,
        teksten: tuple[str, ...],
        door: str,
        op: date,
    ) -> tuple[str, ...]:
        eerste = {"omschrijving": teksten[0]}
        store_wijzigingen(verbinding, actie.nummer, eerste, door=door, op=op)
        return tuple(
            add_actie(
                verbinding,
                omschrijving=tekst,
                actiehouders=actie.actie.actiehouders,
                termijn=actie.actie.termijn,
                uit=actie.nummer,
                door=door,
                op=op,
            )
            for tekst in teksten[1:]
        )

    def _find(self, verbinding: Connection, nummer: str) -> GenummerdeActie:
        """The action that goes by a number, also when it was joined with another."""
        check_nummer(verbinding, nummer)
        for g in read_dossier(verbinding).acties:
            if nummer == g.nummer or nummer in g.ook:
                return g
        raise GebruikError(
            f"Actie {nummer} staat nu in geen enkel stuk. Lees eerst de map opnieuw."
        )

    def wijzig_actie(
        self,
        nummer: str,
        *,
        status: Actiestatus | None = None,
        omschrijving: str | None = None,
        actiehouders: tuple[str, ...] | None = None,
        termijn: date | None = None,
        door: str,
        op: date,
    ) -> None:
        """Set fields of an action for good; ``None`` leaves a field as it is.

        Raises ``GebruikError`` when there never was an action with this number.
        """
        nieuw = {
            "status": status,
            "omschrijving": omschrijving or None,
            "actiehouders": actiehouders,
            "termijn": termijn,
        }
        waarden: dict[str, object] = {v: w for v, w in nieuw.items() if w is not None}
        with self._schrijf() as v:
            check_nummer(v, nummer)
            naar = read_verwijzingen(v).get(nummer, nummer)
            store_wijzigingen(v, naar, waarden, door=door, op=op)

    def geschiedenis(self, nummer: str) -> tuple[Wijziging, ...]:
        """What people changed in an action, oldest first; ``str`` gives it in Dutch.

        Raises ``GebruikError`` when there never was an action with this number.
        """
        with self._lees() as v:
            check_nummer(v, nummer)
            return read_geschiedenis(v, nummer)

    def samenvoegingen(self, nummer: str) -> tuple[tuple[date, str, str], ...]:
        """When an action was joined or parted: the day, who, and what happened."""
        with self._lees() as v:
            return read_samenvoegingen(v, nummer)

    def gesplitst_uit(self, nummer: str) -> str | None:
        """The action from which an action was split, if it was."""
        with self._lees() as v:
            gevonden = read_toegevoegd(v).get(nummer)
        return gevonden[1] if gevonden else None

    def zoek(self, vraag: str, *, limiet: int = 20) -> tuple[Treffer, ...]:
        """The paragraphs and table rows in which all words occur, the best first.

        Word forms and synonyms count. ``"a b"`` are words in a row, ``opvang*`` is
        what begins so, ``-woord`` leaves out.
        """
        with self._lees() as v:
            return find_treffers(v, vraag, limiet)

    @contextmanager
    def _lees(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the archive."""
        with translate_errors(self._naam), self._verbinding.begin():
            if self._verbinding.dialect.name == "postgresql":
                self._verbinding.execute(
                    text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                )
            yield self._verbinding

    @contextmanager
    def _schrijf(self) -> Iterator[Connection]:
        """A transaction that happens whole or not at all."""
        self._verbinding.info["schrijft"] = True
        try:
            with translate_errors(self._naam), self._verbinding.begin():
                take_turn(self._verbinding)
                yield self._verbinding
        finally:
            self._verbinding.info["schrijft"] = False

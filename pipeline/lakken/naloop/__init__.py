"""The naloop: what is wrong with what is public, one check a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lakken.naloop.ambten import check_offices, check_roles
from pipeline.lakken.naloop.bijzaken import check_extras
from pipeline.lakken.naloop.dubbel import check_doubles
from pipeline.lakken.naloop.gronden import check_grounds
from pipeline.lakken.naloop.kennis import Naloopkennis, read_naloopkennis
from pipeline.lakken.naloop.nummers import check_numbers, check_readable
from pipeline.lakken.naloop.passages import check_passages
from pipeline.lakken.naloop.resten import check_name_rests
from pipeline.lakken.naloop.verborgen import check_hidden, check_unread

if TYPE_CHECKING:
    from modellen.naloop import Naloopbevinding, Naloopdossier

__all__ = ["CONTROLES", "Naloopkennis", "audit_published", "read_naloopkennis"]

CONTROLES = (
    check_hidden,
    check_extras,
    check_numbers,
    check_readable,
    check_name_rests,
    check_passages,
    check_roles,
    check_offices,
    check_doubles,
    check_grounds,
    check_unread,
)


def audit_published(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> tuple[Naloopbevinding, ...]:
    """Every finding on what is public, gravest first; each once."""
    alle = {b.id: b for controle in CONTROLES for b in controle(dossier, kennis)}
    volgorde = {naam: plek for plek, naam in enumerate(kennis.soorten)}
    return tuple(
        sorted(
            alle.values(),
            key=lambda b: (
                b.ernst.rang,
                volgorde[b.soort],
                b.bronnen[0].bestand,
                b.bronnen[0].pagina or 0,
                b.id,
            ),
        )
    )

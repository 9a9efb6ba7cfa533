"""What a published PDF may hold; every other key is dropped.

A list of what may stay, never of what must go: a key nobody has heard of goes too.
"""

from __future__ import annotations

CATALOGUS = frozenset(
    {"/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/OutputIntents"}
)

LABELS = frozenset({"/MarkInfo", "/StructTreeRoot"})
"""Of those what only a tagged document has; elsewhere nobody keeps it true."""

PAGINA = frozenset(
    {
        "/Type",
        "/Parent",
        "/Resources",
        "/MediaBox",
        "/CropBox",
        "/Rotate",
        "/Contents",
        "/StructParents",
        "/Tabs",
        "/Group",
        "/UserUnit",
        "/Annots",
    }
)

KOPPELING = frozenset(
    {
        "/Type",
        "/Subtype",
        "/Rect",
        "/A",
        "/Border",
        "/F",
        "/StructParent",
        "/QuadPoints",
    }
)

OVERAL_WEG = (
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/AF",
    "/OC",
    "/Thumb",
    "/OPI",
    "/Ref",
    "/Measure",
    "/PtData",
    "/Alternates",
    "/Private",
    "/SpiderInfo",
)

STRUCTUUR_WEG = ("/ActualText", "/E", "/T", "/ID")

VEILIG_SCHEMA = ("http://", "https://")

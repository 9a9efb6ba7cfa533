"""Pictures to be set in running text: pixels and a size on the page, nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

DPI = 200
"""Pixels for an inch on the page; more tells no more on paper."""

KLEUREN = 256
"""More colours than this is a photo."""

KLEINST = 8.0
"""Points that a picture measures at the least: smaller is a bullet or a rule."""

_PUNTEN = 72


@dataclass(frozen=True, slots=True)
class Plaat:
    """A picture as the bytes of a PNG or JPEG, and its width and height in points."""

    inhoud: bytes
    breed: float
    hoog: float

    @property
    def naam(self) -> str:
        """A name by its content: equal pictures are one file."""
        soort = "jpg" if self.inhoud.startswith(b"\xff\xd8") else "png"
        return f"{hashlib.sha256(self.inhoud).hexdigest()[:24]}.{soort}"


def make_plate(beeld: Image.Image, breed: float, hoog: float) -> Plaat | None:
    """A picture of this size on white; none for one so small that it shows nothing."""
    if min(breed, hoog) < KLEINST:
        return None
    plat = _flatten(beeld)
    grens = (_pixels(breed), _pixels(hoog))
    if plat.width > grens[0] and plat.height > grens[1]:
        plat = plat.resize(grens)
    uit = BytesIO()
    if plat.getcolors(KLEUREN) is None:
        plat.save(uit, "JPEG", quality=90, subsampling=0)
    else:
        plat.save(uit, "PNG")
    return Plaat(uit.getvalue(), round(breed, 1), round(hoog, 1))


def _pixels(punten: float) -> int:
    return max(1, round(punten * DPI / _PUNTEN))


def _flatten(beeld: Image.Image) -> Image.Image:
    """The picture without what may lie in it unseen: transparent pixels, other data."""
    if "A" in beeld.getbands() or "transparency" in beeld.info:
        boven = beeld.convert("RGBA")
        onder = Image.new("RGBA", boven.size, (255, 255, 255, 255))
        beeld = Image.alpha_composite(onder, boven)
    grijs = beeld.mode in {"1", "L"}
    kaal: Image.Image = beeld.convert("L" if grijs else "RGB")
    return Image.frombytes(kaal.mode, kaal.size, kaal.tobytes())

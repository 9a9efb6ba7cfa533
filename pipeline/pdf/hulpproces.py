"""Work that another process does: what it needs is free again when it ends.

Some libraries keep what they used. Beside a document of thousands of pages there is
better use for that memory.
"""

from __future__ import annotations

import os
import subprocess
import sys

VEEL = 1000
"""Pages from which it is worth the time that starting a process takes."""


def run_apart(kamer: str, invoer: bytes) -> subprocess.CompletedProcess[bytes]:
    """What a module of this program makes of its input, run by itself."""
    return subprocess.run(  # noqa: S603 this program itself; what it works on goes in as bytes
        [sys.executable, "-m", kamer],
        input=invoer,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )

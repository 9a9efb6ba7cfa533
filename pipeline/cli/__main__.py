"""``python -m pipeline.cli``: the program without its entry point."""

from __future__ import annotations

from pipeline.cli import main

if __name__ == "__main__":
    main()

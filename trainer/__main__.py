"""``python -m trainer``: the same as the ``coolhead`` command."""

from __future__ import annotations

import sys

from trainer.cli import main

sys.exit(main())

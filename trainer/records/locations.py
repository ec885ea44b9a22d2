"""Where Coolhead keeps its files, and the one variable that moves them.

Nothing is created here: whoever writes makes the folder, so that reading never leaves traces.
"""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "COOLHEAD_HOME"
"""Environment variable naming a folder to use instead of the system's own place for application data."""


def data_folder() -> Path:
    """The folder for records, settings and reports."""
    named = os.environ.get(HOME_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    import platformdirs  # 10 ms that the first frame need not wait for

    return platformdirs.user_data_path("coolhead", appauthor=False)


def records_file() -> Path:
    """The SQLite file with every attempt."""
    return data_folder() / "records.db"


def own_scenarios() -> Path:
    """Where a trainer puts scenarios of their own, in packs if they like, with ``voices`` beside them."""
    return data_folder() / "scenarios"


def reports_folder() -> Path:
    """Where bug reports are saved."""
    return data_folder() / "reports"


def site_rubric() -> Path:
    """The site's own rubric, where it has one."""
    return data_folder() / "rubric.yaml"


def own_drills() -> Path:
    """Where a site puts drills of its own, files of one skill each."""
    return data_folder() / "drills"


def settings_file() -> Path:
    """What a person has chosen for good."""
    return data_folder() / "settings.yaml"

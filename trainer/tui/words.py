"""The words every view uses stand in ``trainer.words``; this name is kept for those who still import it from here."""

from trainer.words import *  # noqa: F403

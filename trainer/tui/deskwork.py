"""What the desk shows stands in ``trainer.deskwork``; this name is kept for those who still import it from here."""

from trainer.deskwork import *  # noqa: F403

"""A second opinion on single replies by a language model: shown in the debrief, and part of no score, record or export."""

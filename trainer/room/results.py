"""A room as data for other programs: every moment, proposal, hand and answer, and the scorecard of what was sent."""

from __future__ import annotations

import json
from typing import Any

from trainer.given_names import without
from trainer.room.against import against
from trainer.room.review import Review, Reviewed, Tried


def in_full(review: Review) -> dict[str, Any]:
    """The room, without the names its replies plainly give."""
    told: dict[str, Any] = json.loads(without(review.names, json.dumps(_whole(review), ensure_ascii=False)))
    return told


def _whole(review: Review) -> dict[str, Any]:
    picked, of = review.picked
    return {
        "id": review.room,
        "attempt": review.attempt or None,
        "scenario": review.scenario.scenario,
        "title": review.scenario.title,
        "began": review.began.isoformat(),
        "intensity": review.intensity,
        "ending": review.ending,
        "in_the_way": list(review.in_the_way),
        "moments": [_moment(one) for one in review.moments],
        "calibration": {one.sure.value: {went.value: number for went, number in one.went.items()} for one in review.calibration},
        "picked_best": {"moments": picked, "of": of},
        "overrules": [one.as_dict() for one in review.overrules],
        "scorecard": review.card.model_dump(mode="json"),
    }


def _moment(one: Reviewed) -> dict[str, Any]:
    return {
        "moment": one.number,
        "taken_back": one.taken_back,
        "taken_back_before": one.again,
        "customer": one.line,
        "proposals": [_tried(tried) for tried in one.tried],
        "found": list(one.found),
        "question": one.question,
    }


def _tried(one: Tried) -> dict[str, Any]:
    heard = one.heard
    return {
        "proposal": one.slot,
        "text": one.proposal.text,
        "votes": one.proposal.votes,
        "sure": one.proposal.sure.value if one.proposal.sure else None,
        "sent": one.sent,
        "chosen": one.chosen,
        "best": one.best,
        "best_by": one.by or None,
        "taken_back": one.taken_back,
        "against": list(against(heard)) if heard else None,
        "answer": heard.answer if heard else None,
        "felt": heard.felt if heard else None,
        "went": heard.went.value if heard and heard.went else None,
        "warmer": round(heard.warmer, 1) if heard else None,
    }

"""The voice of one sitting: loaded once, lent to one call after another, changed on the way, put away at the end."""

from __future__ import annotations

from weakref import WeakSet

from scenarios.library import voice
from scenarios.model import Scenario
from trainer.call import Call
from trainer.errors import CoolheadError, UsageError
from trainer.finding import own_folders
from trainer.settings.file import NotKeptError
from trainer.voices.choice import Asked, VoiceChoice, VoiceName, choice_for, chosen, drafter_for, keep, kept_choice, voice_of
from trainer.voices.drafted import DraftedVoice
from trainer.voices.drafter import Level
from trainer.voices.weigher import Weigher

GOES_ON = "The written lines are shown."


class Sitting:
    """Who speaks for the customers."""

    def __init__(self, choice: VoiceChoice | None = None) -> None:
        """``choice`` as it was asked for; the one kept where nothing was."""
        self.choice = choice or kept_choice()
        self._voice: DraftedVoice | None = None
        self._trouble = ""
        self._begun = False
        self._calls: WeakSet[Call] = WeakSet()
        self._other: tuple[VoiceChoice, Weigher] | None = None
        """a model that words nobody and is only asked"""

    @property
    def standing(self) -> str:
        """How the voice stands, in a sentence."""
        self.begin()
        return self._voice.standing if self._voice else self._trouble or "The customer's lines are shown as they are written."

    def begin(self) -> None:
        """Begin to load, so that it is there when it is needed; what is in the way is told when a call begins."""
        if self._begun:
            return
        self._begun = True
        try:
            self._voice = voice_of(self.choice)
        except CoolheadError as error:
            self._trouble = f"{error.sentence} {GOES_ON}"

    def speak_for(self, call: Call) -> Call:
        """Lend the voice to a call."""
        self.begin()
        self._calls.add(call)
        if self._voice:
            self._voice.manner = manner_of(call.scenario)
        call.speaker = self._voice
        call.aside, self._trouble = self._trouble, ""
        return call

    def choose(self, choice: VoiceChoice) -> str:
        """Use another voice from now on and keep the choice; how it stands. Raises CoolheadError, and then all stays as it was."""
        fresh = voice_of(choice)
        self.close()
        self.choice, self._voice, self._begun, self._trouble = choice, fresh, True, ""
        for call in list(self._calls):
            self.speak_for(call)
        try:
            keep(choice)
        except NotKeptError as error:
            return f"{self.standing} {error.sentence} The choice holds until Coolhead is closed."
        return self.standing

    def told(self, typed: str) -> str:
        """What comes of a typed ``model ~/models/NAME``, ``http http://127.0.0.1:8080`` or ``script``; empty only asks."""
        words = typed.split(maxsplit=1)
        name, place = (*words, "", "")[:2]
        place = place.strip().strip("\"'")
        asked = Asked(voice=name or None, model=place if name == "model" and place else None, url=place if name == "http" and place else None)
        try:
            standing = self.choose(chosen(asked)) if name else self.standing
        except CoolheadError as error:
            return str(error)
        return standing if self.choice.voice is VoiceName.SCRIPT else f"The customer's voice is {self.choice.words}. {standing}"

    def weigher(self, place: str = "") -> Weigher:
        """A model that can be asked, loading in the background: the one in ``place``, or where that is empty the one that words the
        customer. Raises CoolheadError where there is none or it cannot be used."""
        choice = choice_for(place, allow_remote=self.choice.allow_remote) if place else self.choice
        if choice.voice is VoiceName.SCRIPT:
            raise UsageError("No model is named to ask.", "Name a folder or a server's address: coolhead settings set second_opinion_from DIR|URL")
        self.begin()
        speaking = self._voice.drafter if self._voice and _same_model(choice, self.choice) else None
        if isinstance(speaking, Weigher):
            return speaking
        if self._other and (self._other[0] != choice or self._other[1].standing.level is Level.BROKEN):
            self._put_away()
        if self._other is None:
            fresh = drafter_for(choice)
            fresh.open()
            self._other = choice, fresh
        return self._other[1]

    def close(self) -> None:
        voice, self._voice = self._voice, None
        if voice:
            voice.close()
        self._put_away()

    def _put_away(self) -> None:
        other, self._other = self._other, None
        if other:
            other[1].close()


def _same_model(one: VoiceChoice, other: VoiceChoice) -> bool:
    """Whether two choices are answered by the same model."""
    return one.voice is other.voice and (one.url == other.url if one.voice is VoiceName.HTTP else one.model == other.model)


def manner_of(scenario: Scenario) -> str:
    """How this scenario's customer writes, as their voice bank says; empty where somebody has taken it away."""
    try:
        return voice(scenario.customer.voice, own_folders()).about
    except LookupError:
        return ""

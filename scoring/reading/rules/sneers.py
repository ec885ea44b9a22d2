"""Cues of dry sarcasm in plain, often terse words: mock praise, mock pity, mock rank, and a grown person spoken to as a child.

They are held for as sure as the cues of polite contempt (``contempt``), whose names they bear: no word in them is rude, so only the
turn of phrase tells. Praise for what was well done, pity with the trouble named in it and an offer of help stay out of them.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, both, rule, tells
from scoring.reading.rules.contempt import BARE, NAME, PLAIN, props
from scoring.reading.rules.slights import beside, nothing_owned
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

STOP = r" ?(?:\.|!|\?|\.\.\.)?$"
"""Nothing comes of it in the same clause."""
_MUCH = r"(?:(?:so|very|really|just|a|an|the|bit|little|tad|clearly|obviously|quite|feeling|being|rather|not|such|in) )*"
_MOOD = r"(?:cranky|grumpy|moody|touchy|stroppy|salty|sensitive|triggered|hangry|huffy|snappy|testy|prickly|angry|upset|cross|mood|strop|huff|temper|sulk)"
_SPELL = r"(?:(?:bad|rough|long|terrible|big|little|proper|real) )*(?:day|morning|moment|night|week|meltdown|tantrum|wobble|strop|moan|sulk)"
_BRAVO = (
    r"(?:well done|congrats|congratulations|bravo|good job|great job|nice one|nice job|top marks|full marks|good for you|clever you|(?:a )?round of applause)"
)
_TO_YOU = r"(?: (?:to|you|mate|love|pal|there|on|that|i|guess|suppose|then|really|ok|,))*"
_SLIP = r"(?:forgot|missed|lost|broke|deleted|ignored|overlooked|misread|misspelt|mixed)"
_CHOSE = r"(?:ticked|clicked|chose|picked|pressed|agreed|signed|selected|accepted|left|put|typed|wrote|entered|ordered)"

_GRIEF = re.compile(
    r"\b(?:died|dead|death|dies|dying|funeral|late (?:husband|wife|mother|father)|buried|burial|widow\w*|bereave\w*|passed (?:away|on)|lost (?:my|our|her|his))\b"
)
_HARM_DONE = re.compile(r"\b(?:died|dead|dying|hurt|injur\w*|accident|ambulance|hospital|safe|collapsed|ill|sick|pain|fever|doctor|unwell)\b")
_CONTENT = re.compile(r"\b(?:thank\w*|bye|goodbye|grateful|that is (?:fine|perfect|brilliant|lovely|wonderful|all i needed)|all right then)\b")


def nobody_mourns(_clause: Clause, scene: Scene) -> bool:
    """Nobody has died in what the customer told."""
    return not _GRIEF.search(scene.heard)


def _nobody_hurt(_clause: Clause, scene: Scene) -> bool:
    return not _HARM_DONE.search(scene.heard)


def unsettled(_clause: Clause, scene: Scene) -> bool:
    """The customer was neither thanking nor taking their leave."""
    return bool(scene.customer) and not _CONTENT.search(scene.customer)


def curtly(_clause: Clause, scene: Scene) -> bool:
    """The reply is no more than a few words, none of them thanks or regret, and puts no other question."""
    return len(scene.reply) <= 3 and nothing_owned(_clause, scene) and sum(c.question for c in scene.reply) <= 1


_OPINION = re.compile(
    r"\bthank(?:s| you)\b.*\b(?:opinions?|wisdom|input|insights?|views?|advice|feedback|thoughts|commentary|comments?|suggestions?|contribution)\b"
)


def _thanked_for_views(_clause: Clause, scene: Scene) -> bool:
    return any(_OPINION.search(c.text) for c in scene.reply)


RULES: tuple[Rule, ...] = (
    rule(
        Act.HOSTILE,
        NAME + "somebody-is-in-a-mood",
        r"^(?:(?:oh|wow|ok|so|well|ah|and|looks like|sounds like|seems|i see|hmm|gosh|aw|my|yes|dear) (?:, )?)*(?:that )?(?:somebody|someone)(?: here)? "
        rf"(?:(?:is|was) {_MUCH}(?:{_MOOD}\b|having (?:quite )?(?:a|one of those|such a|a bit of a) {_SPELL}\b)|(?:got|woke|climbed)\b.*\b(?:wrong side|to be (?:angry|cross|difficult|rude))\b|"
        r"(?:needs?|could do with|wants) (?:a|an|their|some|to)(?: little| nice| good)? (?:nap|coffee|cuddle|hug|lie down|calm down|chill|relax|biscuit|snickers)\b|"
        r"(?:has|did) not (?:had?|have|drink|get) (?:their|a|enough|any) (?:\w+ )?(?:coffee|tea|breakfast|sleep|nap)\b)",
        PLAIN,
        when=both(tells, nothing_owned),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "you-did-it-so-well-done",
        rf"\byou (?:(?:have|had|just|only|even|actually|went and|yourself) )*(?:{_CHOSE}\b(?! up\b).* so (?:very |really )?{_BRAVO}|(?:{_SLIP}\b|{_CHOSE}\b.*\bwrong\b).*? (?:, |so |and )+{_BRAVO}){_TO_YOU}{STOP}",
        PLAIN,
        when=both(tells, nothing_owned),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "poor-you-how-will-you",
        r"\bpoor (?:old |little |wee )?(?:you|thing|baby|lamb|love|dear|soul|diddums)\b.*\bhow(?:ever)? (?:will|can|do|shall) (?:you|he|she|they|we) "
        rf"(?:(?:ever|possibly) (?:cope|manage|live|carry on)|(?:ever |possibly |even )?(?:survive|recover|go on)){STOP}|"
        rf"^(?:oh )?a+w+h* (?:, )?poor (?:you|thing|baby)\b.*\bhow(?:ever)? (?:will|can|do|shall) (?:you|he|she|they|we) (?:cope|manage|live){STOP}",
        BARE,
        when=nothing_owned,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "condolences-to-a-thing",
        rf"\b(?:thoughts and prayers|condolences to (?:your|the) (?!\w*(?:famil|child|kid|parent|widow|wife|husband|mother|father|mum|dad|son|daughter|brother|sister|friend|loved|folks|household|colleague|team|neighbour))\w+|(?:a )?(?:minute|moment) of silence for (?:your|the) \w+){STOP}",
        PLAIN,
        when=both(nobody_mourns, nothing_owned),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "well-isnt-that",
        r"^(?:oh )?well (?:now )?(?:, )?(?:now , )?(?:is not (?:that|this|it)|is that not) (?:(?:just|so) (?:a |the |an )?(?:awful|terrible|tragic|dreadful|sad|shame|pity|tragedy|special|precious|peachy|dandy)(?: for you)?"
        rf"|(?:a |an |the )?(?:awful|terrible|tragic|dreadful|sad|shame|pity|tragedy|nice|lovely|special) for you){STOP}",
        PLAIN,
        when=nothing_owned,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "your-majesty",
        r"\byour (?:royal )?(?:majesty|highness|lordship|ladyship|excellency|worship|eminence)\b|^(?:yes|ok|right|sure|whatever|calm down|alright|fine)(?: ,)? (?:princess|karen|boomer|snowflake|queen|drama queen)\b",
        PLAIN,
        when=props("majesty", "highness", "lordship", "ladyship", "excellency", "worship", "eminence", "princess", "karen", "queen"),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "lucky-me",
        r"^(?:oh |ah |and |well |, )*(?:lucky (?:me|us)|aren(?: not)? (?:i|we) (?:the )?lucky(?: ones?)?|(?:what )?joy of joys|oh joy|oh goody|(?:must be )?my lucky day|(?:this is |that is )?(?:just|exactly) what (?:i|we) (?:needed|wanted) "
        rf"(?:today|this morning|tonight|on a \w+)){STOP}|"
        r"^(?:oh |ah |and |here we go , |, )*(?:great|lovely|wonderful|fantastic|brilliant|joy|super|marvellous|goody)(?: ,)? (?:another|one more|yet another) "
        rf"(?:one|complaint|moan\w*|whin\w+|(?:\w+ )?(?:customer|caller)){STOP}",
        PLAIN,
        when=both(unsettled, nothing_owned),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "as-to-a-child",
        r"\b(?:explain|say|tell|write|repeat|speak)(?:ed|ing)?(?: (?:it|this|that|to|for|you|everything|again|slowly|all))* (?:like|as) (?:i would )?(?:to|for|(?:if )?you (?:are|were))(?: (?:a|an|small|little|my|own|\w+ year old|5|6|7|five|six|seven))* "
        r"(?:child|kid|children|toddler|baby|grandmother|idiot|dog|5|five|six|year old)\b|"
        rf"\b(?:want|need|like) me to (?:hold your (?:little )?hand|draw you a picture|tuck you in|wipe your \w+|sing (?:it|you \w+)){STOP}|\b(?:shall|should|must) i (?:hold your (?:little )?hand|draw you a picture|tuck you in|wipe your \w+){STOP}",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "reading-is-hard",
        r"^(?:so |oh |yes |well |, )*(?:reading|counting|listening|thinking|spelling|maths|arithmetic|common sense|following (?:simple |the )?instructions) (?:is|must be|can be|seems) (?:(?:so|really|very|a bit|just|not) )*"
        rf"(?:hard|difficult|tricky|tough|optional|overrated|fundamental|a skill|free|(?:so |that )?common)(?: (?:huh|eh|right|is it not|is it|for (?:some|you)(?: people)?|,))*{STOP}",
        PLAIN,
        when=nothing_owned,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "grown-enough",
        r"\byou are (?:a |an )?(?:big|grown|adult|grown up|grown-up)(?: \w+)?\b",
        PLAIN,
        when=both(
            tells,
            both(
                nothing_owned,
                beside(
                    r"\byou (?:\w+ )?(?:can|should|will|could|must|ought to|have to) (?:\w+ )?(?:wait|manage|cope|handle|survive|know|learn|behave|act|sort|take care)\b"
                ),
            ),
        ),
        unless=r"\b(?:should not|do not have to|need not|without)\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "in-my-day",
        r"^(?:well |and |you know |, )*(?:back )?(?:(?:in|at) (?:my|our|the) (?:day|days|time|country|village|house)|when i was (?:your age|young|a (?:girl|boy|lad|lass|kid|child)|little)|where i (?:come|am) from)(?: ,)? "
        r"(?:we|people|folks?|customers|nobody|a (?:man|woman|person|lady|gentleman)|i) (?:(?:would|did|had to|never|always|just|used to|do|does|not|simply) )*"
        r"(?:wait|waited|said?|says|ask|asked|thank|thanked|complain|complained|manage|managed|shout|shouted|behave|behaved|learn|learned|learnt|respect|cope|coped|got on|made do|fuss|moan)\b",
        PLAIN,
        when=tells,
        unless=r"\b(?:know how|i know|understand|same|too|also|sorry)\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "bless-your-heart",
        r"\bbless (?:you|your (?:\w+ )?(?:heart|soul|cotton socks))(?: ,)? (?:you|somebody|someone|that|it) (?:(?:really|sure|do|did|just|honestly|actually|still|must) )*"
        r"(?:think|thought|try|tried|believed?|woke|got up|needs?|can not|do not|imagined?|expect(?:ed)?|have tried)\b",
        PLAIN,
        when=both(tells, nothing_owned),
        unless=r"\b(?:everything|all|so hard|your best|alone|by yourself|should not|have to)\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "a-you-problem",
        r"\ba you problem\b|\bnot a (?:me|us) problem\b|\b(?:how|why|since when) (?:is|was) (?:that|this|it) (?:my|our) (?:problem|fault|business)\b|\b(?:that|this|it) is (?:my|our) (?:problem|fault|business) (?:because|why|how)\b|"
        rf"^(?:so |and |well |, )*what (?:exactly )?(?:do )?you (?:want|expect) (?:from (?:me|us)|(?:that )?(?:me|us|i|we) (?:to )?(?:do|say|make) about (?:it|this|that)|(?:me|us) to do about){STOP}|"
        r"\bgood luck (?:finding|getting) (?:anyone|anybody|someone|somebody)\b.*\b(?:cares?|listens?|to (?:listen|believe|care)|bothered)\b",
        PLAIN,
        when=nothing_owned,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "very-important",
        rf"\byou are (?:\w+ ){{0,2}}?(?:very |so |such an? |terribly |too )+(?:\w+ and )?(?:very )?important(?: (?:person|man|lady|woman|gentleman|somebody))?{STOP}",
        PLAIN,
        when=both(tells, nothing_owned),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "fancy-that",
        r"^(?:(?:oh|ah|well|and|gosh|dear me|my|so|yes) (?:, )?)*(?:the (?:horror|humanity|tragedy|agony)|shock (?:, )?horror|fancy that|imagine that|colou?r me \w+|be still my (?:beating )?heart|(?:that is|consider) me told(?: then)?|"
        rf"(?:there|that) is a surprise|cool story(?: bro| mate)?|tell me something (?:i|we) do not (?:already )?know|(?:gripping|riveting|thrilling) stuff){STOP}",
        BARE,
        when=both(unsettled, nothing_owned),
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "the-sun-will-rise",
        rf"\b(?:nobody|no one) (?:has |have |is )?(?:died|dead|dying){STOP}|\bthe (?:sun|world|universe) (?:will|does|is) (?:(?:still|also|not|probably) )*(?:come up|rise|rising|keep (?:turning|spinning)|stop(?: turning)?|end|recover|going to end)\b|\brome was not built\b",
        PLAIN,
        when=both(_nobody_hurt, nothing_owned),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "i-will-treasure-it",
        r"\b(?:treasure|cherish|savou?r|frame|bronze) (?:it|that|this|them|every word)\b|\bkeep (?:it|that|them) (?:next to|by|under|beside|on|close to) my \w+",
        PLAIN,
        when=both(unsettled, _thanked_for_views),
        whole=True,
    ),
)

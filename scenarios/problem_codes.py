"""The problem codes, kept in one place so that a code never changes its sense; ``problem_table`` says what each stands for.

Codes are stable once released: a fault that is no longer looked for leaves a gap, and a new one takes a new number.
CH00x-CH01x are about the file, CH02x-CH03x about single values, CH04x about names that refer to something, CH05x-CH07x
about what the author surely did not mean, CH08x-CH09x about transcripts, CH10x-CH11x about what shows only when it is played,
CH12x goes on where CH07x is full, CH13x-CH14x are about a site's own rubric.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps a file from loading; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every fault that can be reported, by name here and by number outside."""

    UNREADABLE = "CH001"
    NOT_UTF8 = "CH002"
    TOO_LARGE = "CH003"
    CONTROL_CHARACTER = "CH004"
    SYNTAX = "CH005"
    TAB = "CH006"
    COLON = "CH007"
    UNCLOSED = "CH008"
    REFERENCE = "CH009"
    TAG = "CH010"
    MERGE = "CH011"
    DUPLICATE_KEY = "CH012"
    TOO_DEEP = "CH013"
    TOO_MANY = "CH014"
    SEVERAL_DOCUMENTS = "CH015"
    EMPTY = "CH016"
    NO_KEYS = "CH017"
    COMPLEX_KEY = "CH018"
    NEEDS_QUOTES = "CH019"
    UNKNOWN_KEY = "CH020"
    MISSING_KEY = "CH021"
    LEFT_EMPTY = "CH022"
    WANTS_TEXT = "CH023"
    WANTS_LIST = "CH024"
    WANTS_KEYS = "CH025"
    WANTS_NUMBER = "CH026"
    OUT_OF_RANGE = "CH027"
    WANTS_YES_NO = "CH028"
    NOT_A_CHOICE = "CH029"
    BAD_ID = "CH030"
    TOO_LONG = "CH031"
    BAD_AMOUNT = "CH032"
    BAD_VALUE = "CH033"
    UNKNOWN_OUTCOME = "CH040"
    UNKNOWN_ACTION = "CH041"
    UNKNOWN_FACT = "CH042"
    UNKNOWN_CONCERN = "CH043"
    UNKNOWN_MISUNDERSTANDING = "CH044"
    UNKNOWN_PRINCIPLE = "CH045"
    UNKNOWN_VOICE = "CH046"
    DUPLICATE_ID = "CH047"
    CIRCULAR_NEEDS = "CH048"
    UNREACHABLE = "CH050"
    OVER_AUTHORITY = "CH051"
    GIVES_NOTHING = "CH052"
    NOTHING_WORTH_TAKING = "CH053"
    BAD_TODAY = "CH054"
    BAD_ARRIVAL = "CH055"
    ARRIVES_IN_THE_PAST = "CH056"
    REPLY_ORDER = "CH057"
    MOOD_ORDER = "CH058"
    NO_CONDITION = "CH059"
    SAID_TWICE = "CH060"
    TRUE_AND_FALSE = "CH061"
    NOBODY_CAN_ANSWER = "CH062"
    SILENT_MISUNDERSTANDING = "CH063"
    FILE_NAME = "CH064"
    SAME_TWICE = "CH065"
    CUT_OFF = "CH066"
    NO_CLOCK = "CH067"
    OTHER_CURRENCY = "CH068"
    NEVER_SAID = "CH069"
    CURLY_QUOTES = "CH070"
    CUT_AT_COMMA = "CH071"
    UNEVEN_ROWS = "CH072"
    UNKNOWN_BLANK = "CH073"
    UNUSED_BLANK = "CH074"
    NO_ROWS = "CH075"
    NO_INCIDENT = "CH076"
    UNKNOWN_FIRST_PART = "CH077"
    HIDDEN_OPENING = "CH078"
    UNKNOWN_TEXT = "CH079"
    TRANSCRIPT_TOO_LARGE = "CH080"
    BROKEN_JSON = "CH081"
    NOT_A_TRANSCRIPT = "CH082"
    NO_TURNS = "CH083"
    BAD_TURN = "CH084"
    UNKNOWN_SPEAKER = "CH085"
    EMPTY_TURN = "CH086"
    TRANSCRIPT_CONTROL_CHARACTER = "CH087"
    NEWER_TRANSCRIPT = "CH088"
    DAMAGED_TRANSCRIPT = "CH089"
    NO_SPEAKER = "CH090"
    NO_HONEST_PATH = "CH100"
    BEAT_NEVER_COMES = "CH101"
    CONCERN_NEVER_COMES_UP = "CH102"
    MET_BY_OPENING_MOVE = "CH103"
    EXAMPLE_NOT_UNDERSTOOD = "CH104"
    EXAMPLE_MEANS_ANOTHER = "CH105"
    MODEL_LINE_HURTS = "CH106"
    PAR_OFF = "CH107"
    GOLDEN_MISSING = "CH108"
    GOLDEN_ORDER = "CH109"
    PRINCIPLE_NOT_EXERCISED = "CH110"
    PROMISE_NOBODY_CAN_KEEP = "CH111"
    OUTCOME_NEVER_TAKEN = "CH112"
    GOLDEN_UNREADABLE = "CH113"
    NEVER_BOTH = "CH120"
    UNKNOWN_CRITERION = "CH130"
    UNUSED_POOL = "CH131"
    FIXED_PART = "CH132"
    UNKNOWN_SLOT = "CH133"
    SLOT_LEFT_OUT = "CH134"
    SAME_VERSION = "CH135"
    OTHER_BASE = "CH136"
    OUT_OF_ORDER = "CH137"
    WORDS_AND_NUMBERS = "CH138"
    NOT_A_HUNDRED = "CH139"
    CHANGES_NOTHING = "CH140"


@dataclass(frozen=True)
class CodeInfo:
    """What a code stands for, in words for someone who never programmed."""

    title: str
    meaning: str
    remedy: str
    severity: Severity = Severity.ERROR

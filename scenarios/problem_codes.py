"""The table of problem codes: title, meaning and remedy of each, kept in one place so that a code never changes its sense.

Codes are stable once released: a fault that is no longer looked for leaves a gap, and a new one takes a new number.
CH00x-CH01x are about the file, CH02x-CH03x about single values, CH04x about names that refer to something, CH05x-CH07x
about what the author surely did not mean, CH08x-CH09x about transcripts.
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


@dataclass(frozen=True)
class CodeInfo:
    """What a code stands for, in words for someone who never programmed."""

    title: str
    meaning: str
    remedy: str
    severity: Severity = Severity.ERROR


W = Severity.WARNING

CODES: dict[Code, CodeInfo] = {
    Code.UNREADABLE: CodeInfo("File cannot be read", "The file is missing, is a folder, or may not be opened.", "Check the name and the folder."),
    Code.NOT_UTF8: CodeInfo("Not saved as UTF-8", "A character is stored in a way this program cannot read.", "Save the file as UTF-8 in your editor."),
    Code.TOO_LARGE: CodeInfo("File too large", "A scenario is text for one call; this file is over 1 MB.", "Split it, or take out what does not belong to it."),
    Code.CONTROL_CHARACTER: CodeInfo(
        "Invisible control character", "The text holds a character that cannot be seen and can upset a terminal.", "Delete it and type the text again."
    ),
    Code.SYNTAX: CodeInfo(
        "The layout cannot be read",
        "At this place the file stops making sense as 'key: value' lines.",
        "Compare the indentation and marks with the lines above.",
    ),
    Code.TAB: CodeInfo("Tab instead of spaces", "Lines are indented with spaces; a tab has no fixed width.", "Replace the tab with spaces."),
    Code.COLON: CodeInfo(
        "A colon inside plain text",
        "A colon followed by a space starts a value, so text that contains one must be quoted; or this line is indented too far.",
        "Put the whole text in double quotes, or line the key up with the one above.",
    ),
    Code.UNCLOSED: CodeInfo("Quote or bracket not closed", "Something was opened here and never closed.", "Add the missing quote or bracket."),
    Code.REFERENCE: CodeInfo(
        "Text begins with * or &", "At the start of a value these signs mean a reference, which is not used here.", "Put the text in double quotes."
    ),
    Code.TAG: CodeInfo("Text begins with !", "At the start of a value this sign means a type, which is not used here.", "Put the text in double quotes."),
    Code.MERGE: CodeInfo("'<<' is not used here", "Merging one part into another is not part of this format.", "Write the keys out."),
    Code.DUPLICATE_KEY: CodeInfo("Key written twice", "The same key stands twice in one place; only one can count.", "Keep one of them, or join the two."),
    Code.TOO_DEEP: CodeInfo("Nested too deep", "A scenario needs six levels; this one goes beyond thirty.", "Look for brackets that were never closed."),
    Code.TOO_MANY: CodeInfo("Too many entries", "The file holds more entries than any one call can use.", "Split it into several scenarios."),
    Code.SEVERAL_DOCUMENTS: CodeInfo(
        "Several documents in one file", "A line '---' or '...' starts a second document.", "Put each scenario in a file of its own."
    ),
    Code.EMPTY: CodeInfo("Nothing in the file", "The file holds no keys at all.", "Start with 'scenario:' and a name."),
    Code.NO_KEYS: CodeInfo("No 'key: value' lines", "The file must consist of keys and their values.", "Start with 'scenario:' and a name."),
    Code.COMPLEX_KEY: CodeInfo("A key that is not a word", "A key must be a plain word, not a list or a group.", "Write a plain word before the colon."),
    Code.NEEDS_QUOTES: CodeInfo(
        "Text must be quoted", "The text holds a sign with a meaning of its own here, or goes on after a closing quote.", "Put the whole text in double quotes."
    ),
    Code.UNKNOWN_KEY: CodeInfo("Unknown key", "This word is not a key that can stand here.", "Correct the spelling or take the line out."),
    Code.MISSING_KEY: CodeInfo("Key missing", "Something this part cannot do without is not there.", "Add the key."),
    Code.LEFT_EMPTY: CodeInfo("Left empty", "There is a key, or a line in a list, with nothing after it.", "Write something after it, or take the line out."),
    Code.WANTS_TEXT: CodeInfo("Text is wanted here", "Here stands a list or a group of keys where one piece of text belongs.", "Write one piece of text."),
    Code.WANTS_LIST: CodeInfo(
        "A list is wanted here", "Here stands a single value or a group of keys where a list belongs.", "Write it as a list: [first, second]."
    ),
    Code.WANTS_KEYS: CodeInfo(
        "Keys are wanted here", "Here stands text or a list where keys with values belong.", "Write 'key: value' lines, indented below this key."
    ),
    Code.WANTS_NUMBER: CodeInfo("A number is wanted here", "The value cannot be read as a number.", "Write a plain number, such as 40."),
    Code.OUT_OF_RANGE: CodeInfo("Number out of range", "The number is smaller or larger than it may be.", "Choose a number within the range."),
    Code.WANTS_YES_NO: CodeInfo("A switch takes true or false", "This key is a switch, on or off.", "Write true or false."),
    Code.NOT_A_CHOICE: CodeInfo("Not one of the choices", "Only a fixed set of words is possible here.", "Choose one of them."),
    Code.BAD_ID: CodeInfo(
        "Not a usable id", "An id is made of small letters, digits and hyphens, and is at most 60 long.", "Write it like this: missing-parcel."
    ),
    Code.TOO_LONG: CodeInfo("Text too long", "The text is longer than anyone will read in a call.", "Shorten it."),
    Code.BAD_AMOUNT: CodeInfo(
        "Amount or length of time not understood", "The value cannot be read as money or time.", "Write money as 30 GBP and time as 90s, 2m or 1h 30m."
    ),
    Code.BAD_VALUE: CodeInfo("Value not possible here", "The value does not fit this key.", "Compare it with the author guide."),
    Code.UNKNOWN_OUTCOME: CodeInfo("No such outcome", "The id is not one of those under 'outcomes'.", "Correct the id, or add the outcome."),
    Code.UNKNOWN_ACTION: CodeInfo("No such action", "The id is not one of those under 'desk: actions'.", "Correct the id, or add the action."),
    Code.UNKNOWN_FACT: CodeInfo("No such fact", "No fact has this id.", "Correct the id, or give the fact this id."),
    Code.UNKNOWN_CONCERN: CodeInfo("No such concern", "No concern has this id.", "Correct the id, or give the concern this id."),
    Code.UNKNOWN_MISUNDERSTANDING: CodeInfo(
        "No such misunderstanding", "No misunderstanding has this id.", "Correct the id, or give the misunderstanding this id."
    ),
    Code.UNKNOWN_PRINCIPLE: CodeInfo("No such principle", "The id is not in the list of principles.", "Run 'coolhead principles' for the list."),
    Code.UNKNOWN_VOICE: CodeInfo("No such voice", "No voice has this id.", "Choose one of the voices there are."),
    Code.DUPLICATE_ID: CodeInfo("Id used twice", "Two things of the same kind have the same id.", "Rename one of them."),
    Code.CIRCULAR_NEEDS: CodeInfo(
        "Actions that wait for each other", "Each of these actions needs another one first, so none can be done.", "Take one 'needs' out."
    ),
    Code.UNREACHABLE: CodeInfo(
        "Outcome nobody can bring about", "No action gives this outcome and no sentence offers it.", "Add 'gives' to an action, or 'takes_if' to the outcome."
    ),
    Code.OVER_AUTHORITY: CodeInfo(
        "Outcome above the rep's authority", "The outcome asks for more money than any action may give.", "Raise 'up_to', or lower 'at_least'."
    ),
    Code.GIVES_NOTHING: CodeInfo(
        "Remedy without an outcome", "This action is a remedy, but no outcome comes of it.", "Add 'gives', or make it 'kind: check', 'handoff' or 'note'.", W
    ),
    Code.NOTHING_WORTH_TAKING: CodeInfo(
        "Nothing worth taking",
        "Every outcome this customer would take is worth 0, so the call cannot end well.",
        "Give an acceptable outcome a 'worth' above 0.",
    ),
    Code.BAD_TODAY: CodeInfo("'today' is not a full date", "The call needs one day of the calendar.", "Write it like this: Thursday 14 May 2026, 16:20."),
    Code.BAD_ARRIVAL: CodeInfo(
        "'arrives' is not a time", "It cannot be told when this reaches the customer.", "Write it as Friday 12:00, tomorrow or 3-5 working days."
    ),
    Code.ARRIVES_IN_THE_PAST: CodeInfo("Arrives before the call", "The moment lies before 'today'.", "Choose a moment after the call opens."),
    Code.REPLY_ORDER: CodeInfo("'from_reply' after 'until_reply'", "The condition ends before it begins, so the moment never comes.", "Swap the two numbers."),
    Code.MOOD_ORDER: CodeInfo(
        "Limits that exclude each other", "No number is over the one limit and under the other.", "Make the 'over' number smaller than the 'under' number."
    ),
    Code.NO_CONDITION: CodeInfo(
        "Moment without a condition", "With nothing under 'when' it comes at the rep's first reply.", "Say when it comes, for example 'from_reply: 3'.", W
    ),
    Code.SAID_TWICE: CodeInfo(
        "The same line twice", "The customer has the same words for two moments, which sounds like a machine.", "Word one of them differently.", W
    ),
    Code.TRUE_AND_FALSE: CodeInfo(
        "True and false at once",
        "A sentence stands both for what is true and for what contradicts it.",
        "Take it out of 'false_if', or word it as a contradiction.",
    ),
    Code.NOBODY_CAN_ANSWER: CodeInfo(
        "A question the rep can never answer",
        "The fact that answers it is known to nobody and no action tells it.",
        "Add it to the 'tells' of an action, or change 'known_to'.",
        W,
    ),
    Code.SILENT_MISUNDERSTANDING: CodeInfo(
        "A misunderstanding that never shows", "The customer has no words for it, so the rep cannot notice it.", "Add 'says' with a line or two.", W
    ),
    Code.FILE_NAME: CodeInfo("File name and id differ", "A scenario is easier to find when its file bears its id.", "Rename the file, or the id.", W),
    Code.SAME_TWICE: CodeInfo("Listed twice", "The same id stands twice in one list.", "Take one of them out.", W),
    Code.CUT_OFF: CodeInfo(
        "Text cut off at #",
        "A # after a space begins a remark, so what follows it is not part of the text.",
        "Put the whole text in double quotes, or write '# ' with a space before a remark.",
        W,
    ),
    Code.NO_CLOCK: CodeInfo(
        "No time of day",
        "'today' names a day and no time that can be read, so the call opens at 9 in the morning.",
        "Add the time, as in 'Thursday 14 May 2026, 16:20'.",
        W,
    ),
    Code.OTHER_CURRENCY: CodeInfo(
        "Another currency", "The call is about one currency, and this amount is in another.", "Write the same currency, or set 'currency' at the top.", W
    ),
    Code.NEVER_SAID: CodeInfo(
        "A concern without words",
        "The customer has no words of their own for this, and says something general in its place.",
        "Add 'says' with a line or two in the customer's words.",
        W,
    ),
    Code.CURLY_QUOTES: CodeInfo(
        "Curly quotes",
        "Word processors put curly quotes; here they do not hold a text together, and are shown as part of it.",
        'Use straight quotes, "like this".',
        W,
    ),
    Code.CUT_AT_COMMA: CodeInfo(
        "Cut at a comma",
        "Between brackets a comma ends an item, so a sentence with a comma that is not quoted becomes two.",
        "Put each sentence between the brackets in double quotes.",
        W,
    ),
    Code.UNEVEN_ROWS: CodeInfo(
        "Rows that differ in their blanks", "Every row of 'variants' fills the same blanks.", "Give this row what the others have, or take it out of them."
    ),
    Code.UNKNOWN_BLANK: CodeInfo(
        "A blank nothing fills", "A word between < and > is a blank, and no row names it.", "Correct it, or give every row this blank."
    ),
    Code.UNUSED_BLANK: CodeInfo("A blank that is nowhere", "The rows fill a blank that no text holds.", "Put it into a text, or take it out of the rows.", W),
    Code.NO_ROWS: CodeInfo(
        "A blank and no variants",
        "A word between < and > is a blank where a file has 'variants'; this file has none, so it is shown as it stands.",
        "Add 'variants' with a row that fills it, or write it without < and >.",
        W,
    ),
    Code.NO_INCIDENT: CodeInfo(
        "No such incident", "An incident stands in a file of its own in the same folder.", "Correct the id, or write valley-cut.incident.yaml beside this file."
    ),
    Code.UNKNOWN_FIRST_PART: CodeInfo(
        "First part not here", "A call-back names the scenario of its first part, and this folder does not hold it.", "Put both parts into one folder.", W
    ),
    Code.HIDDEN_OPENING: CodeInfo(
        "An opening that never comes",
        "The first opening whose conditions hold is used, and one above this always holds.",
        "Put the one without conditions last.",
        W,
    ),
    Code.UNKNOWN_TEXT: CodeInfo(
        "A translation of nothing",
        "The scenario has no text at this place, so the translation is not used.",
        "Run: coolhead strings export, or take it out.",
        W,
    ),
    Code.TRANSCRIPT_TOO_LARGE: CodeInfo(
        "Transcript too large", "The file or one of its lines is over the limit.", "Split the file, one chat a line or a file."
    ),
    Code.BROKEN_JSON: CodeInfo("Broken JSON", "At this place the file stops being JSON.", "Export the chat again, or mend this line."),
    Code.NOT_A_TRANSCRIPT: CodeInfo("Not a transcript", "The file is JSON, but not a chat.", 'Write one object with "turns" for each chat.'),
    Code.NO_TURNS: CodeInfo("No turns", "The chat has no turns.", 'Give it "turns", or lines that begin with Customer: and Rep:.'),
    Code.BAD_TURN: CodeInfo("Turn not understood", "A turn, or a part of it, is not of the kind expected.", 'Write it as {"who": "rep", "text": "..."}.'),
    Code.UNKNOWN_SPEAKER: CodeInfo("Unknown speaker", "Only customer, rep and action can take a turn.", "Use one of: customer, rep, action."),
    Code.EMPTY_TURN: CodeInfo("Empty turn", "Somebody takes a turn without a word.", "Write what was said, or take the turn out."),
    Code.TRANSCRIPT_CONTROL_CHARACTER: CodeInfo(
        "Invisible control character",
        "The chat holds a character that cannot be seen and can upset a terminal.",
        "Delete it, or export the chat as plain text.",
    ),
    Code.NEWER_TRANSCRIPT: CodeInfo("From a newer version", "The transcript was written by a newer version of this program.", "Update this program."),
    Code.DAMAGED_TRANSCRIPT: CodeInfo("Damaged transcript", "A transcript of this program that does not hold together.", "Export it again from the attempt."),
    Code.NO_SPEAKER: CodeInfo("No speaker", "Text stands before the first speaker.", "Begin the line with Customer:, Rep: or Action:."),
}

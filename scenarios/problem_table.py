"""What each problem code stands for: title, meaning and remedy, in words for someone who never programmed."""

from __future__ import annotations

from scenarios.problem_codes import Code, CodeInfo, Severity

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
    Code.NO_HONEST_PATH: CodeInfo(
        "No honest way to the best outcome",
        "Even a rep who hears everything and hides nothing never brings this customer to the best outcome they would take.",
        "Lower the 'bar' or the opening anger, or look for a misunderstanding nobody can clear up or an action the desk turns down.",
    ),
    Code.BEAT_NEVER_COMES: CodeInfo(
        "Moment that never came",
        "In hundreds of plays by reps of every kind, the conditions of this moment never held together.",
        "Loosen its conditions, or take the moment out.",
        W,
    ),
    Code.CONCERN_NEVER_COMES_UP: CodeInfo(
        "Concern that never came up",
        "In hundreds of plays the customer never spoke of it: the call is over before, or nothing brings it out.",
        "Move it up, let a beat bring it up, or make it hidden and let an open question bring it out.",
        W,
    ),
    Code.MET_BY_OPENING_MOVE: CodeInfo(
        "Settled by the first reply",
        "A rep who does and tells the right thing at once, without hearing anybody, settles most calls with one reply.",
        "Start the customer angrier or less trusting, raise their 'bar', or let something stand in the way that must be heard first.",
        W,
    ),
    Code.EXAMPLE_NOT_UNDERSTOOD: CodeInfo(
        "Example the reader does not understand",
        "Typed by a trainee, this very sentence would not be taken for what it is an example of.",
        "Write it as a whole plain sentence with the matter in it, as a rep would type it.",
        W,
    ),
    Code.EXAMPLE_MEANS_ANOTHER: CodeInfo(
        "Example that says something else as well",
        "The sentence stands for the truth, and is taken for the untruth of the same or another fact.",
        "Word it so that it cannot be taken for the contrary.",
        W,
    ),
    Code.MODEL_LINE_HURTS: CodeInfo(
        "Better line that hurts",
        "Read as a trainee's reply, this model line is found to hurt, or to say something that is not so.",
        "Reword it, or mend the fact that it is held against.",
        W,
    ),
    Code.PAR_OFF: CodeInfo(
        "Par far from what a search finds",
        "The stated par is much shorter or longer than the best listening path through this call.",
        "Take the figures that are found, or leave 'par' out.",
        W,
    ),
    Code.GOLDEN_MISSING: CodeInfo(
        "Golden replies missing",
        "A scenario of a library is kept true by typed replies: a model rep, a poor one, two cheats, and the order expected of them.",
        "Add the files to the folder beside the scenario that has its name and ends in .golden; docs/authors.md shows each of them.",
        W,
    ),
    Code.GOLDEN_ORDER: CodeInfo(
        "Golden order does not hold",
        "The scores of the typed reps do not come out in the order that is expected of them.",
        "Find out why the better rep scores lower; mend the scenario first, the replies second and the expectation last.",
    ),
    Code.PRINCIPLE_NOT_EXERCISED: CodeInfo(
        "Principle claimed and never exercised",
        "None of the rules that score this principle found anything to judge in any play.",
        "Put into the scenario what the principle needs, or take it out of 'practises'.",
        W,
    ),
    Code.PROMISE_NOBODY_CAN_KEEP: CodeInfo(
        "A promise no action can keep",
        "An outcome needs an action that the desk always turns down, or that needs one.",
        "Take 'refused' out of the action, or let the outcome need another.",
    ),
    Code.OUTCOME_NEVER_TAKEN: CodeInfo(
        "Outcome nobody ever took",
        "In hundreds of plays by reps of every kind the customer never took this outcome.",
        "Offer sentences may be missing ('offer_if', 'takes_if'), or another outcome is always at hand; mend it or take it out.",
        W,
    ),
    Code.GOLDEN_UNREADABLE: CodeInfo(
        "Golden replies cannot be played", "A replies file uses something this desk does not have, or cannot be read.", "Mend the line that is named."
    ),
    Code.NEVER_BOTH: CodeInfo(
        "Conditions that exclude each other",
        "All conditions of a moment must hold at once, and these two never do: the one says that something has happened, the other that it has not.",
        "Take one of the two out, or let it name something else.",
    ),
    Code.UNKNOWN_CRITERION: CodeInfo(
        "Unknown criterion",
        "Nobody scores a criterion of this name, so what stands under it would never count.",
        "Correct the name; coolhead rubric show lists them all.",
    ),
    Code.UNUSED_POOL: CodeInfo("A pool nobody uses", "Points in a pool of this name are given to nothing.", "Take it out, or name the pool you mean."),
    Code.FIXED_PART: CodeInfo(
        "What a criterion does is fixed",
        "Whether a criterion earns, costs, caps or multiplies, and from which pool it draws, is decided by its scorer; a rubric gives it numbers and words.",
        "Change only the number of its own kind, and its words.",
    ),
    Code.UNKNOWN_SLOT: CodeInfo(
        "A blank that nothing fills",
        "In this sentence nothing is put in place of what stands in braces, so a trainee would read the braces.",
        "Use the blanks of the shipped sentence, or none.",
    ),
    Code.SLOT_LEFT_OUT: CodeInfo(
        "A blank left out",
        "The shipped sentence names what it is about in this place; without it a trainee reads less.",
        "Put the blank back where it belongs.",
        W,
    ),
    Code.SAME_VERSION: CodeInfo(
        "Another rubric under the same version",
        "Scores under two versions are never compared, so two rubrics that judge otherwise must not bear one name.",
        "Write a version of your own, such as our-shop-1, and raise it with every change.",
    ),
    Code.OTHER_BASE: CodeInfo(
        "Based on another rubric",
        "The file says what differs from a shipped rubric that is not the one shipped here, so what it leaves unsaid has changed.",
        "Name the shipped rubric of this version, raise your own version, and look at what has changed.",
    ),
    Code.OUT_OF_ORDER: CodeInfo("Numbers out of order", "Of these numbers one must not be smaller than the other, and it is.", "Put them in their order."),
    Code.WORDS_AND_NUMBERS: CodeInfo(
        "Words that tell another number",
        "A trainee reads the rule's words and is judged by its numbers; here they no longer agree.",
        "Change the words with the number: 'shown' is read before a call, 'says' after it.",
        W,
    ),
    Code.NOT_A_HUNDRED: CodeInfo(
        "A dimension that does not add up",
        "Base and pools are what somebody gets who takes every chance: 100, and 80 for listening, where acts earn beside them. More is cut off, and less can never be reached.",
        "Let the base and the full pools add up to as much as in the shipped rubric.",
        W,
    ),
    Code.CHANGES_NOTHING: CodeInfo(
        "A rubric that changes nothing",
        "Every value is the shipped one, so the same scores would stand under another name.",
        "Take the # away in front of a line you want to change, and before those it hangs on.",
        W,
    ),
}

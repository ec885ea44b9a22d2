"""Reading and judging: text to Reading, transcript to scorecard and debrief. Pure, apart from loading its own data files."""

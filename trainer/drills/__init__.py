"""Drills: sets of single replies that train one skill, whatever view they are answered in."""

"""The library as somebody sees it who writes scenarios: what there is, how each file stands, and what can be done with it."""

"""How the shipped model is made from the corpus: ``make model``. Needs the extra ``model`` (torch); nothing else here does."""

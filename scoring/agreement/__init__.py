"""How far scores agree with people who rated whole calls blind, and the fitting of what is fitted on them."""

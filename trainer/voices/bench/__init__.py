"""What a model is tried on: turns that attack it, and turns as reps write them."""

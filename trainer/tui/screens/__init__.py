"""The screens, one module each; every screen owns its keys."""

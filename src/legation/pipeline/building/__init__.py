"""How does a case come up to date? Readings made where there are none, then everything worked out anew."""

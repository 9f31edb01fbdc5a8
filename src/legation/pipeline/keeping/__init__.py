"""Is a case what it was? Stamps, checks of every byte, and the one way in which something is taken out."""

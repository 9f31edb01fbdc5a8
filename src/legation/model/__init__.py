"""The values that everything else speaks in: frozen, and of the standard library only."""

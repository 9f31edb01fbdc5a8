"""The room `rosters`."""

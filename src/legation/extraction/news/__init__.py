"""The room `news`."""

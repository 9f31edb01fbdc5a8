"""The room `custody`."""

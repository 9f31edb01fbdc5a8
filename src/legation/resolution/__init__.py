"""The room `resolution`."""

"""The room `reconstruction`."""

"""Who served at which diplomatic mission and when, who says so, and where it stands."""

__version__ = "0.1.0"

__all__ = ["__version__"]

"""The one place that knows the whole chain."""

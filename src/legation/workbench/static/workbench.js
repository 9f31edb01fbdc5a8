// Enhancements; every screen works without them.

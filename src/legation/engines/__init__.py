"""Who does the work on many files? `local`: supervised children with limits, on this machine."""

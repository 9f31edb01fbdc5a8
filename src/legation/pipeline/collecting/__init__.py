"""How do captures come into a case? From archives, from files, and by watching pages."""

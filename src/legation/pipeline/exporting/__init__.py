"""How does something leave a case? Selected, examined by the gate, written whole and noted."""

"""What does the page show? The case's values put into the order of reading, ready for the template.

Views hold words, never markup; each one that says something carries the evidence for it.
"""

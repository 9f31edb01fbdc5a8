"""What may be handed to a lawyer or an editor about one person, mission, happening or return?

Sentences from typed templates, each with the places that it rests on; one list of blocks, and three ways to print it.
"""

"""Which lines are one person, and which tellings one happening, once people's judgements are applied?

Joins by rule inside one mission's lists, never across missions but by a judgement; every link says why.
"""

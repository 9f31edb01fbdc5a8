"""The one place that knows the whole chain: bytes in, evidence, what follows from it, answers out.

Each module is one thing that a reporter does; none knows a terminal. The faces call these functions and show what
they give.
"""

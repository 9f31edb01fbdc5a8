"""How can it be shown later that what a case keeps is what it kept then? Pure: values in, values out.

`chain` links entries so that none can be changed, left out or put in without a trace.
"""

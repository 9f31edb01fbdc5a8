"""How are registers of millions linked on one machine? In parts, each a file, so that work can stop and go on.

Needs the extra `registers` (numpy, pyarrow). Spark gives the same from the same functions: `legation.engines.spark`.
"""

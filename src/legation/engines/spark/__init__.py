"""How is the same work done on a cluster? Spark runs the very functions of the local engine over batches of columns.

Needs the extra `spark` (pyspark, pandas) and Java 17. Spark itself compares nothing but whole numbers.
"""

"""Is what a draft says in the case? Each sentence beside what comes nearest to it, point by point.

Pure: a draft and the case's sentences as values. What isn't found is said to be unsupported, never to be false.
"""

from legation.analysis.drafts.checking import checked
from legation.analysis.drafts.evidence import CaseEvidence, spoken_grounds

__all__ = ["CaseEvidence", "checked", "spoken_grounds"]

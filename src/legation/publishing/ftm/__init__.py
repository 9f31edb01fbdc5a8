"""What do registers and graph tools get? Entities of FollowTheMoney, their statements, and the evidence of each.

Only what lists show and sources state of posts goes out as an entity. What is alleged goes out with its claimant, as
evidence alone: it never becomes a topic, a membership, an occupancy, a risk or a sanction.
"""

from legation.publishing.ftm.entities import entities
from legation.publishing.ftm.entity import Entity, Fact
from legation.publishing.ftm.evidence import evidence_lines
from legation.publishing.ftm.statements import dataset_name, dataset_of, entity_lines, statement_lines

__all__ = [
    "Entity",
    "Fact",
    "dataset_name",
    "dataset_of",
    "entities",
    "entity_lines",
    "evidence_lines",
    "statement_lines",
]

"""How do the persons agree whom somebody judged to be one, or two, across missions?

Looks at them as they were before anybody judged: each mission's lists alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from legation.analysis.profiles import Profile, profiles
from legation.model.case import Evidence
from legation.model.parties import Person
from legation.reconstruction.postings import posting_of
from legation.reconstruction.sightings import observe
from legation.reconstruction.stays import stays
from legation.reconstruction.tenures import Served
from legation.resolution.calibration import Example
from legation.resolution.evidence import evidence as evidence_of
from legation.resolution.frequencies import Frequencies
from legation.resolution.judged import Judged, apply_judgements
from legation.resolution.series import link_series


def judged_pairs(evidence: Evidence) -> tuple[Example, ...]:
    """The levels of every pair across missions that was judged the same or different, in no order of their own."""
    judged = apply_judgements(evidence)
    known, person_of = _unjudged(replace(judged, same={}, different={}))
    by_person: defaultdict[str, list[Profile]] = defaultdict(list)
    by_sender: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in known:
        by_person[profile.person.id].append(profile)
        by_sender[profile.sending].append(profile)
    found: list[Example] = []
    for pairs, label in ((judged.same, True), (judged.different, False)):
        for a, b in pairs:
            for one in by_person.get(person_of.get(a, ""), ()):
                for other in by_person.get(person_of.get(b, ""), ()):
                    if one.sending == other.sending and one.missions != other.missions:
                        frequencies = Frequencies.of(each.record for each in by_sender[one.sending])
                        found.append((evidence_of(one.record, other.record, frequencies), label))
    return tuple(found)


def _unjudged(judged: Judged) -> tuple[Sequence[Profile], dict[str, str]]:
    """The persons of each mission's lists, and listing id to person id."""
    clusters = link_series(judged)
    persons = {id_: Person(id=id_, label=label) for id_, label in clusters.label_of.items()}
    streams = observe(judged.rosters, {listing: persons[person] for listing, person in clusters.person_of.items()})
    served = [
        Served(stay=stay, posting=posting_of(stay)) for found in streams.values() for stay in stays(found, persons)
    ]
    return profiles(served), dict(clusters.person_of)

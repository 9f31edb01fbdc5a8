"""How does nomenklatura's logic-v2 score pairs of names, and in how many CPU seconds? In an environment of its own.

Reads two names a line, tab-separated, from standard input; writes one JSON object. Every name is one entity, which is
read before the clock starts.
"""

import json
import sys
import time

from followthemoney import model
from nomenklatura.matching import get_algorithm


def main() -> None:
    """Score the pairs of standard input."""
    algorithm = get_algorithm("logic-v2")
    assert algorithm is not None
    config = algorithm.default_config()
    pairs = [line.rstrip("\n").split("\t") for line in sys.stdin]
    people = {
        name: _person(name, place) for place, name in enumerate(sorted({name for pair in pairs for name in pair}))
    }
    for one in people.values():
        algorithm.compare(one, one, config)
    start = time.process_time()
    scores = [algorithm.compare(people[a], people[b], config).score for a, b in pairs]
    json.dump({"seconds": time.process_time() - start, "scores": scores}, sys.stdout)


def _person(name: str, place: int) -> object:
    entity = model.make_entity("Person")
    entity.id = f"person-{place}"
    entity.add("name", name)
    return entity


if __name__ == "__main__":
    main()

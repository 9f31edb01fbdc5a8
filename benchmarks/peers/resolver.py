"""Does nomenklatura's resolver read our judgements, and join and part the same ids? In an environment of its own.

Reads the lines of `legation judgements export --form nomenklatura` from the file that is named; writes one JSON object:
for each line, what the resolver says of the two ids.
"""

import json
import sys
from pathlib import Path

from nomenklatura.db import make_session
from nomenklatura.resolver import Identifier, Resolver


def main(path: str) -> None:
    """Load the lines, and ask for each pair."""
    with make_session("sqlite://") as session:
        resolver = Resolver(session, create=True)
        resolver.load(path)
        resolver.load_into_memory()
        pairs = [json.loads(line)[:2] for line in Path(path).read_text(encoding="utf-8").splitlines()]
        said = [resolver.get_judgement(a, b).value for a, b in pairs]
        together = [Identifier.get(b) in resolver.connected(Identifier.get(a)) for a, b in pairs]
    json.dump({"judgements": said, "together": together}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])

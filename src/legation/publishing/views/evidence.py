"""How does a passage look on the page? Its quote in its surroundings, its place, and a picture where there is one."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.model.documents import Passage
from legation.publishing.content import Content
from legation.publishing.phrases import place_phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of text; `quoted` where it is what the evidence quotes, else its surroundings."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One or more quotes in their surroundings, where they stand, and a picture of the place as a data URI."""

    stretches: tuple[Stretch, ...]
    source: str
    place: str
    sha256: str
    clip: str | None

    @property
    def quote(self) -> str:
        """The quoted words alone."""
        return " … ".join(stretch.text for stretch in self.stretches if stretch.quoted)


def evidence(passage: Passage, content: Content) -> Evidence:
    """A passage as the page shows it."""
    return _shown((passage,), content)


def gathered(passages: Iterable[Passage], content: Content) -> tuple[Evidence, ...]:
    """Passages as the page shows them; those that stand close together in one text are shown in one."""
    groups: list[list[Passage]] = []
    for passage in sorted(dict.fromkeys(passages), key=lambda each: (each.sha256, each.start, each.end)):
        if groups and _between(groups[-1][-1], passage, content) is not None:
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return tuple(_shown(group, content) for group in groups)


def _between(first: Passage, second: Passage, content: Content) -> str | None:
    """The text between two passages, where the surroundings of the first hold it."""
    gap = second.start - first.end
    after = content.surroundings.get(first, ("", ""))[1]
    plain = not (first.parts or second.parts or first in content.clips or second in content.clips)
    return after[:gap] if plain and first.sha256 == second.sha256 and 0 <= gap <= len(after) else None


def _shown(passages: Sequence[Passage], content: Content) -> Evidence:
    first, last = passages[0], passages[-1]
    before, after = content.surroundings.get(first, ("", ""))[0], content.surroundings.get(last, ("", ""))[1]
    stretches = [Stretch(text=f"… {before}", quoted=False)] if before else []
    for place, passage in enumerate(passages):
        if place:
            stretches.append(Stretch(text=_between(passages[place - 1], passage, content) or " ", quoted=False))
        stretches.append(Stretch(text=passage.quote, quoted=True))
    if after:
        stretches.append(Stretch(text=f"{after} …", quoted=False))
    clip = content.clips.get(first)
    return Evidence(
        stretches=tuple(stretches),
        source=content.source_name(first.sha256),
        place=place_phrase(first),
        sha256=first.sha256,
        clip=f"data:image/png;base64,{b64encode(clip).decode()}" if clip else None,
    )

"""Every error that Legation raises on purpose, in one tree.

    LegationError
    ├── UsageError                 the command can't mean what it says: words, values, combinations
    │   ├── DateError              a text that is no date of the EDTF subset
    │   ├── KeyFormError           a text that is no mission key, listing id or digest
    │   └── AmbiguousInputError    an input that could be two things; the message is the question to answer
    ├── InputError                 one input can't be used; the others of the same command go on
    │   ├── UnreadableInputError   bytes that the file system doesn't give
    │   ├── UnsupportedInputError  a format that no reader knows
    │   ├── DamagedInputError      a known format, broken: truncated, encrypted, empty
    │   └── NoListError            a readable file in which no list was found
    ├── LimitError                 a reader went over its time, memory or output
    ├── NetworkError               a request to an archive, or to a server that is being watched
    │   ├── AddressRefusedError    an address that the guard lets nothing ask
    │   ├── ArchiveAnswerError     an answer that is none: broken off, of another form, an error page
    │   ├── ArchiveBusyError       the archive asks to wait; the message says until when
    │   ├── ArchiveFailingError    the archive fails now and may answer later
    │   ├── NotHeldError           the archive lists it and doesn't give it: no such page, a body that is lost
    │   ├── OtherCaptureError      the archive gives a capture of another time than was asked for
    │   └── ArchiveExcludedError   the archive holds it back: the site's owner or robots.txt asked for that
    ├── CaseError                  the case folder
    │   ├── NotACaseError          no case here
    │   ├── CaseLockedError        another process is writing
    │   ├── CaseVersionError       made by another version; needs migration
    │   ├── CaseFullError          the disk is full
    │   ├── CaseDamagedError       what is stored is not what was stored: digests differ
    │   └── UnknownIdError         no such listing, person, event or judgement in the case
    ├── JudgementError             a judgement that can't be taken: two lines of one edition, nothing to undo
    └── GateError                  something that must not leave the case as it is

Each message says what happened, with the values, and then the next step. `code` is the word that a `problem` line
carries on stderr; `exit_code` is what the command ends with.
"""

from __future__ import annotations

from typing import ClassVar


class LegationError(Exception):
    """Something that Legation can name; the message ends with the next step."""

    code: ClassVar[str] = "failed"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, item: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.item = item
        """The file, row or id that it is about; `None` where it is about the command."""


class UsageError(LegationError):
    """The command can't mean what it says."""

    code = "usage"
    exit_code = 2


class DateError(UsageError):
    """A text that is no date of the EDTF subset, or no day of the calendar."""

    code = "date"


class KeyFormError(UsageError):
    """A text that is no mission key, id or digest."""

    code = "key"


class AmbiguousInputError(UsageError):
    """An input that could be two things; the message is the question to answer."""

    code = "ambiguous"


class InputError(LegationError):
    """One input can't be used; the others of the same command go on."""

    code = "input"


class UnreadableInputError(InputError):
    """The file system doesn't give the bytes."""

    code = "unreadable"


class UnsupportedInputError(InputError):
    """A format that no reader knows."""

    code = "unsupported"


class DamagedInputError(InputError):
    """A known format, broken: truncated, encrypted, empty."""

    code = "damaged"


class NoListError(InputError):
    """A readable file in which no list was found."""

    code = "no-list"


class LimitError(LegationError):
    """A reader went over its time, memory or output; nothing of its work was kept."""

    code = "limit"


class NetworkError(LegationError):
    """A request got no answer that can be used; what was fetched before is kept."""

    code = "network"


class AddressRefusedError(NetworkError):
    """The guard lets nothing ask that address."""

    code = "address-refused"


class ArchiveAnswerError(NetworkError):
    """The archive's answer isn't one."""

    code = "archive-answer"


class ArchiveBusyError(NetworkError):
    """The archive asks to wait."""

    code = "archive-busy"


class ArchiveFailingError(NetworkError):
    """The archive fails now and may answer later: nothing is settled by it."""

    code = "archive-failing"


class NotHeldError(NetworkError):
    """The archive has no body for what it lists."""

    code = "not-held"


class OtherCaptureError(NetworkError):
    """The archive gave a capture of another time."""

    code = "other-capture"


class ArchiveExcludedError(NetworkError):
    """The archive holds the page back."""

    code = "archive-excluded"


class CaseError(LegationError):
    """The case folder can't be used as asked."""

    code = "case"


class NotACaseError(CaseError):
    """There is no case in that folder."""

    code = "no-case"
    exit_code = 2


class CaseLockedError(CaseError):
    """Another process is writing to the case."""

    code = "locked"
    exit_code = 5


class CaseVersionError(CaseError):
    """The case was made by another version."""

    code = "version"
    exit_code = 5


class CaseFullError(CaseError):
    """The disk has no room for the next write; what was acknowledged is kept."""

    code = "disk-full"


class CaseDamagedError(CaseError):
    """What is stored is not what was stored."""

    code = "case-damaged"
    exit_code = 4


class UnknownIdError(CaseError):
    """No listing, person, event, claim or judgement has that id."""

    code = "unknown-id"
    exit_code = 2


class JudgementError(LegationError):
    """A judgement that can't be taken."""

    code = "judgement"
    exit_code = 2


class GateError(LegationError):
    """Something that must not leave the case as it is."""

    code = "gate"
    exit_code = 4


def error_of(code: str | None, message: str, *, item: str | None = None) -> LegationError:
    """The error that a stored code and message tell of; a code that this version doesn't know is `LegationError`."""
    waiting: list[type[LegationError]] = [LegationError]
    while waiting:
        kind = waiting.pop()
        if kind.code == code:
            return kind(message, item=item)
        waiting.extend(kind.__subclasses__())
    return LegationError(message, item=item)

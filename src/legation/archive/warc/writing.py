"""How is our own request to an archive written down, so that others can read it?

As WARC 1.1 records of the request, the answer and what is known about both. `WARC-Date` is the moment of *our* request:
the archive's moment stands in the metadata and is never passed off as ours. Every record is a gzip member of its own.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.timeutils import datetime_to_iso_date
from warcio.warcwriter import WARCWriter

from legation.archive.network.web import Answer
from legation.model.holdings import LIVE, Retrieval
from legation.model.keys import sha256_hex

_STANDARD = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_CHUNKED = "transfer-encoding"


def records(answer: Answer, retrieval: Retrieval) -> bytes:
    """The records of one request: three gzip members that make a WARC file by themselves or behind each other.

    The answer's body is as it came, with the chunks of the transfer joined; the header that announced chunks is kept
    under the name `X-Crawler-Transfer-Encoding`, as crawlers do.
    """
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    date = {"WARC-Date": _date(answer.asked_at)}
    response = _response(writer, answer, date)
    request = writer.create_warc_record(
        answer.url,
        "request",
        payload=io.BytesIO(),
        length=0,
        http_headers=StatusAndHeaders(
            f"GET {_target(answer.url)} HTTP/1.1", list(answer.asked_headers), is_http_request=True
        ),
        warc_headers_dict=dict(date),
    )
    said = _about(retrieval).encode()
    about = writer.create_warc_record(
        answer.url,
        "metadata",
        payload=io.BytesIO(said),
        length=len(said),
        warc_content_type="application/warc-fields",
        warc_headers_dict={**date, "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")},
    )
    writer.write_request_response_pair(request, response)
    writer.write_record(about)
    return out.getvalue()


def _response(writer: WARCWriter, answer: Answer, date: Mapping[str, str]) -> ArcWarcRecord:
    headers = [
        ("X-Crawler-Transfer-Encoding" if name.casefold() == _CHUNKED else name, value)
        for name, value in answer.headers
    ]
    return writer.create_warc_record(
        answer.url,
        "response",
        payload=io.BytesIO(answer.wire),
        length=len(answer.wire),
        http_headers=StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), headers, protocol=answer.version),
        # no more came: whoever reads the record must not take its body for the whole one
        warc_headers_dict={**date, **({"WARC-Truncated": "disconnect"} if answer.cut_off else {})},
    )


def warcinfo(said: Mapping[str, str], at: datetime) -> bytes:
    """What stands at the beginning of a file: who made it, in which format."""
    fields = {"format": "WARC File Format 1.1", "conformsTo": _STANDARD, **said}
    return _single("warcinfo", fields, at)


def same_body(retrieval: Retrieval, about: str) -> bytes:
    """The note that a capture was not asked for, since the archive's index gives it the digest of another.

    Args:
        retrieval: what is known of the capture that wasn't asked for.
        about: the address that was asked for the other one.

    A revisit record would say that we made a request, so it is metadata; its moment is that of the other's request.
    """
    fields = {"same-body-as": f"{retrieval.same_body_as} at {about}", **_said(retrieval)}
    return _single("metadata", fields, retrieval.fetched_at, uri=retrieval.served_url)


def resource(data: bytes, *, uri: str, media_type: str | None, at: datetime, said: Mapping[str, str]) -> bytes:
    """A file that was added by hand: its bytes under a name that claims no origin, and what was said of it.

    Args:
        data: the bytes.
        uri: such as `urn:sha256:…`.
        media_type: of the bytes, where it is known.
        at: when they were added.
        said: what the person who added them said; her word.
    """
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    headers = _headers("resource", at, uri, data)
    made = writer.create_warc_record(
        uri,
        "resource",
        payload=io.BytesIO(data),
        length=len(data),
        warc_content_type=media_type or "application/octet-stream",
        warc_headers_dict=headers,
    )
    writer.write_record(made)
    fields = {name: value for name, value in said.items() if value}
    return out.getvalue() + (
        _single("metadata", fields, at, uri=uri, about=headers["WARC-Record-ID"]) if fields else b""
    )


def _single(kind: str, fields: Mapping[str, str], at: datetime, *, uri: str = "", about: str | None = None) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    data = "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in fields.items()).encode()
    headers = _headers(kind, at, uri, data)
    if about is not None:
        headers["WARC-Concurrent-To"] = about
    made = writer.create_warc_record(
        uri,
        kind,
        payload=io.BytesIO(data),
        length=len(data),
        warc_content_type="application/warc-fields",
        warc_headers_dict=headers,
    )
    writer.write_record(made)
    return out.getvalue()


def _headers(kind: str, at: datetime, uri: str, data: bytes) -> dict[str, str]:
    """Moment and id; the id follows from what is written, so that packing twice gives the same bytes."""
    name = f"{kind} {at.isoformat()} {uri} {sha256_hex(data)}"
    return {"WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, name)}>", "WARC-Date": _date(at)}


def _date(at: datetime) -> str:
    """The moment as WARC writes it; the library would print the offset of a moment in UTC beside its `Z`."""
    return str(datetime_to_iso_date(at.astimezone(UTC).replace(tzinfo=None), use_micros=True))


def _target(url: str) -> str:
    parts = urlsplit(url)
    return url[url.index(parts.netloc) + len(parts.netloc) :] or "/"


def _about(retrieval: Retrieval) -> str:
    return "".join(f"{name}: {value}\r\n" for name, value in _said(retrieval).items())


def _said(retrieval: Retrieval) -> dict[str, str]:
    if retrieval.archive == LIVE:
        return {
            "asked": "the page's own server, no archive",
            "requested-url": retrieval.requested_url,
            "codings-undone": ", ".join(retrieval.codings) or "none",
        }
    return {
        "archive": retrieval.archive,
        "archived-url": retrieval.served_url,
        "archived-at": retrieval.served_at.isoformat(),
        "requested-url": retrieval.requested_url,
        "requested-timestamp": retrieval.requested_timestamp,
        "archive-digest": retrieval.digest or "none given",
        "archive-digest-verdict": retrieval.digest_verdict,
        "codings-undone": ", ".join(retrieval.codings) or "none",
    }

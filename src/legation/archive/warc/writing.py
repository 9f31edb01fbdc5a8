"""How is our own request to an archive written down, so that others can read it?

As WARC 1.1 records of the request, the answer and what is known about both. `WARC-Date` is the moment of *our* request:
the archive's moment stands in the metadata and is never passed off as ours.
"""

from __future__ import annotations

import io
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.timeutils import datetime_to_iso_date
from warcio.warcwriter import WARCWriter

from legation.archive.network.web import Answer
from legation.model.holdings import Retrieval

_CHUNKED = "transfer-encoding"


def records(answer: Answer, retrieval: Retrieval) -> bytes:
    """The records of one request: three gzip members that make a WARC file by themselves or behind each other.

    The answer's body is as it came, with the chunks of the transfer joined; the header that announced chunks is kept
    under the name `X-Crawler-Transfer-Encoding`, as crawlers do.
    """
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    date = {"WARC-Date": datetime_to_iso_date(answer.asked_at, use_micros=True)}
    headers = [
        ("X-Crawler-Transfer-Encoding" if name.casefold() == _CHUNKED else name, value)
        for name, value in answer.headers
    ]
    response = writer.create_warc_record(
        answer.url,
        "response",
        payload=io.BytesIO(answer.wire),
        length=len(answer.wire),
        http_headers=StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), headers, protocol=answer.version),
        warc_headers_dict=dict(date),
    )
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


def _target(url: str) -> str:
    parts = urlsplit(url)
    return url[url.index(parts.netloc) + len(parts.netloc) :] or "/"


def _about(retrieval: Retrieval) -> str:
    said = {
        "archive": retrieval.archive,
        "archived-url": retrieval.served_url,
        "archived-at": retrieval.served_at.isoformat(),
        "requested-url": retrieval.requested_url,
        "requested-timestamp": retrieval.requested_timestamp,
        "archive-digest": retrieval.digest or "none given",
        "archive-digest-verdict": retrieval.digest_verdict,
        "codings-undone": ", ".join(retrieval.codings) or "none",
    }
    return "".join(f"{name}: {value}\r\n" for name, value in said.items())

"""A time-stamping authority: `openssl ts` behind a server on loopback, with faults that can be asked for."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

CONFIG = """
[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tsa_cert]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = tsa1
[tsa1]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
digests = sha256, sha512
default_policy = 1.2.3.4.1
ess_cert_id_alg = sha256
"""
Change = Callable[[bytes], bytes]


@dataclass(frozen=True, kw_only=True)
class Authority:
    """An authority's files: `root.pem` is what its users trust."""

    folder: Path

    @property
    def root(self) -> Path:
        return self.folder / "root.pem"

    def answer(self, request: bytes) -> bytes:
        (self.folder / "in.tsq").write_bytes(request)
        _openssl(self.folder, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "in.tsq", "-out", "out.tsr")
        return (self.folder / "out.tsr").read_bytes()

    def request_for(self, data: bytes) -> bytes:
        (self.folder / "other").write_bytes(data)
        _openssl(self.folder, "ts", "-query", "-data", "other", "-sha256", "-cert", "-out", "other.tsq")
        return (self.folder / "other.tsq").read_bytes()


def make_authority(folder: Path, *, days: str = "30") -> Authority:
    """Make keys and certificates; with days below zero they have run out already."""
    folder.mkdir(parents=True)
    (folder / "tsa.cnf").write_text(CONFIG.format(folder=folder), encoding="utf-8")
    (folder / "serial").write_text("01\n", encoding="utf-8")
    name = ("-newkey", "rsa:2048", "-nodes", "-config", "tsa.cnf")
    _openssl(
        folder, "req", "-x509", *name, "-subj", "/CN=Invented root", "-extensions", "ca", "-days", "60",
        "-keyout", "root.key", "-out", "root.pem",
    )  # fmt: skip
    _openssl(folder, "req", "-new", *name, "-subj", "/CN=Invented authority", "-keyout", "tsa.key", "-out", "tsa.csr")
    _openssl(
        folder, "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
        "-days", days, "-extfile", "tsa.cnf", "-extensions", "tsa_cert", "-out", "tsa.pem",
    )  # fmt: skip
    return Authority(folder=folder)


@contextmanager
def serving(authority: Authority, *, status: int = 200, change: Change | None = None) -> Iterator[str]:
    """Serve an authority on 127.0.0.1 while the block lasts; gives its address.

    Args:
        authority: who answers.
        status: of every answer.
        change: what is done to the request before it is answered.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/timestamp-query"
            body = authority.answer(change(request) if change else request)
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsr"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def accepts(folder: Path, root: Path) -> bool:
    """Whether `openssl ts -verify` accepts a kept stamp, by its request and by what was stamped."""
    return all(
        subprocess.run(
            ["openssl", "ts", "-verify", "-in", "answer.tsr", *how, "-CAfile", str(root)],
            cwd=folder,
            capture_output=True,
            check=False,
        ).returncode
        == 0
        for how in (("-queryfile", "request.tsq"), ("-data", "head.json"))
    )


def _openssl(folder: Path, *words: str) -> None:
    done = subprocess.run(["openssl", *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

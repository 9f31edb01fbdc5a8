"""Who signed a stamp? A library says, where it is installed and roots are given; else the command that says it.

The library is the extra `timestamp`. Certificates have to be valid at the moment of the stamp, not today.
"""

from __future__ import annotations

from legation.custody.stamps import Signature
from legation.errors import UsageError

LACKING = "stamps need the extra `timestamp`: pip install 'legation[timestamp]'"
COMMAND = "openssl ts -verify -in answer.tsr -queryfile request.tsq -CAfile ROOTS.pem"
"""What checks a signature without us, in the folder of a stamp."""


def requested(data: bytes) -> bytes:
    """A request to stamp these bytes' SHA-256, with a nonce, for an answer with certificates.

    Raises:
        UsageError: the extra isn't installed.
    """
    try:
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder
    except ImportError:
        raise UsageError(LACKING) from None
    builder = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256)
    return builder.nonce(nonce=True).cert_request(cert_request=True).build().as_bytes()


def signature(answer: bytes, data: bytes, roots: bytes | None) -> Signature:
    """Check the signature of an answer about these bytes; that it fits its request is looked at elsewhere."""
    if roots is None:
        return Signature(state="unchecked", why=f"no roots are given for this authority; to check it: {COMMAND}")
    try:
        from cryptography.x509 import load_pem_x509_certificates
        from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response
    except ImportError:
        return Signature(state="unchecked", why=f"the extra `timestamp` isn't installed; to check it: {COMMAND}")
    try:
        response = decode_timestamp_response(answer)
    except ValueError as error:
        return Signature(state="unchecked", why=f"rfc3161-client can't read it ({error}); to check it: {COMMAND}")
    try:
        builder = VerifierBuilder(nonce=response.tst_info.nonce)
        for certificate in load_pem_x509_certificates(roots):
            builder = builder.add_root_certificate(certificate)
        builder.build().verify_message(response, data)
    except (VerificationError, ValueError) as error:
        return Signature(state="refused", why=f"its signature doesn't lead to the roots that are given ({error})")
    return Signature(state="sound")

"""May this address be asked?

Only http and https, only hosts whose every address is public; a name is resolved once and the address that was checked
is the one that is connected to, so that a name can't answer one thing to the check and another to the request.
Exceptions are single hosts with their ports, named in the configuration. Redirects are new addresses: each is checked.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from legation.errors import AddressRefusedError, NetworkError

Resolve = Callable[[str, int], Collection[str]]
"""Gives the numeric addresses of a host; raises `OSError` where there are none."""

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """An address that was checked: connect to `address`, and to nothing else."""

    scheme: str
    host: str
    port: int
    address: str


def resolved(host: str, port: int) -> tuple[str, ...]:
    """The addresses that the system knows of a host, each once, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Which addresses may be asked."""

    exceptions: frozenset[tuple[str, int]] = frozenset()
    """Hosts and ports that may be asked although they aren't public."""
    resolve: Resolve = resolved

    def door(self, url: str) -> Door:
        """Check an address.

        Raises:
            AddressRefusedError: its scheme, its form or where it leads.
            NetworkError: no address of its host is known.
        """
        scheme, host, port = _parts(url)
        try:
            addresses = tuple(self.resolve(host, port))
        except (OSError, UnicodeError) as error:
            raise NetworkError(f"{host} has no address ({error}); check it and the connection", item=url) from None
        return Door(scheme=scheme, host=host, port=port, address=self._checked(host, port, addresses, url))

    def _checked(self, host: str, port: int, addresses: Collection[str], url: str) -> str:
        if not addresses:
            raise NetworkError(f"{host} has no address; check it and the connection", item=url)
        if (host, port) not in self.exceptions:
            for address in addresses:
                if not is_public(address):
                    raise AddressRefusedError(
                        f"{url} leads to {address}, which is not a public address; nothing was asked. An archive on "
                        "this machine needs `loopback = true` in the configuration",
                        item=url,
                    )
        return next(iter(addresses))


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public network; what an IPv6 address wraps is looked at too."""
    try:
        one = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address):
        inner = [one.ipv4_mapped, one.sixtofour, one.teredo[1] if one.teredo else None, _translated(one)]
        if any(wrapped is not None and not is_public(str(wrapped)) for wrapped in inner):
            return False
    return one.is_global and not one.is_multicast and not one.is_reserved


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address in one of the well-known NAT64 prefix (RFC 6052)."""
    if address in ipaddress.ip_network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _parts(url: str) -> tuple[str, str, int]:
    if any(letter.isspace() or ord(letter) < 32 for letter in url) or "\\" in url:
        raise AddressRefusedError(f"{url!r} holds a space, a control character or a backslash: encode it", item=url)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise AddressRefusedError(f"{url!r} is no address ({error})", item=url) from None
    if parts.scheme not in _PORTS:
        raise AddressRefusedError(f"{url!r}: only http and https are asked, not {parts.scheme or 'nothing'}", item=url)
    if parts.username is not None or parts.password is not None:
        raise AddressRefusedError(f"{url!r} carries a name or password before the host: leave it out", item=url)
    if not host:
        raise AddressRefusedError(f"{url!r} names no host", item=url)
    try:
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise AddressRefusedError(f"{url!r}: its host is no name that can be asked for", item=url) from None
    return parts.scheme, ascii_host.casefold().rstrip("."), port or _PORTS[parts.scheme]

"""Which addresses may be fetched: http and https, and no machine that only this network can reach."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from recoupe.errors import InputError

PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a page is asked for: the checked IP address is what is connected to, so that no second look-up differs."""

    scheme: str
    host: str
    port: int
    ip: str
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, to which rules for robots apply."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{shown}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")


def target(url: str, allow_private: bool = False) -> Target:
    """The checked target of an address; raises InputError when it may not be fetched or its host is not found."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as err:
        raise InputError("bad-address", "this is no web address.", "Write it as https://…") from err
    if parts.scheme not in PORTS or not host or parts.username is not None or any(c in url for c in "\r\n\t "):
        raise InputError("bad-address", "only plain http and https addresses are fetched.", "Write it as https://…")
    port = port or PORTS[parts.scheme]
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as err:
        raise InputError("unreachable", f"its host {host} is not found.", "Check the address.") from err
    ips = [str(row[4][0]) for row in found]
    # One private answer among public ones is how a name is made to lead inside: all of them must be public.
    if not ips or (not allow_private and not all(public(ip) for ip in ips)):
        raise InputError(
            "private-address", "it leads to a private or local machine.", "Add --fetch-private if that is meant."
        )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port, ips[0], path)


def public(ip: str) -> bool:
    """Whether an IP address is one of the open internet; IPv4 inside IPv6 is judged as itself."""
    address = ipaddress.ip_address(ip.split("%", 1)[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        # 64:ff9b::/96 carries an IPv4 address for networks that have none.
        if address in ipaddress.ip_network("64:ff9b::/96"):
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF).is_global
    return address.is_global and not address.is_multicast

"""Which machines may be asked: those of the public internet, and never this one or its neighbours."""

import ipaddress
import socket
from collections.abc import Callable, Collection, Iterable

from whoheld.errors import UnreadableError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Iterable[str]]
"""Gives the addresses of a host, numbers as text."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class ForbiddenError(UnreadableError):
    """An address that is not asked, with the reason."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host as the system knows them; a number in any notation is its address.

    Raises:
        UnreadableError: it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"{host} is not known ({error})") from error
    return [str(address[0]) for *_, address in found]


def public(host: str, port: int, resolver: Resolver, exempt: Collection[tuple[str, int]] = ()) -> str:
    """An address of a host that may be connected to. The connection goes to this very address, so that no later answer counts.

    Args:
        host: a name or a number.
        port: where to.
        resolver: who tells addresses.
        exempt: addresses and ports that may be asked all the same; for tests against servers of this machine.

    Raises:
        ForbiddenError: one of its addresses is not public.
        UnreadableError: it has none.
    """
    addresses = list(dict.fromkeys(resolver(host, port)))
    for address in addresses:
        if (address, port) not in exempt and not is_public(ipaddress.ip_address(address.partition("%")[0])):
            raise ForbiddenError(f"{host} leads to {address}, which is no address of the public internet")
    if not addresses:
        raise UnreadableError(f"{host} has no address")
    return addresses[0]


def is_public(address: Address) -> bool:
    """Whether an address, and one that is wrapped in it, belongs to the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour
        if wrapped is None and address in _NAT64:
            wrapped = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(wrapped)
    return address.is_global and not address.is_multicast and not address.is_reserved

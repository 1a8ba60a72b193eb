"""What stands for an address where it must be found again: a keyed hash, never the address."""

from kiemtin.desk.keyed import mac


def lookup(channel: str, address: str) -> str:
    """64 hex digits for an address of a channel; the same each time, nothing without the key."""
    return mac("address", f"{channel}\0{address}").hex()

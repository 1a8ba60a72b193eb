"""How this desk fetches: under whose name, by which means, and with which browser it takes
pictures.
"""

from django.conf import settings

from kiemtin.media.fetch import Identity, Means, target


def identity() -> Identity:
    """The desk's site, and its mail address where it has one."""
    mail = settings.WRITE_TO.get("email", "")
    return Identity(settings.PUBLIC_URL, mail if mail.isascii() and "@" in mail else "")


def means() -> Means:
    """Limits, network and manners; the defaults share one memory of manners in a process."""
    return settings.FETCH_MEANS or Means()


def chromium() -> str | None:
    """The path of the browser that draws archived pages, where there is one."""
    return str(settings.CHROMIUM) if settings.CHROMIUM else None


def check(address: str) -> None:
    """Raise FetchRefused for what is no address of a web page; nothing is asked of the network."""
    target.read(address, means().network.loopback)

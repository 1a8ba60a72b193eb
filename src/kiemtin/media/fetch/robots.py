"""Read a robots.txt as RFC 9309 says, in time linear in its length times the paths asked about."""

import re
from dataclasses import dataclass
from urllib.parse import quote

MAX_BYTES = 500 * 1024
"""RFC 9309, 2.5: a crawler reads at least this much; the rest is not read."""

_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_TOKEN = re.compile(r"[A-Za-z_-]+")
_SAFE = "/%:@!$&'()*+,;=~-._?[]|{}^"


@dataclass(frozen=True)
class Rules:
    """Rules of one group as (pattern, allowed)."""

    rules: tuple[tuple[str, bool], ...] = ()

    def allow(self, path: str) -> bool:
        """Tell whether a path with its query may be visited: the longest pattern that fits decides,
        of equal ones the one that allows (RFC 9309, 2.2.2). /robots.txt itself always may."""
        fitting = [
            (len(pattern), allowed) for pattern, allowed in self.rules if fits(pattern, path)
        ]
        return max(fitting)[1] if fitting and path != "/robots.txt" else True


NO_RULES = Rules()
NOTHING = Rules((("/", False),))


def read(body: bytes, product: str) -> Rules:
    """Return the rules for a product token, or else those for everybody; no text does harm."""
    groups: dict[str, list[tuple[str, bool]]] = {}
    named: list[str] = []
    naming = False
    for line in body[:MAX_BYTES].decode("utf-8-sig", "replace").splitlines():
        if not (found := _LINE.match(line)):
            continue
        key, value = found[1].lower(), found[2].strip()
        if key == "user-agent":
            named = named if naming else []
            named.append(_agent(value))
            groups.setdefault(named[-1], [])
            naming = True
        elif key in {"allow", "disallow"}:
            naming = False
            for agent in named if value else ():
                groups[agent].append((quote(value, safe=_SAFE), key == "allow"))
    return Rules(tuple(groups.get(product.lower(), groups.get("*", []))))


def fits(pattern: str, path: str) -> bool:
    """Tell whether a path begins as the pattern says; * stands for anything, a last $ for the end.

    Each part between stars is looked for once, leftmost first: no pattern can make it slow.
    """
    ends = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    if not others:
        return not ends or place == len(path)
    for part in others[:-1]:
        found = path.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    if ends:
        return len(path) - len(others[-1]) >= place and path.endswith(others[-1])
    return path.find(others[-1], place) >= 0


def _agent(value: str) -> str:
    if value.startswith("*"):
        return "*"
    found = _TOKEN.match(value)
    return found[0].lower() if found else ""

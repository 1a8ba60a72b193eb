"""The names under which places are shown: "Xã Bát Xát, Lào Cai"; and which lies in which."""

from kiemtin.text.places import Place, UnknownPlace, gazetteer


def label(place: Place) -> str:
    """The full name, a commune's with its province: "Xã Bát Xát, Lào Cai"."""
    name = gazetteer().label(place.code)
    return name[:1].upper() + name[1:]


def place_name(code: str) -> str:
    """The label of a code; "" for the whole country, the code itself when it is unknown."""
    try:
        return label(gazetteer().get(code)) if code else ""
    except UnknownPlace:
        return code


def lies_in(outer: str, inner: str) -> bool:
    """True when a known place lies in another; "" is the whole country and lies in itself only."""
    try:
        return gazetteer().contains(outer or inner, inner) if inner else not outer
    except UnknownPlace:
        return False

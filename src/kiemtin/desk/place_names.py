"""The names under which places are shown: "Xã Bát Xát, Lào Cai"."""

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

"""Words and shapes of the ledger of passing on."""

from datetime import time

from django import template

from kiemtin.desk.place_names import place_name
from kiemtin.text.places import UnknownPlace, gazetteer
from kiemtin.web.desk import spread_words

register = template.Library()
register.filter("state_word", spread_words.word)
register.filter("state_icon", spread_words.shape)
register.filter("channel_word", spread_words.channel)


@register.filter
def short_place(code: str) -> str:
    """The bare name of a place, for a tile: "Bắc Hà"."""
    try:
        return gazetteer().get(code).name
    except UnknownPlace:
        return place_name(code)


@register.filter
def clock(moment: time) -> str:
    """A time of the day: 05:30."""
    return f"{moment:%H:%M}"

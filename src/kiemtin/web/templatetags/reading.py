"""Sentences of the plain library, in the reader's language."""

from django import template

from kiemtin.refusal import Say
from kiemtin.web.desk import read_in

register = template.Library()


@register.filter
def say(one: Say) -> str:
    """The sentence in the reader's language."""
    return read_in.say(one)

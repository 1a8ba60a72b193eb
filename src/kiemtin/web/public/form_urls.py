"""Addresses of the forms of a fact-check: posters, cards, and those for programs."""

from django.urls import URLPattern, path

from kiemtin.web.public.views import forms

SHEET = "kiem-chung/<slug:slug>"
urlpatterns: list[URLPattern] = [
    path(f"{SHEET}/ap-phich-a4.pdf", forms.poster, {"size": "A4"}, name="poster_a4"),
    path(f"{SHEET}/ap-phich-a5.pdf", forms.poster, {"size": "A5"}, name="poster_a5"),
    path(f"{SHEET}/the-vuong.png", forms.card, {"size": "square"}, name="card_square"),
    path(f"{SHEET}/the-dung.png", forms.card, {"size": "story"}, name="card_story"),
    path("claimreview.json", forms.claim_reviews, name="claim_reviews"),
    path("cap/feed.atom", forms.cap_feed, name="cap_feed"),
    path("cap/<slug:slug>.xml", forms.cap, name="cap"),
]

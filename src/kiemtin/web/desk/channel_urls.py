"""Addresses of the pages about channels: their state, who subscribed, what the sources say."""

from django.urls import URLPattern, path

from kiemtin.web.desk.views import channels, sources

urlpatterns: list[URLPattern] = [
    path("kenh/", channels.page, name="channels"),
    path("kenh/gui-lai/", channels.again, name="send_again"),
    path("nguoi-dang-ky/", channels.people, name="subscribers"),
    path("nguon/", sources.page, name="sources"),
    path("nguon/<int:pk>/", sources.item, name="source_item"),
]

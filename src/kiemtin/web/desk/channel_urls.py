"""Addresses of the pages about channels: their state, and who subscribed."""

from django.urls import URLPattern, path

from kiemtin.web.desk.views import channels

urlpatterns: list[URLPattern] = [
    path("kenh/", channels.page, name="channels"),
    path("kenh/gui-lai/", channels.again, name="send_again"),
    path("nguoi-dang-ky/", channels.people, name="subscribers"),
]

"""Addresses that channels' peers call."""

from django.urls import URLPattern, path

from kiemtin.web.hooks.views import hook

app_name = "hooks"
urlpatterns: list[URLPattern] = [path("<slug:channel>/", hook, name="hook")]

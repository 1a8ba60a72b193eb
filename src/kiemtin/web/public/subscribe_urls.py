"""Addresses under /dang-ky/; the worker there shows notices and keeps no page."""

from django.urls import URLPattern, path

from kiemtin.web.public.views import subscribe

urlpatterns: list[URLPattern] = [
    path("", subscribe.page, name="subscribe"),
    path("xong/<slug:how>/", subscribe.done, name="subscribe_done"),
    path("xac-nhan/<str:code>/", subscribe.confirm, name="confirm"),
    path("bo/<str:code>/", subscribe.leave, name="leave"),
    path("bao.js", subscribe.worker, name="push_worker"),
]

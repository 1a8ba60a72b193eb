"""Addresses of rating, below /danh-gia/: the only ones that a device's token goes to."""

from django.urls import URLPattern, URLResolver, path

from kiemtin.web.public.views import rating

urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:slug>/", rating.rating, name="rate"),
    path("<slug:slug>/da-ghi/", rating.rated, name="rated"),
    path("<slug:slug>/rut-lai/", rating.take_back, name="take_back_rating"),
]

"""Addresses of the API, version 1; `docs` leads to its description in OpenAPI."""

from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView

from kiemtin.web.api.views import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("docs", RedirectView.as_view(pattern_name="api:openapi-json"), name="api_docs"),
    path("", api.urls),
]

"""Addresses of the site: public pages at the root, the desk under /desk/, sign-in under /vao/."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("ngon-ngu/", include("django.conf.urls.i18n")),
    path("vao/", include("allauth.urls")),
    path("desk/", include("kiemtin.web.desk.urls")),
    path("", include("kiemtin.web.public.urls")),
]

"""Addresses of the site: public pages at the root, the desk under /desk/, sign-in under /vao/."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from kiemtin.web import errors

urlpatterns: list[URLPattern | URLResolver] = [
    # A forged choice of language does no harm; a token would put a cookie on every public page.
    path("ngon-ngu/", csrf_exempt(set_language), name="set_language"),
    # An address is changed by the administrator, not by whoever sits at an open session.
    path("vao/email/", errors.closed),
    path("vao/", include("allauth.urls")),
    path("desk/", include("kiemtin.web.desk.urls")),
    path("tuyen-truyen/", include("kiemtin.web.phone.urls")),
    path("api/v1/", include("kiemtin.web.api.urls")),
    path("kenh/", include("kiemtin.web.hooks.urls")),
    path("", include("kiemtin.web.public.urls")),
]
handler400 = "kiemtin.web.errors.bad_request"

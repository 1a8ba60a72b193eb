"""Addresses under /ma/, where the code of a bulletin is checked; a worker keeps the page."""

from django.urls import URLPattern, path

from kiemtin.web.public.views import bulletin, log_files

urlpatterns: list[URLPattern] = [
    path("", bulletin.page, name="bulletin"),
    path("kiem-tra", bulletin.check, name="bulletin_check"),
    path("danh-sach", bulletin.known, name="bulletin_list"),
    path("khoa", log_files.keys, name="bulletin_keys"),
    path("luu.js", bulletin.worker, name="bulletin_worker"),
    path("trang.webmanifest", bulletin.manifest, name="bulletin_manifest"),
    path("bai/<int:number>/", bulletin.find, name="bulletin_find"),
]

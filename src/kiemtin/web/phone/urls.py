"""Addresses under /tuyen-truyen/, the communicators' page and what it fetches and sends."""

from django.urls import URLPattern, path

from kiemtin.web.phone.views import data, join, send, shell, sounds, ways

app_name = "phone"
urlpatterns: list[URLPattern] = [
    path("", shell.shell, name="shell"),
    path("luu.js", shell.worker, name="worker"),
    path("trang.webmanifest", shell.manifest, name="manifest"),
    path("vao/", join.join, name="join"),
    path("roi/", join.leave, name="leave"),
    path("kenh/", ways.page, name="ways"),
    path("kenh/bo/", ways.remove, name="remove_way"),
    path("tin.json", data.facts, name="facts"),
    path("viec.json", data.work, name="work"),
    path("giong/<int:pk>", sounds.voice, name="voice"),
    path("ban-dich/<int:pk>", sounds.recording, name="recording"),
    path("gui", send.send, name="send"),
    path("ghi-am", send.sound, name="sound"),
]

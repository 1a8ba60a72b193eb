"""Addresses of the desk's pages."""

from django.urls import URLPattern, URLResolver, path

from kiemtin.web.desk.views import board, inbox, rumour

app_name = "desk"
urlpatterns: list[URLPattern | URLResolver] = [
    path("tin-den/", inbox.inbox, name="inbox"),
    path("tin-den/<int:pk>/", inbox.inbox, name="message"),
    path("tin-den/<int:pk>/gop/", inbox.attach, name="message_attach"),
    path("tin-den/<int:pk>/tin-moi/", inbox.open_rumour, name="message_open"),
    path("tin-den/<int:pk>/cat/", inbox.set_aside, name="message_set_aside"),
    path("tin-den/<int:pk>/khong-kiem-chung/", inbox.not_checkable, name="message_not_checkable"),
    path("tin-den/<int:pk>/hoan-tac/", inbox.undo, name="message_undo"),
    path("anh/<int:pk>/", rumour.picture, name="picture"),
    path("bang/", board.board, name="board"),
    path("bang/<int:pk>/nhan/", board.take, name="take"),
    path("tin-don/<int:pk>/", rumour.rumour, name="rumour"),
    path("tin-don/<int:pk>/danh-gia/", rumour.assess, name="assess"),
    path("tin-don/<int:pk>/khong-kiem-chung/", rumour.not_checkable, name="not_checkable"),
    path("tin-don/<int:pk>/bang-chung/", rumour.add_evidence, name="add_evidence"),
    path(
        "tin-don/<int:pk>/bang-chung/<int:evidence>/bo/",
        rumour.remove_evidence,
        name="remove_evidence",
    ),
    path("tin-don/<int:pk>/bang-chung/<int:evidence>/ban-luu/", rumour.copy, name="copy"),
    path("tin-don/<int:pk>/lien-he/", rumour.add_contact, name="add_contact"),
    path("tin-don/<int:pk>/dinh-danh/", rumour.add_identifier, name="add_identifier"),
    path("tin-don/<int:pk>/tam-thoi/", rumour.publish_holding, name="publish_holding"),
    path("tin-don/<int:pk>/loi-ich/", rumour.declare_conflict, name="declare_conflict"),
    path("tin-don/<int:pk>/gop/", rumour.merge, name="merge"),
]

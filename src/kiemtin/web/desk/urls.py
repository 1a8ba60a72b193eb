"""Addresses of the desk's pages."""

from django.urls import URLPattern, URLResolver, path, register_converter
from django.urls.converters import StringConverter

from kiemtin.web.desk import channel_urls
from kiemtin.web.desk.views import (
    board,
    book,
    communicators,
    divide,
    draft,
    drill,
    entry,
    erasure,
    forms,
    hours,
    inbox,
    objections,
    people,
    published,
    readers,
    review,
    rumour,
    split,
    spreading,
    styles,
    translations,
)


class ApprovalKindConverter(StringConverter):
    """One of the two signatures, anything else is no address."""

    regex = "review|sign_off"


class BookFormConverter(StringConverter):
    """One of the forms in which the desk's own book can be taken away."""

    regex = "json|csv"


register_converter(ApprovalKindConverter, "approval")
register_converter(BookFormConverter, "book_form")
app_name = "desk"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", entry.home, name="home"),
    path("tin-den/", inbox.inbox, name="inbox"),
    path("tin-den/<int:pk>/", inbox.inbox, name="message"),
    path("tin-den/<int:pk>/gop/", inbox.attach, name="message_attach"),
    path("tin-den/<int:pk>/tin-moi/", inbox.open_rumour, name="message_open"),
    path("tin-den/<int:pk>/cat/", inbox.set_aside, name="message_set_aside"),
    path("tin-den/<int:pk>/khong-kiem-chung/", inbox.not_checkable, name="message_not_checkable"),
    path("tin-den/<int:pk>/hoan-tac/", inbox.undo, name="message_undo"),
    path("tin-den/<int:pk>/tach/", divide.divide, name="message_divide"),
    path("tin-den/<int:pk>/gop-lai/", divide.join, name="message_join"),
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
    path("lien-he/<int:pk>/tra-loi/", rumour.add_answer, name="add_answer"),
    path("tin-don/<int:pk>/dinh-danh/", rumour.add_identifier, name="add_identifier"),
    path("tin-don/<int:pk>/tam-thoi/", rumour.publish_holding, name="publish_holding"),
    path("tin-don/<int:pk>/loi-ich/", rumour.declare_conflict, name="declare_conflict"),
    path("tin-don/<int:pk>/gop/", split.merge, name="merge"),
    path("tin-don/<int:pk>/tin/<int:message>/bo/", split.take_out, name="take_out"),
    path("tin-don/<int:pk>/tin/<int:message>/tra-lai/", split.put_back, name="put_back"),
    path("gop/<int:pk>/tach/", split.take_apart, name="take_apart"),
    path("tin-don/<int:pk>/ban-thao/", draft.draft, name="draft"),
    path("duyet/", review.queue, name="review_queue"),
    path("duyet/<int:pk>/", review.page, name="review"),
    path("duyet/<int:pk>/ky/<approval:kind>/", review.approve, name="approve"),
    path("duyet/<int:pk>/dang/<slug:form>/", forms.of_draft, name="draft_form"),
    path("duyet/<int:pk>/tra-lai/", review.send_back, name="send_back"),
    path("duyet/<int:pk>/cong-bo/", review.go_out, name="publish"),
    path("da-cong-bo/", published.fact_checks, name="fact_checks"),
    path("da-cong-bo/<int:pk>/", published.fact_check, name="fact_check"),
    path("da-cong-bo/<int:pk>/dang/", forms.page_of_version, name="forms"),
    path("da-cong-bo/<int:pk>/goi.zip", forms.package_of_version, name="package"),
    path("tam-thoi/<int:pk>/goi.zip", forms.package_of_line, name="line_package"),
    path("tam-thoi/<int:pk>/dang/", forms.page_of_line, name="line_forms"),
    path("tam-thoi/<int:pk>/dang/<slug:form>/", forms.of_line, name="line_form"),
    path("dang/<int:pk>/", forms.file, name="form_file"),
    path("da-cong-bo/<int:pk>/sua/", published.amend, name="amend"),
    path("da-cong-bo/<int:pk>/chuyen/", spreading.order, name="order"),
    path("tam-thoi/<int:pk>/chuyen/", spreading.order_line, name="order_line"),
    path("chuyen-tin/", spreading.broadcasts, name="broadcasts"),
    path("chuyen-tin/<int:pk>/", spreading.ledger, name="ledger"),
    path("chuyen-tin/<int:pk>/nhac/", spreading.remind, name="remind"),
    path("chuyen-tin/<int:pk>/dung/", spreading.stop, name="stop_broadcast"),
    path("chuyen-tin/<int:pk>/ghi/", spreading.note, name="note_by_phone"),
    path("chuyen-tin/<int:pk>/goi/", spreading.call_list, name="call_list"),
    path("chuyen-tin/<int:pk>/so.csv", spreading.export, name="spread_export"),
    path("gio-giac/", hours.page, name="hours"),
    path("gio-giac/<int:pk>/bo/", hours.unset, name="unset_hours"),
    path("ban-dich/", translations.queue, name="translations"),
    path("ban-dich/<int:pk>/", translations.page, name="translation"),
    path("ban-dich/<int:pk>/doi-chieu/", translations.check_back, name="check_back"),
    path("ban-dich/<int:pk>/tra-lai/", translations.send_back, name="send_translation_back"),
    path("ban-dich/<int:pk>/ghi-am/", translations.recording, name="recording"),
    path("xem-lai/<int:pk>/", readers.stands, name="stands"),
    path("xoa/", erasure.erasures, name="erasures"),
    path("xoa/<int:pk>/xoa-han/", erasure.do, name="erase"),
    path("xoa/<int:pk>/bo/", erasure.take_back, name="erasure_take_back"),
    path("phan-hoi/", objections.objections, name="objections"),
    path("phan-hoi/<int:pk>/tra-loi/", objections.answer_objection, name="answer_objection"),
    path("phan-hoi/<int:pk>/noi-them/", objections.note, name="note_objection"),
    path("phan-hoi/<int:pk>/an/", objections.hold_back, name="hold_back"),
    path("phan-hoi/<int:pk>/tep/", objections.file, name="objection_file"),
    path("goi-lai/", published.callbacks, name="callbacks"),
    path("goi-lai/<int:pk>/xong/", published.called_back, name="called_back"),
    *channel_urls.urlpatterns,
    path("nhap/", entry.enter, name="enter"),
    path("nhap-tep/", entry.import_file, name="import"),
    path("nguoi/", people.page, name="people"),
    path("nguoi/them/", people.add, name="add_person"),
    path("nguoi/<int:pk>/vai-tro/", people.roles, name="person_roles"),
    path("nguoi/<int:pk>/dong/", people.active, name="person_active"),
    path("nguoi/ban/", people.add_desk, name="add_desk"),
    path("nguoi/minh-bach/", people.describe, name="describe_desk"),
    path("tuyen-truyen-vien/", communicators.page, name="communicators"),
    path("tuyen-truyen-vien/moi/", communicators.invite, name="invite_communicator"),
    path(
        "tuyen-truyen-vien/<int:pk>/moi-lai/",
        communicators.invite_again,
        name="invite_communicator_again",
    ),
    path("tuyen-truyen-vien/<int:pk>/nghi/", communicators.end, name="end_communicator"),
    path("so-viec/", book.book, name="book"),
    path("so-viec/kiem-tra/", book.check, name="book_check"),
    path("so-viec/so-viec.<book_form:form>", book.export, name="book_export"),
    path("chon-ban/", people.choose, name="choose_desk"),
    path("noi/", people.places, name="places"),
    path("dien-tap/", drill.enter, name="drill"),
    path("tro-giup/", people.help_page, name="help"),
    path("mau/", styles.styles, name="styleguide"),
]

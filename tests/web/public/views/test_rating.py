"""Readers say whether a page is of use: one word a device, by a token that reading never sends."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from kiemtin.desk.flow import rate
from kiemtin.desk.models import ContestedReview, Judgement, Rating, Version
from kiemtin.desk.moment import at, today
from kiemtin.desk.words import Helpful, RatingReason, Reception, VersionKind
from kiemtin.web.limits import Limiter
from kiemtin.web.public import device, respond
from kiemtin.web.public.views import rating
from tests.support import rated
from tests.support.publishing import Staff
from tests.web.public.pages import Page, fields, text

OURS = {"sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def fresh_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has its own count of new devices, and no page kept from another."""
    monkeypatch.setattr(rating, "NEW_DEVICES", Limiter(5))
    respond.PAGES._bodies.clear()


def where(version: Version) -> str:
    return f"/danh-gia/{version.fact_check.slug}/"


def opened(reader: Client, version: Version, **said: object) -> dict[str, object]:
    """The form as opened and filled in."""
    form: dict[str, object] = dict(fields(reader.get(where(version)), where(version)))
    return form | said


def say(reader: Client, version: Version, value: str = "helpful", *reasons: str) -> Page:
    """Fill in the form and send it from our own page."""
    form = opened(reader, version, value=value, reasons=list(reasons))
    return reader.post(where(version), form, headers=OURS)


def test_a_word_is_counted_changed_and_taken_back(reader: Client, dam: Version) -> None:
    first = say(reader, dam, "helpful", "clear")
    assert first.status_code == 302
    page = text(reader.get(first["Location"]))
    assert "Cảm ơn bạn đã đánh giá" in page
    assert "Dễ hiểu" in page
    again = say(reader, dam, "not", "weak", "one_sided")
    assert "Đã thay đánh giá trước của bạn" in text(reader.get(again["Location"]))
    stored = Rating.objects.get()
    assert (stored.value, stored.version) == (Helpful.NO, dam)
    assert {one.tag for one in stored.tags.all()} == {RatingReason.WEAK, RatingReason.ONE_SIDED}
    gone = reader.post(f"{where(dam)}rut-lai/", headers=OURS)
    assert "Đã rút lại đánh giá" in text(reader.get(gone["Location"]))
    assert not Rating.objects.exists()


def test_the_form_shows_the_earlier_word(reader: Client, dam: Version) -> None:
    say(reader, dam, "somewhat", "outdated")
    html = reader.get(where(dam)).content.decode()
    ticked = {
        one.split('value="')[1].split('"')[0] for one in html.split("<input") if " checked" in one
    }
    assert ticked == {"somewhat", "outdated"}


def test_the_button_pressed_on_the_page_is_ticked_already(reader: Client, dam: Version) -> None:
    html = reader.get(f"{where(dam)}?y=not").content.decode()
    assert [one for one in html.split("<input") if " checked" in one and 'value="not"' in one]
    assert " checked" not in reader.get(f"{where(dam)}?y=<script>").content.decode()


def test_the_token_is_random_and_goes_to_no_page_that_is_read(reader: Client, dam: Version) -> None:
    reader.get(f"/kiem-chung/{dam.fact_check.slug}/")
    reader.get(where(dam))
    assert not reader.cookies
    say(reader, dam)
    (cookie,) = reader.cookies.values()
    assert (cookie.key, cookie["path"]) == (device.COOKIE, "/danh-gia/")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert device.TOKEN.match(cookie.value)
    other = Client()
    say(other, dam)
    assert other.cookies[device.COOKIE].value != cookie.value
    assert cookie.value not in {Rating.objects.order_by("id")[0].rater, ""}


def test_the_token_is_only_sent_over_https_where_the_site_has_it(
    reader: Client, dam: Version, settings: Settings
) -> None:
    settings.SESSION_COOKIE_SECURE = True
    say(reader, dam)
    assert reader.cookies[device.COOKIE]["secure"]


def test_a_form_sent_twice_counts_once(reader: Client, dam: Version) -> None:
    form = opened(reader, dam, value="helpful")
    answers = [Client().post(where(dam), form, headers=OURS) for _ in range(2)]
    assert Rating.objects.count() == 1
    tokens = {answer.cookies[device.COOKIE].value for answer in answers}
    assert len(tokens) == 1
    assert answers[1]["Location"].endswith("?da=again")


def test_an_old_form_does_not_bring_an_old_word_back(reader: Client, dam: Version) -> None:
    form = opened(reader, dam, value="helpful")
    reader.post(where(dam), form, headers=OURS)
    say(reader, dam, "not")
    page = reader.post(where(dam), form, follow=True, headers=OURS)
    assert "Biểu mẫu này đã gửi rồi" in text(page)
    assert Rating.objects.get().value == Helpful.NO


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://testserver"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
    ],
)
def test_a_form_of_another_site_is_refused(
    reader: Client, dam: Version, headers: dict[str, str]
) -> None:
    form = opened(reader, dam, value="helpful")
    assert reader.post(where(dam), form, headers=headers).status_code == 403
    say(reader, dam)
    assert reader.post(f"{where(dam)}rut-lai/", headers=headers).status_code == 403
    assert Rating.objects.count() == 1


@pytest.mark.parametrize("header", ["origin", "referer"])
def test_an_older_browser_says_where_it_comes_from_otherwise(
    reader: Client, dam: Version, header: str
) -> None:
    form = opened(reader, dam, value="helpful")
    ours = {header: "http://testserver/danh-gia/x/"}
    assert reader.post(where(dam), form, headers=ours).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [{"value": ""}, {"value": "very"}, {"value": "helpful", "reasons": ["liar"]},
     {"value": "helpful", "token": "x"}, {"value": "helpful", "read": "x"},
     {"value": "helpful", "read": "2"}],
)  # fmt: skip
def test_what_is_no_rating_is_refused_with_what_was_ticked(
    reader: Client, dam: Version, wrong: dict[str, object]
) -> None:
    form = opened(reader, dam) | {"reasons": ["hard"]} | wrong
    page = reader.post(where(dam), form, headers=OURS)
    assert page.status_code == 422
    assert "Có chỗ cần sửa" in text(page)
    assert not Rating.objects.exists()
    assert device.COOKIE not in page.cookies
    if "reasons" not in wrong:
        html = page.content.decode()
        assert [one for one in html.split("<input") if 'value="hard"' in one and "checked" in one]


def test_a_form_that_was_too_old_works_when_sent_again(reader: Client, dam: Version) -> None:
    form = opened(reader, dam, value="helpful", token="x", read="7")
    page = reader.post(where(dam), form, headers=OURS)
    renewed = form | fields(page, where(dam))
    assert reader.post(where(dam), renewed, headers=OURS).status_code == 302


def test_many_new_devices_from_one_address_are_slowed_down(dam: Version) -> None:
    answers = [say(Client(), dam, "somewhat") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert Rating.objects.count() == 5
    last = answers[-1]
    assert (last["Retry-After"], device.COOKIE in last.cookies) == ("60", False)
    assert "đợi một phút" in text(last)
    html = last.content.decode()
    assert [one for one in html.split("<input") if 'value="somewhat"' in one and "checked" in one]


def test_tokens_that_were_made_up_are_new_devices(dam: Version) -> None:
    answers = []
    for number in range(6):
        reader = Client()
        reader.cookies[device.COOKIE] = f"{number}" * 43
        answers.append(say(reader, dam).status_code)
    assert answers == [302] * 5 + [429]


def test_who_rated_before_is_not_slowed_down(reader: Client, dam: Version) -> None:
    assert {say(reader, dam).status_code for _ in range(8)} == {302}


def test_a_token_that_was_made_up_is_no_token(reader: Client, dam: Version) -> None:
    reader.cookies[device.COOKIE] = "0912 000 000"
    say(reader, dam)
    assert Rating.objects.get().rater != rate.rater("0912 000 000")


def test_a_withdrawn_or_unknown_page_is_not_rated(
    reader: Client, dam: Version, staff: Staff
) -> None:
    assert reader.get("/danh-gia/khong-co/").status_code == 404
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Sai cả bài.")
    assert reader.get(where(dam)).status_code == 404
    page = reader.get(f"/kiem-chung/{dam.fact_check.slug}/").content.decode()
    assert f'action="{where(dam)}"' not in page


def shown(reader: Client, version: Version) -> str:
    """The fact-check's page as it is made anew."""
    respond.PAGES._bodies.clear()
    return text(reader.get(f"/kiem-chung/{version.fact_check.slug}/"))


def test_counts_below_five_are_not_told(reader: Client, dam: Version) -> None:
    assert "Chưa có ai đánh giá bài này." in shown(reader, dam)
    rated.times(dam, 4)
    assert "Có dưới 5 đánh giá." in shown(reader, dam)
    rated.times(dam, 3, Helpful.NO, first=4)
    page = shown(reader, dam)
    assert "Có ích: dưới 5" in page
    rated.times(dam, 3, first=7)
    assert "Có ích: 7 · Có ích một phần: dưới 5 · Không có ích: dưới 5" in shown(reader, dam)
    assert "Chưa đủ ý kiến" in shown(reader, dam)


def test_a_new_rating_shows_within_minutes_and_makes_no_page_anew(
    reader: Client, dam: Version
) -> None:
    address = f"/kiem-chung/{dam.fact_check.slug}/"
    with at(dam.published_at.replace(minute=0, second=0, microsecond=0)):
        before = reader.get(address).content
        rated.times(dam, 9)
        assert reader.get(address).content == before
    with at(dam.published_at + timedelta(seconds=2 * respond.REFRESH_SECONDS)):
        assert "Có ích: 9" in text(reader.get(address))


def test_what_one_side_likes_is_marked_until_and_after_it_was_looked_at(
    reader: Client, dam: Version, colleague: object
) -> None:
    Judgement.objects.create(version=dam, reception=Reception.CONTESTED, judged_on=today())
    review = ContestedReview.objects.create(version=dam, opened_at=rate.this_hour())
    rated.times(dam, 30)
    page = shown(reader, dam)
    assert "Còn tranh luận" in page
    assert "đang được một người duyệt của bàn xem lại" in page
    ContestedReview.objects.filter(pk=review.pk).update(
        note="Đã đọc lại chứng cứ.", closed_by=colleague, closed_at=rate.this_hour()
    )
    page = shown(reader, dam)
    assert "đã xem lại ngày" in page
    assert "Đã đọc lại chứng cứ." not in page


def test_a_burst_is_shown_beside_the_counts(reader: Client, dam: Version, staff: Staff) -> None:
    other = staff.publish(claim="Cầu Nậm Tha bị nước cuốn trôi sáng 10/9/2024")
    rated.times(other, 1)
    rated.times(dam, 25)
    assert "có một giờ nhận 25 đánh giá; một giờ thường nhận dưới 5." in shown(reader, dam)


def test_what_is_usual_is_told_where_it_is_no_small_count(
    reader: Client, dam: Version, staff: Staff
) -> None:
    other = staff.publish(claim="Cầu Nậm Tha bị nước cuốn trôi sáng 10/9/2024")
    rated.times(other, 6)
    rated.times(dam, 60)
    assert "có một giờ nhận 60 đánh giá; một giờ thường nhận chừng 6." in shown(reader, dam)


def test_it_is_explained_where_the_way_of_working_is(reader: Client, dam: Version) -> None:
    assert 'id="danh-gia"' in reader.get("/cach-lam-viec/").content.decode()
    assert "/cach-lam-viec/#danh-gia" in reader.get(where(dam)).content.decode()
    assert "Disallow: /danh-gia/" in reader.get("/robots.txt").content.decode()

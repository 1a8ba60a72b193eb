"""Translations on the desk's pages: written beside the Vietnamese, said back by another, heard."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kiemtin.desk.models import Account, Desk, Translation, Version
from kiemtin.desk.words import Role
from tests.desk import steps
from tests.desk.conftest import Maker
from tests.support.publishing import Staff
from tests.support.spread import BAC_HA, communicator
from tests.web.desk.conftest import Browser

WAV = b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(28)
GIVEN = {
    "language": "hmn",
    "script": "Latn-rpa",
    "fact": "Pas dej tsis tawg.",
    "said": "",
    "todo": "Nyob hauv tsev.",
}
BACK = {"back_text": "Đập không vỡ."}


@pytest.fixture
def version(staff: Staff) -> Version:
    """A published fact-check."""
    return staff.publish()


@pytest.fixture
def second(person: Maker, desk: Desk) -> Account:
    """Another speaker."""
    return person("second", desk, Role.TRANSLATOR)


def shown(client: Client, name: str, *args: int) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def send(client: Client, name: str, pk: int, **given: object) -> tuple[int, str]:
    answer = client.post(reverse(f"desk:{name}", args=[pk]), given, follow=True)
    return answer.status_code, answer.content.decode()


def write(client: Client, version: Version, **changes: object) -> tuple[int, str]:
    return send(client, "translation", version.fact_check_id, **(GIVEN | changes))


def test_it_is_written_said_back_and_used(
    browser: Browser, author: Account, second: Account, version: Version
) -> None:
    one, other = browser(author), browser(second)
    recorded = SimpleUploadedFile("mong.wav", WAV, "audio/wav")
    _status, page = write(one, version, recording=recorded)
    assert "chờ đối chiếu" in page
    assert version.fact in page
    made = Translation.objects.get()
    assert "Đúng, cho dùng" not in page  # her own
    heard = other.get(reverse("desk:recording", args=[made.pk]))
    assert heard.content == WAV
    assert (heard["Content-Type"], heard["Cache-Control"]) == ("audio/wav", "private, no-store")
    waiting = shown(other, "desk:translations")
    assert "Chờ đối chiếu" in waiting
    assert f"Mông: {version.fact}" in waiting
    _status, page = send(other, "check_back", made.pk, **BACK)
    assert "đang dùng" in page
    assert "Đập không vỡ." in page
    assert "đang dùng" in shown(one, "desk:fact_check", version.fact_check_id)
    _status, page = send(other, "send_translation_back", made.pk, reason="Sai chữ.")
    assert "bị trả lại" in page


def test_what_is_missing_is_what_communicators_speak(
    browser: Browser, author: Account, desk: Desk, version: Version
) -> None:
    assert "Không có gì phải dịch" in shown(browser(author), "desk:translations")
    who = communicator(desk, author, BAC_HA)
    who.languages = ["vie", "hmn", "ium", "zzz"]
    who.save()
    page = shown(browser(author), "desk:translations")
    assert "Chưa dịch" in page
    assert "Mông, Dao" in page
    write(browser(author), version)
    assert "Mông, Dao" not in shown(browser(author), "desk:translations")


def test_what_the_vietnamese_left_behind_is_shown_as_old(
    browser: Browser, author: Account, colleague: Account, version: Version
) -> None:
    client = browser(author)
    write(client, version)
    steps.correct(author, colleague, version.fact_check, fact="Đập còn nguyên.")
    assert "Đã cũ: bản tiếng Việt đã đổi" in shown(client, "desk:translations")
    assert "đã cũ, không dùng" in shown(client, "desk:translation", version.fact_check_id)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"fact": ""}, "Cần một bản ghi âm"),
        ({"script": "Zxxx"}, "Hãy chọn loại chữ"),
        ({"language": "vie"}, "vie"),
        ({"recording": SimpleUploadedFile("a.html", b"<html>")}, "không phải bản ghi"),
    ],
)
def test_what_is_refused_stays_typed(
    browser: Browser, author: Account, version: Version, changes: dict[str, object], told: str
) -> None:
    status, page = write(browser(author), version, **changes)
    assert status == 422
    assert told in page
    assert "Nyob hauv tsev." in page
    assert not Translation.objects.exists()


def test_what_is_said_back_wrongly_stays_typed(
    browser: Browser, author: Account, second: Account, version: Version
) -> None:
    write(browser(author), version)
    made = Translation.objects.get()
    status, page = send(browser(author), "check_back", made.pk, **BACK)
    assert (status, "cần một người khác" in page) == (422, True)
    assert BACK["back_text"] in page
    assert send(browser(second), "check_back", made.pk, back_text=" ")[0] == 422
    assert send(browser(second), "send_translation_back", made.pk, reason=" ")[0] == 422
    made.refresh_from_db()
    assert made.back_checked_at is None


def test_strangers_find_nothing_and_a_reviewer_only_reads(
    browser: Browser,
    author: Account,
    colleague: Account,
    stranger: Account,
    version: Version,
) -> None:
    write(browser(author), version, recording=SimpleUploadedFile("a.wav", WAV))
    made = Translation.objects.get()
    reader, other = browser(colleague), browser(stranger)
    page = shown(reader, "desk:translation", version.fact_check_id)
    assert version.fact in page
    assert "Lưu bản dịch" not in page
    assert write(reader, version)[0] == 403
    heard = reader.get(reverse("desk:recording", args=[made.pk]))
    assert (heard.status_code, heard.content) == (200, WAV)
    for client, status in ((reader, 403), (other, 404)):
        assert send(client, "check_back", made.pk, **BACK)[0] == status
        assert send(client, "send_translation_back", made.pk, reason="x")[0] == status
    assert write(other, version)[0] == 404
    assert other.get(reverse("desk:recording", args=[made.pk])).status_code == 404
    assert other.get(reverse("desk:translation", args=[version.fact_check_id])).status_code == 404
    assert "Pas dej" not in shown(other, "desk:translations")

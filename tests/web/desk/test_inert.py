"""An archive that cannot be opened is a sentence, no page; the policy gives a page nothing."""

from django.core.files.base import ContentFile

from kiemtin.desk.models import Capture
from kiemtin.web.desk import inert


def test_what_is_no_archive_is_refused_in_words(db: None) -> None:
    row = Capture()
    row.file.save("x.wacz", ContentFile(b"PK no archive"), save=False)
    answer = inert.page(row.file)
    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("text/plain")


def test_nothing_is_allowed_but_what_is_written_into_the_page() -> None:
    allowed = {word for words in inert.POLICY.values() for word in words}
    assert allowed == {"", "'none'", "data:", "'unsafe-inline'", "'self'"}
    assert [name for name, words in inert.POLICY.items() if "'self'" in words] == [
        "frame-ancestors"
    ]

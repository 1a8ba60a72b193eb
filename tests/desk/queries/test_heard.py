"""What a page says of the right of reply, also of versions from before it was asked."""

from kiemtin.desk.models import Version
from kiemtin.desk.queries.heard import heard

ASKED = {"body": "Trạm đo", "asked_at": "2025-10-01T05:00:00+00:00", "answer": ""}


def test_a_version_of_before_shows_whom_it_asked() -> None:
    shown = heard(Version(), [ASKED])
    assert shown.says
    assert (shown.offers, len(shown.others)) == ([], 1)
    assert not heard(Version(), []).says


def test_an_offer_stands_apart_and_an_exception_says_why() -> None:
    version = Version(about="body", about_body="Trạm đo", not_asked="endangers", not_asked_why="vì")
    shown = heard(version, [ASKED | {"purpose": "reply", "how": "thư", "answer_by": None}])
    assert [one.how for one in shown.offers] == ["thư"]
    assert shown.not_asked
    assert shown.why == "vì"

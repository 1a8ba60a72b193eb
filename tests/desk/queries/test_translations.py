"""What waits for translators, in the languages that communicators speak where the text holds."""

from datetime import timedelta

import pytest

from kiemtin.desk.flow import translating
from kiemtin.desk.flow.translating import Wording
from kiemtin.desk.models import Account, Desk, FactCheck, Rumour, Version
from kiemtin.desk.moment import at
from kiemtin.desk.queries import translations
from kiemtin.desk.words import Role, VersionKind
from kiemtin.desk.words_reach import Language, Script
from tests.desk import steps
from tests.desk.conftest import Maker
from tests.support.spread import BAC_HA, BAT_XAT, SON_LA, communicator

MONG = Wording(Language.HMONG, Script.RPA, "Pas dej tsis tawg.", "", "Nyob hauv tsev.")


@pytest.fixture
def second(person: Maker, desk: Desk) -> Account:
    """Another speaker."""
    return person("second", desk, Role.TRANSLATOR)


def speaks(desk: Desk, by: Account, place: str, *languages: str) -> None:
    who = communicator(desk, by, place)
    who.languages = list(languages)
    who.save()


def test_each_translation_stands_in_one_list(
    published: Version, desk: Desk, author: Account, colleague: Account, second: Account
) -> None:
    written = translating.write(author, published.fact_check, MONG)
    queue = translations.queue([desk])
    assert ([one.translation for one in queue.to_check], len(queue)) == ([written], 1)
    translating.check_back(second, written, "Đập không vỡ.")
    queue = translations.queue([desk])
    assert ([one.translation for one in queue.sayable], len(queue)) == ([written], 0)
    translating.send_back(second, written, "sai chữ")
    assert [one.translation for one in translations.queue([desk]).returned] == [written]
    steps.correct(author, colleague, published.fact_check, fact="Đập còn nguyên.")
    assert [one.translation for one in translations.queue([desk]).stale] == [written]


def test_missing_is_what_is_spoken_where_it_holds(
    noon: object, rumour: Rumour, desk: Desk, author: Account, colleague: Account
) -> None:
    version = steps.release(author, colleague, rumour, place=BAC_HA)
    speaks(desk, author, BAC_HA, "vie", "hmn")
    speaks(desk, author, BAT_XAT, "ium")
    speaks(desk, author, "15", "tyz", "no")
    speaks(desk, author, SON_LA, "blt")
    (missing,) = translations.queue([desk]).missing
    assert missing.fact_check == version.fact_check
    assert missing.languages == [Language.HMONG, Language.TAY]
    fact_check = FactCheck.objects.select_related("current", "desk").get()
    assert translations.wanted(fact_check) == {"hmn", "tyz"}


def test_what_is_over_or_withdrawn_or_anothers_waits_for_nobody(
    noon: object,
    published: Version,
    desk: Desk,
    other_desk: Desk,
    author: Account,
    colleague: Account,
) -> None:
    speaks(desk, author, BAC_HA, "hmn")
    assert len(translations.queue([desk])) == 1
    assert len(translations.queue([other_desk])) == 0
    until = steps.NOON.date()
    steps.correct(author, colleague, published.fact_check, valid_until=until)
    with at(steps.NOON + timedelta(days=1)):
        assert len(translations.queue([desk])) == 0
    gone = {"kind": VersionKind.WITHDRAWAL, "what_was_wrong": "Sai."}
    steps.correct(author, colleague, published.fact_check, **gone)
    assert len(translations.queue([desk])) == 0

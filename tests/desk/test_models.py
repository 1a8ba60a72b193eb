"""The records hold claims, not people: no table and no column for those who ask or spread."""

import re

from django.apps import apps

PERSONAL = re.compile(
    r"sender|phone|e_?mail|(^|_)ip($|_)|address|agent|handle|profile|username|reporter|spreader"
    r"|device|location|lat|lon|birth|name$"
)
ALLOWED = {
    "Account.email",  # those who work at a desk sign what they publish
    "Account.name",
    "Communicator.name",  # a communicator was invited by name, and took it up
    "Translation.translator",  # an account of the desk
    "Desk.name",
    "Evidence.circulates",  # whether a picture goes round
    "Evidence.copy_name",  # a file's name
    "ReplyAddress.address",
    "Source.address",  # a chosen source is a body with a site, never an account of a person
    "Source.name",
}


def test_no_column_describes_a_person_who_asks_or_spreads() -> None:
    columns = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("desk").get_models()
        for field in model._meta.get_fields()
        if field.concrete
    }
    assert {name for name in columns if PERSONAL.search(name.split(".")[1])} <= ALLOWED


def test_only_those_who_work_here_have_a_record() -> None:
    people = {
        model.__name__
        for model in apps.get_app_config("desk").get_models()
        if re.search(
            "person|user|contact|reporter|asker|source|account|sender|communicator|subscri|device",
            model.__name__,
            re.IGNORECASE,
        )
    }
    works_here = {"Account", "Communicator", "Device"}
    asked_for_bulletins = {"Subscription"}
    assert people == works_here | asked_for_bulletins | {"ContactAttempt", "Source"}

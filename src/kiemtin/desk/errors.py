"""What the flow refuses, in the reader's language: what was expected, what came, what to do
next.
"""

from typing import Any

from django.utils.translation import gettext as _

from kiemtin.desk.words import Role


class FlowError(Exception):
    """A step that may not be taken; `code` is stable, `str()` is a sentence for the page."""

    code = "refused"

    def __init__(self, code: str, sentence: str, **params: Any) -> None:
        super().__init__(sentence)
        self.code = code
        self.params = params


class NotAllowed(FlowError):
    """The account lacks the role; pages answer 404 to strangers and this to colleagues."""

    def __init__(self, *wanted: Role) -> None:
        names = ", ".join(str(role.label) for role in wanted)
        super().__init__(
            "not_allowed",
            _("Việc này cần vai trò: %(roles)s. Hãy nhờ người có vai trò đó.") % {"roles": names},
        )


class StaleEdit(FlowError):
    """Somebody saved first; both texts are kept for the page to show side by side."""

    def __init__(self, theirs: dict[str, Any], yours: dict[str, Any], revision: int) -> None:
        super().__init__(
            "stale_edit",
            _("Người khác đã lưu trước bạn. Chữ của bạn còn nguyên: so hai bản rồi lưu lại."),
            theirs=theirs,
            yours=yours,
            revision=revision,
        )


def refuse(code: str, sentence: str, **params: Any) -> FlowError:
    """A FlowError with its sentence filled in."""
    return FlowError(code, sentence % params if params else sentence, **params)

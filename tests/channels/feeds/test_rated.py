"""A foreign rating becomes one of our verdicts only where its words can mean nothing else."""

import pytest

from kiemtin.bulletin.verdicts import VERDICTS
from kiemtin.channels.feeds.rated import verdict_of


@pytest.mark.parametrize("code", ["true", "mostly_true", "misleading", "false", "unproven"])
def test_our_own_words_mean_themselves(code: str) -> None:
    assert verdict_of(VERDICTS[code].vi) == verdict_of(VERDICTS[code].en) == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("SAI SỰ THẬT!", "false"),
        ("  Tin giả. ", "false"),
        ("Pants on Fire", "false"),
        ("“Misleading”", "misleading"),
        ("sai  ngữ cảnh", "misleading"),
        ("Chưa kiểm chứng được", "unproven"),
    ],
)
def test_plain_words_are_read(said: str, code: str) -> None:
    assert verdict_of(said) == code


@pytest.mark.parametrize(
    "said", ["", "1", "5", "Half true", "Đúng một nửa", "Không sai", "Giả", "Satire", "Not false"]
)
def test_what_may_mean_something_else_means_nothing(said: str) -> None:
    assert verdict_of(said) == ""

"""Pages load nothing from others and need no inline script or style."""

import re
from pathlib import Path

import pytest

from tests.support.tree import SOURCE

WEB = [path for path in SOURCE.rglob("*") if path.suffix in {".html", ".txt", ".xml", ".svg"}]
ASSETS = [path for path in SOURCE.rglob("static/**/*") if path.suffix in {".css", ".js", ".mjs"}]
# What a browser would fetch by itself: not links that a reader follows.
FETCHED = re.compile(
    r"""(?:<(?!a\b)[a-z]+\b[^>]*?\b(?:src|href|action|srcset|poster|data)\s*=\s*["']?"""
    r"""|url\(\s*["']?|@import\s+["']|importScripts\(["']|fetch\(["']|import\s*\(["'])"""
    r"""(?:https?:)?//""",
    re.IGNORECASE,
)
TEMPLATE_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}")
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=[\"']application/)", re.IGNORECASE)
INLINE_HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE)
INLINE_STYLE = re.compile(r"<style\b|<[a-z][^>]*\sstyle\s*=", re.IGNORECASE)


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(SOURCE)) for path in paths]


def test_there_are_pages_to_look_at() -> None:
    assert any(path.suffix == ".html" for path in WEB)
    assert ASSETS


@pytest.mark.parametrize("path", WEB + ASSETS, ids=names(WEB + ASSETS))
def test_nothing_is_fetched_from_another_host(path: Path) -> None:
    assert not FETCHED.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WEB, ids=names(WEB))
def test_the_strict_policy_holds_without_inline_script_or_style(path: Path) -> None:
    text = TEMPLATE_TAG.sub("", path.read_text(encoding="utf-8"))
    for pattern in (INLINE_SCRIPT, INLINE_HANDLER, INLINE_STYLE):
        found = pattern.search(text)
        assert not found, f"line {text[: found.start()].count(chr(10)) + 1}: {found.group()}"


@pytest.mark.parametrize(
    "bad",
    [
        '<script src="https://example.org/x.js">',
        '<link rel="stylesheet" href="//example.org/x.css">',
        "background: url(https://example.org/x.png)",
        "<img alt='' src='http://example.org/x.png'>",
    ],
)
def test_what_would_be_fetched_is_recognised(bad: str) -> None:
    assert FETCHED.search(bad)
    assert not FETCHED.search('<a href="https://example.org/">nguồn</a>')

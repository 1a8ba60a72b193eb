"""The decoder runs apart from everything, within its limits, and its answer is doubted."""

import json
import os
from pathlib import Path

import pytest
from PIL import Image

from kiemtin.media import sandbox
from kiemtin.media.picture import LIMITS, Limits, clean
from tests.media.pictures import SECRET, drawing, encoded
from tests.media.results import reason


def test_memory_beyond_the_limit_is_refused() -> None:
    data = encoded(Image.new("RGB", (6000, 6000)), "PNG")
    assert reason(data, Limits(memory=150 * 1024 * 1024)) == "too_heavy"
    assert clean(data).width == 2048


def test_a_decoder_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = tmp_path / "stuck.py"
    stuck.write_text("import signal\nsignal.pause()\n")
    monkeypatch.setattr(sandbox, "DECODER", stuck)
    assert reason(encoded(drawing(), "PNG"), Limits(wait_seconds=0.2)) == "too_heavy"


def test_a_decoder_that_computes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = tmp_path / "stuck.py"
    stuck.write_text(
        "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass\n"
    )
    monkeypatch.setattr(sandbox, "DECODER", stuck)
    assert reason(encoded(drawing(), "PNG")) == "too_heavy"


def test_the_decoder_sees_no_environment_no_files_and_hard_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTIN_SECRET", SECRET.decode())
    kept = os.open(tmp_path / "kept", os.O_RDWR | os.O_CREAT)
    os.set_inheritable(kept, True)
    spy = tmp_path / "spy.py"
    spy.write_text(SPY)
    monkeypatch.setattr(sandbox, "DECODER", spy)
    done = sandbox._run(b"", "png", LIMITS)
    os.close(kept)
    seen = json.loads(done.stdout)
    assert "KIEMTIN_SECRET" not in seen["environment"]
    assert seen["files"] == [0, 1, 2]
    assert (seen["folder"], seen["arguments"]["pixels"]) == ("/", LIMITS.pixels)


SPY = """
import json, os, sys
files = [n for n in range(64) if os.path.exists(f"/proc/self/fd/{n}")]
print(json.dumps({"environment": dict(os.environ), "files": files, "folder": os.getcwd(),
                  "arguments": json.loads(sys.argv[1])}))
"""


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]\n",
        b"{}\n",
        b'{"width": 5, "height": 5, "content_type": "image/png"}\n<script>',
        b'{"width": 5, "height": 5, "content_type": "text/html"}\n\x89PNG\r\n\x1a\n',
        b'{"width": 5, "height": 5, "content_type": []}\n\x89PNG\r\n\x1a\n',
        b'{"width": 5000, "height": 5, "content_type": "image/png"}\n\x89PNG\r\n\x1a\n',
        b'{"width": 0, "height": 5, "content_type": "image/png"}\n\x89PNG\r\n\x1a\n',
        b'{"width": 5, "height": "x"}\n',
    ],
)
def test_an_answer_that_does_not_fit_is_not_believed(
    answer: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    liar = tmp_path / "liar.py"
    liar.write_text(f"import sys\nsys.stdout.buffer.write({answer!r})\n")
    monkeypatch.setattr(sandbox, "DECODER", liar)
    assert reason(encoded(drawing(), "PNG")) == "broken"


def test_too_many_pictures_at_once_are_asked_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = [sandbox._SLOTS.acquire(blocking=False) for _ in range(2)]
    try:
        assert taken == [True, True]
        assert reason(encoded(drawing(), "PNG"), Limits(wait_seconds=0.01)) == "busy"
    finally:
        for _ in taken:
            sandbox._SLOTS.release()
    assert clean(encoded(drawing(), "PNG")).width == 64

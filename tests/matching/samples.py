"""Small made-up entries, and an encoder that needs no model, for the tests of this room."""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from kiemtin.matching.encoder import Matrix
from kiemtin.text.fold import syllables

CLAIMS = {
    "cau": "Cầu treo Bản Vược bị nước cuốn trôi sáng 3/9/2025",
    "truong": "Trường tiểu học Sín Chéng cho học sinh nghỉ hai tuần",
    "gas": "Trạm gas ở Tả Phời rò rỉ từ tối 12/10/2025",
    "thuoc": "Uống nước lá ổi chữa khỏi sốt xuất huyết sau một đêm",
    "ve": "Tàu lên Sa Pa tăng giá vé thêm 80.000 đồng từ ngày 5/11/2025",
    "cho": "Chợ phiên Cốc Ly chuyển sang họp ngày thứ bảy",
}


class BagEncoder:
    """Sums a fixed random vector a syllable: deterministic, and near when words are shared."""

    name = "bag"
    dim = 48
    max_chars = 200
    centre = None
    unrelated = 0.8

    def query(self, texts: Sequence[str]) -> Matrix:
        return self.passage(texts)

    def passage(self, texts: Sequence[str]) -> Matrix:
        rows = np.array([self._one(text) for text in texts], np.float32).reshape(-1, self.dim)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)

    def _one(self, text: str) -> np.ndarray:
        # The constant keeps unrelated texts at a high cosine, as real encoders do.
        total = np.full(self.dim, 3.0)
        for syllable in syllables(text):
            seed = int.from_bytes(blake2b(syllable.encode(), digest_size=4).digest(), "big")
            total += np.random.default_rng(seed).normal(size=self.dim)
        return total

"""The sample is a sound PDF with one letter, so that reading it loads what reading needs."""

from kiemtin.media.readers import pdf
from kiemtin.media.readers.pdf_sample import SAMPLE


def test_the_sample_is_read_whole() -> None:
    head = pdf.read(SAMPLE, {"most": 9})[0]
    assert (head["text"], head["pages"], head["warnings"]) == ("a", 1, [])

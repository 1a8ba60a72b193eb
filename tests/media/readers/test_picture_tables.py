"""How hard a JPEG was pressed is found from its tables, to within one setting."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from kiemtin.media.readers.picture_tables import quality
from tests.media.pictures import encoded, photo


@pytest.mark.parametrize("setting", [5, 20, 50, 75, 90, 100])
def test_the_setting_is_found(setting: int) -> None:
    image = Image.open(BytesIO(encoded(photo(), "JPEG", quality=setting)))
    assert isinstance(image, JpegImageFile)
    assert abs(quality(image.quantization[0]) - setting) <= 1


def test_tables_beyond_the_settings_get_the_nearest() -> None:
    assert quality([1] * 64) == 100
    assert quality([65535] * 64) == 1

"""Every channel has a name that people know."""

from kiemtin.desk.connectors import NAMES
from kiemtin.web.desk.channel_words import CHANNELS, channel_name


def test_every_channel_has_its_name() -> None:
    assert set(CHANNELS) == set(NAMES)
    assert channel_name("email") == "Thư điện tử (e-mail)"
    assert channel_name("unknown") == "unknown"

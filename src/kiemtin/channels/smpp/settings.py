"""What an account at an operator's message centre needs; the contract names each value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiemtin.channels.setting import Setting, given, one_of, secret, whole_number, wrong
from kiemtin.refusal import Say

NAME = "smpp"

SETTINGS = (
    Setting(
        "KIEMTIN_SMPP_HOST",
        Say("Máy chủ SMPP của nhà mạng.", "The operator's SMPP server."),
    ),
    Setting(
        "KIEMTIN_SMPP_PORT",
        Say("Cổng của máy chủ.", "The server's port."),
        needed=False,
        default="2775",
    ),
    Setting(
        "KIEMTIN_SMPP_TLS",
        Say("“true” nếu máy chủ dùng TLS.", "“true” where the server speaks TLS."),
        needed=False,
        default="false",
    ),
    Setting(
        "KIEMTIN_SMPP_SYSTEM_ID",
        Say("Tên tài khoản (system_id).", "The account's name (system_id)."),
    ),
    Setting(
        "KIEMTIN_SMPP_PASSWORD",
        Say(
            "Mật khẩu, nhiều nhất 8 ký tự theo chuẩn.",
            "The password, at most 8 characters by the standard.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_SMPP_SYSTEM_TYPE",
        Say("system_type, nếu nhà mạng yêu cầu.", "The system_type, if the operator asks for one."),
        needed=False,
    ),
    Setting(
        "KIEMTIN_SMPP_SENDER",
        Say(
            "Tên định danh (brandname) hoặc đầu số mà người nhận thấy.",
            "The brand name or number that the recipient sees.",
        ),
    ),
    Setting(
        "KIEMTIN_SMPP_BIND",
        Say(
            "“separate”: gửi và nhận bằng hai kết nối; “transceiver”: tài khoản chỉ cho một kiểu "
            "kết nối hai chiều.",
            "“separate”: one connection sends, one receives; “transceiver”: the account allows "
            "two-way connections only.",
        ),
        needed=False,
        default="separate",
    ),
    Setting(
        "KIEMTIN_SMPP_ALPHABET",
        Say(
            "Bảng mã mặc định của nhà mạng (data_coding 0): gsm7, latin1 hoặc ucs2.",
            "The operator's default alphabet (data_coding 0): gsm7, latin1 or ucs2.",
        ),
        needed=False,
        default="gsm7",
    ),
    Setting(
        "KIEMTIN_SMPP_IDS",
        Say(
            "“same”: báo phát nêu đúng mã đã trả; “hex”: mã trả về là số hệ 16, báo phát ghi hệ "
            "10.",
            "“same”: receipts name the id that was given; “hex”: ids are given in base 16 and "
            "receipts write them in base 10.",
        ),
        needed=False,
        default="same",
    ),
)

_HOST = re.compile(r"[A-Za-z0-9.:-]{1,253}")
_SENDER = re.compile(r"\+?[0-9]{3,20}|[A-Za-z0-9 ._&-]{1,11}")


@dataclass(frozen=True)
class Settings:
    """`alphabet` is gsm7, latin1 or ucs2; `hex_ids` whether receipts count in base 10."""

    host: str
    port: int
    tls: bool
    system_id: str
    password: str = field(repr=False)
    system_type: str
    sender: str
    transceiver: bool
    alphabet: str
    hex_ids: bool


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingRefused."""
    raw = given(SETTINGS, values)

    def choice(name: str, *allowed: str) -> str:
        return one_of(name, raw[name], allowed)

    return Settings(
        host=_fitting("KIEMTIN_SMPP_HOST", raw, _HOST, "một máy chủ", "a host"),
        port=whole_number("KIEMTIN_SMPP_PORT", raw["KIEMTIN_SMPP_PORT"], 1, 65535),
        tls=choice("KIEMTIN_SMPP_TLS", "true", "false") == "true",
        system_id=_short("KIEMTIN_SMPP_SYSTEM_ID", raw, 15),
        password=_password(raw["KIEMTIN_SMPP_PASSWORD"]),
        system_type=_short("KIEMTIN_SMPP_SYSTEM_TYPE", raw, 12),
        sender=_fitting(
            "KIEMTIN_SMPP_SENDER",
            raw,
            _SENDER,
            "3–20 chữ số, hoặc tên 1–11 ký tự không dấu",
            "3–20 digits, or a name of 1–11 plain characters",
        ),
        transceiver=choice("KIEMTIN_SMPP_BIND", "separate", "transceiver") == "transceiver",
        alphabet=choice("KIEMTIN_SMPP_ALPHABET", "gsm7", "latin1", "ucs2"),
        hex_ids=choice("KIEMTIN_SMPP_IDS", "same", "hex") == "hex",
    )


def _fitting(name: str, raw: Mapping[str, str], pattern: re.Pattern[str], vi: str, en: str) -> str:
    if not pattern.fullmatch(raw[name]):
        raise wrong(name, vi, en, raw[name])
    return raw[name]


def _short(name: str, raw: Mapping[str, str], most: int) -> str:
    """The standard's lengths (5.2.1–5.2.3): what is longer would be cut and then refused."""
    if len(raw[name]) > most or not raw[name].isascii():
        vi, en = f"nhiều nhất {most} ký tự ASCII", f"at most {most} ASCII characters"
        raise wrong(name, vi, en, raw[name])
    return raw[name]


def _password(raw: str) -> str:
    name = "KIEMTIN_SMPP_PASSWORD"
    if len(raw) > 8:
        raise wrong(name, "nhiều nhất 8 ký tự", "at most 8 characters", "…")
    return secret(name, raw)

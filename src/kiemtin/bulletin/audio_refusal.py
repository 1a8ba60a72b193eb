"""Why no sound can be made of a text, or a recording is not taken."""

from typing import ClassVar

from kiemtin.refusal import Refusal, Say


class AudioRefused(Refusal):
    """No speech, or no recording; `code` is one of the keys below."""

    sentences: ClassVar = {
        "voice": Say(
            "Không có giọng “{got}”. Hãy chọn một trong ba giọng Bắc, Trung, Nam.",
            "There is no voice “{got}”. Choose the Northern, Central or Southern one.",
        ),
        "no_program": Say(
            "Máy này chưa cài espeak-ng nên không đọc được. Hãy cài gói espeak-ng, hoặc thu âm "
            "rồi tải lên.",
            "espeak-ng is not installed here, so that nothing can be spoken. Install the package "
            "espeak-ng, or record a voice and upload it.",
        ),
        "empty": Say(
            "Không có chữ nào để đọc. Hãy viết nội dung trước.",
            "There is no word to speak. Write the text first.",
        ),
        "too_long": Say(
            "Bài đọc có {got} ký tự, dài quá mức {limit} ký tự hoặc 10 phút. Hãy rút ngắn.",
            "The text has {got} characters; at most {limit} or 10 minutes are spoken. Shorten it.",
        ),
        "failed": Say(
            "espeak-ng không đọc được (mã {status}). Hãy thử lại; nếu vẫn lỗi, hãy cài lại gói "
            "espeak-ng.",
            "espeak-ng could not speak (status {status}). Try again; if that fails too, install "
            "the package espeak-ng anew.",
        ),
        "silent": Say(
            "espeak-ng chạy nhưng không ra tiếng. Hãy thử giọng khác hoặc sửa lời.",
            "espeak-ng ran but made no sound. Try another voice or change the words.",
        ),
        "not_wav": Say(
            "Cần tệp WAV một kênh, 16 bit. Hãy dùng tệp do máy đọc tạo ra.",
            "A WAV with one channel of 16 bits is needed. Use one made by the voice here.",
        ),
        "recording_empty": Say(
            "Tệp ghi âm trống. Hãy thu lại rồi tải lên.",
            "The recording is empty. Record it again and upload it.",
        ),
        "recording_big": Say(
            "Tệp ghi âm nặng {size} MB, nhiều nhất được {limit} MB. Hãy thu ngắn lại hoặc lưu "
            "dạng MP3.",
            "The recording has {size} MB; at most {limit} MB are taken. Record less or save it as "
            "MP3.",
        ),
        "recording_kind": Say(
            "Tệp này không phải bản ghi âm WAV, MP3, OGG, WebM hay M4A. Hãy lưu lại ở một dạng đó.",
            "This file is no WAV, MP3, OGG, WebM or M4A recording. Save it in one of these forms.",
        ),
        "recording_video": Say(
            "Tệp này có hình, chỉ nhận tiếng. Hãy thu bằng máy ghi âm của điện thoại.",
            "This file has a picture track; only sound is taken. Use the phone's voice recorder.",
        ),
        "recording_long": Say(
            "Bản ghi dài {seconds} giây, nhiều nhất được {limit} giây. Hãy thu ngắn lại.",
            "The recording lasts {seconds} seconds; at most {limit} are taken. Record less.",
        ),
    }

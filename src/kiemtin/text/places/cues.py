"""The words around a name that tell a place from a person, a hamlet, a street or nothing at all."""

from typing import Final

from kiemtin.text.fold import fold
from kiemtin.text.places.names import tone_key
from kiemtin.text.places.scan import Word
from kiemtin.text.words import phrases, words


class WordSet:
    """A set of words; in a text with marks a word must carry its own, in a bare text none."""

    def __init__(self, table: str) -> None:
        self._marked = frozenset(tone_key(word) for word in table.split())
        self._bare = frozenset(fold(word) for word in table.split())

    def has(self, word: Word, bare: bool) -> bool:
        """Say whether the set has this word as written."""
        return word.flat in self._bare and (bare or tone_key(word.raw) in self._marked)


# A name after these is a person's.
KINSHIP: Final = WordSet(
    "ông bà anh chị cô chú bác dì cậu mợ thím em cháu cụ thầy bạn bé nàng sĩ hậu"
)
BARE_KINSHIP: Final = WordSet("anh chị em ông cháu thầy")  # "di", "co", "ba" are much else
SURNAMES: Final = WordSet(
    """nguyễn trần lê phạm phan hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn
    trương lâm mai cao tạ lương tô hà chu châu quách phùng vương tống tăng kiều đào nghiêm lưu doãn
    đàm triệu mạc thân giàng lò lù vàng sùng thào tẩn chảo lừu thị"""
)
# In small letters only these are never the word before a place ("hồ Hoàn Kiếm").
PLAIN_SURNAMES: Final = WordSet(
    "nguyễn trần lê phạm phan huỳnh võ đặng ngô trịnh trương đàm văn thị"
)
# Typed without marks most surnames are everyday words ("le", "do", "ho"); these are not.
BARE_SURNAMES: Final = WordSet("nguyễn phạm huỳnh")

# Syllables that given names are made of: typed bare, "thanh thuy" may as well be a woman.
GIVEN: Final = words(
    """ai an anh ba bach bang bao bich binh cam cao chau chi chien chinh chung cong cuc cuong dai
    dan dang dao dat diem diep dieu dinh doan dong du duc dung duong duy gia giang giao ha hai
    han hang hanh hao hau hien hiep hieu hoa hoai hoan hoang hong hop huan hue hung huong huu
    huy huyen khai khang khanh khoa khoi khue kien kieu kim ky lai lam lan lanh le lien lieu
    linh loan loc loi long luan luc luong luu ly mai man manh mi minh my nam nga ngan nghi
    nghia ngoc nguyen nguyet nhan nhat nhi nhien nhu nhung nhut ninh oanh phat phi phong phu
    phuc phung phuoc phuong quan quang que quoc quy quyen quyet quynh sang sen sinh son suong
    sy tai tam tan thach thai tham thang thanh thao the thi thien thiet thinh tho thoa thoai
    thom thong thu thuan thuc thung thuong thuy tien tin tinh toan ton tra tram tran trang tri
    trieu trinh trong truc trung truong tu tuan tue tung tuoi tuyen tuyet tuong ty uyen van vi
    viet vinh vu vui vuong vy xuan xuyen y yen"""
)

# "Một Ngàn" is a township only in capitals.
NUMBERS: Final = words("mot hai ba bon nam sau bay tam chin muoi tram nghin ngan van trieu ti")

# A name after these is a hamlet's, finer than any place here.
HAMLETS: Final = WordSet("thôn bản ấp xóm làng buôn plei sóc phum khóm tổ")
# A name after these is often borrowed from a person or a far place.
BORROWERS: Final = WordSet(
    "đường phố ngõ ngách hẻm sông trường viện hàng ty hiệu hãng quán tàu báo vua tướng"
)

# Words of two syllables whose end or start is no start or end of a name: "thủy điện hòa bình".
COMPOUNDS: Final = phrases(
    """thuy dien, nhiet dien, dien luc, thanh pho, an toan, cong an, nhan dan, quoc lo, dia ban
    khu vuc, benh vien, truong hoc, uy ban, gia dinh, thanh cong, an ninh, trung tam, dong bao
    hai quan, bo doi, bien phong, chinh quyen, giao thong, xay dung, thong tin, thoi tiet"""
)

# A name after these lies somewhere: prepositions of place and people of a place.
PLACERS: Final = WordSet(
    """ở tại trên dưới lên xuống về từ đến tới qua ra vào vô sang bên gần quanh đi vùng vực bàn dân
    nhà người con chợ ga cầu đèo hồ điện đồn núi thuộc cả khắp nội ngoại trong ngoài cách phía khu
    học đập rừng quê"""
)
# These may stand in capitals before a name without being part of it.
HEADS: Final = WordSet(
    """tại ở trên dưới lên xuống về từ đến tới qua ra vào sang bên gần dân an ban hội đoàn đảng sở
    phòng chợ ga cầu đèo hồ điện đồn núi vùng khu lũ bão mưa cả người bà con tin vụ và với do vì
    của cho là ôi sao thấy nghe hôm nay mai đêm sáng chiều tối trưa"""
)
# With one more word these are something else: "Thái Bình Dương" is an ocean.
LONGER_NAMES: Final = frozenset(
    {"thai binh duong", "da nang luong", "hai duong hoc", "dong nam a", "dong nam bo",
     "nam trung bo", "bac trung bo", "tay nam bo", "dong bac bo", "trung trung bo"}
)  # fmt: skip

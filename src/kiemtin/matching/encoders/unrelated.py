"""How near texts are that have nothing in common: each model has its own zero, measured here.

In some models unrelated texts have a cosine of .8, in others of .1. Measured on sentences that
share no subject, it puts the cosines of every model on one scale.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.encoder import Matrix

Encode = Callable[[Sequence[str]], Matrix]

SENTENCES = (
    "Cầu treo bản Phố bị nước lũ cuốn trôi đêm qua",
    "Uống nước lá dâu khỏi bệnh tiểu đường sau một tháng",
    "Giá vé tàu hoả tăng thêm mười nghìn đồng từ tháng sau",
    "Lớp mẫu giáo xã bên cho trẻ nghỉ học hai tuần vì chân tay miệng",
    "Có người gọi điện xưng là công an đòi chuyển tiền để khỏi bị bắt",
    "Đàn lợn ở thôn Nậm chết hàng loạt không rõ nguyên nhân",
    "Tối mai cắt điện cả thị trấn để thay máy biến áp",
    "Đội bóng của huyện thắng trận chung kết với tỉ số 3-1",
    "Chợ phiên chuyển sang họp vào sáng chủ nhật",
    "Vườn cam bị sương muối làm rụng hết quả non",
    "Phim mới chiếu ở nhà văn hoá, vào cửa không mất tiền",
    "Xe khách lật ở khúc cua, hai người bị thương nhẹ",
    "Từ năm tới phải đổi giấy phép lái xe bản giấy sang thẻ nhựa",
    "Gạo trong kho dự trữ bị mốc, không dùng được nữa",
    "Ngân hàng hạ lãi suất cho vay mua nhà",
    "Đào được chum tiền cổ khi làm móng nhà",
    "Nước giếng trong xóm có mùi dầu và sủi bọt",
    "Bác sĩ về khám mắt cho người già ở trạm y tế",
    "Động đất nhẹ lúc rạng sáng làm rung cửa kính",
    "Học sinh lớp chín được giải nhất thi vẽ toàn quốc",
    "Thả cá giống xuống hồ thuỷ điện để giữ nguồn lợi",
    "Mạng điện thoại ở vùng cao chập chờn từ hôm kia",
    "Nhà máy chè tuyển thêm năm mươi công nhân",
    "Ong rừng về làm tổ trên mái đình làng",
)
"""Invented; no two speak of the same thing. Half are encoded as messages, half as claims."""


@dataclass(frozen=True, slots=True)
class Unrelated:
    """The mean vector of unrelated texts, shape (dim,), and the cosine that they hardly exceed."""

    centre: NDArray[np.float32]
    cosine: float


def measure(query: Encode, passage: Encode) -> Unrelated:
    """Encode the sentences and say where this model's zero is; vectors must have length one.

    The cosine is one standard deviation below the mean, which is .8 for multilingual-e5-small.
    """
    asked, stated = query(SENTENCES[::2]), passage(SENTENCES[1::2])
    cosines = asked.astype(np.float64) @ stated.astype(np.float64).T
    zero = float(np.clip(cosines.mean() - cosines.std(), -0.5, 0.95))
    centre = np.concatenate((asked, stated)).mean(axis=0)
    return Unrelated(centre.astype(np.float16).astype(np.float32), round(zero, 2))

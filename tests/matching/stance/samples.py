"""A made-up passage, and claims about it, for the tests of this room."""

import datetime as dt

DAY = dt.date(2025, 10, 5)
PASSAGE = (
    "Mưa lớn đêm 4/10 làm 12 ngôi nhà ở xã Bản Vược bị ngập, tỉnh lộ 158 tắc nhiều giờ. "
    "Chính quyền cho biết chưa ghi nhận thiệt hại về người."
)

"""The words by which a person's name is known from the name of a place, a street or a body.

Written for this project from common knowledge of Vietnamese names, northern highlands included.
"""

from typing import Final

from kiemtin.text.words import phrases, words

# Families whose name is hardly ever another word: two capitalised syllables are enough.
CLEAR_SURNAMES: Final = words(
    """Nguyễn Trần Phạm Huỳnh Đặng Bùi Đỗ Giàng Sùng Thào Hảng Lường Quàng Tẩn Phàn Chảo Vừ
    Cháng Lèng Thền Lềnh Ngải Phùng Trịnh Quách Đinh Khuất Nghiêm Doãn"""
)
# Families whose name also begins places and words: three syllables, and no place of that name.
SURNAMES: Final = words(
    """Lê Vũ Võ Hoàng Phan Trương Ngô Dương Lý Đào Lương Tống Lưu Mạc Triệu Lò Tòng Chu Đàm Kiều
    Lục Tăng Hứa Vàng Má Lù Tạ Thân Khổng Vương Bế Sầm Hầu Lầu Tráng Hạng Thạch Cù Phí Nông Lồ
    Pờ Chang Vù Mã Ly Ma Vi"""
)
# Families named like everyday words: only with a middle name that nothing but a person has.
COMMON_SURNAMES: Final = words(
    """Hồ Hà Cao Lâm Mai Thái Bàn La Kim Văn Sơn Đồng Châu Lai Giang Bạc Cà Danh Tô Từ Tôn An
    Bạch Mùa Đoàn Cứ Phù Cầm Điêu Viên Ninh Ông Tải Sừng Long Âu Ung Ân"""
)
MIDDLE_NAMES: Final = words(
    """Văn Thị Đức Hữu Đình Bá Viết Khắc Trọng Duy Seo Sín Mí Chẩn Láo Lở Thế Công Quang Quốc"""
)
# First part of a double given name, and middle names, where a text has no capitals.
SOFT_NAMES: Final = words(
    """thu thanh kim ngọc minh hồng bích phương mỹ lan mai thúy thùy tuyết như quỳnh hoài khánh
    diệu hải bảo gia đức hữu đình quang quốc xuân hoàng tuấn anh công trọng mạnh duy bá thế văn
    thị cẩm ánh kiều nhật trung"""
)
# After "thị" and "văn" these make words: thị trấn, thị trường, văn bản, văn phòng.
NOT_GIVEN: Final = words(
    """trường trấn xã giác lực phần sát tộc hiếu hóa bản phòng học nghệ kiện chương chỉ thư hiến
    bằng minh vẻ chưa còn đang là không bị có cứ nhau đấu hành vậy thực dân giá chức công mẫu
    đàn nhân sĩ tứ vật"""
)

HONORIFICS: Final = words(
    "anh chị ông bà cô chú bác em thầy cháu cậu mợ dì thím bé mẹ bố vợ chồng mr ms mrs miss"
)
# Words for one person: a given name alone may follow.
ROLES: Final = phrases(
    """nạn nhân, đối tượng, bị can, bị cáo, nghi phạm, tài xế, lái xe, chủ quán, chủ nhà,
    chủ hộ, chủ shop, bác sĩ, y tá, cô giáo, thầy giáo, shipper, con trai, con gái, người tên,
    cô bé, cậu bé, cháu bé, em bé, tên là, họ tên, đứng tên, gia đình anh, gia đình chị,
    gia đình ông, gia đình bà"""
)
# Words for any of many: only two or more syllables after them are a name.
CROWDS: Final = phrases(
    """học sinh, sinh viên, công nhân, nhân viên, giáo viên, thanh niên, người đàn ông,
    người phụ nữ, gia đình, hàng xóm, chủ tk, chủ tài khoản, bạn, đàn em"""
)
NATIONS: Final = words("việt tây mỹ pháp úc hàn nhật lào ý thái nga đức anh trung ấn bỉ campuchia")

# Pairs in which an honorific is none.
NOT_HONORIFICS: Final = phrases("công bố, tuyên bố, phân bố, trẻ em, đàn ông")

# Heads after which a name is a place, a street, a body or a thing.
PLACE_HEADS: Final = words(
    """xã phường huyện quận tỉnh phố đường ngõ ngách hẻm thôn bản làng xóm ấp buôn sóc khu tổ
    cầu sông suối hồ đập đèo núi dốc chợ trường đảo vịnh cảng bến ga chùa đền đình miếu phủ lăng
    hầm kênh mương rạch cống kè thác hang động đồi mỏ rừng biển cồn bãi tp tx tt thpt thcs ubnd
    hđnd bv đh tđ hãng quỹ đài cúp giải bão tuyến trạm ktx kđt kcn nước tiếng triều thời chúa
    vua hiệu tiệm quán phim sách truyện tnhh cp mtv xnk"""
)
PLACE_PHRASES: Final = phrases(
    """thành phố, thị xã, thị trấn, đặc khu, bệnh viện, phòng khám, trạm y tế, công ty,
    tập đoàn, nhà máy, thủy điện, học viện, đại học, cao đẳng, tiểu học, trung học, mầm non,
    mẫu giáo, ngân hàng, khách sạn, nhà hàng, nhà thờ, công viên, quảng trường, sân bay,
    sân vận động, nhà ga, bến xe, cửa khẩu, quốc lộ, tỉnh lộ, cao tốc, đại lộ, tuyến phố,
    nút giao, hầm chui, khu đô thị, khu công nghiệp, chung cư, tòa nhà, siêu thị, trung tâm,
    bảo tàng, thư viện, nhà hát, rạp, nghĩa trang, di tích, bức tượng, tượng đài, vườn quốc gia,
    khu bảo tồn, dân tộc, người dân tộc, dự án, giải thưởng, quỹ từ thiện, ngã ba, ngã tư,
    ngã năm, ngã sáu, giao lộ, hồ chứa, cửa hàng, thương hiệu, bảo hiểm, quần đảo, bán đảo,
    nhà xuất bản, nhà nước, phong trào, chiến dịch, du lịch, sông suối, triều đại"""
)

# People in a public office or trade: their name is part of the claim, as the office is.
OFFICES: Final = phrases(
    """chủ tịch, bí thư, thủ tướng, phó thủ tướng, bộ trưởng, thứ trưởng, tổng bí thư,
    tổng thống, chánh án, viện trưởng, chánh văn phòng, chánh thanh tra, cục trưởng, vụ trưởng,
    tổng cục trưởng, cục phó, phát ngôn viên, chủ nhiệm, người phát ngôn, đại sứ, lãnh sự,
    đại biểu, giám đốc sở, giám đốc công an, giám đốc bệnh viện, giám đốc đài,
    giám đốc trung tâm, tổng giám đốc, trưởng ban, trưởng phòng, phó phòng, chi cục trưởng,
    đại tướng, thượng tướng, trung tướng, thiếu tướng, đại tá, thượng tá, trung tá, thiếu tá,
    giáo hoàng, hòa thượng, thượng tọa, ca sĩ, diễn viên, nghệ sĩ, nsnd, nsưt, hoa hậu, á hậu,
    cầu thủ, tiền đạo, tiền vệ, hậu vệ, thủ môn, vận động viên, vđv, kình ngư, huấn luyện viên,
    hlv, nhạc sĩ, đạo diễn, nhà văn, nhà thơ, họa sĩ, nhà báo, người mẫu, rapper, anh hùng,
    liệt sĩ, danh tướng, vua, trạng nguyên, đồng chí, nhà sử học, giáo sư, gs, pgs, ts, tiến sĩ,
    luật sư, chuyên gia, thẩm phán, tỷ phú, tỉ phú, trọng tài, tay vợt, cơ thủ, nghị sĩ, ceo,
    phu nhân, tbt"""
)
# Words that may stand between an office and the name: "Chủ tịch UBND tỉnh Lào Cai".
OFFICE_BODIES: Final = words(
    """ubnd hđnd ubmttq mttq ủy ban nhân dân hội đồng mặt trận tổ quốc tỉnh huyện xã phường quận
    thành phố tp thị trấn nước quốc hội công an sở bộ cục vụ ban phòng đảng thường trực trung
    ương việt nam chính phủ nông nghiệp môi trường y tế giáo dục xây dựng tài chính công thương
    nội vụ văn hóa thể thao du lịch khoa học công nghệ và phó nguyên quyền cựu tỉnh ủy đảng ủy
    huyện ủy thành ủy quân sự chỉ huy quản lý dự án kiêm điều hành viện trung tâm ông bà chị anh
    đồng chí đ/c của mình nhà hội liên hiệp phụ nữ nông dân đoàn thanh niên"""
)

# Famous dead after whom streets, schools and bridges are named.
PERSONAGES: Final = phrases(
    """Hồ Chí Minh, Bác Hồ, Nguyễn Ái Quốc, Nguyễn Tất Thành, Nguyễn Sinh Cung, Võ Nguyên Giáp,
    Trần Hưng Đạo, Trần Quốc Tuấn, Trần Quốc Toản, Trần Nhân Tông, Trần Thái Tông,
    Trần Quang Khải, Trần Nhật Duật, Trần Khánh Dư, Trần Bình Trọng, Trần Phú, Trần Cao Vân,
    Trần Đăng Ninh, Lý Thường Kiệt, Lý Thái Tổ, Lý Thái Tông, Lý Nam Đế, Lý Công Uẩn,
    Lý Tự Trọng, Lý Bí, Lê Lợi, Lê Thánh Tông, Lê Hoàn, Lê Đại Hành, Lê Lai, Lê Quý Đôn,
    Lê Duẩn, Lê Hồng Phong, Lê Văn Tám, Lê Chân, Lê Thanh Nghị, Lê Đức Thọ, Lê Trọng Tấn,
    Lê Văn Lương, Lê Văn Duyệt, Lê Văn Sỹ, Đinh Tiên Hoàng, Đinh Bộ Lĩnh, Đinh Công Tráng,
    Ngô Quyền, Ngô Gia Tự, Ngô Thì Nhậm, Nguyễn Trãi, Nguyễn Du, Nguyễn Huệ, Nguyễn Ánh,
    Nguyễn Bỉnh Khiêm, Nguyễn Đình Chiểu, Nguyễn Thái Học, Nguyễn Văn Cừ, Nguyễn Văn Trỗi,
    Nguyễn Văn Linh, Nguyễn Thị Minh Khai, Nguyễn Chí Thanh, Nguyễn Lương Bằng, Nguyễn Đức Cảnh,
    Nguyễn Viết Xuân, Nguyễn Khuyến, Nguyễn Công Trứ, Nguyễn Công Hoan, Nguyễn Tri Phương,
    Nguyễn Trung Trực, Nguyễn Hữu Thọ, Nguyễn Hữu Cảnh, Nguyễn Hữu Huân, Nguyễn Xiển,
    Nguyễn Phong Sắc, Nguyễn Khang, Nguyễn Khoái, Nguyễn Cơ Thạch, Nguyễn Tuân,
    Nguyễn Văn Huyên, Nguyễn Thượng Hiền, Nguyễn Kim, Nguyễn Hoàng, Nguyễn Bính,
    Nguyễn Trường Tộ, Nguyễn An Ninh, Nguyễn Văn Lộc, Nguyễn Văn Thoại, Phan Bội Châu,
    Phan Châu Trinh, Phan Chu Trinh, Phan Đình Phùng, Phan Đình Giót, Phan Đăng Lưu,
    Phan Kế Bính, Phan Trọng Tuệ, Phạm Ngũ Lão, Phạm Văn Đồng, Phạm Hồng Thái, Phạm Hùng,
    Phạm Ngọc Thạch, Hoàng Diệu, Hoàng Hoa Thám, Hoàng Quốc Việt, Hoàng Văn Thụ, Hoàng Văn Thái,
    Hoàng Sa, Hoàng Liên Sơn, Hoàng Thành, Võ Văn Kiệt, Võ Thị Sáu, Võ Chí Công, Võ Văn Tần,
    Tôn Đức Thắng, Tôn Thất Thuyết, Tôn Thất Tùng, Tô Hiến Thành, Tô Hiệu, Tô Hoài,
    Tô Vĩnh Diện, Chu Văn An, Cao Bá Quát, Bùi Thị Xuân, Hồ Xuân Hương, Hồ Tùng Mậu, Hà Huy Tập,
    Huỳnh Thúc Kháng, Huỳnh Tấn Phát, Hàn Mặc Tử, Đặng Thùy Trâm, Đặng Văn Ngữ, Đào Duy Anh,
    Đào Tấn, Đào Duy Từ, Dương Đình Nghệ, Dương Quảng Hàm, Mai Thúc Loan, Mai Chí Thọ,
    Mạc Đĩnh Chi, Mạc Thái Tổ, Lương Thế Vinh, Lương Ngọc Quyến, Lương Văn Can, Lương Đình Của,
    Phùng Hưng, Phùng Chí Kiên, Trịnh Công Sơn, Trịnh Hoài Đức, Trương Định, Trương Công Định,
    Trương Hán Siêu, Thân Nhân Trung, Bà Trưng, Bà Triệu, Bà Chúa, Bà Rịa, Bà Nà, Bà Đen,
    Bà Điểm, Bà Hom, Ông Đốc, Ông Táo, Ông Công, Ông Ích Khiêm, Ông Trời, Cô Tô, Cô Vy, Cô Vi,
    Cô Vít, Chị Em, Anh Em, Anh Chị, Thầy Cô, Cô Giáo, Thầy Giáo, Bác Sĩ, Bà Con, Ông Bà,
    Cô Chú, Cô Bác, Chú Bác, Bố Mẹ, Anh Quốc, Anh Sơn, Bé Ba, Vàng Danh, Vũ Hán, Vũ Trụ,
    Trương Gia Giới, Tăng Nhơn Phú, Đinh Hợi, Đinh Mùi, Bùi Viện, Lầu Năm Góc, Lương Nhữ Học"""
)
# Capitalised words that follow an honorific without being a name.
NOT_NAMES: Final = phrases(
    """Việt Nam, Trung Quốc, Hàn Quốc, Nhật Bản, Thái Lan, Đài Loan, Ấn Độ, Triều Tiên, Công an,
    Công ty, Công nhân, Cảnh sát, Bí thư, Chủ tịch, Phó, Trưởng thôn, Trưởng bản, Trưởng phòng,
    Trưởng công an, Cán bộ, Giáo viên, Hiệu trưởng, Bác sĩ, Y tá, Đoàn viên, Bệnh viện, Chợ Rẫy,
    Bạch Mai, Việt Đức, Hội, Ban, Tổ, Bộ đội, Trường, Trạm, Ủy ban, Bên, Đang, Hôm, Theo, Các,
    Những, Mọi, Tôi, Mình, Tại, Trong, Khi, Nếu, Nhưng, Vì, Đây, Đã, Có, Không, Ai, Cảnh báo,
    Thông tin, Thông báo, Tin, Nay, Ngày, Từ, Ở, Đến, Và, Là, Sau, Trước, Được, Bị, Xin, Mong,
    Cần, Phải, Cho, Với, Như, Rồi, Thì, Sao, Gì, Nào, Đó, Này, Kia, Ơi, Em, Chị, Ông, Bà, Cô,
    Chú, Bác, Thầy, Đừng, Hãy, Chỉ, Cũng, Vẫn, Sẽ, Tết, Quê, Xã, Phường, Huyện, Tỉnh, Thôn, Bản,
    Phố, Đường, Quận, Sở, Bộ, Cục, Đài, Báo, Nhà, Khu, Con"""
)
# Words that follow a name typed in small letters and are no part of it.
AFTER_NAMES: Final = words(
    """xin cựu đang có là bị đã sẽ tại ở và với trên trong khi cho nói chia bảo cũng sáng sinh
    tuổi quê ngụ chết mất năm viện chủ trưởng phó giám tiểu cùng về từ lúc vào ra đi đến nay nhé
    ạ ơi vẫn rồi thì mà nên vì do để được không chưa lại qua theo kêu gọi báo cần nhờ bán mua
    nhận gửi hỏi tặng giúp làm viết đăng kể khai thông đòi lừa đánh giết ăn uống thấy biết nghe
    thôn xã huyện tỉnh bản xóm phường quận trú người hiện tham cầm lái chạy đâm gây tông va ngã
    rơi trôi cuốn kẹt mắc nhập hôn cưới ly yêu mời chuyển tiền vay nợ trốn tố cảnh mẹ bố cha ông
    bà chị em cô chú bác tên số đây đó này kia nào ấy cứu chở đưa bắt tạm khởi bán cựu nguyên tá
    úy làm mới vừa con vợ chồng một hai ba đứng lên xuống"""
)

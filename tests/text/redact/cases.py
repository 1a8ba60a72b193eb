"""The labelled set: what must go, framed as {kind|value}, and what must stay, as it is.

Every person, number and address here is invented; names are the commonest ones there are.
"""

GOES = """
# telephone numbers, as people write them
gọi {phone|0900 000 001} nhé
gọi {phone|0900000001} nhé
sđt {phone|0900.000.001}
sđt {phone|0900-000-001}
sđt {phone|0900 - 000 - 001}
liên hệ {phone|090 000 0001} để nhận quà
liên hệ {phone|09 00 00 00 01} gấp
{phone|0 9 0 0 0 0 0 0 0 1} là số của nó
{phone|+84.900.000.001} gọi sang
{phone|+84 900 000 001} gọi sang
{phone|84900000001} gọi sang
{phone|(+84) 900 000 001} gọi sang
{phone|+84 (0) 900 000 001} gọi sang
{phone|0084900000001} gọi sang
số {phone|900 000 001} gọi hoài
{phone|0900000001}/{phone|0900000002} gọi số nào cũng được
{phone|0900000001}, {phone|0900 000 002} và {phone|0900.000.003}
máy bàn {phone|0214 3 000 001}
máy bàn {phone|(0214) 3000 001}
máy bàn {phone|0214.3000.001}
máy bàn {phone|024 3000 0001}
máy bàn {phone|028 3000 0001} máy lẻ 12
đt {phone|3000 001} gọi giờ hành chính
alo {phone|300001} là ra
số cũ {phone|0120 000 0001}
{phone|o900 000 001} nha
{phone|O9OO 000 0O1} nha
{phone|09oo 000 ool} nha
{phone|0900/000/001} nha
{phone|0900,000,001} nha
{phone|0*9*0*0*0*0*0*0*0*1} nha
{phone|0900_000_001} nha
{phone|0900 000 001} k gọi được
{phone|0900 000 001} 500k một suất
ngày 14/8/2025 {phone|0900000001} nhắn cho tôi
{phone|không chín không không không không không không không một}
{phone|0 chín không không 000 001} nhé
gọi {phone|khong chin khong khong khong khong khong khong khong mot}
{phone|+1 900 000 0001} gọi từ nước ngoài
ZALO {phone|0900000001} NHẬN HÀNG
zalo:{phone|0900000001}
quét zalo theo số{phone|0900000001}
# e-mail
gửi về {email|lan.anh@example.vn} trước thứ hai
gửi {email|lan @ example . com} nha
gửi {email|lan(at)example(dot)com} nha
gửi {email|lan [at] example [dot] org} nha
{email|LAN.ANH+tin@Example.ORG}
{email|lan a còng example chấm com}
# bank accounts
stk {bank_account|0000 0000 0000} mb bank
STK: {bank_account|000000000000} Vietcombank
số tài khoản {bank_account|0000.0000.0000} Agribank
số TK {bank_account|0000-0000-0000}
ck vào {bank_account|0000 0000 0000} giúp em
chuyển khoản {bank_account|1234 5678 9012} nhé
tk: {bank_account|123456} ACB
STK {bank_account|12345678} Sacombank nhận 500k
momo {bank_account|00000000}
Vietcombank {bank_account|0000000000000}, nội dung ủng hộ
ủng hộ về {bank_account|00000000000000} trước ngày 20/9
{bank_account|0000 0000 0000 000} là số nhận tiền
mỗi nhà góp 200k vào {bank_account|00000 00000 00000}
quét {bank_account|https://img.vietqr.io/image/MB-0000000000001} nhé
# identity papers
cccd {id_number|001 090 000 001}
CCCD: {id_number|001090000001} cấp 2021
cmnd {id_number|000 000 001}
cmt số {id_number|012345678}
hộ chiếu {id_number|B0000001}
passport {id_number|C 00000001}
thẻ {id_number|GD0000000000001} bị khóa
mã số thuế {id_number|8000000001} của em
xe biển {id_number|24A-000.01} bắt cóc
biển số {id_number|24B1-00001} đâm xong chạy
# places finer than the commune
nhà ở {location|22.33801, 103.84402} đang ngập
tọa độ {location|22,33801 - 103,84402}
{location|22.338015,103.844021}
{location|22°20'15"N 103°50'12"E} có người kẹt
vị trí {location|https://maps.app.goo.gl/abc} nhé
{location|số nhà 12} đường Hoàng Liên bị tốc mái
{location|nhà số 12 ngõ 34 ngách 5} phường Cam Đường
# links to persons
xem {profile_link|https://www.facebook.com/lan.anh.00} đăng
{profile_link|fb.com/lan.anh} nói vậy
{profile_link|facebook.com/profile.php?id=100000000000001} nói vậy
{profile_link|https://m.facebook.com/story.php?story_fbid=1&id=2}.
{profile_link|facebook . com / lan.anh} nói
{profile_link|zalo.me/0900000001} kết bạn
{profile_link|https://www.tiktok.com/@lananh/video/70000} lan truyền
{profile_link|t.me/lananh}, {profile_link|m.me/lananh}
{profile_link|https://www.instagram.com/lan.anh/} và {profile_link|youtube.com/@lananh}
{profile_link|https://www.youtube.com/channel/UC0000} đăng
{profile_link|wa.me/84900000001}
{profile_link|https://www.threads.net/@lan.anh}
{profile_link|linkedin.com/in/lan-anh}
https://example.vn/?sdt={phone|0900000001}&x=2
https://example.vn/qr?acc={bank_account|000000000000}
# names of accounts
theo {account_name|@lan.anh} thì vỡ đập
{account_name|@lan_anh93} ơi chia sẻ giúp
{account_name|@Nguyễn Văn An} ơi xem này
zalo: {account_name|Minh Anh}
zalo tên {account_name|Minh Anh} lừa đảo
fb: {account_name|lananh.93}
facebook tên {account_name|Lan Anh} đăng tin
nick {account_name|lananh_93} hay đăng
nick zalo là {account_name|"Gió Núi"}
tài khoản TikTok có tên {account_name|"Gió Núi"} đăng clip
tài khoản facebook {account_name|"Gió Núi"} đăng
zalo ten {account_name|lan anh}
# names of persons
anh {person_name|Nguyễn Văn An} kêu cứu
chị {person_name|Lan} bảo thế
Ông {person_name|Giàng A Páo} và bà {person_name|Vàng Thị Mỷ} mất nhà
bác {person_name|Tư} nói đập vỡ
cô {person_name|Thảo} ở xã Võ Lao kêu cứu
chú {person_name|Tẩn Láo Lở} ở Y Tý
em {person_name|Trần Thị Bé} mất tích
thầy {person_name|Nam} bảo nghỉ học
cháu {person_name|Bảo Hân} bị bắt cóc
bé {person_name|An} lạc mẹ
nạn nhân {person_name|Lò Văn Pành} đã mất
tài xế {person_name|Hùng} bỏ chạy
đối tượng {person_name|Lê Văn Bình} bị bắt
bác sĩ {person_name|Lan} bảo thế
học sinh {person_name|Trần Văn Bình} đuối nước
Công an bắt {person_name|Nguyễn Văn An} (SN 2000) ở Sa Pa
{person_name|Nguyễn Văn An} đăng tin giả
{person_name|Nguyễn Hùng} ở Bát Xát kể
{person_name|Phùng Tà Mẩy} ở Tả Phìn
{person_name|Hồ Thị Lan} và {person_name|Hà Văn Nam} bị cuốn
{person_name|Lê Thị Thu Hà} nhờ chia sẻ
anh {person_name|Hùng} Lào Cai bảo
chị {person_name|Nguyễn Thị Thu Hà}, 38 tuổi
gia đình anh {person_name|Lành} bị cuốn trôi
{person_name|Lan Anh Nguyễn} chia sẻ
Anh {person_name|Nguyen Van An} o Bat Xat
ong {person_name|Hung} bao vo dap
anh {person_name|nguyễn văn an} kêu cứu
{person_name|nguyễn thị thu hà} ở xóm 3
{person_name|tran thi be} o ban Qua
{person_name|nguyễn tuấn anh} đăng
CTK: {person_name|tran thi be}, ngân hàng VCB
chủ tk {person_name|NGUYEN VAN AN}
stk {bank_account|0000 0000 0000} MB {person_name|NGUYEN VAN AN}
{bank_account|0000 0000 0000} {person_name|TRAN THI BE} ACB
CHỊ {person_name|TRẦN LAN ANH} KÊU CỨU
em tên {person_name|lan}, 20 tuổi
họ tên: {person_name|Trần Thị Bé}
tôi tên là {person_name|Nguyễn Văn An}
người nhận: {person_name|Trần Thị Bé}
anh {person_name|Tuấn} {phone|0900 000 001} nhận cứu trợ
sư thầy {person_name|Thích Minh An} kêu gọi
"""

STAYS = """
# numbers that decide a claim
Ngày 14/8/2025 và 14-08-2025, 14.8.2025, 2025-08-14
ngày 05 08 2025 12 giờ
14/8, 20/9/25, tháng 8/2025
15:30, 19h30, 7g30, 15:30:00
2.000.000 đồng, 2 000 000 đồng, 2,000,000đ
500k, 1,2 tỷ, 30 triệu, 150000000 đồng, 200 nghìn
chuyển 150000000 để nhận thưởng
1.200 m3/s, 1.200 m³/s, 3,5 m, 120 km/h, 25 độ C
tăng 20% trong 3 ngày
1.234.567 người, 12.000 hộ, 300 suất quà
mực nước 123.456.789 m3
nghị định 168/2024/NĐ-CP, quyết định số 1234/QĐ-UBND
thông tư 39/2020/TT-BTTTT, công văn 5616/BTTTT-TTCS
năm 2025 12000 hộ dân mất điện
2023, 2024, 2025 và 2026
nhiệm kỳ 2025-2030. 100 đảng bộ cơ sở
nhóm Zalo lớp năm học 2025 – 2026
tỉ số 3-1, vòng 2 LPBank V-League 2025-2026
15000 16000 tỉ đồng
1 2 3 4 5 6 7 8 9 10
70 năm, 65 năm, 60 năm, 50 năm và 45 năm
một hai ba bốn năm
ba trăm năm mươi hai người
bão số 10, cấp 12, giật cấp 15
quốc lộ 4D, km 98+500
mã số doanh nghiệp 0100000001
12.500, 105.000 và 200.000 người
tâm bão ở 17,5 độ vĩ bắc, 110,5 độ kinh đông
phiên bản 2.10.3
áo số 10, phòng 302, tầng 12
# public lines
gọi 113, 114, 115 hoặc 112
nhắn tin 156 hoặc 5656, soạn gửi 191
hotline 1900 1234, 1900.1234 và 18008108
tổng đài 1900 545 464
# sites of organisations and pages about no one
https://laocai.gov.vn/tin-tuc/canh-bao-lu-quet
https://example.vn/gia-xang-185250809083531663.htm
xem tingia.gov.vn và vncdc.gov.vn/canh-bao
https://www.youtube.com/watch?v=abc123 và youtu.be/abc123
https://www.facebook.com/watch/?v=1234567890123
trên facebook.com và tiktok.com có nhiều tin
nhóm facebook.com/groups/nguoi-yen-bai
theo Facebook Việt Nam, Zalo OA, TikTok Shop
Facebook: Đập Nậm Pung vỡ
tài khoản Facebook "Công an tỉnh Lào Cai"
fanpage "Hội Chữ thập đỏ" giả
@all đọc tin này
họp lúc 8h @ Hà Nội
# places, streets, rivers, dams
xã Võ Lao, huyện Văn Bàn, phường Cam Đường
thủy điện Nậm Pung, đập Cốc Ly, hồ Thác Bà
cầu Cốc Lếu, sông Hồng, suối Nậm Kha
đường Trần Hưng Đạo ngập, phố Nguyễn Huệ cấm xe
Trần Hưng Đạo ngập sâu rồi
ngập ở Nguyễn Trãi và Lê Duẩn
421 Trần Xuân Soạn, P. Tân Hưng
Hoàng Su Phì, Mai Sơn, Phan Thiết, Cao Bằng, Lâm Đồng
lũ ở Lý Sơn, huyện Lý Nhân, Dương Minh Châu
quần đảo Hoàng Sa, dãy Hoàng Liên Sơn
Hồ Ba Bể, Hà Giang, Thái Nguyên, Lai Châu, Sơn La
Thành phố Hồ Chí Minh, TP Hồ Chí Minh
Bà Rịa - Vũng Tàu, đảo Cô Tô, núi Bà Nà
Đinh Hợi, Vũ Hán, Lầu Năm Góc
bản Lao Chải, thôn Nậm Kha, Tà Xi Láng
duong Tran Hung Dao, xa Vo Lao, huyen Bat Xat
# bodies named after persons
bệnh viện Bạch Mai quá tải
trường THPT Nguyễn Trãi nghỉ học
trường tiểu học Lê Văn Tám và mầm non Hoa Mai
học sinh Trường Tiểu học Võ Lao
các em Trường THCS Bản Vược
công ty TNHH Trần Kim, ngân hàng Nam Á
quản lý thị trường, thị trấn, thị xã, thị thực
QUẢN LÝ THỊ TRƯỜNG LÀO CAI
CẢNH BÁO HỒ ĐẬP VỠ Ở XÃ VÕ LAO
# people in a public office
Chủ tịch UBND tỉnh Lào Cai Nguyễn Văn An nói
ông Nguyễn Văn An, Chủ tịch UBND xã Bát Xát, xác nhận
Ông Nguyễn Văn An làm Bí thư Tỉnh ủy
Phó bí thư Thành ủy TP.HCM Nguyễn Văn An
Đại tá Trần Văn Bình, Giám đốc Công an tỉnh
PGS.TS Nguyễn Văn An cho biết
ca sĩ Trần Lan Anh qua đời
Bác Hồ, Hai Bà Trưng, Võ Nguyên Giáp
# words that only look like names
anh em ơi, chị em, bà con, ông bà, cô bác
các anh Công an, chị Bí thư
trẻ em Tây Bắc, công bố Danh mục
người Mông, người Dao, dân tộc Tày
ông Trump, ông Kim Jong-un
bão Yagi, siêu bão Ragasa
anh hùng, chú ý, cô đơn, em ơi
bà H. và anh T. bị lừa
sản phẩm mang tên lạ
người nhận bảo hiểm
nguyên nhân, nguyên văn, nguyen nhan
chồng Tây, vợ Việt
"""

"""What people write when they state no fact: the phrases and constructions, and what each weighs.

Made from everyday Vietnamese and a little English, not from any set of messages. In every table a
short form of messages stands as it is spelled in full (`reader`).
"""

import re
from typing import Final

from kiemtin.text.words import phrases, words

FEELING: Final = words(
    """chán nản bực tức ghét sợ lo buồn vui mừng thương tội khổ mệt phiền nhức đau xót ngán
    thích yêu mê nhớ tiếc ưng nể phục ngại cực oải rầu sầu hãi quý hài cưng ghen thèm hóng
    sốc quê chill tệ dở xấu đẹp hay ngon đỉnh chất xịn tuyệt vời nhanh chậm đắt mắc rẻ bẩn
    sạch hôi cũ ồn ngu dốt hèn lười giỏi ngoan hiền vô duyên kỳ cục dễ nghèo sướng ác độc hỗn
    láo chuối nhảm nhạt vất vả nghiệp đáng bất công lý rắc rối lằng nhằng bận rộn chóng lâu
    khó đông vắng nóng lạnh nặng nhẹ đen hên xui may rủi đã phê cay mặn"""
)
"""Words that say how somebody finds something; beside a word of degree they are an opinion."""
DEGREE: Final = phrases(
    """quá, ghê, lắm, dễ sợ, hết sức, hết biết, kinh, khủng, khủng khiếp, vãi, thật sự
    thật chứ, quá trời, quá chừng, quá đi, quá à, quá xá, cực kỳ, cực, kinh khủng
    hết cả mình, hết chỗ nói, ghê gớm, ghê á, ghê luôn, thế không biết, phát khiếp, muốn xỉu
    muốn chết, chết đi được, hết trơn, hết trọi, thiệt chứ, nhất quả đất, thế nhỉ, quá thể
    quá đáng, hơn xưa, hết cỡ"""
)
DEGREE_BEFORE: Final = phrases("quá, thật là, siêu, cực, cực kỳ, đến là, sao mà")

GROUPS: Final[dict[str, frozenset[str]]] = {
    "opinion": phrases(
        """tôi nghĩ, mình nghĩ, em nghĩ, anh nghĩ, chị nghĩ, con nghĩ, cháu nghĩ, nghĩ mà
        theo tôi, theo mình, theo em, theo ý tôi, theo ý mình, theo quan điểm
        quan điểm của tôi, ý kiến của tôi, ý kiến cá nhân, cá nhân tôi, cá nhân mình
        với tôi thì, với mình thì, tôi thấy, mình cảm thấy, tôi cảm thấy, em cảm thấy
        cảm thấy, có cảm giác, tôi cho rằng, tôi tin là, tôi ủng hộ, mình ủng hộ
        tôi phản đối, em không thích, tôi không thích, mình không thích, không ưa
        không thích chút nào, thích nhất, ghét nhất, yêu nhất, với chả, gì đâu á
        gì đâu không, chả ra gì, chẳng ra gì, không ra gì, chả ra làm sao, ra làm sao cả
        chán chả buồn, chán chẳng buồn, chán ơi là chán, khổ ơi là khổ, thấy mà, trời ơi
        trời đất ơi, ôi trời, ôi giời, giời ơi, ôi dào, ối giời, chán đời, ôi chao, bó tay
        hết nói nổi, cạn lời, chịu thua, thua luôn, không hiểu nổi, hết thuốc chữa, đúng là
        đúng kiểu, tội nghiệp, tội cho, thương cho, thương cái, ngán đến, phát ngán, xấu hổ
        đáng khen, đáng trách, đáng tiếc, đáng yêu, đáng thương, dễ thương, quá đáng
        cũng được, tạm được, không ổn, thà rằng, còn hơn là, chả bù, chẳng bù
        ước gì ngày xưa, nhức đầu, mệt mỏi, dài cổ, rách việc, ưng cái bụng, mát lòng, mát dạ
        ấm lòng, khâm phục, ngưỡng mộ, tuyệt vời, xuất sắc, thất vọng, chán nản, phiền phức
        vất vả quá, như xưa, như hồi xưa, ngày xưa, hồi đó, thời nay, thời buổi này
        thời buổi, đời nay, đâu mà lần, biết đâu mà, coi như, thôi thì, chứ sao, còn lâu
        đâu có dễ, in my opinion, i love, i hate, i like, so sad, so good, so bad, terrible
        awful, beautiful, wonderful, amazing, disgusting, ridiculous, what a shame, shame on
        how sad, fed up, so tired, sick of, so annoying, too expensive"""
    ),
    "habit": phrases(
        """lúc nào cũng, ngày nào cũng, tháng nào cũng, năm nào cũng, năm mô cũng
        bữa nào cũng, mùa nào cũng, đâu cũng, ai cũng, cái gì cũng, gì cũng, đứa nào cũng
        nhà nào cũng, suốt ngày, cả ngày, hoài, mãi, hở ra là, động tí là, hơi tí là
        cứ mưa là, cứ mưa, hễ, toàn là, chỉ toàn, bây giờ thì, giờ thì, đời thì, dân thì
        dân đen, dân mình, hết lần này, không bao giờ, chả bao giờ, chẳng bao giờ, chỉ biết
        never ever"""
    ),
    "advice": phrases(
        """thì nên, cũng nên, không nên, chỉ nên, đáng lẽ, lẽ ra, đáng ra, phải chi, giá như
        nên dẹp, nên bỏ, nên để, nên có, nên làm, nên cấm, nên học, đừng có, đừng dại
        đừng có dại, phải biết, tốt nhất là, tốt nhất nên, hãy sống, hãy yêu, phải xử
        cần gì phải, việc gì phải, mắc gì, mắc mớ, hơi đâu, ích gì, i think, i feel
        i believe, i guess, we should, they should, you should"""
    ),
    "wish": phrases(
        """mong sao, mong cho, mong rằng, mong là, mong trời, cũng mong, chỉ mong, tôi mong
        em mong, mình mong, cầu mong, cầu trời, cầu cho, cầu nguyện, cầu chúc, cầu xin
        cầu bình an, ước gì, ước mơ, ước sao, ước chi, giá mà, hy vọng, hi vọng, chúc
        xin chúc, kính chúc, chúc mừng, mừng sinh nhật, sinh nhật vui vẻ, phù hộ, độ trì
        nam mô, a di đà phật, amen, trời phật, lạy trời, lạy phật, lạy chúa, trời thương
        bình an nhé, mau khỏe, mau tạnh, vạn sự như ý, an khang thịnh vượng, chúc tết, i hope
        i wish, hope you, god bless, pray, best wishes, happy birthday, happy new year
        congratulations, good luck, get well"""
    ),
    "prediction": phrases(
        """tôi đoán, mình đoán, em đoán, đoán là, đoán chắc, dự là, thể nào cũng
        thế nào cũng, kiểu gì cũng, sớm muộn gì, sớm muộn cũng, rồi sẽ, rồi cũng sẽ, rồi cũng
        không khéo, chắc chắn sẽ, chắc sẽ, biết đâu sau này, sau này sẽ, mai mốt chắc
        tương lai sẽ, cá là, i predict, i bet, sooner or later, probably will, will probably
        i am sure it will"""
    ),
    "belief": phrases(
        """tử vi, bói bài, bói toán, thầy bói, phong thủy, ngày tận thế, tận thế, kiếp trước
        kiếp sau, luân hồi, quả báo, nhân quả, số trời, trời định, ông bà phù hộ
        tổ tiên phù hộ, cõi âm, linh hồn, vong linh, điềm báo, cung hoàng đạo, hợp tuổi
        kỵ tuổi, horoscope"""
    ),
    "satire": phrases(
        """đùa thôi, nói đùa, đùa tí, đùa chút, đùa vui, nói chơi, nói giỡn, giỡn thôi
        giỡn chơi, chuyện cười, truyện cười, cá tháng tư, châm biếm, chế cho vui, troll
        cười xỉu, cười ẻ, cười té, mắc cười, cười vỡ bụng, hài vãi, tấu hài, just kidding
        satire, joke, lol, lmao"""
    ),
    "laugh": phrases("hihi, haha, hehe, kaka, kkk, kkkk, hí hí, ahihi, hì hì, há há"),
    "chat": phrases(
        """chào, xin chào, chào buổi sáng, chào cả nhà, chào mọi người, chào anh, chào chị
        chào em, chào bác, chào cô, chào chú, chào bạn, kính chào, dạ chào, hello, hi, hey
        alo, alo alo, chúc ngủ ngon, ngủ ngon, cảm ơn, cảm ơn nhé, xin cảm ơn, cảm ơn nhiều
        đa tạ, thanks, thank, thank you, tks, ok, oki, okie, okela, dạ, vâng, dạ vâng, dạ rồi
        ừ, ừm, uhm, đúng rồi, chuẩn, được rồi, nhất trí, đồng ý, huhu, hic, hix, xin lỗi
        không sao, không có gì, tạm biệt, bye, hẹn gặp lại, thử mic, test, thử tin nhắn
        một hai ba, good morning, good night, good evening, you are welcome, see you"""
    ),
    "personal": phrases(
        """ăn giỗ, đám giỗ, đám cưới nhà, tiệc cưới nhà, đầy tháng, thôi nôi, tân gia
        sinh nhật con, cho mượn, mượn, ai có, ai lấy, ai mua, ai cần, ai thấy, ai nhặt, inbox
        ib, ship, hậu tạ, đặt hàng, chốt đơn, thanh lý, cần bán, cần mua, cần thuê, pass lại
        nhận đặt, tận cửa, đá banh, đá bóng không, đi nhậu, làm vài ly, cà phê không, rủ nhau
        lạc con, lạc chó, lạc mèo, mất chó, mất mèo, nhặt được, rơi ví, đánh rơi, mấy đứa
        mấy mẹ, mấy cha, nội quy, duyệt bài, đăng quảng cáo, mời ra, nhóm mình, thêm vào nhóm
        for sale"""
    ),
    "own": phrases(
        """nhà tôi, nhà mình, nhà em, nhà con, nhà cháu, nhà bác, con tôi, con mình, mẹ tôi
        mẹ em, mẹ mình, bố tôi, bố em, má tôi, má em, vợ tôi, chồng tôi, vợ em, chồng em
        cháu tôi, tôi, mình, mày, tụi mình, tụi tôi, bọn mình, chúng mình, bạn ơi, em ơi
        anh ơi, my mom, my dad, my son, my daughter, my dog, my cat, my house"""
    ),
    "question": phrases(
        """mấy giờ, bao giờ, khi nào, lúc nào thì, hôm nào, ngày nào, bao lâu, bao nhiêu
        bao nhiêu tiền, giá bao nhiêu, ở đâu, chỗ nào, nơi nào, đi đâu, mua ở đâu, bán ở đâu
        thế nào, như thế nào, làm sao, làm thế nào, cách nào, bằng cách nào, cần giấy tờ gì
        giấy tờ gì, thủ tục gì, thủ tục thế nào, loại nào, cái nào, gì vậy, gì thế, gì đấy
        gì nhỉ, gì ta, là gì, ai biết, có ai biết, có ai, có nên, nên mua, nên chọn, nên đi
        nên ăn gì, nên làm gì, xin hỏi số, số điện thoại, what time, how much, how do i
        how can i, where can i, where is, when is, does anyone know, any advice"""
    ),
    "request": phrases(
        """ai biết chỉ, chỉ em, chỉ tôi, chỉ mình, chỉ giúp, chỉ giùm, dạy em, dạy mình
        hướng dẫn giúp, hướng dẫn em, hướng dẫn mình, tư vấn giúp, tư vấn cho em, tư vấn em
        giúp em với, giúp mình với, giúp tôi với, giới thiệu giúp, xin số, xin địa chỉ
        cho em xin, cho mình xin, cho tôi xin, can you help, please help me"""
    ),
}

WEIGHTS: Final = {
    "opinion": 2, "habit": 1, "advice": 1, "wish": 2, "prediction": 2, "belief": 2, "satire": 2,
    "chat": 1, "laugh": 1, "personal": 2, "own": 1, "question": 2, "request": 2,
}  # fmt: skip
"""How much one phrase of a group speaks against a fact; a fact itself weighs 1 to 3 (`facts`)."""

PATTERNS: Final = (
    ("opinion", re.compile(r"\b(\w+) (?:gì|chi) mà(?: \w+){0,3}? ?(?:\1|lắm|hoài|mấy|quá)\b")),
    ("opinion", re.compile(r"\b(\w+) ơi là \1\b")),
    ("opinion", re.compile(r"\bvừa \w+ vừa \w+\b")),
    ("opinion", re.compile(r"[😡😠🤬😤🙄😒😩😫😔😞😢😭😥🥺💔👎🤮🤢😍🥰❤]")),
    ("satire", re.compile(r"[🤣😂]{2,}")),
    ("laugh", re.compile(r"(?:[:=][)(]{1,}|\^\^|[😂🤣😆😅😁🙏👍🎂🌞🌹💐])")),
)
"""Constructions over a text in small letters; "Nghỉ chi mà nghỉ lắm", "vừa cũ vừa hôi"."""

"""Syllables of chat that carry no claim: address, politeness, asking, hearsay, particles.

They tell little about which claim a message repeats, so they weigh little. Not nothing, since
folded forms are shared: "cho" is to give and a market.
Written for this project; folded forms, with the short forms of text messages beside them.
"""

from kiemtin.text.words import words

FILLERS = words(
    """
    em e anh a chi c co bac b chu ong o toi t tui minh mik m may tao con chau cac ca nha
    moi nguoi mn mng mng ae anhem ace ad admin gr group nhom shop
    oi oii uh uhm um vang da dung khong k ko kh hok hong hem hk hem ha hen hi hic huhu
    nhe nha nhi nhen nghen nghe nghen ne ni nay day do kia the vay z v thi la ma rang rua chi
    chu co a ah oh ui chao xin cam on lam nhieu voi giup dum gium ho cho hoi hoi muon
    biet thay noi keu ke tin thong tin that thiet su phai dung sai real check
    nghe dau don chuyen viec roi r rui da chua con cung van lai nua thoi thui luon lun
    lam lan ghe qua wa rat hoi chac hay hoac va voi cua cho de boi vi nen neu khi luc gio
    j gi nao sao ai may nhieu dc duoc dk vs ntn ns nt ib inbox chia se share gap
    gui doc viet post bai link ha hix so buon vui
    """
)


WEIGHT = 0.2
"""What a filler weighs beside a word of the same rarity."""

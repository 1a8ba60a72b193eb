"""The sentences that explain a match to a person, one in Vietnamese and one in English each.

A reason never names a person and never repeats more of a message than the detail that decides.
"""

from kiemtin.refusal import Say

TEMPLATES: dict[str, Say] = {
    "number_differs": Say(
        "con số khác: người hỏi nói {query}, bài kiểm chứng nói {entry}",
        "another number: the message says {query}, the fact-check {entry}",
    ),
    "money_differs": Say(
        "số tiền khác: người hỏi nói {query}, bài kiểm chứng nói {entry}",
        "another sum: the message says {query}, the fact-check {entry}",
    ),
    "date_differs": Say(
        "ngày khác: người hỏi nói {query}, bài kiểm chứng nói {entry}",
        "another date: the message says {query}, the fact-check {entry}",
    ),
    "time_differs": Say(
        "giờ khác: người hỏi nói {query}, bài kiểm chứng nói {entry}",
        "another time: the message says {query}, the fact-check {entry}",
    ),
    "commune_differs": Say(
        "cùng sự việc nhưng khác xã: {query} / {entry}",
        "the same event but another commune: {query} / {entry}",
    ),
    "province_differs": Say(
        "cùng sự việc nhưng khác tỉnh: {query} / {entry}",
        "the same event but another province: {query} / {entry}",
    ),
    "place_differs": Say(
        "cùng sự việc nhưng khác nơi: {query} / {entry}",
        "the same event but another place: {query} / {entry}",
    ),
    "direction_differs": Say(
        "ngược chiều: người hỏi nói {query}, bài kiểm chứng nói {entry}",
        "the opposite direction: the message says {query}, the fact-check {entry}",
    ),
    "quantifier_differs": Say(
        "phạm vi khác: người hỏi nói {query}, bài kiểm chứng nói {entry}",
        "another extent: the message says {query}, the fact-check {entry}",
    ),
    "actor_differs": Say(
        "đối tượng khác: người hỏi nói {query}, bài kiểm chứng nói {entry}",
        "another subject: the message says {query}, the fact-check {entry}",
    ),
    "noun_differs": Say(
        "nói về thứ khác: người hỏi nói {query}, bài kiểm chứng nói {entry}",
        "about another thing: the message says {query}, the fact-check {entry}",
    ),
    "word_differs": Say(
        "chỗ bài kiểm chứng viết “{entry}”, người hỏi viết “{query}”",
        "where the fact-check has “{entry}”, the message has “{query}”",
    ),
    "negated": Say(
        "một bên phủ định điều bên kia khẳng định ({query} / {entry})",
        "one side denies what the other states ({query} / {entry})",
    ),
    "not_valid_yet": Say(
        "bài kiểm chứng chỉ có hiệu lực từ {valid_from}",
        "the fact-check is valid from {valid_from} on only",
    ),
    "no_longer_valid": Say(
        "bài kiểm chứng hết hiệu lực sau {valid_until}",
        "the fact-check was valid until {valid_until} only",
    ),
    "not_valid_here": Say(
        "bài kiểm chứng dành cho {entry}, người hỏi ở {query}",
        "the fact-check is for {entry}, the message comes from {query}",
    ),
    "detail_missing": Say(
        "tin nhắn không nhắc đến {entry}",
        "the message does not mention {entry}",
    ),
    "place_missing": Say(
        "tin nhắn không nói ở đâu, bài kiểm chứng nói về {entry}",
        "the message does not say where, the fact-check is about {entry}",
    ),
    "name_missing": Say(
        "tin nhắn không nêu tên {entry}",
        "the message does not name {entry}",
    ),
    "detail_extra": Say(
        "tin nhắn nhắc thêm {query}, bài kiểm chứng không nói tới",
        "the message adds {query}, which the fact-check does not speak of",
    ),
    "details_agree": Say(
        "khớp các chi tiết: {query}",
        "these details agree: {query}",
    ),
    "not_a_claim": Say(
        "tin này hình như không nêu sự việc nào để kiểm chứng",
        "this message does not seem to state anything that can be checked",
    ),
    "question_about_claim": Say(
        "câu hỏi về chính điều này",
        "a question about this very claim",
    ),
    "similar_topic": Say(
        "chỉ giống về chủ đề",
        "only the topic is similar",
    ),
    "another_candidate_close": Say(
        "một bài kiểm chứng khác ({entry}) cũng gần giống",
        "another fact-check ({entry}) is nearly as close",
    ),
    "too_short": Say(
        "tin nhắn quá ngắn để tự trả lời",
        "the message is too short to be answered automatically",
    ),
    "several_claims": Say(
        "tin nhắn nói {query} điều, mỗi điều giống một bài khác",
        "the message makes {query} claims, each like another fact-check",
    ),
    "too_many_claims": Say(
        "tin nhắn dài, có thể nói nhiều điều",
        "the message is long and may make several claims",
    ),
    "words_only": Say(
        "chỉ so theo từ vì không có bộ mã hoá câu",
        "compared by words only, because there is no sentence encoder",
    ),
    "encoder_not_fitted": Say(
        "bộ mã hoá câu đang dùng chưa có mô hình quyết định của nó",
        "the sentence encoder in use has no decision model of its own yet",
    ),
    "nothing_close": Say(
        "chưa có bài kiểm chứng nào nói về điều này",
        "no fact-check speaks of this yet",
    ),
}

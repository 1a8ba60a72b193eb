"""Why ratings cannot be judged, in plain words."""

from kiemtin.refusal import Refusal, Say


class RatingsRefused(Refusal):
    """The ratings given are no ratings; `code` says why."""

    sentences = {
        "value": Say(
            "Mỗi đánh giá phải là 1, 0,5 hoặc 0, nhưng có giá trị khác. Hãy xem lại dữ liệu vào.",
            "Every rating must be 1, 0.5 or 0, but one is not. Look at the input again.",
        ),
        "twice": Say(
            "Mỗi người chỉ được đánh giá một bài một lần, nhưng có người hai lần. Hãy chỉ đưa vào "
            "lần cuối.",
            "A reader rates a fact-check once, but one did twice. Give only the last rating.",
        ),
    }

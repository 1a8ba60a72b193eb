"""The look of a letter, written beside each element: many programs drop a style sheet.

Contrast of every pair of colours is at least 4.5 to 1 (WCAG 2.2, 1.4.3), dark or light; the
sheet for the dark stands in the head for the programs that read it.
"""

from types import MappingProxyType

_FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;"

STYLE = MappingProxyType(
    {
        "page": f"margin:0;padding:0;background:#f2f4f3;color:#16211d;{_FONT}",
        "sheet": "max-width:600px;margin:0 auto;padding:20px 16px;background:#ffffff;"
        "font-size:16px;line-height:1.5;overflow-wrap:anywhere;",
        "drill": "max-width:600px;margin:0 auto;padding:12px 16px;background:#16211d;color:#ffffff;"
        "font-weight:bold;",
        "fact": "margin:0 0 16px;font-size:24px;line-height:1.3;",
        "head": "margin:20px 0 4px;font-size:17px;line-height:1.4;",
        "text": "margin:0 0 8px;",
        "changed": "margin:0 0 16px;padding:8px 12px;border:1px solid #16211d;",
        "rumour": "margin:0 0 8px;padding:12px;border-left:6px solid #16211d;background:#f2f4f3;",
        "said": "margin:0 0 6px;",
        "verdict": "margin:0;font-size:20px;font-weight:bold;",
        "list": "margin:0 0 8px;padding-left:20px;",
        "item": "margin:0 0 6px;",
        "link": "color:#0b5c45;text-decoration:underline;",
        "button": "display:inline-block;margin:16px 0 8px;padding:12px 18px;border-radius:6px;"
        "background:#0b5c45;color:#ffffff;font-weight:bold;text-decoration:none;",
        "desk": "margin:8px 0 4px;font-weight:bold;",
        "small": "margin:8px 0 0;font-size:14px;color:#46524d;",
    }
)
"""By the name of the element."""

DARK = (
    "@media (prefers-color-scheme: dark) {"
    ".page{background:#0f1513!important;color:#e8eeeb!important}"
    ".sheet{background:#18211e!important}"
    ".rumour{background:#0f1513!important;border-color:#e8eeeb!important}"
    ".changed{border-color:#e8eeeb!important}"
    ".link{color:#8fd6bd!important}"
    ".button{background:#8fd6bd!important;color:#0f1513!important}"
    ".small{color:#b4c0bb!important}}"
)
"""For those who read in the dark."""

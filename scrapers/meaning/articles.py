"""Articles of law named in a text, as infringed. Powers and procedure of the authority are left out."""

import re


def articles(text: str, language: str) -> tuple[str, ...]:
    """The infringed articles of `text` in order of appearance, none twice: "GDPR 5(1)(f)", "FR LIL 82".

    >>> articles("articles 5 et 32 du RGPD", "fr")
    ('GDPR 5', 'GDPR 32')
    """
    found: dict[str, None] = {}
    pattern = r"(?i)(?:articles?|artt?\.|άρθρ\w+)\s([\d\w ,.()΄'’-]{1,200}?)(?:\w+ )?(RGPD|GDPR|règlement|Regolamento|ΓΚΠΔ)"
    for match in re.finditer(pattern, text):
        for number in re.findall(r"(?<![\w(.])\d{1,2}(?![\w.])", match[1]):
            if not (51 <= int(number) <= 84):
                found[f"GDPR {number}"] = None
    return tuple(found)

"""What a sentence tells beside the news: of another time, of another authority, of many cases, of what may be. Pure."""

import re

from scrapers.meaning.english.dating import MONTH

POSSIBLE = re.compile(
    r"\b(?:(?-i:may)|could|can|might|would|should|up to|maximum|risk|powers? to|ability to|able to|if|when|whether|how"
    r"|wants?|urge[sd]?|call(?:s|ed|ing)? (?:on|for))\b",
    re.IGNORECASE,
)
"""What may be, not what is; with a capital, May is the month."""
PROVISIONAL = re.compile(
    r"\bprovisional|\bintends?\b|\bintended\b|\bintent(?:ion)?\b|\bpropos|\bpotential|\bplan(?:s|ned|ning)? to\b"
    r"|\bpreliminary|\bminded to\b|\b(?:could|(?-i:may)|might|faces?|facing|risks?|considering)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)\w*\s+"
EARLIER = re.compile(
    rf"^\W*(?:back )?in (?:(?:{MONTHS})?(?:19|20)\d\d|{MONTH})\b"
    r"|\blast (?:year|month|week|autumn|spring|summer|winter)\b"
    r"|^\W*since\b|\bsince then\b|\bsince (?:19|20)\d\d\b|\bso far\b"
    r"|\b(?:years?|months?|weeks?|days) (?:ago|earlier|later|after)\b"
    r"|\brecent(?:ly)?\b|\bduring the (?:year|quarter|period)\b"
    r"|\b(?:over|during|in|within|for) the (?:last|past)\b|\bprevious|\bearlier\b|\balready\b|\b(?:had|having) been\b"
    r"|\bfail\w* to pay\b|\bunpaid\b|\bdisqualif|\b(?:this|which) follows\b|\bfollows our\b|\bcomes after\b"
    r"|\b(?:follow(?:s|ed|ing)|after|despite|since) (?:the|its|our|their) (?:[\w-]+ ){0,2}$"
    r"|\b(?:like|similar to) (?:the|those|that|one)\b|\bfor example\b|\bsuch as\b|\bremember"
    r"|\bwas (?:later|subsequently|then)\b|\banniversary\b",
    re.IGNORECASE,
)
"""An earlier case, told as context."""
DENIED = re.compile(r"(?:\b(?:no|not|never|neither|nor|without|none)\b|n't\b)[^.;,]{0,60}$", re.IGNORECASE)
EARLIER_BEHIND = re.compile(
    r"^(?:(?!\b(?:for|after|over|between|from|during|following|because|when|that|which|who|made|sent)\b)[^.;]|\.(?=\S)){0,80}?"
    rf"\b(?:in (?:(?:{MONTHS})?(?:19|20)\d\d|{MONTH})|last (?:week|month|year))\b",
    re.IGNORECASE,
)
"""Behind a sum or a notice: "£5m in 2022"; "for calls in 2022" tells the time of the calls."""
IN_RELATIVE = re.compile(
    r"\b(?:whose\s(?:[\w-]+\s){1,3}?|which\s|who\s|that\s)(?:(?:has|have|had|was|were|been|also|later)\s)+"
    r"(?:fined|hit|handed|issued|given|served|ordered|reprimanded|penali[sz]ed|sanctioned)\b[^;]*$"
    r"|\bwho(?: in [\w ]{2,20})? (?:has |had |once |also )?(?:fined|issued|imposed|reprimanded)\b[^;]*$"
    r"|,\s(?:who|which|whose|where)\s(?:[^,;]|,(?=\d))*$|\bsaw\s[A-Z][^.;]{0,120}$"
    r"|\bwhich (?:resulted|led|ended)\b[^;]*$|\bthat (?:they|you) (?:have|had|were|are) (?:been )?\w+ed\b[^;]*$",
    re.IGNORECASE,
)
"""Told of somebody in passing, or as a claim: "a director whose firm was fined", "telling you that you were fined"."""
REGULATOR = (
    r"(?:(?:the )?(?:FCA|Financial Conduct Authority|Of(?:com|gem|wat|sted|qual)|HSE|CMA"
    r"|Competition and Markets Authority|ASA|PRA|FTC"
    r"|Prudential Regulation Authority|Advertising Standards Authority|Gambling Commission|Fundraising Regulator"
    r"|Federal Trade Commission|Solicitors Regulation Authority|CNIL|Garante|EDPB|European Commission|DPC|HMRC)"
    r"|(?:[Tt]he |[Oo]ur |its )?(?:Irish|French|Italian|Spanish|Dutch|German|Belgian|Norwegian|Swedish|Greek|Hellenic"
    r"|Austrian|Polish|Portuguese|Danish|Finnish|Luxembourg|Canadian|Australian|American|US|European|Californian?|Turkish|Korean)"
    r"(?: [\w']+){0,4}? (?:[Aa]uthorit(?:y|ies)|[Cc]ommission(?:er)?|regulators?|DPA|SA|watchdog|counterparts?|courts?)"
    r"|(?:Ireland|France|Italy|Spain|Germany|Norway|Sweden|Greece|Canada|Australia|Europe)'s(?: [\w']+){1,5}"
    r"|Data Protection Commission(?! Regulations)|[Rr]egulators in [A-Z]\w+"
    r"|\b(?:the )?(?:UK(?:'s)? )?\b(?!data|information|privacy|protection|rights|national|public|independent|government"
    r"|said|our|its|this"
    r"|an?|the|by|and)[a-z][\w-]+ (?:regulator|watchdog)\b)"
)
ACT_OF_ANOTHER = re.compile(
    rf"{REGULATOR}(?:\s\([A-Z]+\))?,?\s(?:(?:has|have|had|also|today|recently)\s)*"
    r"(?:fines?|fined(?! (?:[£€\d]|for|over|after|by|a)\b)|impose[sd]?|issue[sd]?|announce[sd]?"
    r"|ordered(?! to\b)|penali[sz]ed)\b"
    r"|\bfined by (?:Ireland|France|Italy|Spain|Germany|Norway|Sweden|Greece|Canada|Australia|Europe|the EU)\b"
    rf"|\bby\s{REGULATOR}|{REGULATOR}'s?\s(?:[\w']+\s){{0,3}}(?:decision|fine|penalty|action|ruling)"
)
NAMED_BODY = re.compile(
    r"\bThe (?:(?!Information)[A-Z][\w'-]+ ){1,4}"
    r"(?:Authority|Commission(?:er)?|Agency|Regulator|Executive|Council|Court)"
    r"(?:\s\([A-Z]+\))?\s(?:(?:has|have|also|today)\s)*(?:fined|issued|imposed on|ordered)\s+(?:[A-Z£€]|the\b)"
)
NAMED_WITH = re.compile(rf"\b(?:from|of|with)\s{REGULATOR}")
OWN_ACT = re.compile(
    r"\b(?:[Ww]e|ICO|Information Commission(?:er)?(?:'s Office)?)(?:\s\([A-Z]+\))?\s(?:(?:has|have|also|today)\s)*"
    r"(?:fine[sd]?|impose[sd]?|issue[sd]?|served?|ordered|reprimand(?:s|ed))\b"
    r"|\bby (?:us|(?:the |Britain's )?(?:UK(?:'s)? )?"
    r"(?:ICO|Information Commission|(?:data|privacy)[\w ]{0,40} (?:watchdog|regulator)))"
)
"""The ICO's own act, which may follow a joint investigation with another authority."""
HOME = "GBP"
"""The ICO's own texts; there "the French authority" is another one. In other news it is the one that speaks."""
MANY = re.compile(
    r"\b(?:[6-9]|\d{2,}|\w+teen|twenty|thirty|forty|fifty|dozens of|several|many|more|all|total number of)\s"
    r"(?:[\w-]+\s){0,2}?"
    r"(?:penalties|fines|reprimands|enforcement notices|prosecutions|convictions)\b|\baverage (?:fine|penalty)"
    r"|\bunpaid\b|\boutstanding (?:fine|penalt)|\brecover\w*\b[^.;]{0,40}\b(?:fines|penalties)\b"
    r"|\bpreviously announced\b|\bworth of (?:\w+ )?(?:fines|penalties)"
    r"|\b(?:fines|penalties) (?:collected|recovered|issued in|paid in)",
    re.IGNORECASE,
)
"""A count of many cases: a report, not an act."""


def is_earlier(before: str, behind: str = "") -> bool:
    """Whether the words before a sanction or right behind it tell of an earlier case, or of one only in passing.

    >>> is_earlier("Acme was issued with a notice", " in May 2021."), is_earlier("a man whose firm was fined")
    (True, True)
    """
    return bool(EARLIER.search(before) or IN_RELATIVE.search(before) or EARLIER_BEHIND.search(behind))


def is_anothers(sentence: str, home: str) -> bool:
    """Whether a sentence of the ICO tells what another authority did.

    >>> is_anothers("The French regulator fined Acme.", "GBP"), is_anothers("We fined Acme with the French DPA.", "GBP")
    (True, False)
    """
    is_named = NAMED_WITH.search(sentence) and not OWN_ACT.search(sentence)
    return is_act_of_another(sentence, home) or (home == HOME and bool(is_named))


def is_act_of_another(sentence: str, home: str) -> bool:
    """Whether another authority is the one who acts, not only named beside the ICO.

    >>> is_act_of_another("Ofcom fines Acme", "GBP"), is_act_of_another("Acme fined after work with Ofcom", "GBP")
    (True, False)
    """
    return home == HOME and bool(ACT_OF_ANOTHER.search(sentence) or NAMED_BODY.search(sentence))

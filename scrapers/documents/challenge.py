"""Whether a body is a page that keeps robots out, in the place of what was asked for."""

import re

TELLS = re.compile(
    rb"<title>[^<]*(just a moment|attention required|checking your browser|not a bot|are (you )?human|access denied"
    rb"|captcha|request rejected|pardon our interruption|ddos-guard)|_cf_chl_opt|anubis_challenge|_incapsula_resource"
)
"""Titles and scripts of Cloudflare, Anubis, Imperva, F5 and DDoS-Guard that stand on no other page."""

TELLS_OF_SHORT_PAGES = re.compile(rb"captcha|enable javascript and cookies|unusual traffic")
"""On a page of full length these may belong to a contact form or an article."""

SHORT = 20_000
HEAD = 200_000


def is_challenge(body: bytes) -> bool:
    """True for a challenge or a captcha in HTML; False for anything else, whatever its status was.

    >>> is_challenge(b"<!DOCTYPE html><title>Just a moment...</title>")
    True
    >>> is_challenge(b'{"title": "Just a moment"}')
    False
    """
    head = body[:HEAD].lower()
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or b"<?xml" in head[:20]:
        return False
    return bool(TELLS.search(head) or (len(body) < SHORT and TELLS_OF_SHORT_PAGES.search(head)))

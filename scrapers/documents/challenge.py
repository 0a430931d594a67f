"""Whether a body is a page that keeps robots out, in the place of what was asked for."""

import re

TELLS = re.compile(
    rb"<title>[^<]*(just a moment|attention required|checking your browser|not a bot|are you (a )?human|access denied"
    rb"|request rejected|pardon our interruption|ddos-guard)|_cf_chl_opt|anubis_challenge|_incapsula_resource"
)
"""Titles and scripts of Cloudflare, Anubis, Imperva, F5 and DDoS-Guard that stand on no other page."""

TELLS_OF_SHORT_PAGES = re.compile(
    rb"g-recaptcha|h-captcha|cf-turnstile|captcha-delivery|(solve|complete|enter|pass)[^<]{0,40}captcha"
    rb"|enable javascript and cookies|unusual traffic"
)
"""On a page of full length these may belong to a contact form or an article. The bare word is news: a sanction of 2023
was about reCAPTCHA."""

DATA = re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml|<rss|<feed|<rdf|[^<\s])")
SHORT = 20_000
HEAD = 200_000


def is_challenge(body: bytes) -> bool:
    """True for a challenge or a captcha in HTML; False for anything else, feeds and JSON included.

    >>> is_challenge(b"<!DOCTYPE html><title>Just a moment...</title>")
    True
    >>> is_challenge(b"<html><title>reCAPTCHA : 125 000 euros d'amende</title><p>Le captcha du site</p></html>")
    False
    >>> is_challenge(b'{"title": "<title>Just a moment"}')
    False
    """
    head = body[:HEAD].lower()
    if DATA.match(head):
        return False
    return bool(TELLS.search(head) or (len(body) < SHORT and TELLS_OF_SHORT_PAGES.search(head)))

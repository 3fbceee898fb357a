"""Where in the web a source is found."""

import re

_IN_A_DOI = "/:;()"
_IN_AN_ADDRESS = "/:;()?#[]@!$&'*+,=%"
_PLAIN = re.compile("[A-Za-z0-9._~/:;()-]*")


def address_of(doi: str | None, pmid: str | None, url: str | None) -> str:
    """Return the address that leads to a source for longest: its DOI, its page in PubMed, its own.

    It is empty where there is none to open; nothing in it needs quoting.
    """
    if doi:
        return f"https://doi.org/{_encoded(doi, _IN_A_DOI)}"
    if pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{_encoded(pmid, _IN_A_DOI)}/"
    if url and url.startswith(("https://", "http://")):
        return _encoded(url, _IN_AN_ADDRESS)
    return ""


def _encoded(text: str, allowed: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    # Late: few of painlink's own sources need it.
    from urllib.parse import quote

    return quote(text, safe=allowed, errors="replace")

"""An agreement ready to sign as HTML: opens in any browser and in Word, prints on A4, and is read well aloud."""

from collections.abc import Iterator
from html import escape

from roster.wording.agreement_texts import DRAFT, AgreementText, Part

_STYLE = (
    "body{font:12pt/1.5 Arial,sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#000;background:#fff}"
    "dt{margin-top:2em}dd{margin:0 0 0 0;border-bottom:1px solid #000;height:2em}"
    "@page{size:A4;margin:20mm}"
)


def agreement_html(text: AgreementText, fingerprint: str) -> bytes:
    """The bytes of the file; ``fingerprint`` is that of the version it was filled from."""
    return "\n".join(_lines(text, fingerprint)).encode()


def _lines(text: AgreementText, fingerprint: str) -> Iterator[str]:
    title = escape(text.title)
    yield "<!DOCTYPE html>"
    yield '<html lang="nb">'
    yield f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
    yield f"<body><main><h1>{title}</h1>"
    yield f"<p>{escape(DRAFT)}</p>"
    for part in text.parts:
        yield from _part(part)
    yield "<h2>Underskrift</h2><dl>"
    for signer in text.signers:
        yield f"<dt>{escape(signer)}, sted og dato:</dt><dd></dd>"
    yield "</dl>"
    yield f"<p>Fylt ut fra turnusen med fingeravtrykk {escape(fingerprint)}</p>"
    yield "</main></body></html>"
    yield ""


def _part(part: Part) -> Iterator[str]:
    yield f"<h2>{escape(part.title)}</h2>"
    yield from (f"<p>{escape(said)}</p>" for said in part.said)
    if part.points:
        yield f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in part.points)}</ul>"

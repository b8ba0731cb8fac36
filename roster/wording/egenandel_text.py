"""The egenandel in sentences, and what its table must say."""

from decimal import Decimal

from roster.domain.egenandel import Estimate, Rates
from roster.domain.kinds import Purpose
from roster.domain.timekonto import Timekonto
from roster.wording.numbers import listed, percent

BANDS_FORM = "Skriv en rad for hver inntekt, for eksempel «under 2 G;220» og «2–3 G;868», og til slutt «over 5 G;2495»."
BASE_MISSING = ("Tabellen sier ikke hva G er.", "Skriv en rad «G;118620», eller bruk --base 118620.")
INCOME_MISSING = ("Vi vet ikke inntekten.", "Skriv mottakerens egen inntekt i året, for eksempel --income 420000.")


def egenandel(rates: Rates, found: Estimate, konto: Timekonto) -> tuple[str, ...]:
    """What the recipient pays, and what the estimate leaves out."""
    year = konto.ledger.year
    band = found.band
    between = (
        f"under {_g(band.high)} G"
        if band.low == 0 and band.high is not None
        else f"over {_g(band.low)} G"
        if band.high is None
        else f"{_g(band.low)}–{_g(band.high)} G"
    )
    months = sorted({one for one in found.months if one})
    amounts = (
        f"{months[0]} kroner" if len(months) == 1 else f"{months[0]}–{months[-1]} kroner" if months else "0 kroner"
    )
    free = [one.id for one in konto.ledger.lines if one.purpose is Purpose.RESPITE]
    left_out = f"Timene på {listed(free)} er avlastning, som er gratis." if free else "Avlastning er gratis."
    return (
        f"Egenandel, et anslag: {amounts} i måneden, {found.year} kroner i {year}. Inntekten er {between}"
        f" (G er {_g(rates.base)} kroner), og da er det høyeste {band.most} kroner i måneden.",
        f"{left_out} Bare mottakerens egen inntekt er regnet med. Kommunen fastsetter beløpet.",
    )


def _g(value: Decimal) -> str:
    return percent(value).removesuffix(" %")

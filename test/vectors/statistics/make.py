"""Writes oracle.json: `pip install scipy==1.17.1 statsmodels==0.15.0 mpmath==1.4.1`, then `python make.py`."""
import json
from pathlib import Path

import mpmath
import scipy
import statsmodels
from scipy.stats.contingency import relative_risk
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

mpmath.mp.dps = 40


def cdf(x):
    return float(mpmath.erfc(-mpmath.mpf(x) / mpmath.sqrt(2)) / 2)


def quantile(p):
    return float(mpmath.findroot(lambda x: mpmath.log(mpmath.erfc(-x / mpmath.sqrt(2)) / 2 / mpmath.mpf(p)), scipy.stats.norm.ppf(p)))


def pairs():
    for x1, n1, x2, n2 in [
        (805, 1795, 349, 1488), (532, 1901, 461, 966), (1, 10, 3, 12), (5, 30, 5, 30), (29, 30, 17, 31),
        (50000, 1000000, 50500, 1000000), (2, 400, 300, 400), (7, 18, 200, 4000),
    ]:
        for level in (0.95, 0.995):
            alpha = round(1 - level, 6)
            katz = relative_risk(x1, n1, x2, n2).confidence_interval(level)
            newcombe = confint_proportions_2indep(x1, n1, x2, n2, compare="diff", method="newcomb", alpha=alpha)
            yield [x1, n1, x2, n2, alpha, list(katz), list(map(float, newcombe))]


def koopman():
    for x1, n1, x2, n2 in [(0, 20, 7, 30), (6, 20, 0, 30), (20, 20, 22, 30), (15, 20, 30, 30), (12, 12, 9, 9),
                           (36, 40, 16, 80), (0, 5, 1, 400)]:
        for alpha in (0.05, 0.005):
            low, high = map(float, koopman_exact(x1, n1, x2, n2, alpha))
            yield [x1, n1, x2, n2, alpha, low, high if high < 1e15 else None]


def halve(inside, outside, holds):
    for _ in range(110):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if holds(middle) else (inside, middle)
    return inside


def koopman_exact(x1, n1, x2, n2, alpha):
    """Inverts the score test with mpmath; the most likely rates come from the slope of the likelihood, not from a formula."""
    z2 = mpmath.mpf(scipy.stats.norm.isf(alpha / 2)) ** 2

    def accepted(t):
        phi = mpmath.exp(t)
        rising = lambda p: (x1 + x2) / p > phi * (n1 - x1) / (1 - phi * p) + (n2 - x2) / (1 - p)
        p2 = halve(mpmath.mpf(0), min(mpmath.mpf(1), 1 / phi), lambda p: p == 0 or rising(p))
        terms = ((x - n * p) ** 2 / (n * p * (1 - p)) for x, n, p in ((x1, n1, phi * p2), (x2, n2, p2)))
        return sum(terms) <= z2

    estimate = mpmath.log(mpmath.mpf(x1) * n2 / (n1 * x2)) if x1 and x2 else mpmath.mpf(30 if x1 else -30)
    low = 0 if x1 == 0 else mpmath.exp(halve(estimate, mpmath.mpf(-30), accepted))
    high = mpmath.mpf(10) ** 20 if x2 == 0 else mpmath.exp(halve(estimate, mpmath.mpf(30), accepted))
    return low, high


def wilson():
    for x, n in [(805, 1795), (0, 20), (20, 20), (1, 3), (17, 400000)]:
        for alpha in (0.05, 0.001):
            yield [x, n, alpha, *map(float, proportion_confint(x, n, alpha=alpha, method="wilson"))]


table = {
    "made": f"make.py with scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, mpmath {mpmath.__version__}",
    "normalCdf": [[x, cdf(x)] for x in (-37.5, -30.1, -20, -12, -8, -5.3, -3, -1.96, -1, -0.3, 0, 0.5, 1.41, 1.5, 4, 8)],
    "normalQuantile": [[p, quantile(p)] for p in (1e-300, 1e-100, 1e-20, 1e-12, 1e-5, 0.001, 0.025, 0.3, 0.499, 0.7, 0.975, 0.999999)],
    "wilson": list(wilson()),
    "katzAndNewcombe": list(pairs()),
    "koopman": list(koopman()),
}
body = ",\n".join(
    f'  {json.dumps(key)}: ' + (json.dumps(rows) if isinstance(rows, str) else "[\n    " + ",\n    ".join(map(json.dumps, rows)) + "\n  ]")
    for key, rows in table.items()
)
Path(__file__).with_name("oracle.json").write_text("{\n" + body + "\n}\n")

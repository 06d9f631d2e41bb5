"""Group metrics by Fairlearn and Aequitas, and intervals by statsmodels, of the CSV file named first; prints JSON."""
import json
import sys
import warnings

warnings.filterwarnings("ignore")

import pandas as pd
from aequitas.bias import Bias
from aequitas.group import Group
from fairlearn import metrics as fl
from sklearn.metrics import accuracy_score, precision_score
from statsmodels.stats.proportion import confint_proportions_2indep

file, reference = sys.argv[1:]
rows = pd.read_csv(file, keep_default_na=False)
label, prediction, group, weight = rows["label"], rows["prediction"], rows["sex"], rows["w"]

rates = {
    "selection_rate": fl.selection_rate,
    "true_positive_rate": fl.true_positive_rate,
    "false_positive_rate": fl.false_positive_rate,
    "true_negative_rate": fl.true_negative_rate,
    "false_negative_rate": fl.false_negative_rate,
    "accuracy": accuracy_score,
    "precision": precision_score,
}


def by_group(weights):
    params = {name: {"sample_weight": weights} for name in rates} if weights is not None else None
    frame = fl.MetricFrame(metrics=rates, y_true=label, y_pred=prediction, sensitive_features=group, sample_params=params)
    return {name: {str(k): float(v) for k, v in frame.by_group[name].items()} for name in rates}


table = pd.DataFrame({"score": prediction, "label_value": label, "sex": group})
crosstab, _ = Group().get_crosstabs(table)
disparities = Bias().get_disparity_predefined_groups(crosstab, table, {"sex": reference})

chosen, n = prediction.groupby(group).sum(), prediction.groupby(group).count()


def intervals(value):
    pair = chosen[value], n[value], chosen[reference], n[reference]
    return {
        "ratio": [float(x) for x in confint_proportions_2indep(*pair, compare="ratio", method="log")],
        "difference": [float(x) for x in confint_proportions_2indep(*pair, compare="diff", method="newcomb")],
    }


print(
    json.dumps(
        {
            "fairlearn": by_group(None),
            "weighted": by_group(weight),
            "aequitas": disparities.astype(object).where(disparities.notna(), None).to_dict(orient="records"),
            "intervals": {str(value): intervals(value) for value in n.index if value != reference},
        },
        default=float,
    )
)

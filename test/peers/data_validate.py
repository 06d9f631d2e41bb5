"""Validates tables with Great Expectations on pandas. Input and output are JSON."""
import json
import sys

import great_expectations as gx
import pandas as pd


def class_named(name):
    return getattr(gx.expectations, "".join(part.capitalize() for part in name.split("_")))


def plain(value):
    """NumPy's numbers as Python's."""
    return value.item() if hasattr(value, "item") else value


def validate(batch, name, kwargs):
    outcome = batch.validate(class_named(name)(**kwargs), result_format="SUMMARY")
    result = outcome.result
    return {
        "success": bool(outcome.success),
        "unexpectedCount": plain(result.get("unexpected_count")),
        "unexpectedPercent": plain(result.get("unexpected_percent")),
        "observed": plain(result.get("observed_value")),
    }


context = gx.get_context(mode="ephemeral")
asset = context.data_sources.add_pandas("peer").add_dataframe_asset("rows")
definition = asset.add_batch_definition_whole_dataframe("whole")
results = []
for case in json.load(sys.stdin):
    frame = pd.DataFrame(case["rows"], columns=list(case["types"])).astype(case["types"])
    batch = definition.get_batch({"dataframe": frame})
    results.append([validate(batch, name, kwargs) for name, kwargs in case["expectations"]])
json.dump(results, sys.stdout)

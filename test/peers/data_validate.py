"""Validates tables with Great Expectations on pandas. Input and output are JSON."""
import json
import math
import sys

import great_expectations as gx
import pandas as pd
from great_expectations.expectations.registry import get_expectation_impl


def plain(value):
    """NumPy's numbers as Python's, and what JSON cannot hold as nothing."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


def validate(batch, name, kwargs):
    outcome = batch.validate(get_expectation_impl(name)(**kwargs), result_format="SUMMARY")
    result = outcome.result
    raised = [one for one in outcome.exception_info.values() if isinstance(one, dict) and one.get("raised_exception")]
    if raised:
        sys.stderr.write(f"{name} {kwargs}: {raised[0]['exception_message']}\n")
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

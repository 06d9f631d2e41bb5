"""Prints results of validations by Great Expectations as it saves them, in each format of result that it has."""
import json

import great_expectations as gx
import pandas as pd

context = gx.get_context(mode="ephemeral")
frame = pd.DataFrame({"age": [1, 2, None, 200], "code": ["a", "b", "x", "a"]})
definition = context.data_sources.add_pandas("p").add_dataframe_asset("a").add_batch_definition_whole_dataframe("b")
batch = definition.get_batch({"dataframe": frame})
of = gx.expectations
suite = gx.ExpectationSuite(name="s", expectations=[
    of.ExpectColumnValuesToBeBetween(column="age", min_value=0, max_value=120, meta={"owner": "risk"}),
    of.ExpectColumnValuesToBeInSet(column="code", value_set=["a", "b"], mostly=0.7),
    of.ExpectColumnMeanToBeBetween(column="age", min_value=0, max_value=10, severity="warning"),
    of.ExpectColumnToExist(column="gone"),
    of.ExpectColumnValuesToNotBeNull(column="nope"),
])
formats = ("BOOLEAN_ONLY", "BASIC", "SUMMARY", "COMPLETE")
print(json.dumps({one: batch.validate(suite, result_format=one).to_json_dict() for one in formats}))

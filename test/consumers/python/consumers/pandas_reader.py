"""pandas, told only to leave the types of texts alone."""

import json
import math

import numpy
import pandas

from exported import same_exports

PACKAGES = ("pandas",)


def check(export, scratch):
    return sum(same_exports(export, split, rows_in(path)) for split, path in export.files.items())


def rows_in(path):
    if ".csv" in path:
        return pandas.read_csv(path, keep_default_na=False, dtype=str).to_dict("records")
    if path.endswith(".parquet"):
        return plain(pandas.read_parquet(path).to_dict("records"))
    table = pandas.read_json(path, lines=".jsonl" in path, dtype=False, convert_dates=False)
    return json.loads(table.to_json(orient="records"))


def plain(value):
    """Lists come out of Parquet as arrays of numpy, and what a row has not as not a number."""
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, numpy.ndarray):
        value = value.tolist()
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value

"""polars, which looks at all rows before it chooses types."""

import polars

from exported import same_exports

PACKAGES = ("polars",)


def check(export, scratch):
    return sum(same_exports(export, split, rows_in(path)) for split, path in export.files.items())


def rows_in(path):
    if ".csv" in path:
        return polars.read_csv(path, infer_schema=False).fill_null("").to_dicts()
    if path.endswith(".parquet"):
        return polars.read_parquet(path).to_dicts()
    read = polars.read_ndjson if ".jsonl" in path else polars.read_json
    return read(path, infer_schema_length=None).to_dicts()

"""polars, which looks at all rows before it chooses types."""

import polars

from exported import same_rows, without_nulls

PACKAGES = ("polars",)


def check(export, scratch):
    total = 0
    for split, path in export.files.items():
        expected = export.rows(split)
        same_rows(rows_in(path), expected, split)
        total += len(expected)
    return total


def rows_in(path):
    if ".csv" in path:
        return polars.read_csv(path, infer_schema=False).fill_null("").to_dicts()
    read = polars.read_ndjson if ".jsonl" in path else polars.read_json
    return without_nulls(read(path, infer_schema_length=None).to_dicts())

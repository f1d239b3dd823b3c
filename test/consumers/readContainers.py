"""Reads exports in all containers as their users would and prints what arrived, as JSON.

The argument is a folder of export folders. Each holds a data card (README.md) and a train split. In each folder this runs the card's own
Python snippet (datasets and pandas), loads the folder by its front matter, and reads the file with polars, duckdb and pyarrow.
"""

import json
import os
import re
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HOME"] = tempfile.mkdtemp()

import datasets  # noqa: E402
import duckdb  # noqa: E402
import polars  # noqa: E402
import pyarrow.parquet  # noqa: E402

datasets.disable_progress_bars()


def read(folder):
    os.chdir(folder)
    with open("README.md", encoding="utf-8") as card:
        text = card.read()
    names = {}
    exec(re.search(r"```python\n(.*?)```", text, re.DOTALL).group(1), names)
    file = next(name for name in os.listdir(folder) if name.startswith("train"))
    found = {
        "datasets": names["data"]["train"].to_list(),
        "folder": datasets.load_dataset(folder)["train"].to_list(),
        "pandas": json.loads(names["table"].to_json(orient="records")),
        "polars": with_polars(file),
        "duckdb": with_duckdb(file),
    }
    if file.endswith(".parquet"):
        found["pyarrow"] = pyarrow.parquet.read_table(file).to_pylist()
    return found


def with_polars(file):
    if ".parquet" in file:
        return polars.read_parquet(file).to_dicts()
    if ".jsonl" in file:
        return polars.read_ndjson(file).to_dicts()
    if ".json" in file:
        return polars.read_json(unpacked(file)).to_dicts()
    lengths = {"user_length": polars.Int64, "bot_length": polars.Int64}
    texts = polars.read_csv(file, infer_schema=False).fill_null("")
    return texts.with_columns([polars.col(name).cast(kind) for name, kind in lengths.items()]).to_dicts()


def with_duckdb(file):
    if ".parquet" in file:
        source = "read_parquet(?)"
    elif ".csv" in file:
        # Types are given, as duckdb guesses dates; and quotes, as it guesses these from the first rows, too.
        source = "read_csv(?, header = true, all_varchar = true, quote = '\"', escape = '\"', delim = ',', strict_mode = false)"
    else:
        source = "read_json(?, dateformat = 'none', timestampformat = 'none', convert_strings_to_integers = false)"
    table = duckdb.execute(f"select * from {source}", [file])
    names = [column[0] for column in table.description]
    return [typed(dict(zip(names, row)), file) for row in table.fetchall()]


def typed(row, file):
    if ".csv" not in file:
        return row
    row = {name: "" if value is None else value for name, value in row.items()}
    return {**row, "user_length": int(row["user_length"]), "bot_length": int(row["bot_length"])}


def unpacked(file):
    if not file.endswith(".gz"):
        return file
    import gzip

    with gzip.open(file) as packed:
        return packed.read()


exports = sys.argv[1]
print(json.dumps({name: read(os.path.join(exports, name)) for name in sorted(os.listdir(exports))}))

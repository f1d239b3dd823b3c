"""duckdb, which looks at all rows before it chooses types, and is told that no text is a date."""

import duckdb

from exported import same_exports

PACKAGES = ("duckdb",)

CSV_DIALECT = """header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = 'no such text'"""
# Formats that no text has.
NO_DATES = "dateformat = 'no date %Y', timestampformat = 'no time %Y'"


def check(export, scratch):
    with duckdb.connect() as database:
        return sum(same_exports(export, split, rows_in(database, path)) for split, path in export.files.items())


def rows_in(database, path):
    quoted = path.replace("'", "''")
    if ".csv" in path:
        # The dialect is told: duckdb guesses it from the first rows, in which there may be no quotation mark.
        source = f"read_csv('{quoted}', {CSV_DIALECT}, max_line_size = 16777216)"
    elif path.endswith(".parquet"):
        source = f"read_parquet('{quoted}')"
    else:
        source = f"read_json('{quoted}', {NO_DATES}, sample_size = -1, maximum_object_size = 67108864)"
    answer = database.execute(f"select * from {source}")
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row)) for row in answer.fetchall()]

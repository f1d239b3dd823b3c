"""duckdb, which looks at all rows before it chooses types, and is told that no text is a date."""

import duckdb

from exported import same_rows, without_nulls

PACKAGES = ("duckdb",)

CSV_DIALECT = """header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = 'no such text'"""
# Formats that no text has.
NO_DATES = "dateformat = 'no date %Y', timestampformat = 'no time %Y'"


def check(export, scratch):
    total = 0
    with duckdb.connect() as database:
        for split, path in export.files.items():
            expected = export.rows(split)
            same_rows(rows_in(database, path), expected, split)
            total += len(expected)
    return total


def rows_in(database, path):
    quoted = path.replace("'", "''")
    if ".csv" in path:
        # The dialect is told: duckdb guesses it from the first rows, in which there may be no quotation mark.
        source = f"read_csv('{quoted}', {CSV_DIALECT}, max_line_size = 16777216)"
    else:
        source = f"read_json('{quoted}', {NO_DATES}, sample_size = -1, maximum_object_size = 67108864)"
    answer = database.execute(f"select * from {source}")
    names = [column[0] for column in answer.description]
    return [without_nulls(dict(zip(names, row))) for row in answer.fetchall()]

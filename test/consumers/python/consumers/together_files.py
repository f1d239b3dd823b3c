"""The file check of together's client, which it runs before an upload."""

from together.utils import check_file

from exported import Mismatch

PACKAGES = ("together",)


def check(export, scratch):
    total = 0
    for split, path in export.files.items():
        report = check_file(path)
        rows = len(export.rows(split))
        if not report["is_check_passed"]:
            raise Mismatch(f"{split}: {report['message']}")
        if report["num_samples"] != rows:
            raise Mismatch(f"{split}: {report['num_samples']} rows of {rows} were counted")
        total += rows
    return total

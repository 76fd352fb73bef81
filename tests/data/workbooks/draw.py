"""Draws findings of the four workbooks to be read by hand, 20 a rule (all, where there are fewer). Prints one a line: workbook,
sheet, row, rule, message, the first 80 characters of what the finding is about, and an empty column for the judgement.

    for each of agriculture, transport, ecology, fire_rescue:
        qingdan check --format json --as-of 2026-11-25 tests/data/workbooks/NAME.ndjson > NAME.json
    python3 tests/data/workbooks/draw.py FOLDER [RULE ...] > findings.tsv

FOLDER holds the four reports; without rules QD202 to QD206 and QD210 are drawn. The seed is 20261125.
"""

import json
import random
import sys
from pathlib import Path

HERE = Path(__file__).parent
SEED, EACH = 20261125, 20
WORKBOOKS = ["agriculture", "transport", "ecology", "fire_rescue"]
RULES = ["QD202", "QD203", "QD204", "QD205", "QD206", "QD210"]


def catalog(name):
    """The sheets by the id of their source, and the records by kind and id."""
    sheets, records = {}, {}
    for line in open(HERE / f"{name}.ndjson", encoding="utf-8"):
        for kind, record in json.loads(line).items():
            if kind == "header":
                sheets = {source["id"]: source["sheet"] for source in record["sources"]}
            else:
                records[kind, record["id"]] = record
    return sheets, records


def cited(record, pointer):
    """The text at a JSON Pointer, or of the nearest part above it that has one."""
    value, text = record, record.get("name", "")
    for segment in pointer.split("/")[1:]:
        segment = segment.replace("~1", "/").replace("~0", "~")
        value = value[int(segment)] if isinstance(value, list) else value.get(segment)
        if isinstance(value, dict):
            text = value.get("text", text)
        elif isinstance(value, str):
            text = value
        elif value is None:
            break
    return text


def findings(folder):
    for name in WORKBOOKS:
        sheets, records = catalog(name)
        report = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for finding in (finding for given in report["inputs"] for finding in given["findings"]):
            about = finding.get("record") or {}
            record = records.get((about.get("kind"), about.get("id")), {})
            source = record.get("source", {})
            text = cited(record, finding.get("path", ""))
            yield (finding["code"], name, sheets.get(source.get("source"), ""), source.get("row", 0), finding["message"]["zh"], text)


def shown(value):
    return " ".join(str(value).split())


def main():
    folder, rules = Path(sys.argv[1]), sys.argv[2:] or RULES
    found = sorted(set(findings(folder)))
    print("workbook\tsheet\trow\trule\tmessage\tcited\tjudgement")
    for rule in rules:
        # One generator a rule, so that a change of one rule leaves what is drawn of the others as it is.
        of_rule = [finding for finding in found if finding[0] == rule]
        drawn = sorted(random.Random(f"{SEED} {rule}").sample(of_rule, min(EACH, len(of_rule))))
        for code, name, sheet, row, message, text in drawn:
            print("\t".join(map(shown, (name, sheet, row, code, message, shown(text)[:80], ""))))


if __name__ == "__main__":
    main()

"""Writes the visible rows of the four workbooks as catalogs, one NDJSON file a workbook.

    python3 -m venv target/venv && target/venv/bin/pip install -r tests/data/workbooks/requirements.txt
    target/venv/bin/python tests/data/workbooks/convert.py [FOLDER]

Without a folder the files beside this script are rewritten. One record an item (sheet, name, name of the sub-item): the
rows of a merged cell are one. Texts stay as written; of a cell that is not filled nothing is written. What a record has no
member for yet goes into `extensions` under the header of its column. It prints what it passed over.
"""

import json
import sys
from pathlib import Path

import openpyxl
import xlrd
from openpyxl.utils import get_column_letter

HERE = Path(__file__).parent
OLE = b"\xd0\xcf\x11\xe0"

TYPES = {
    "行政许可": "licensing", "行政处罚": "penalty", "行政强制": "coercion", "行政征收": "levy", "行政给付": "payment",
    "行政检查": "inspection", "行政确认": "confirmation", "行政奖励": "reward", "行政裁决": "adjudication",
    "其他行政权力": "other_power", "其他权力": "other_power", "其他类": "other_power", "其他": "other_power",
}
LEVELS = {"自治区级": "provincial", "地州市级": "prefectural", "市级": "prefectural", "县市区级": "county", "区级": "county"}

# The headers that have a member of their own, without white space. Fire and rescue has headers of its own.
NAME, SUB, TYPE, CODE = ["事项名称", "项目"], ["子项名称"], ["权力类型", "职权类型"], ["职权编码"]
BASIS, BODY, LEVEL = ["实施依据"], ["行使主体", "责任主体"], ["实施层级及权限"]
DUTY, DUTY_BASIS = ["责任事项内容", "责任事项"], ["责任事项依据", "责任事项的依据"]
SUBJECT, CIRCUMSTANCE, CHANNEL = ["追责对象范围"], ["追责情形"], ["诉求渠道"]
NUMBER = ["序号"]

WORKBOOKS = [
    ("agriculture", "agriculture.xls", "克拉玛依市农业农村局权责清单", "department"),
    ("transport", "transport.xlsx", "克拉玛依市交通运输局权责清单", "department"),
    ("ecology", "ecology.xls", "克拉玛依市生态环境局权责清单", "department"),
    ("fire_rescue", "fire_rescue.xlsx", "克拉玛依市消防救援支队权责清单", "vertical_agency"),
]


class Sheet:
    """One sheet: its cells, with those of a merged cell told by its first, and the rows that are hidden. Counts from 1."""

    def __init__(self, name, size, value, merged, hidden):
        self.name, (self.rows, self.columns), self.value, self.hidden = name, size, value, hidden
        self.first = {}
        self.merged = len(merged)
        for top, bottom, left, right in merged:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    self.first[row, column] = (top, left)

    def text(self, row, column):
        value = self.value(*self.first.get((row, column), (row, column)))
        if value is None:
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value)

    def first_row(self, row, column):
        return self.first.get((row, column), (row, column))[0]


def sheets(path):
    """The visible sheets. The format is told by content: the extension of one of the files lies."""
    data = path.read_bytes()
    if data.startswith(OLE):
        book = xlrd.open_workbook(file_contents=data, formatting_info=True)
        for sheet in book.sheets():
            if sheet.visibility == 0:
                merged = [(top + 1, bottom, left + 1, right) for top, bottom, left, right in sheet.merged_cells]
                hidden = {row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden}
                value = lambda row, column, sheet=sheet: sheet.cell_value(row - 1, column - 1)
                yield Sheet(sheet.name, (sheet.nrows, sheet.ncols), value, merged, hidden)
    else:
        for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
            if sheet.sheet_state == "visible":
                ranges = sheet.merged_cells.ranges
                merged = [(area.min_row, area.max_row, area.min_col, area.max_col) for area in ranges]
                hidden = {row for row, info in sheet.row_dimensions.items() if info.hidden}
                value = lambda row, column, sheet=sheet: sheet.cell(row, column).value
                yield Sheet(sheet.title, (sheet.max_row, sheet.max_column), value, merged, hidden)


def squeezed(text):
    return "".join(text.split())


def header_row(sheet):
    """The row of the headers: the first that names both the item and its basis."""
    for row in range(1, sheet.rows + 1):
        headers = {squeezed(sheet.text(row, column)): column for column in range(sheet.columns, 0, -1)}
        if any(name in headers for name in NAME) and BASIS[0] in headers:
            headers.pop("", None)
            return row, headers
    raise SystemExit(f"{sheet.name}: no row of headers")


def records(key, number, sheet, kind, bodies, counts):
    top, headers = header_row(sheet)
    at = lambda names: next((headers[name] for name in names if name in headers), None)
    known = [NAME, SUB, TYPE, CODE, BASIS, BODY, LEVEL, DUTY, DUTY_BASIS, SUBJECT, CIRCUMSTANCE, CHANNEL, NUMBER]
    taken = {at(names) for names in known}
    if at(LEVEL):  # What is exercised here stands in the column beside it, under the same header.
        taken.add(at(LEVEL) + 1)
    items = {}
    for row in range(top + 1, sheet.rows + 1):
        cell = lambda names, row=row: sheet.text(row, at(names)) if at(names) else ""
        # Rows with nothing but a note are no data.
        if not cell(NAME).strip() or not cell(BASIS).strip():
            continue
        counts["rows with hidden ones"] += 1
        counts["items with hidden ones"].add((number, cell(NAME), cell(SUB)))
        if row in sheet.hidden:
            counts["hidden rows"] += 1
            continue
        counts["rows"] += 1
        items.setdefault((cell(NAME), cell(SUB)), []).append(row)
    for (name, sub), rows in items.items():
        row = rows[0]
        cell = lambda names: sheet.text(row, at(names)) if at(names) else ""
        item = {"id": f"{key}-{number}-{row}", "name": sub or name, "item_level": "sub" if sub.strip() else "main"}
        if cell(CODE):
            item["code"] = cell(CODE)
        stated = squeezed(cell(TYPE))
        if stated not in TYPES:
            # Four rows of one workbook lack the type; each sheet of it is one of a type.
            stated = next((name for name in TYPES if squeezed(sheet.name).startswith(name)), "其他行政权力")
            counts["rows without a type"] += 1
        item["power_type"] = TYPES[stated]
        item["basis"] = [{"text": cell(BASIS)}]
        names = []
        for each in rows:
            for line in sheet.text(each, at(BODY)).splitlines() if at(BODY) else []:
                if line.strip() and line not in names:
                    names.append(line)
        if names:
            item["authorities"] = [{"organization": bodies(name, kind), "role": "decide"} for name in names]
        if squeezed(cell(LEVEL)) in LEVELS:
            item["levels"] = [LEVELS[squeezed(cell(LEVEL))]]
        if at(LEVEL) and sheet.text(row, at(LEVEL) + 1).strip():
            item["scope"] = sheet.text(row, at(LEVEL) + 1)
        if cell(DUTY):
            step = {"stage": "other", "content": cell(DUTY)}
            if cell(DUTY_BASIS).strip():
                step["basis"] = [{"text": cell(DUTY_BASIS)}]
            item["responsibilities"] = [step]
        if cell(CIRCUMSTANCE):
            entry = {"subject": cell(SUBJECT)} if cell(SUBJECT).strip() else {}
            item["accountability"] = [entry | {"circumstance": cell(CIRCUMSTANCE)}]
        if cell(CHANNEL):
            item["supervision"] = cell(CHANNEL)
        source = {"source": f"{key}-{number}", "row": row}
        moved = {field: sheet.first_row(row, at(names)) for field, names in [("basis", BASIS), ("name", NAME)] if at(names)}
        moved = {field: first for field, first in moved.items() if first != row}
        if moved:
            source["rows"] = moved
        item["source"] = source
        others = {header: sheet.text(row, column) for header, column in headers.items() if column not in taken}
        if sub.strip():
            others["事项名称"] = name
        others = {header: text for header, text in others.items() if text.strip()}
        if others:
            item["extensions"] = others
        counts["items"] += 1
        yield item


def columns(sheet):
    _, headers = header_row(sheet)
    fields = {"name": NAME, "power_type": TYPE, "code": CODE, "basis": BASIS, "authorities": BODY, "levels": LEVEL,
              "responsibilities.content": DUTY, "responsibilities.basis": DUTY_BASIS, "accountability.subject": SUBJECT,
              "accountability.circumstance": CIRCUMSTANCE, "supervision": CHANNEL}
    found = {field: next((headers[name] for name in names if name in headers), None) for field, names in fields.items()}
    return {field: get_column_letter(column) for field, column in found.items() if column}


# What no workbook of this kind has a column for.
NOT_HELD = ["penalties", "coercion", "limits", "accountability.basis", "power_source", "initiation", "licensing_item"]


def convert(key, file, title, kind, folder):
    counts = {"rows": 0, "rows with hidden ones": 0, "items": 0, "hidden rows": 0, "rows without a type": 0, "merged cells": 0,
              "items with hidden ones": set()}
    organizations, items, sources, held = {}, [], [], set()

    def body(name, kind):
        return organizations.setdefault(name, {"id": f"body-{len(organizations) + 1}", "name": name, "kind": kind})["id"]

    for number, sheet in enumerate(sheets(HERE / file), 1):
        counts["merged cells"] += sheet.merged
        sources.append({"id": f"{key}-{number}", "file": file, "sheet": sheet.name, "columns": columns(sheet)})
        held |= set(columns(sheet))
        items.extend(records(key, number, sheet, kind, body, counts))
    not_held = NOT_HELD + [field for field in ["code", "levels", "supervision"] if field not in held]
    header = {"schema_version": "1.0", "title": title, "division": "650200", "level": "prefectural",
              "covers": ["power_item"], "not_held": sorted(f"power_items.{field}" for field in not_held), "sources": sources}
    lines = [{"header": header}]
    lines += [{"organization": organization} for organization in organizations.values()]
    lines += [{"power_item": item} for item in items]
    with open(folder / f"{key}.ndjson", "w", encoding="utf-8", newline="\n") as to:
        for line in lines:
            to.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
    counts["items with hidden ones"] = len(counts["items with hidden ones"])
    print(f"{key}: " + ", ".join(f"{count} {name}" for name, count in counts.items()))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    target.mkdir(parents=True, exist_ok=True)
    for workbook in WORKBOOKS:
        convert(*workbook, target)

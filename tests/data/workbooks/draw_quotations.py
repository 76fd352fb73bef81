"""Draws 60 quotations of the four workbooks, to be judged by hand: under which article does the edition in force have the
words? Prints workbook, record, title, article cited and the beginning of the words, with a column for the judgement.

    python3 tests/data/workbooks/draw_quotations.py

Only titles with an edition in force in `src/law/law_facts.csv`. The seed is 20261126.
"""

import csv
import json
import random
import re
from pathlib import Path

HERE = Path(__file__).parent
FACTS = HERE.parents[2] / "src/law/law_facts.csv"
QUOTED = re.compile(r"《([^《》]{2,40})》(?:（[^（）]{0,120}）)?\s*(第[一二三四五六七八九十百零〇]+条)"
                    r"(?:第[一二三四五六七八九十]+款)?(?:第（[一二三四五六七八九十]+）项)?(?:规定)?[：:，,　 ]*\n?\s*[“\"]?([^“”\"\n]{20,})")


def main():
    with open(FACTS, encoding="utf-8") as rows:
        held = {row["title"] for row in csv.DictReader(rows) if row["status"] in ("in_force", "unknown")}
    found = set()
    for name in ["agriculture", "transport", "ecology", "fire_rescue"]:
        for line in open(HERE / f"{name}.ndjson", encoding="utf-8"):
            item = json.loads(line).get("power_item")
            if not item:
                continue
            for text in [basis["text"] for basis in item["basis"]]:
                for title, article, words in QUOTED.findall(text):
                    title = title.replace("中华人民共和国", "")
                    if title in held:
                        found.add((name, title, article, words[:40], item["id"]))
    # One row a quotation, whatever number of items print it.
    once = sorted({row[:4]: row for row in sorted(found, reverse=True)}.values())
    drawn = sorted(random.Random(20261126).sample(once, 60))
    print("workbook\trecord\ttitle\tcited\twords\tjudged\tground")
    for name, title, article, words, record in drawn:
        print(f"{name}\t{record}\t{title}\t{article}\t{words}\t\t")


main()

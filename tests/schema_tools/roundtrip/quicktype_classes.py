"""Reads a catalog into generated dataclasses and writes it again: FOLDER IN OUT."""

import json
import sys

folder, source, target = sys.argv[1:]
sys.path.insert(0, folder)
import catalog as generated

with open(source, encoding="utf-8") as file:
    catalog = generated.catalog_from_dict(json.load(file))
with open(target, "w", encoding="utf-8") as file:
    json.dump(generated.catalog_to_dict(catalog), file)

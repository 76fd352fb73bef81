"""Reads a catalog into generated pydantic models and writes it again, with null for what is absent: FOLDER IN OUT."""

import sys
from pathlib import Path

folder, source, target = sys.argv[1:]
sys.path.insert(0, folder)
import catalog_models as generated

catalog = generated.Catalog.model_validate_json(Path(source).read_text(encoding="utf-8"))
Path(target).write_text(catalog.model_dump_json(by_alias=True), encoding="utf-8")

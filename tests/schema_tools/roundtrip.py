"""Round trips: the sample catalogs go through classes that code generators make of the schema, and come back without one
error and with the same content, though most of them write `null` for what is absent.

Run by `run`: roundtrip.py WORK QINGDAN JACKSON
"""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCHEMA = ROOT / "schemas" / "v1" / "document.schema.json"
SAMPLES = [ROOT / "examples" / "catalogs" / name for name in ("minimal.json", "hangjin-sample.json")]
DRIVERS = HERE / "roundtrip"
WORK, QINGDAN, JACKSON = (Path(argument).resolve() for argument in sys.argv[1:])
MODULES = HERE / "node_modules"
SCRIPTS = Path(sysconfig.get_path("scripts"))


def run(*command, **options):
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if ran.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command[:4]))} …: {(ran.stdout + ran.stderr)[-2000:]}")
    return ran.stdout


def quicktype(language, target, *options):
    target.parent.mkdir(parents=True, exist_ok=True)
    run("node", MODULES / "quicktype" / "dist" / "index.js", "--src-lang", "schema", "--lang", language, *options,
        "-o", target, SCHEMA)


def fresh(name):
    folder = WORK / "roundtrip" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def typescript():
    folder = fresh("typescript")
    quicktype("typescript", folder / "catalog.ts")
    run("node", MODULES / "typescript" / "bin" / "tsc", "--strict", "--target", "es2022", "--module", "commonjs",
        "--outDir", folder / "out", folder / "catalog.ts", cwd=folder)
    return "node", DRIVERS / "main.mjs", folder / "out" / "catalog.js"


def rust():
    folder = WORK / "roundtrip" / "rust"
    quicktype("rust", folder / "src" / "catalog.rs", "--visibility", "public")
    shutil.copy(DRIVERS / "main.rs", folder / "src" / "main.rs")
    # The versions that the library itself is built with, in a workspace of its own.
    (folder / "Cargo.toml").write_text(
        '[package]\nname = "roundtrip"\nversion = "0.0.0"\nedition = "2021"\n\n[workspace]\n\n'
        '[dependencies]\nserde = { version = "1", features = ["derive"] }\nserde_json = "1"\n', encoding="utf-8")
    shutil.copy(ROOT / "Cargo.lock", folder / "Cargo.lock")
    environment = {**os.environ, "CARGO_TARGET_DIR": str(folder / "target")}
    run("cargo", "build", "--quiet", "--manifest-path", folder / "Cargo.toml", env=environment)
    return (folder / "target" / "debug" / "roundtrip",)


def java():
    if not shutil.which("javac") or not (JACKSON / "jackson-databind.jar").exists():
        return None
    folder = fresh("java")
    quicktype("java", folder / "qingdan" / "Catalog.java", "--package", "qingdan")
    converter = folder / "qingdan" / "Converter.java"
    # Jackson as Debian packs it declares one exception more than Jackson does.
    text = converter.read_text(encoding="utf-8").replace("throws JsonProcessingException", "throws IOException")
    converter.write_text(text, encoding="utf-8")
    jars = ":".join(str(JACKSON / f"jackson-{part}.jar") for part in ("core", "databind", "annotations"))
    run("javac", "-encoding", "UTF-8", "-nowarn", "-cp", jars, "-d", folder / "out", DRIVERS / "Main.java",
        *(folder / "qingdan").glob("*.java"))
    return "java", "-cp", f"{jars}:{folder / 'out'}", "Main"


def php():
    if not shutil.which("php"):
        return None
    folder = fresh("php")
    quicktype("php", folder / "catalog.php")
    return "php", DRIVERS / "main.php", folder / "catalog.php"


def python():
    folder = fresh("python")
    quicktype("python", folder / "generated" / "catalog.py")
    return sys.executable, DRIVERS / "quicktype_classes.py", folder / "generated"


def pydantic():
    folder = fresh("pydantic")
    run(SCRIPTS / "datamodel-codegen", "--input", SCHEMA, "--input-file-type", "jsonschema", "--output-model-type",
        "pydantic_v2.BaseModel", "--target-python-version", "3.11", "--use-annotated", "--disable-timestamp",
        "--formatters", "black", "isort", "--output", folder / "catalog_models.py")
    return sys.executable, DRIVERS / "pydantic_models.py", folder


def content(catalog):
    """What a catalog says, as `convert` writes it: a set of lines would forget their order."""
    lines = run(QINGDAN, "convert", catalog, "--to", "ndjson").splitlines()
    return [json.loads(line) for line in lines]


def trip(prepare):
    language = prepare.__name__
    try:
        command = prepare()
        if command is None:
            return f"{language}: NOT TESTED, this machine lacks it", language if os.environ.get("CI") else None
        said = []
        for sample in SAMPLES:
            back = WORK / "roundtrip" / f"{language}-{sample.name}"
            run(*command, sample, back)
            run(QINGDAN, "check", back)
            if content(back) != content(sample):
                raise RuntimeError(f"{sample.name}: comes back with other content")
            nulls = len(re.findall(r":\s*null", back.read_text(encoding="utf-8")))
            said.append(f"{sample.name} ({nulls} null)")
        return f"{language}: {', '.join(said)}", None
    except RuntimeError as error:
        return f"{language}: {error}", language


with ThreadPoolExecutor(2) as pool:
    results = list(pool.map(trip, [rust, typescript, pydantic, java, python, php]))
for line, failed in results:
    print(f"FAILED {line}" if failed else line, flush=True)
sys.exit(1 if any(failed for _, failed in results) else 0)

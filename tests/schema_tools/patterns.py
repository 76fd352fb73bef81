"""Every pattern of the schemas in the regular expressions of five worlds: Python, JavaScript, Go (by RE2, whose syntax
and engine it shares), PCRE2 (PHP, nginx, R), Rust (by pydantic). All must take the pattern and say the same of every
text, and so must a validator over the whole schema of the text.

In Python and PCRE `$` also stands before a line feed at the end; there the `not` beside the pattern speaks.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import jsonschema
import pcre2
import pydantic
import re2

SCHEMAS = Path(__file__).parents[2] / "schemas" / "v1"

# Texts for every pattern: what no form takes, and what only an id does.
ODD = ["", " ", "\n", "a", "a b", "水利局", "水利局\n", "\u3000", "a\u00a0", "\u00a1", "a\u1680", "\u2000", "\u200fa", "\u2010",
       "a\u2028b", "\u202e", "\u2030", "\u205f", "\u206f", "\u2070", "\ufeff", "\x00", "a\x7f", "\x80", "٣", "３", "𠮷", "á"]

# By hand: what a form takes, and what it does not.
BY_HAND = {
    "id": (["a", "水利局-1", "x" * 64, "~", "𠮷", "\u00a1", "\u2010"],
           ["", "a b", "a\n", "\na", "a\n\n", "a\r", "\u3000", "\u00a0", "\u200b", "\u202e", "\ufeff", "\x00", "x" * 65]),
    "CalendarDate": (["2021-07-15"], ["2021-07-15\n", "2021-13-01", "2021-7-15", "21-07-15", "２０２１-07-15", " 2021-07-15"]),
    "DivisionCode": (["150625", "150625100", "150625100001"], ["150625\n", "15062", "1506251", "050625", "150625\r\n"]),
    "CreditCode": (["11150625011506314C"], ["11150625011506314C\n", "1115062501150631", "1115062501150631IC"]),
    "Decimal": (["0", "-1.50", "96.27"], ["1.", ".5", "01", "1e2", "96.27\n", "1\n", "+1"]),
    "SchemaVersion": (["1.0", "1.12"], ["1.0\n", "2.0", "1.01", "1"]),
    "RuleCode": (["QD307"], ["QD307\n", "QD3", "qd307", "xQD307"]),
}

IN_JAVASCRIPT = """
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
const said = asked.map(({ pattern, texts }) => {
  const compiled = new RegExp(pattern, "u");
  return texts.map((text) => compiled.test(text));
});
process.stdout.write(JSON.stringify(said));
"""

problems = []


def subschemas(schema, name):
    if isinstance(schema, dict):
        yield name, schema
        for key in ("properties", "$defs"):
            for inner, member in schema.get(key, {}).items():
                yield from subschemas(member, inner)
        for key in ("items", "additionalProperties", "propertyNames"):
            yield from subschemas(schema.get(key), name)


def rust(pattern):
    text = pydantic.TypeAdapter(Annotated[str, pydantic.StringConstraints(pattern=pattern)])

    def matches(candidate):
        try:
            text.validate_python(candidate)
        except pydantic.ValidationError:
            return False
        return True

    return matches


ENGINES = {
    "Python": lambda pattern: lambda text, compiled=re.compile(pattern): bool(compiled.search(text)),
    "RE2 (Go)": lambda pattern: lambda text, compiled=re2.compile(pattern): bool(compiled.search(text)),
    "PCRE2": lambda pattern: lambda text, compiled=pcre2.compile(pattern): bool(compiled.search(text)),
    "Rust": rust,
}


forms = {}
for path in sorted(SCHEMAS.glob("*.schema.json")):
    for name, schema in subschemas(json.loads(path.read_text(encoding="utf-8")), path.stem):
        if "pattern" in schema:
            form = forms.setdefault(schema["pattern"], (set(), schema))
            form[0].add("id" if "maxLength" in schema and "propertyNames" not in schema else name)

asked = []
for pattern, (names, schema) in forms.items():
    texts = list(ODD)
    for text in schema.get("examples", []):
        texts += [text, text + "\n", "\n" + text, text + "\r\n", text + " ", text[:-1], text + text]
    for name in names & BY_HAND.keys():
        texts += [text for side in BY_HAND[name] for text in side]
    asked.append({"pattern": pattern, "texts": texts})
node = subprocess.run(["node", "-e", IN_JAVASCRIPT], input=json.dumps(asked), capture_output=True, text=True, check=True)

judged = 0
for (pattern, (names, schema)), question, in_javascript in zip(forms.items(), asked, json.loads(node.stdout)):
    label = min(names, key=len)
    whole = jsonschema.Draft202012Validator({**schema, "type": "string"})
    bounded = lambda text: len(text) <= schema.get("maxLength", len(text))
    for engine, compile_pattern in ENGINES.items():
        try:
            matches = compile_pattern(pattern)
            has_line_feed = compile_pattern(schema["not"]["pattern"])
        except Exception as error:  # Each engine has its own.
            problems.append(f"{engine} refuses the pattern of {label}: {error}")
            continue
        for text, expected in zip(question["texts"], in_javascript):
            judged += 1
            if (matches(text) and not has_line_feed(text)) != expected:
                problems.append(f"{engine}, {label}: {text!r} is judged otherwise than by JavaScript ({expected})")
    for text, expected in zip(question["texts"], in_javascript):
        if whole.is_valid(text) != (expected and bounded(text)):
            problems.append(f"jsonschema, {label}: {text!r} is judged otherwise than by JavaScript ({expected})")
    for name in names & BY_HAND.keys():
        for side, valid in zip(BY_HAND[name], (True, False)):
            problems += [f"{name}: {text!r} must be {valid}" for text in side if whole.is_valid(text) != valid]
for name in BY_HAND:
    if not any(name in names for names, _ in forms.values()):
        problems.append(f"no pattern of {name}")

print(f"{len(forms)} patterns in 5 kinds of regular expressions: {judged} texts judged")
print("\n".join(problems[:50]), file=sys.stderr)
sys.exit(1 if problems else 0)

// Other people's tools over schemas/v1: they must take every schema as it is.
//
// - json2ts makes TypeScript and quicktype makes Java of every schema: no error, no identifier outside ASCII, and none
//   that the tool had to invent (`NoName…`), as happens where a schema is titled in Chinese. No type has the name of
//   one that every TypeScript program has (`Date`).
// - ajv, a validator that owes nothing to this crate, compiles every schema, accepts the clean samples and refuses every
//   record of the faulty one that is listed with QD005. The strict variants it takes in strict mode as it is.
//
// Run by `run`: node check.mjs FOLDER-OF-STRICT-VARIANTS

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import { compileFromFile } from "json-schema-to-typescript";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const schemas = join(root, "schemas", "v1");
const samples = join(root, "examples", "catalogs");
const strictly = process.argv[2];
const quicktype = join(here, "node_modules", "quicktype", "dist", "index.js");

const problems = [];
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

/** The code without comments and texts: what is left are keywords, identifiers and punctuation. */
function bare(code) {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, " ");
}

/** Notes identifiers that nobody can write or that the tool had to invent. */
function identifiers(tool, name, code) {
  const found = bare(code).match(/[\p{L}\p{N}_$]+/gu) ?? [];
  if (found.length === 0) problems.push(`${tool} ${name}: made nothing`);
  const known = new Set(found);
  for (const identifier of known) {
    if (/[^\x00-\x7f]/.test(identifier)) problems.push(`${tool} ${name}: the identifier ${identifier} is not ASCII`);
    if (/noname/i.test(identifier)) problems.push(`${tool} ${name}: the invented identifier ${identifier}`);
  }
  // json2ts makes `Date1` beside `Date` where keywords stand beside a bare reference.
  const copies = [...known].filter((identifier) => /[a-z][0-9]+$/.test(identifier) && known.has(identifier.replace(/[0-9]+$/, "")));
  if (tool === "json2ts" && copies.length > 0) problems.push(`${tool} ${name}: numbered copies of types: ${copies.join(", ")}`);
}

async function typescript(path, name) {
  try {
    identifiers("json2ts", name, await compileFromFile(path, { cwd: schemas }));
  } catch (error) {
    problems.push(`json2ts ${name}: ${error.message}`);
  }
}

function java(path, name) {
  const out = mkdtempSync(join(tmpdir(), "qingdan-java-"));
  try {
    // The class of the whole is named after the file.
    const main = join(out, `${read(path).title}.java`);
    const args = ["--lang", "java", "--src-lang", "schema", "--package", "qingdan", "-o", main, path];
    execFileSync(process.execPath, [quicktype, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    const files = readdirSync(out);
    if (files.length === 0) problems.push(`quicktype ${name}: made nothing`);
    for (const file of files) {
      if (/[^\x00-\x7f]|noname/i.test(file)) problems.push(`quicktype ${name}: the file name ${file}`);
      identifiers("quicktype", `${name} (${file})`, readFileSync(join(out, file), "utf8"));
    }
  } catch (error) {
    problems.push(`quicktype ${name}: ${error.stderr || error.message}`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Names that a generated type would stand before: what the libraries of TypeScript declare for every program. */
function globals() {
  const folder = join(here, "node_modules", "typescript", "lib");
  const names = new Set();
  for (const file of readdirSync(folder).filter((file) => /^lib\.(es|dom).*\.d\.ts$/.test(file))) {
    const declared = /^(?:declare )?(?:var|let|const|interface|type|class|function|namespace) +([A-Za-z_$][\w$]*)/gm;
    for (const [, name] of readFileSync(join(folder, file), "utf8").matchAll(declared)) names.add(name);
  }
  if (!names.has("Date") || !names.has("HTMLElement")) problems.push(`no names of TypeScript in ${folder}`);
  return names;
}

/** ajv in strict mode. A type beside `null` is how an optional member is written, so unions are allowed. */
function validator() {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  ajv.addVocabulary(["x-title-zh", "x-enum-titles", "x-refers-to", "enumDescriptions", "defaultSnippets"]);
  return ajv;
}

function compileStrict(name) {
  try {
    return new Ajv2020({ strict: true, allErrors: true }).compile(read(join(strictly, `${name}.strict.schema.json`)));
  } catch (error) {
    problems.push(`ajv ${name}, strict variant: ${error.message}`);
    return undefined;
  }
}

function compile(name) {
  try {
    return validator().compile(read(join(schemas, `${name}.schema.json`)));
  } catch (error) {
    problems.push(`ajv ${name}: ${error.message}`);
    return undefined;
  }
}

const names = readdirSync(schemas).filter((file) => file.endsWith(".schema.json")).map((file) => basename(file, ".schema.json")).sort();
if (!names.includes("document")) problems.push(`no schema in ${schemas}`);
const judges = new Map();
const taken = globals();
for (const name of names) {
  const path = join(schemas, `${name}.schema.json`);
  const { title, $defs } = read(path);
  for (const type of [title, ...Object.keys($defs ?? {})]) {
    if (taken.has(type)) problems.push(`${name}: ${type} is a name of TypeScript's own`);
  }
  await typescript(path, name);
  java(path, name);
  judges.set(name, compile(name));
  judges.set(`${name}, strict variant`, compileStrict(name));
}

let accepted = 0;
for (const sample of ["minimal.json", "hangjin-sample.json"]) {
  for (const variant of ["document", "document, strict variant"]) {
    const judge = judges.get(variant);
    if (judge?.(read(join(samples, sample)))) accepted += 1;
    else for (const error of judge?.errors ?? []) problems.push(`ajv ${sample}: ${error.instancePath} ${error.message}`);
  }
}

// Records are listed as kind/id; the array of a kind is found by what its elements refer to in the document's schema.
const document = read(join(schemas, "document.schema.json"));
const titles = new Map(names.map((name) => [read(join(schemas, `${name}.schema.json`)).title, name]));
const arrays = new Map();
for (const [array, schema] of Object.entries(document.properties)) {
  const type = schema.items?.$ref?.replace("#/$defs/", "");
  if (titles.has(type)) arrays.set(titles.get(type), array);
}
const faulty = read(join(samples, "hangjin-faulty.json"));
const expected = read(join(samples, "hangjin-faulty.expected.json")).filter(({ code }) => code === "QD005");
const records = new Set(expected.map(({ record }) => record));
let refused = 0;
for (const key of records) {
  const [kind, id] = [key.slice(0, key.indexOf("/")), key.slice(key.indexOf("/") + 1)];
  const record = (faulty[arrays.get(kind)] ?? []).find((candidate) => candidate?.id === id);
  const judge = judges.get(kind);
  if (!record || !judge) {
    problems.push(`ajv: ${key} is expected to be refused and is not there`);
  } else if (judge(record)) {
    problems.push(`ajv: ${key} is accepted, and QD005 is expected`);
  } else {
    refused += 1;
    const places = new Set(judge.errors.map(({ instancePath }) => instancePath));
    for (const { path } of expected.filter((finding) => finding.record === key)) {
      // A schema names the object that lacks a member, a finding the member.
      const parent = path.slice(0, path.lastIndexOf("/"));
      if (!places.has(path) && !places.has(parent)) problems.push(`ajv: ${key} has no error at ${path}`);
    }
  }
}
if (refused === 0) problems.push("ajv: no record is refused, so nothing was tested");

console.log(`${names.length} schemas; ajv accepted samples ${accepted} times and refused ${refused} of ${records.size} records`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

// An editor over the samples: the language service of VS Code, with the schema that a sample names beside it.
//
// - Nothing is marked in the samples, by the schemas and by their strict variants.
// - By the strict variant one misspelt field gives one mark.
// - Values of lists, closed and open, are offered with their Chinese titles.
//
// Run by `run`: node editor.mjs FOLDER-OF-STRICT-VARIANTS

import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import languageServices from "vscode-json-languageservice";

const { getLanguageService, TextDocument } = languageServices;
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const samples = join(root, "examples", "catalogs");
const open = pathToFileURL(join(root, "schemas", "v1", "document.schema.json")).href;
const strict = pathToFileURL(resolve(process.argv[2], "document.strict.schema.json")).href;

const problems = [];
const loaded = new Set();

/** The service as it works on a file; without `schema` by the `$schema` that the file names. */
function service(schema) {
  const languageService = getLanguageService({
    schemaRequestService: (uri) => {
      loaded.add(uri);
      return readFile(fileURLToPath(uri), "utf8");
    },
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  });
  const schemas = schema ? [{ uri: schema, fileMatch: ["*.json"] }] : [];
  languageService.configure({ validate: true, allowComments: false, schemas });
  return languageService;
}

function parsed(languageService, name, text) {
  const document = TextDocument.create(pathToFileURL(join(samples, name)).href, "json", 1, text);
  return [document, languageService.parseJSONDocument(document)];
}

async function marks(name, text, schema) {
  const languageService = service(schema);
  const found = await languageService.doValidation(...parsed(languageService, name, text));
  return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

function expect(what, found, count) {
  if (found.length !== count) problems.push(`${what}: ${found.length} marks, not ${count}: ${found.slice(0, 5).join("; ")}`);
}

const texts = new Map();
for (const name of ["minimal.json", "hangjin-sample.json", "hangjin-2024-figures.json"]) {
  const text = await readFile(join(samples, name), "utf8");
  texts.set(name, text);
  const named = /"\$schema":\s*"[^"]*",?/;
  if (named.test(text)) {
    loaded.clear();
    expect(`${name} by its own $schema`, await marks(name, text), 0);
    if (!loaded.has(open)) problems.push(`${name}: its $schema does not lead to ${open} (${[...loaded].join(", ")})`);
  }
  expect(name, await marks(name, text.replace(named, ""), open), 0);
  expect(`${name}, strict variant`, await marks(name, text.replace(named, ""), strict), 0);
}
for (const [name, right, wrong] of [
  ["hangjin-sample.json", '"promised_limits"', '"promised_limit"'],
  ["hangjin-sample.json", '"organizations"', '"organisations"'],
  ["minimal.json", '"set_by"', '"setby"'],
]) {
  const text = texts.get(name).replace(/"\$schema":\s*"[^"]*",?/, "").replace(right, wrong);
  expect(`${name} with ${wrong}, strict variant`, await marks(name, text, strict), 1);
}

/** What is offered where the value of a member stands, as label and description. */
async function offered(text, value) {
  const languageService = service(open);
  const [document, json] = parsed(languageService, "minimal.json", text);
  const position = document.positionAt(text.indexOf(value) + 1);
  const { items } = await languageService.doComplete(document, position, json);
  return items.map(({ label, documentation }) => `${label} ${documentation?.value ?? documentation ?? ""}`);
}
const header = '"header": { "schema_version": "1.0", "title": "t", "division": "150625", "level": "county" }';
for (const [text, value, expected] of [
  [`{ ${header} }`, '"county"', /^"?county"? 县级/],
  [`{ ${header}, "published_figures": [{ "metric": "items" }] }`, '"items"', /^"?online"? 网上可办/],
]) {
  const found = await offered(text, value);
  if (!found.some((one) => expected.test(one))) problems.push(`${value}: ${expected} is not offered: ${found.join(" | ")}`);
}

console.log(`the language service of VS Code over ${texts.size} samples: ${problems.length} problems`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

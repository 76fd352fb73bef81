// Other people's readers over the reports that `cargo run --features ci --example reports` writes: of the samples, of
// the faulty twin, of a hostile catalog in a hostile file, of text that is no JSON, and of a file that is not there.
//
// - Microsoft's SARIF multitool, with the rules of the standard and those of GitHub: no error and no warning but those
//   that are named below with their reasons. It exits with 0 whatever it finds, so its own report is read.
// - ajv judges the entries of GitLab, by what GitLab's parser asks of each.
// - saxes, a strict XML parser, reads the test results of JUnit.
//
// Run by `run`: node reports.mjs FOLDER PROGRAM, which writes reports of files into a folder

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import { SaxesParser } from "saxes";

const here = dirname(fileURLToPath(import.meta.url));
const samples = join(here, "..", "..", "examples", "catalogs");
const [folder, program] = process.argv.slice(2).map((path) => resolve(path));
const tool = join(here, "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool");

// What the multitool may say, and why it is no fault of a report.
const ALLOWED = new Map([["SARIF2005", "wants the address of a page about the tool, and there is none yet"]]);

const problems = [];
mkdirSync(folder, { recursive: true });

/** Paths of files from the folder in which the program runs, as they stand in a repository. */
function inputs() {
  const hostile = "a\n::error::b ##[add-mask]%41#c?]]>\u{1b}[31m\u{202e}[x](1){0}杭锦旗";
  const catalog = {
    header: { schema_version: "1.0", title: hostile, division: hostile, level: hostile },
    [hostile]: 1,
    organizations: [
      { id: "a", name: hostile, kind: "department", parent: "nobody", credit_code: hostile },
      { id: "a", name: hostile, kind: hostile, [hostile]: hostile },
    ],
  };
  const written = new Map([
    ["minimal.json", readFileSync(join(samples, "minimal.json"))],
    ["数据 1/sample.json", readFileSync(join(samples, "hangjin-sample.json"))],
    ["faulty.json", readFileSync(join(samples, "hangjin-faulty.json"))],
    [`${hostile.replaceAll("/", "")}.json`, JSON.stringify(catalog, null, 1)],
    ["broken.json", '{"header": '],
  ]);
  mkdirSync(join(folder, "数据 1"), { recursive: true });
  for (const [name, bytes] of written) writeFileSync(join(folder, name), bytes);
  return [...written.keys(), "not there.json"];
}

function sarif(path) {
  if (!existsSync(tool)) return false;
  chmodSync(tool, 0o755);
  const judged = `${path}.judged`;
  execFileSync(tool, ["validate", path, "-o", judged, "--log", "ForceOverwrite", "--rule-kind", "Sarif;Ghas"], { stdio: "ignore" });
  const { results = [], invocations = [] } = JSON.parse(readFileSync(judged, "utf8").replace(/^\uFEFF/, "")).runs[0];
  if (invocations.some(({ executionSuccessful }) => !executionSuccessful)) problems.push(`${path}: the multitool did not finish`);
  for (const { ruleId, level = "warning", message } of results) {
    const rule = ruleId.split("/")[0];
    if (level !== "note" && !ALLOWED.has(rule)) problems.push(`${path}: ${level} ${ruleId}: ${message.text ?? JSON.stringify(message.arguments)}`);
  }
  return true;
}

const entry = new Ajv2020().compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string" },
      fingerprint: { type: "string" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "positions"],
        properties: {
          path: { type: "string" },
          positions: {
            type: "object",
            required: ["begin"],
            properties: { begin: { type: "object", required: ["line"], properties: { line: { type: "integer" } } } },
          },
        },
      },
    },
  },
});

function gitlab(path) {
  const entries = JSON.parse(readFileSync(path, "utf8"));
  if (!entry(entries)) problems.push(`${path}: ${JSON.stringify(entry.errors)}`);
  if (new Set(entries.map(({ fingerprint }) => fingerprint)).size !== entries.length) problems.push(`${path}: a fingerprint stands twice`);
  return entries.length;
}

function junit(path) {
  const parser = new SaxesParser();
  let cases = 0;
  parser.on("error", (error) => problems.push(`${path}: ${error.message}`));
  parser.on("opentag", ({ name }) => (cases += name === "testcase" ? 1 : 0));
  parser.write(readFileSync(path, "utf8")).close();
  return cases;
}

const files = inputs();
execFileSync(program, [folder, ...files], { cwd: folder });
const tested = files.map((_, number) => {
  const path = (format) => join(folder, `${number}.${format}`);
  return { sarif: sarif(path("sarif")), entries: gitlab(path("gitlab")), cases: junit(path("junit")) };
});
if (tested.some(({ cases }) => cases === 0)) problems.push("JUnit: a file without a case");
if (tested.every(({ entries }) => entries < 100)) problems.push("GitLab: nothing was tested");
const judged = tested.filter(({ sarif }) => sarif).length;
console.log(`reports of ${files.length} files; the SARIF multitool judged ${judged}`);
if (judged === 0) console.error("NOT TESTED, as there is no SARIF multitool for this machine: SARIF");
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

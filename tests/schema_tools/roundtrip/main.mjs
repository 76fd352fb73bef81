// Reads a catalog into generated types and writes it again: MODULE IN OUT.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [module, from, to] = process.argv.slice(2);
const { Convert } = createRequire(import.meta.url)(module);
writeFileSync(to, Convert.catalogToJson(Convert.toCatalog(readFileSync(from, "utf8"))));

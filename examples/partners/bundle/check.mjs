// Makes types of the bundle with openapi-typescript and quicktype, and sends every valid sample through them.
//
//     node check.mjs KIT
//
// Every sample must be of the type that openapi-typescript made, which the compiler of TypeScript decides, and come back
// from the reader and the writer that quicktype made as it was, blanks included. Every pattern of the schemas must be one of
// ECMAScript.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";

const kit = resolve(process.argv[2] ?? ".");
const load = (path) => JSON.parse(readFileSync(join(kit, path), "utf8"));
const run = (tool, ...given) => execFileSync(`node_modules/.bin/${tool}`, given, { stdio: ["ignore", "ignore", "inherit"] });
const { bundle, documents } = load("index.json");
const component = (name) => name.split("-").map((word) => word[0].toUpperCase() + word.slice(1)).join("");

const unresolved = [];
const patterns = new Set();
const { components } = load(bundle);
function visit(schema) {
  if (typeof schema !== "object" || schema === null) return;
  const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(schema.$ref ?? "") ?? [];
  if (typeof schema.$ref === "string" && !(name in components.schemas)) unresolved.push(schema.$ref);
  if (typeof schema.pattern === "string") patterns.add(schema.pattern);
  Object.values(schema).forEach(visit);
}
visit(load(bundle));
if (unresolved.length > 0) throw new Error(`references to nowhere: ${unresolved.join(", ")}`);
const odd = Object.keys(components.schemas).filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name));
if (odd.length > 0) throw new Error(`names that are not English: ${odd.join(", ")}`);
for (const pattern of patterns) new RegExp(pattern, "u");

mkdirSync("made", { recursive: true });
run("openapi-typescript", join(kit, bundle), "-o", "made/api.d.ts");
let samples = 0;
const wrong = [];
const typed = ['import type { components } from "./api.js";', 'type All = components["schemas"];'];
for (const document of documents) {
  const name = component(document.name);
  run("quicktype", "--src-lang", "schema", "--lang", "typescript", "--no-date-times", "-o", `made/${name}.ts`,
    `${join(kit, bundle)}#/components/schemas/${name}`);
  for (const path of document.valid) {
    samples += 1;
    typed.push(`export const sample${samples}: All["${name}"] = ${JSON.stringify(load(path))};`);
  }
}
writeFileSync("made/samples.ts", typed.join("\n"));
writeFileSync("made/tsconfig.json", JSON.stringify({
  compilerOptions: { strict: true, target: "es2022", module: "nodenext", skipLibCheck: true, outDir: "dist", types: [] },
}));
run("tsc", "-p", "made");

for (const document of documents) {
  const name = component(document.name);
  const { Convert } = await import(pathToFileURL(`made/dist/${name}.js`));
  const read = Object.getOwnPropertyNames(Convert).find((method) => method.startsWith("to"));
  const write = Object.getOwnPropertyNames(Convert).find((method) => method.endsWith("ToJson"));
  for (const path of document.valid) {
    const sample = load(path);
    const again = JSON.parse(Convert[write](Convert[read](JSON.stringify(sample))));
    if (!isDeepStrictEqual(again, sample)) wrong.push(path);
  }
}
if (wrong.length > 0) {
  console.error(`changed on the way:\n  ${wrong.join("\n  ")}`);
  process.exit(1);
}
console.log(`bundle: ${samples} samples are of the types of openapi-typescript and survive quicktype; ${patterns.size} patterns`);

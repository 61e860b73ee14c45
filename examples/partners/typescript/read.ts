// Reads annual reports without the Rust crate: validates documents, and takes figures from their types.
//
//     node dist/read.js KIT
//
// Every valid sample must be accepted and every invalid one refused, or the program ends with 1. Then it reads a few
// figures through the types that generate.mjs made. The validator is in strict mode, and a complaint of it ends the
// program, too.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Form } from "./ogi/form.js";
import type { Report } from "./ogi/report.js";
import type { Totals } from "./ogi/totals.js";

interface Document {
  name: string;
  schema: string;
  valid: string[];
  invalid: string[];
}

const kit = process.argv[2] ?? ".";
const load = (path: string): unknown => JSON.parse(readFileSync(join(kit, path), "utf8"));

const complaints: string[] = [];
const complain = (...message: unknown[]): void => void complaints.push(message.join(" "));
const ajv = new Ajv2020({
  strict: true,
  validateSchema: true,
  logger: { log: complain, warn: complain, error: complain },
});
formats.default(ajv, ["date"]);

const counts = { valid: 0, invalid: 0 };
for (const document of (load("index.json") as { documents: Document[] }).documents) {
  const validate = ajv.compile(load(document.schema) as object);
  for (const kind of ["valid", "invalid"] as const) {
    for (const path of document[kind]) {
      counts[kind] += 1;
      if (validate(load(path)) !== (kind === "valid")) complain(path, "is not", kind);
    }
  }
}
if (complaints.length > 0) {
  console.error(complaints.join("\n"));
  process.exit(1);
}
console.log(`typescript: ${counts.valid} valid samples accepted, ${counts.invalid} invalid ones refused`);

/** A sample whose schema has said that it is of the type. */
function read<T>(document: string, path: string): T {
  const sample = load(path);
  const validate = ajv.getSchema(`urn:ogi-report:schema:${document}:1`) as ValidateFunction<T> | undefined;
  if (validate?.(sample)) return sample;
  throw new Error(`${path} is not valid`);
}

const form = read<Form>("form", "samples/form/valid/as-printed.json");
// A cell is a number, text as printed, or null for a blank; a cell that is not on the form is undefined.
console.log(`行政许可 本年处理决定数量: ${form.cells["proactive.licensing.decisions"]}`);
console.log(`行政强制 本年处理决定数量: ${form.cells["proactive.coercion.decisions"] === null ? "空白" : "来源中没有"}`);

const report = read<Report>("report", "samples/report/valid/town-2024.json");
// A report states no totals: they are added up.
const received: number = Object.values(report.requests.received).reduce((sum, count) => sum + count, 0);
console.log(`本年新收政府信息公开申请数量 总计: ${received}`);

const totals = read<Totals>("totals", "samples/totals/valid/two-editions.json");
// Only one of the two reports is of the edition that prints a cell, and the sum says so.
const issued = totals.cells["proactive.rules.issued"];
console.log(`规章 本年制发件数 合计: ${issued?.sum}（${issued?.reports} 份报告）`);
const oneRow = totals.cells["requests.outcomes.other.total"];
console.log(`（六）其他处理 一行 合计: ${oneRow?.sum}（${oneRow?.reports} 份报告）`);

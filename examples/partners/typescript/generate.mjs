// Makes TypeScript types of the schemas.
//
//     node generate.mjs KIT
//
// KIT is the folder that `cargo run --example json_schema KIT` writes. The types stand in the folder `ogi` beside this
// file, one module a kind of document, with the Chinese titles as comments.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

/** The generator names types by their titles and writes descriptions as comments. */
function withTitlesAsComments(schema) {
  if (Array.isArray(schema)) return schema.map(withTitlesAsComments);
  if (schema === null || typeof schema !== "object") return schema;
  const commented = {};
  for (const [key, value] of Object.entries(schema)) {
    commented[key] = key === "examples" ? value : withTitlesAsComments(value);
  }
  if (typeof commented.title === "string") {
    commented.description = [commented.title, commented.description].filter(Boolean).join(": ");
    delete commented.title;
  }
  return commented;
}

const kit = process.argv[2];
const out = fileURLToPath(new URL("ogi", import.meta.url));
await mkdir(out, { recursive: true });
for (const { name, schema } of JSON.parse(await readFile(join(kit, "index.json"), "utf8")).documents) {
  const { $id, ...types } = withTitlesAsComments(JSON.parse(await readFile(join(kit, schema), "utf8")));
  const options = { additionalProperties: false, bannerComment: `/* Made of ${$id}; see generate.mjs. */` };
  await writeFile(join(out, `${name}.ts`), await compile(types, name, options));
}

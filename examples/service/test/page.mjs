// The clerk's page in a headless Chromium: upload a page, see the official tables and the findings, type in a cell and see
// its findings at once.
//
//     node page.mjs http://127.0.0.1:8080 PAGE
//
// Of PAGE two more are made: one with a figure too many in a row, and one whose text contradicts its table.
//
// CHROMIUM names the browser, if it is another than /usr/bin/chromium.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const [address, page] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "page-"));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const tab = await browser.newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(error.message));
  await tab.goto(address);
  const upload = await tab.$("#file");
  await upload.uploadFile(page);
  await tab.waitForFunction(() => document.querySelector("#verdict").textContent !== "", { timeout: 20000 });
  const cells = await tab.$$eval("input.cell", (all) => all.length);
  assert.equal(cells, 200);
  const problem = await tab.$eval("#problem", (element) => element.textContent);
  assert.equal(problem, "");
  const findings = () => tab.$$eval("#findings li", (all) => all.map((item) => item.textContent));
  const before = await findings();

  // A wrong total: one finding more, at that cell, with the sum of its parts.
  const path = "disputes.reconsideration.total";
  const total = await tab.evaluate((path) => document.getElementById(path).value, path);
  const type = (path, text) =>
    tab.evaluate((path, text) => {
      const cell = document.getElementById(path);
      cell.value = text;
      cell.dispatchEvent(new Event("input"));
    }, path, text);
  await type(path, String(Number(total) + 1));
  await tab.waitForFunction((path) => document.getElementById(path).parentElement.className === "error", {}, path);
  const after = await findings();
  assert.equal(after.length, before.length + 1);
  assert.ok(after.some((text) => text.startsWith("D101") && text.includes(total)), after.join("\n"));

  // A blank is a blank: nothing becomes 0 on the way.
  await type(path, "");
  await tab.waitForFunction((path) => document.getElementById(path).parentElement.className === "warning", {}, path);
  assert.ok((await findings()).some((text) => text.startsWith("C105")));

  // As it was.
  await type(path, total);
  await tab.waitForFunction((path) => document.getElementById(path).parentElement.className === "", {}, path);
  assert.deepEqual(await findings(), before);

  await tab.click("#store");
  await tab.waitForFunction(() => document.querySelector("#problem").textContent.startsWith("已保存"));

  // A row with a figure too many has no place, and the list of such figures outlives every check of the form.
  const shown = (id) => tab.$eval(id, (element) => element.textContent);
  const source = readFileSync(page, "utf8");
  const row = /(<td id="requests-received-total"[^>]*>)(\d+)<\/td>/;
  const [, , received] = source.match(row);
  const load = async (name, text) => {
    writeFileSync(join(scratch, name), text);
    await tab.$eval("#verdict", (element) => element.replaceChildren());
    await upload.uploadFile(join(scratch, name));
    await tab.waitForFunction(() => document.querySelector("#verdict").textContent !== "" && document.querySelector("#tables table"));
  };
  await load("row.html", source.replace(row, "$&<td>7</td>"));
  assert.match(await shown("#unplaced"), new RegExp(`${received}.* 7`));
  await type(path, String(Number(total) + 1));
  await tab.waitForFunction((path) => document.getElementById(path).parentElement.className === "error", {}, path);
  assert.match(await shown("#unplaced"), new RegExp(`${received}.* 7`));

  // What the text contradicts is said, and once somebody types, that it is not compared again.
  await load("text.html", source.replace("<body>", `<body><p>一、总体情况</p><p>2024年共收到政府信息公开申请${Number(received) + 5}件。</p>`));
  assert.match(await shown("#text"), /N201/);
  assert.equal(await shown("#unplaced"), "");
  await type(path, String(Number(total) + 1));
  await tab.waitForFunction((path) => document.getElementById(path).parentElement.className === "error", {}, path);
  assert.match(await shown("#compared"), /没有重新与正文比对/);
  assert.match(await shown("#text"), /N201/);
  assert.deepEqual(errors, []);
  console.log(`page: ${cells} cells, ${before.length} findings, and those of a cell as it is typed`);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}

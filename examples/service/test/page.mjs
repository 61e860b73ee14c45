// The clerk's page in a headless Chromium: upload a page, see the official tables and the findings, type in a cell and see
// its findings at once.
//
//     node page.mjs http://127.0.0.1:8080 PAGE
//
// CHROMIUM names the browser, if it is another than /usr/bin/chromium.

import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";

const [address, page] = process.argv.slice(2);
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
  assert.deepEqual(errors, []);
  console.log(`page: ${cells} cells, ${before.length} findings, and those of a cell as it is typed`);
} finally {
  await browser.close();
}

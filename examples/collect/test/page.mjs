// The pages of a run in a headless Chromium: they fetch nothing, are readable on a telephone, and are searched by keyboard.
//
//     node page.mjs OUT [PICTURES]
//
// OUT is an output folder of `collect`; with a second folder, pictures of the pages are written there. CHROMIUM names the browser, if it is
// another than /usr/bin/chromium.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [out, pictures] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const errors = [];
try {
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => errors.push(error.message));
  tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  tab.on("request", (request) => request.url().startsWith("file:") || errors.push(`fetches ${request.url()}`));
  const open = (name) => tab.goto(pathToFileURL(path.resolve(out, name)).href);

  const review = readdirSync(path.join(out, "reviews"))[0];
  const pages = ["index.html", "consolidated.html", "years.html", review && `reviews/${review}`];
  for (const width of [390, 1280]) {
    await tab.setViewport({ width, height: 844 });
    for (const name of pages.filter((name) => name && existsSync(path.join(out, name)))) {
      await open(name);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${name} is ${wide} pixels wider than a window of ${width}`);
      // Every link leads somewhere.
      const links = await tab.$$eval("a[href]", (all) => all.map((link) => link.getAttribute("href")));
      for (const link of links.filter((link) => !link.startsWith("#"))) {
        assert.ok(existsSync(path.resolve(out, path.dirname(name), decodeURI(link))), `${name} links to ${link}`);
      }
      if (pictures) {
        const file = `${name.replaceAll(/[^a-z]/gi, "-").slice(0, 20)}-${width}.png`;
        await tab.screenshot({ path: path.join(pictures, file), clip: { x: 0, y: 0, width, height: 2600 }, captureBeyondViewport: true });
      }
    }
  }

  await open("index.html");
  const rows = () => tab.$$eval("#sources tbody tr", (all) => all.map((row) => ({ ...row.dataset, text: row.textContent })));
  const count = () => tab.$eval("#count", (element) => Number(element.textContent.match(/\d+/)[0]));
  const all = await count();
  assert.ok(all > 0);
  // By keyboard alone: to the search, a word, and on to the next control.
  for (let i = 0; i < 60 && (await tab.evaluate(() => document.activeElement.id)) !== "find"; i++) await tab.keyboard.press("Tab");
  assert.equal(await tab.evaluate(() => document.activeElement.id), "find");
  await tab.keyboard.type("docx");
  const found = await rows();
  assert.ok(found.length > 0 && (await count()) < all);
  assert.ok(found.every((row) => row.text.toLowerCase().includes("docx")));
  await tab.keyboard.down("Control");
  await tab.keyboard.press("a");
  await tab.keyboard.up("Control");
  await tab.keyboard.press("Delete");
  assert.equal(await count(), all);
  await tab.keyboard.press("Tab");
  assert.equal(await tab.evaluate(() => document.activeElement.id), "verdict");
  await tab.select("#verdict", "broken");
  assert.ok((await rows()).every((row) => row.verdict === "broken"));
  await tab.select("#verdict", "");
  await tab.select("#order", "errors");
  const ordered = (await rows()).map((row) => Number(row.errors));
  assert.deepEqual(ordered, ordered.toSorted((a, b) => b - a));
  await tab.select("#order", "body");
  const named = (await rows()).map((row) => row.body ?? "");
  assert.deepEqual(named, named.toSorted((a, b) => a.localeCompare(b, "zh-CN")));
  // A rule leads to the reports that break it.
  const rule = await tab.$("[data-find]");
  if (rule) {
    const code = await rule.evaluate((link) => link.dataset.find);
    await rule.click();
    assert.ok((await rows()).every((row) => row.text.includes(code)));
  }
  // Without a script the whole list is there.
  await tab.setJavaScriptEnabled(false);
  await open("index.html");
  assert.equal((await rows()).length, all);
  assert.deepEqual(errors, []);
  console.log(`pages: ${all} sources, searched and ordered; ${pages.filter(Boolean).length} pages at 390 and 1280 pixels`);
} finally {
  await browser.close();
}

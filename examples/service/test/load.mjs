// Ten thousand requests, hostile uploads and slow clients among them.
//
//     node load.mjs http://127.0.0.1:8080 PID FORM PAGE
//
// PID is that of the service, whose memory is read from /proc. Every form that the service says is stored is asked for at
// the end and must be there.

import { readFileSync } from "node:fs";
import { connect } from "node:net";

const [address, pid, formFile, pageFile] = process.argv.slice(2);
const REQUESTS = 10_000;
const AT_ONCE = 32;
const form = JSON.parse(readFileSync(formFile, "utf8"));
const page = readFileSync(pageFile);
const json = { "content-type": "application/json" };
const html = { "content-type": "text/html" };

const hostile = [
  ["POST", "/check", json, "[".repeat(100_000), [422]],
  ["POST", "/check", json, '{"form":{"edition":"2021","cells":{"x":1}}}', [422]],
  ["POST", "/check", json, Buffer.alloc(9 << 20, 0x20), [413]],
  ["POST", "/extract", html, "<table>".repeat(200_000), [422]],
  ["POST", "/extract", html, Buffer.alloc(200_000, 0xff), [422]],
  ["POST", "/extract", html, `<table>${"<tr><td>1".repeat(100_000)}`, [422]],
  ["POST", "/extract", { "content-type": "image/png" }, "x", [415]],
  ["POST", "/check?format=pdf", json, "{}", [400]],
  ["DELETE", "/reports", {}, undefined, [405]],
  ["GET", "/../../etc/passwd", {}, undefined, [404]],
];
const kept = new Map();
const times = { check: [], extract: [], store: [] };
const wrong = [];

async function send(kind, method, path, headers, body, expected) {
  const start = performance.now();
  let response;
  try {
    response = await fetch(address + path, { method, headers, body });
    await response.arrayBuffer();
  } catch (error) {
    // A service that refuses a long body need not read it to its end.
    if (!expected.includes(413)) throw error;
    return 413;
  }
  if (kind) times[kind].push(performance.now() - start);
  // A service that is busy says so.
  if (!expected.includes(response.status) && response.status !== 503) wrong.push(`${method} ${path}: ${response.status}`);
  return response.status;
}

/** How long the service may keep a client that is slow, or does not read. */
const PATIENCE = 100;

/** A client that sends a byte a second, and may not read; how long the service keeps it is said. */
function slow(head, reads = true) {
  return new Promise((resolve) => {
    const start = performance.now();
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname, () => socket.write(head));
    const drip = setInterval(() => socket.write("x"), 1000);
    if (reads) socket.on("data", () => {});
    const end = setTimeout(() => socket.destroy(), (PATIENCE + 20) * 1000);
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(drip);
      clearTimeout(end);
      resolve((performance.now() - start) / 1000);
    });
  });
}

const slowClients = Array.from({ length: 20 }, (_, index) =>
  slow(index % 2 ? "GET /rules HTTP/1.1\r\nHost: " : "POST /check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"),
);
// Their answers are more than the system keeps for a connection.
const deafClients = Array.from({ length: 20 }, () => slow("GET /cells HTTP/1.1\r\nHost: x\r\n\r\n".repeat(1000), false));
let next = 0;
async function client() {
  for (let number = next++; number < REQUESTS; number = next++) {
    const bad = hostile[(number / 10) % hostile.length | 0];
    if (number % 10 === 9) await send(undefined, ...bad);
    else if (number % 10 === 8) await send("extract", "POST", "/extract", html, page, [200]);
    else if (number % 10 === 7) {
      const body = { ...form, body: { name: `某某县第${number}局` }, year: 2024 };
      const status = await send("store", "PUT", "/reports", json, JSON.stringify(body), [200]);
      if (status === 200) kept.set(body.body.name, JSON.stringify(body.cells));
    } else await send("check", "POST", "/check", json, JSON.stringify({ form }), [200]);
  }
}
const start = performance.now();
await Promise.all(Array.from({ length: AT_ONCE }, client));
const seconds = (performance.now() - start) / 1000;
const longest = Math.max(...(await Promise.all(slowClients)));
const deaf = Math.max(...(await Promise.all(deafClients)));
if (Math.max(longest, deaf) > PATIENCE) wrong.push(`a client is kept for ${longest.toFixed(0)} s, one that does not read for ${deaf.toFixed(0)} s`);

let lost = 0;
for (const [name, cells] of kept) {
  const response = await fetch(`${address}/reports?year=2024&body=${encodeURIComponent(name)}`);
  if (!response.ok || JSON.stringify((await response.json()).cells) !== cells) lost += 1;
}
const memory = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
console.log(`${REQUESTS} requests, ${AT_ONCE} at once, in ${seconds.toFixed(1)} s: ${(REQUESTS / seconds).toFixed(0)} a second`);
for (const [kind, all] of Object.entries(times)) {
  all.sort((a, b) => a - b);
  const at = (share) => all[Math.floor(all.length * share)].toFixed(1);
  console.log(`${kind}: ${all.length} requests, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}
console.log(`slow clients are cut off after at most ${longest.toFixed(0)} s, those that do not read after ${deaf.toFixed(0)} s; memory at most ${(memory / 1024).toFixed(0)} MiB`);
console.log(`${kept.size} forms stored, ${lost} lost`);
if (wrong.length > 0 || lost > 0) {
  console.error(`wrong: ${[...new Set(wrong)].join("\n")}`);
  process.exit(1);
}

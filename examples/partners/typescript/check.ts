// Checks forms without the Rust crate: the rules of sections 2, 3 and 4 from the tables of the kit, and no path of a cell.
//
//     node dist/check.js KIT [FORMS]
//
// Every case of the conformance suite must give the findings and the ledger that it states. FORMS, if it is given, has a
// form with its outcome on each line, as the example `conformance` writes them.

import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { isDeepStrictEqual } from "node:util";

type Printed = number | string | null;
interface Form {
  edition: string;
  year?: number;
  body?: Record<string, string>;
  cells: Record<string, Printed>;
}
interface Rule {
  code: string;
  severity: Record<string, string | null>;
  editions: { edition: string }[];
}
interface Cell {
  path: string;
  kind: string;
  editions: string[];
  is_total: boolean;
  least: string;
  most: string;
  position: number;
}
interface Reading {
  spaces: string;
  longest: number;
  marks: string[];
  units: Record<string, string>;
  money: string[];
  notes: string[];
}
interface Equation {
  rule: string;
  at: string;
  is_total: boolean;
  left: string[];
  right: string[];
  decided_by: number[];
}
type Fact =
  | { fact: "level" | "kind"; one_of: string[] }
  | { fact: "other_level"; than: string[] }
  | { fact: "year"; from: number }
  | { fact: "other_unit"; cell: string; than: string };
type Test =
  | { test: "sum"; terms: { times: number; cell: string }[]; is: "=" | "!=" | "<=" | ">=" | "<"; value: number }
  | { test: "prints_unit"; cell: string };
interface Relation {
  rule: string;
  cells: string[];
  is_first_not_zero: boolean;
  when: Fact[][];
  holds: Test[][];
}
interface Equations {
  rows_of_other: Record<string, string[]>;
  equations: Record<string, Equation[]>;
  relations: Record<string, Relation[]>;
  rules_row: Record<string, { rule: string; cells: string[] }>;
}
interface Finding {
  rule: string;
  severity: string;
  at: string;
  evidence: unknown;
}
interface Ledger {
  held: Record<string, number>;
  broken: Record<string, number>;
  gaps: Record<string, { at: string; missing: string[] }[]>;
  unasked: Record<string, string[]>;
}
interface Outcome {
  findings: Finding[];
  ledger: Ledger;
}
interface Edit {
  base: string;
  without?: string[];
  cells?: Record<string, Printed>;
  members?: Record<string, unknown>;
}

const kit = process.argv[2] ?? ".";
const load = <T>(path: string): T => JSON.parse(readFileSync(join(kit, path), "utf8")) as T;
const index = load<{ tables: { name: string; path: string }[]; conformance: { bases: string; cases: string[] } }>(
  "index.json",
);
const table = <T>(name: string): T => load<T>(index.tables.find((table) => table.name === name)?.path ?? name);

const isOwn = (code: string): boolean => /^[RDP]/.test(code);
const rules = table<{ rules: Rule[] }>("rules").rules;
const order = new Map(rules.map((rule, position) => [rule.code, position]));
const { cells: cellList, reading } = table<{ cells: Cell[]; reading: Reading }>("cells");
const cells = new Map(cellList.map((cell) => [cell.path, cell]));
const equations = table<Equations>("equations");

/** Numbers are exact: multiples of 10⁻¹². */
const DECIMALS = 12;
const ONE = 10n ** BigInt(DECIMALS);
const MILLIONTH = ONE / 1_000_000n;

function exact(whole: string, fraction: string): bigint | undefined {
  const digits = fraction.replace(/0+$/, "");
  return digits.length > DECIMALS ? undefined : BigInt(whole) * ONE + BigInt(digits.padEnd(DECIMALS, "0") || "0");
}

function fromText(text: string): bigint {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const number = exact(whole, fraction) ?? 0n;
  return text.startsWith("-") ? -number : number;
}

function written(number: bigint): string {
  const size = number < 0n ? -number : number;
  const fraction = String(size % ONE).padStart(DECIMALS, "0").replace(/0+$/, "");
  return `${number < 0n ? "-" : ""}${size / ONE}${fraction && `.${fraction}`}`;
}

const spaces = new Set(reading.spaces);
function trim(text: string): string {
  const characters = [...text];
  while (characters.length > 0 && spaces.has(characters[0] ?? "")) characters.shift();
  while (characters.length > 0 && spaces.has(characters.at(-1) ?? "")) characters.pop();
  return characters.join("");
}

const halfWidth = (text: string): string =>
  text.replace(/[０-９，．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** The unit that a note states. */
const unitOf = (note: string): string | undefined => reading.units[trim(note.replace(/^单位[:：]*/, ""))];

/** The number and the unit that a text prints. */
function readText(text: string): { number: bigint; unit: string | undefined } | undefined {
  const trimmed = trim(text);
  const match = /^([+＋\-－−]?)([0-9０-９,，.．]+)([^]*)$/u.exec(trimmed);
  if (!match || Buffer.byteLength(trimmed) > reading.longest) return undefined;
  const [, sign = "", digits = "", rest = ""] = match;
  const plain = /^([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?$/.exec(halfWidth(digits));
  const number = plain && exact((plain[1] ?? "").replaceAll(",", ""), plain[2] ?? "");
  if (number === undefined || number === null) return undefined;
  const bracket = rest.search(/[（(]/);
  const before = trim(bracket < 0 ? rest : rest.slice(0, bracket));
  let unit: string | undefined = reading.units[before];
  if (before && unit === undefined) return undefined;
  if (bracket >= 0) {
    const inside = rest.slice(bracket + 1);
    if (!/[）)]$/.test(inside)) return undefined;
    const note = trim(inside.slice(0, -1));
    const stated = unitOf(note);
    const parts = note.split(/[，,；;、（(）)]/).map(trim);
    if (stated !== undefined && unit === undefined) unit = stated;
    else if (!reading.notes.some((word) => note.startsWith(word))) return undefined;
    else if (parts.some((part) => unitOf(part) !== undefined || /^单位[:：]/.test(part))) return undefined;
  }
  return { number: "-－−".includes(sign) && sign ? -number : number, unit };
}

const isMark = (printed: Printed | undefined): boolean =>
  typeof printed === "string" && reading.marks.includes(trim(printed));

const printedUnit = (printed: Printed | undefined): string | undefined =>
  typeof printed === "string" && !isMark(printed) ? readText(printed)?.unit : undefined;

/** The number of a cell, if it holds one that it may hold. */
function read(cell: Cell, printed: Printed): bigint | undefined {
  if (printed === null || isMark(printed)) return undefined;
  const isAmount = cell.kind === "amount";
  let number: bigint;
  const text = typeof printed === "string" ? readText(printed) : undefined;
  const change = typeof printed === "string" ? /^(增加?|减少?)([0-9]{1,10})$/.exec(trim(printed)) : null;
  if (typeof printed === "number") {
    number = BigInt(printed) * ONE;
  } else if (text) {
    if (text.unit !== undefined && reading.money.includes(text.unit) !== isAmount) return undefined;
    number = text.number;
  } else if (change && cell.kind === "change") {
    number = BigInt(change[2] ?? "0") * ONE * (change[1]?.startsWith("增") ? 1n : -1n);
  } else {
    return undefined;
  }
  const isFine = number % (isAmount ? MILLIONTH : ONE) === 0n;
  return isFine && fromText(cell.least) <= number && number <= fromText(cell.most) ? number : undefined;
}

/** The severity of each rule, and whether blanks are read as zero. */
function policy(text: string): { severities: Map<string, string | null>; blankIsZero: boolean } {
  let preset = "default";
  let blank: string | undefined;
  const settings: [string, string][] = [];
  text.split(",").forEach((item, position) => {
    const [key = "", value] = item.split("=").map((part) => part.trim());
    if (value === undefined && position === 0) preset = key;
    else if (key === "blank") blank = value;
    else settings.push([key, value ?? ""]);
  });
  const severities = new Map(rules.map((rule) => [rule.code, rule.severity[preset] ?? null]));
  for (const [prefix, level] of settings.sort((a, b) => a[0].length - b[0].length)) {
    for (const rule of rules.filter((rule) => rule.code.startsWith(prefix))) {
      const set = level === "off" ? null : level === "on" ? (rule.severity["default"] ?? null) : level;
      severities.set(rule.code, set);
    }
  }
  return { severities, blankIsZero: (blank ?? (preset === "lenient" ? "zero" : "unknown")) === "zero" };
}

type Numbers = Map<string, bigint>;

function sum(numbers: Numbers, paths: string[]): bigint | undefined {
  let total = 0n;
  for (const path of paths) {
    const number = numbers.get(path);
    if (number === undefined) return undefined;
    total += number;
  }
  return total;
}

const operands = (numbers: Numbers, paths: string[]): { cell: string; value: string }[] =>
  paths.flatMap((cell) => {
    const number = numbers.get(cell);
    return number === undefined ? [] : [{ cell, value: written(number) }];
  });

function check(form: Form, under: string): Outcome {
  const { severities, blankIsZero } = policy(under);
  const findings: Finding[] = [];
  const ledger: Ledger = { held: {}, broken: {}, gaps: {}, unasked: {} };
  const held = (rule: string): void => {
    if (severities.get(rule)) ledger.held[rule] = (ledger.held[rule] ?? 0) + 1;
  };
  const broken = (rule: string, at: string, evidence: unknown): void => {
    const severity = severities.get(rule);
    if (!severity) return;
    ledger.broken[rule] = (ledger.broken[rule] ?? 0) + 1;
    findings.push({ rule, severity, at, evidence });
  };
  const gap = (rule: string, at: string, missing: string[]): void => {
    if (severities.get(rule)) (ledger.gaps[rule] ??= []).push({ at, missing });
  };

  // What each cell holds.
  const rows = Object.entries(equations.rows_of_other);
  const found = rows.filter(([, paths]) => paths.some((path) => path in form.cells)).map(([edition]) => edition);
  const editionOfOther = found.length === 1 && found[0] !== undefined ? found[0] : form.edition;
  const others = new Set(rows.flatMap(([, paths]) => paths));
  const row = equations.rules_row[form.edition] ?? { rule: "", cells: [] };
  const isMarked = row.cells.every((path) => isMark(form.cells[path]));
  const stated: Numbers = new Map();
  const blankTotals = new Set<string>();
  const notApplicable = new Set<string>();
  for (const [path, printed] of Object.entries(form.cells)) {
    const cell = cells.get(path);
    if (!cell?.editions.includes(others.has(path) ? editionOfOther : form.edition)) continue;
    const number = read(cell, printed);
    if (number !== undefined) stated.set(path, number);
    else if (printed === null && cell.is_total) blankTotals.add(path);
    else if (printed === null && blankIsZero) stated.set(path, 0n);
    else if (isMarked && row.cells.includes(path)) notApplicable.add(path);
  }

  // The equations, in order: each total is decided before it is used.
  const decided: Numbers = new Map(stated);
  const holds: (boolean | undefined)[] = [];
  for (const equation of equations.equations[editionOfOther] ?? []) {
    const { rule, at, is_total: isTotal } = equation;
    const decidedBy = equation.decided_by.map((position) => holds[position]);
    holds.push(undefined);
    if (decidedBy.includes(false) || (decidedBy.length > 0 && !decidedBy.includes(undefined))) continue;
    const ofLeft = isTotal ? stated : decided;
    const [left, right] = [sum(ofLeft, equation.left), sum(decided, equation.right)];
    if (left !== undefined && right !== undefined) {
      holds[holds.length - 1] = left === right;
      if (left === right) held(rule);
      else {
        const sides = { left: operands(ofLeft, equation.left), right: operands(decided, equation.right) };
        broken(rule, at, { kind: "unequal", ...sides });
      }
    } else if (!(isTotal && blankTotals.has(at) && right !== undefined && blankIsZero)) {
      const without = (numbers: Numbers, paths: string[]): string[] => paths.filter((path) => !numbers.has(path));
      gap(rule, at, [...without(ofLeft, equation.left), ...without(decided, equation.right)]);
    }
    if (isTotal && right !== undefined) decided.set(at, right);
  }

  // The row 规章, and the relations.
  if (row.cells.every((path) => path in form.cells)) {
    const first = row.cells[0] ?? "";
    if (isMarked) broken(row.rule, first, { kind: "printed", printed: form.cells[first] });
    else held(row.rule);
  }
  const isStated = (fact: Fact): boolean => {
    switch (fact.fact) {
      case "level":
      case "kind":
        return fact.one_of.includes(form.body?.[fact.fact] ?? "");
      case "other_level":
        return !fact.than.includes(form.body?.level ?? "");
      case "year":
        return (form.year ?? 0) >= fact.from;
      case "other_unit":
        return printedUnit(form.cells[fact.cell]) !== fact.than;
    }
  };
  const passes = (test: Test): boolean => {
    if (test.test === "prints_unit") return printedUnit(form.cells[test.cell]) !== undefined;
    const left = test.terms.reduce((sum, term) => sum + (decided.get(term.cell) ?? 0n) * BigInt(term.times), 0n);
    const right = BigInt(test.value) * ONE;
    switch (test.is) {
      case "=":
        return left === right;
      case "!=":
        return left !== right;
      case "<=":
        return left <= right;
      case ">=":
        return left >= right;
      case "<":
        return left < right;
    }
  };
  for (const relation of equations.relations[form.edition] ?? []) {
    if (!relation.when.some((facts) => facts.every(isStated))) continue;
    if (relation.cells.every((path) => notApplicable.has(path))) continue;
    const isZero = (path: string): boolean => (decided.get(path) ?? 0n) === 0n;
    const paths = relation.is_first_not_zero
      ? [...relation.cells.filter((path) => !isZero(path)), ...relation.cells.filter(isZero)]
      : relation.cells;
    const at = paths[0] ?? "";
    const missing = paths.filter((path) => !decided.has(path));
    if (missing.length > 0) gap(relation.rule, at, missing);
    else if (relation.holds.some((tests) => tests.every(passes))) held(relation.rule);
    else broken(relation.rule, at, { kind: "compared", operands: operands(decided, paths) });
  }

  for (const { code, editions } of rules.filter((rule) => isOwn(rule.code))) {
    if (code in ledger.held || code in ledger.broken || code in ledger.gaps) continue;
    const isOfEdition = editions.some(({ edition }) => edition === form.edition);
    const reason = !severities.get(code) ? "policy" : isOfEdition ? "no_occasion" : "other_edition";
    (ledger.unasked[reason] ??= []).push(code);
  }
  const place = (finding: Finding): number =>
    (cells.get(finding.at)?.position ?? 0) * rules.length + (order.get(finding.rule) ?? 0);
  return { findings: findings.sort((a, b) => place(a) - place(b)), ledger };
}

/** The part of an outcome that this program answers for. */
function ofFamilies({ findings, ledger }: Outcome): Outcome {
  const own = <T>(codes: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(codes).filter(([code]) => isOwn(code)));
  const unasked = Object.entries(ledger.unasked).map(([why, codes]) => [why, codes.filter(isOwn)] as const);
  return {
    findings: findings.filter((finding) => isOwn(finding.rule)),
    ledger: {
      held: own(ledger.held),
      broken: own(ledger.broken),
      gaps: own(ledger.gaps),
      unasked: Object.fromEntries(unasked.filter(([, codes]) => codes.length > 0)),
    },
  };
}

function formOf(edit: Edit, bases: Record<string, Form>): Form {
  const base = bases[edit.base];
  if (!base) throw new Error(`there is no form ${edit.base}`);
  const isLeft = (path: string): boolean =>
    !(edit.without ?? []).some((without) => path === without || (without.endsWith(".") && path.startsWith(without)));
  const left = Object.fromEntries(Object.entries(base.cells).filter(([path]) => isLeft(path)));
  const members = Object.entries({ ...base, ...edit.members }).filter(([, value]) => value !== null);
  return { ...(Object.fromEntries(members) as unknown as Form), cells: { ...left, ...edit.cells } };
}

const wrong: string[] = [];
const bases = load<Record<string, Form>>(index.conformance.bases);
let count = 0;
for (const path of index.conformance.cases) {
  for (const test of load<{ name: string; form: Edit; policy: string; expected: Outcome }[]>(path)) {
    count += 1;
    const outcome = check(formOf(test.form, bases), test.policy);
    if (!isDeepStrictEqual(outcome, ofFamilies(test.expected))) wrong.push(`${path} ${test.name}`);
  }
}
let [forms, findings] = [0, 0];
if (process.argv[3] !== undefined) {
  for await (const line of createInterface({ input: createReadStream(process.argv[3]) })) {
    forms += 1;
    const { form, expected } = JSON.parse(line) as { form: Form; expected: Outcome };
    const outcome = check(form, "default");
    findings += outcome.findings.length;
    if (!isDeepStrictEqual(outcome, ofFamilies(expected))) wrong.push(`form ${forms}`);
  }
}
if (wrong.length > 0) {
  console.error(`wrong:\n  ${wrong.slice(0, 20).join("\n  ")}`);
  process.exit(1);
}
console.log(`typescript: ${count} cases and ${forms} forms with ${findings} findings give what the crate gives`);

//! Writes reports that do not exist, as many as a whole country has, to measure with and to try engines on.
//!
//! ```text
//! generate N SEED
//! ```
//!
//! N forms as JSON, one on each line, on standard output: a body's years 2019 to 2025 one behind the other, then the next body.
//! The same SEED gives the same bytes on every machine, and a smaller N the beginning of a larger one: there is no
//! floating-point number in it. What was put in is counted on standard error.
//!
//! What it imitates: bodies of all levels, most of them of counties and townships; most of them with few requests or none, and
//! some with thousands (each doubling is two fifths as frequent); figures carried over from year to year; both
//! editions; `/` where a body makes no rules; amounts with six decimals, in 万元, in 元 or without a unit.
//!
//! What is wrong with them, on purpose (the constants below):
//!
//! - one form in 25 does not verify: a wrong total, a blank, a mark or a word where a number should be, a mistyped count, or a
//!   section that is not there;
//! - one form in 40 prints a number with its unit or a note, and verifies, or leaves a total blank, and does not;
//! - at one turn of the year in 50 what is carried in is not what was carried over;
//! - one year in 100 of a body is missing, and one body in 50 does not state its region.

#![expect(clippy::print_stderr, reason = "an example prints")]

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use chrono::{Days, NaiveDate};
use ogi_report::form::{
    Decisions, Disclosed, FeeItems, Fees, Issued, Items, Litigation, Other, Outcomes, Proactive2019, Proactive2021,
    Procurement,
};
use ogi_report::value::MoneyUnit;
use ogi_report::{
    Amount, Applicant, Body, BodyKind, Cell, Column, Denial, Disputes, Filed, Form, Level, NotProcessed, OtherHandling,
    Proactive, Report, RequestRow, Requests, Ruling, Scope, Section, Table, UnableToProvide, Year,
};

/// One form in so many does not verify.
const WRONG: u64 = 25;
/// One form in so many is printed otherwise than plainly.
const PRINTED: u64 = 40;
/// At one turn of the year in so many the figures do not join.
const NOT_JOINED: u64 = 50;
/// One year of a body in so many is missing.
const MISSING: u64 = 100;
/// One body in so many states no region.
const NO_REGION: u64 = 50;

const YEARS: std::ops::RangeInclusive<i64> = 2019..=2025;
/// The first year in the edition of 2021.
const NEW_EDITION: i64 = 2021;

/// The first two digits of the codes of regions.
const PROVINCES: [u64; 31] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65,
];

/// Of a thousand bodies so many are of the level; an ordinary one receives so many requests a year, and of a hundred so many
/// receive none, ever.
const LEVELS: [(Level, u64, u64, u64); 5] = [
    (Level::National, 1, 300, 0),
    (Level::Provincial, 10, 60, 5),
    (Level::Prefectural, 90, 12, 15),
    (Level::County, 620, 3, 35),
    (Level::Township, 279, 1, 60),
];

const PLACES: [&str; 16] = [
    "青溪", "白石", "柳林", "城关", "东湖", "南岭", "云台", "龙泉", "双河", "太平", "新桥", "永安", "金山", "清水",
    "石门", "平川",
];
const OFFICES: [&str; 12] = [
    "发展和改革局",
    "教育局",
    "公安局",
    "民政局",
    "财政局",
    "自然资源局",
    "住房和城乡建设局",
    "交通运输局",
    "卫生健康局",
    "市场监督管理局",
    "生态环境局",
    "审计局",
];

fn main() -> ExitCode {
    const USAGE: &str = "\
usage: generate N SEED

Writes N forms of reports that do not exist to standard output, as JSON, one on each line; always the same for a SEED.";
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        return match writeln!(io::stdout(), "{USAGE}") {
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
            _ => ExitCode::SUCCESS,
        };
    }
    let numbers: Option<Vec<u64>> = arguments.iter().map(|argument| argument.parse().ok()).collect();
    let Some([count, seed]) = numbers.and_then(|numbers| <[u64; 2]>::try_from(numbers).ok()) else {
        eprintln!("generate: expected two whole numbers\n{USAGE}");
        return ExitCode::from(2);
    };
    match write(count, seed) {
        Ok(()) => ExitCode::SUCCESS,
        // A reader who has seen enough, such as `head`, is no failure.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("generate: {e}");
            ExitCode::from(2)
        }
    }
}

/// What was put in.
#[derive(Default)]
struct Tally {
    forms: u64,
    bodies: u64,
    wrong: u64,
    printed: u64,
    not_joined: u64,
}

fn write(count: u64, seed: u64) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut tally = Tally::default();
    for number in 0.. {
        if tally.forms == count {
            break;
        }
        tally.bodies += 1;
        let mut history = History::of(number, seed);
        for year in YEARS {
            if tally.forms == count {
                break;
            }
            if let Some(form) = history.next(year, &mut tally) {
                serde_json::to_writer(&mut out, &form)?;
                out.write_all(b"\n")?;
                tally.forms += 1;
            }
        }
    }
    out.flush()?;
    let Tally { forms, bodies, wrong, printed, not_joined } = tally;
    eprintln!(
        "{forms} forms of {bodies} bodies: {wrong} do not verify, {printed} are printed otherwise than plainly, \
         {not_joined} turns of the year do not join"
    );
    Ok(())
}

/// Random numbers: `SplitMix64`, which has the same values everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to below the bound.
    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::try_from(self.below(choices.len() as u64)).unwrap_or(0)]
    }

    /// A number around an ordinary one, now and then twice, four times … as large.
    fn heavy(&mut self, ordinary: u64) -> u64 {
        let mut size = ordinary;
        while size < 50_000 && self.below(5) < 2 {
            size *= 2;
        }
        self.below(2 * size + 1)
    }

    fn count(&mut self, ordinary: u64) -> u32 {
        narrow(self.heavy(ordinary))
    }
}

fn narrow(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A body and what it carries from year to year.
struct History {
    random: Random,
    body: Body,
    /// Requests in an ordinary year; 0 for a body that never receives any.
    requests: u64,
    makes_rules: bool,
    carried_over: Table<Applicant, u32>,
    normative_documents: u32,
    rules: u32,
    items: [u32; 5],
    /// The year of the last report.
    last: Option<i64>,
}

impl History {
    fn of(number: u64, seed: u64) -> Self {
        // Bodies are drawn apart, so that no body's figures depend on those before it.
        let mut random = Random(Random(seed).next() ^ number.wrapping_mul(0xd134_2543_de82_ef95));
        let mut share = random.below(1000);
        let mut of_level = LEVELS[LEVELS.len() - 1];
        for level in LEVELS {
            if share < level.1 {
                of_level = level;
                break;
            }
            share -= level.1;
        }
        let (level, _, ordinary, without) = of_level;
        let is_government = level == Level::Township || random.one_in(30);
        let place = random.of(&PLACES);
        let office = random.of(&OFFICES);
        let unit = match level {
            Level::National => "国家",
            Level::Provincial => "省",
            Level::Prefectural => "市",
            Level::County => "县",
            Level::Township => "镇",
        };
        let office = if is_government { "人民政府" } else { office };
        let mut body = Body::named(format!("{place}{unit}{office}（虚构第{number}号）"));
        body.level = Some(level);
        body.kind = Some(if is_government { BodyKind::Government } else { BodyKind::Department });
        body.scope = Some(Scope::OwnOffice);
        let province = random.of(&PROVINCES);
        let (prefecture, county, town) = (1 + random.below(15), 1 + random.below(30), 1 + random.below(40));
        let code = match level {
            Level::National => String::new(),
            Level::Provincial => format!("{province:02}0000"),
            Level::Prefectural => format!("{province:02}{prefecture:02}00"),
            Level::County => format!("{province:02}{prefecture:02}{county:02}"),
            Level::Township => format!("{province:02}{prefecture:02}{county:02}{town:03}"),
        };
        body.region = code.parse().ok().filter(|_| !random.one_in(NO_REGION));
        let requests = if random.below(100) < without { 0 } else { 1 + random.heavy(ordinary) };
        Self {
            makes_rules: is_government && level <= Level::Prefectural && !random.one_in(3),
            normative_documents: random.count(5),
            rules: random.count(3),
            items: std::array::from_fn(|_| random.count(20)),
            carried_over: Table::default(),
            random,
            body,
            requests,
            last: None,
        }
    }

    /// The form of the next year, if there is one.
    fn next(&mut self, year: i64, tally: &mut Tally) -> Option<Form> {
        if self.random.one_in(MISSING) {
            return None;
        }
        let joins = self.last == Some(year - 1);
        let breaks = joins && self.random.one_in(NOT_JOINED);
        tally.not_joined += u64::from(breaks);
        self.last = Some(year);
        let mut report = Report::new(self.body.clone(), Year::new(year).ok()?);
        report.published = NaiveDate::from_ymd_opt(i32::try_from(year).ok()? + 1, 1, 5)
            .and_then(|day| day.checked_add_days(Days::new(self.random.below(80))));
        report.requests = self.requests(year, joins, breaks);
        report.disputes = self.disputes();
        report.proactive = if year < NEW_EDITION { self.proactive_2019() } else { self.proactive_2021() };

        let mut form = Form::from(&report);
        if !self.random.one_in(10) {
            form.period = Some(report.year.period());
        }
        if self.random.one_in(WRONG) {
            self.spoil(&mut form);
            tally.wrong += 1;
        } else if self.random.one_in(PRINTED) {
            let count = if self.print(&mut form) { &mut tally.printed } else { &mut tally.wrong };
            *count += 1;
        }
        Some(form)
    }

    fn requests(&mut self, year: i64, joins: bool, breaks: bool) -> Requests {
        let mut carried_in = if joins { self.carried_over } else { Table::default() };
        if breaks {
            carried_in[Applicant::NaturalPerson] += 1 + narrow(self.random.below(5));
        }
        let size = self.requests;
        let received = Table::from_fn(|applicant| {
            let ordinary = match applicant {
                Applicant::NaturalPerson => size,
                Applicant::CommercialEnterprise => size / 8,
                _ => size / 100,
            };
            // Of the rare applicants there is now and then one in a small body, too.
            let rare = u64::from(size > 0 && self.random.one_in(60));
            narrow(self.random.below(2 * ordinary + 1) + rare)
        });
        let mut outcomes = Outcomes::default();
        // A few reports go on with the one row of 2019.
        if year < NEW_EDITION || self.random.one_in(200) {
            outcomes.other = Other::OneRow(Table::default());
        } else {
            outcomes.other = Other::ThreeRows(Table::default());
        }
        let mut carried_over = Table::<Applicant, u32>::default();
        for &applicant in Applicant::ALL {
            let all = u64::from(received[applicant]) + u64::from(carried_in[applicant]);
            carried_over[applicant] = narrow(self.random.below(all / 6 + 1));
            self.decide(all - u64::from(carried_over[applicant]), applicant, &mut outcomes);
        }
        self.carried_over = carried_over;
        Requests { received, carried_in, outcomes, carried_over }
    }

    /// Decides requests of an applicant: most of many in fixed shares, few and the rest one by one.
    fn decide(&mut self, requests: u64, applicant: Applicant, outcomes: &mut Outcomes) {
        // In the order of the form.
        const SHARES: [u64; 21] = [38, 8, 1, 1, 1, 3, 2, 2, 2, 2, 20, 3, 3, 5, 2, 1, 1, 1, 1, 1, 2];
        let all: u64 = SHARES.iter().sum();
        let mut counts = SHARES.map(|share| requests / (2 * all) * share);
        for _ in 0..requests - counts.iter().sum::<u64>() {
            let mut draw = self.random.below(all);
            for (count, share) in counts.iter_mut().zip(SHARES) {
                if draw < share {
                    *count += 1;
                    break;
                }
                draw -= share;
            }
        }
        let mut counts = counts.into_iter().map(narrow);
        let mut next = || counts.next().unwrap_or(0);
        outcomes.granted[applicant] = next();
        outcomes.partially_granted[applicant] = next();
        for &row in Denial::ALL {
            outcomes.denied[row][applicant] = next();
        }
        for &row in UnableToProvide::ALL {
            outcomes.unable_to_provide[row][applicant] = next();
        }
        for &row in NotProcessed::ALL {
            outcomes.not_processed[row][applicant] = next();
        }
        match &mut outcomes.other {
            Other::OneRow(row) => row[applicant] = counts.sum(),
            Other::ThreeRows(rows) => {
                for (row, count) in OtherHandling::ALL.iter().copied().zip(counts) {
                    rows[row][applicant] = count;
                }
            }
        }
    }

    fn disputes(&mut self) -> Disputes {
        let ordinary = self.requests / 40;
        let mut row = || {
            Table::<Ruling, u32>::from_fn(|ruling| {
                let share = if ruling == Ruling::Upheld { 2 } else { 1 };
                narrow(self.random.below(share * ordinary + 1))
            })
        };
        Disputes { reconsideration: row(), litigation: Litigation { direct: row(), after_reconsideration: row() } }
    }

    fn items(&mut self, which: usize) -> Items {
        let FeeItems { previous_items, change } = self.fee_items(which);
        Items { previous_items, change, decisions: self.decisions() }
    }

    fn fee_items(&mut self, which: usize) -> FeeItems {
        let previous_items = self.items[which];
        let added = self.random.below(4);
        let removed = self.random.below(u64::from(previous_items).min(3) + 1);
        self.items[which] = narrow(u64::from(previous_items) + added - removed);
        let change = i32::try_from(added).unwrap_or(0) - i32::try_from(removed).unwrap_or(0);
        FeeItems { previous_items, change }
    }

    /// Decisions of a body: most make none, some hundreds of thousands.
    fn decisions(&mut self) -> u32 {
        if self.random.one_in(3) { self.random.count(10 * (1 + self.requests)) } else { 0 }
    }

    fn documents(&mut self, in_force: u32) -> (Issued, u32) {
        let issued = narrow(self.random.below(4));
        let repealed = narrow(self.random.below(u64::from(in_force).min(2) + 1));
        let in_force = in_force.saturating_add(issued) - repealed;
        (Issued { issued, repealed, in_force }, in_force)
    }

    fn proactive_2019(&mut self) -> Proactive {
        let (documents, in_force) = self.documents(self.normative_documents);
        self.normative_documents = in_force;
        let disclosed = |issued: Issued| Disclosed {
            newly_made: issued.issued,
            newly_disclosed: issued.issued,
            total_disclosed: issued.in_force,
        };
        let rules = self.makes_rules.then(|| {
            let (rules, in_force) = self.documents(self.rules);
            self.rules = in_force;
            disclosed(rules)
        });
        let unit = match self.random.below(10) {
            0..7 => None,
            7 | 8 => Some(MoneyUnit::Yuan),
            _ => Some(MoneyUnit::TenThousandYuan),
        };
        Proactive::V2019(Proactive2019 {
            rules,
            normative_documents: disclosed(documents),
            licensing: self.items(0),
            other_services: self.items(1),
            penalties: self.items(2),
            coercion: self.items(3),
            fees: self.fee_items(4),
            procurement: Procurement { projects: self.random.count(2), amount: self.amount(), unit },
        })
    }

    fn proactive_2021(&mut self) -> Proactive {
        let (normative_documents, in_force) = self.documents(self.normative_documents);
        self.normative_documents = in_force;
        let rules = self.makes_rules.then(|| {
            let (rules, in_force) = self.documents(self.rules);
            self.rules = in_force;
            rules
        });
        let unit = if self.random.one_in(30) { MoneyUnit::Yuan } else { MoneyUnit::TenThousandYuan };
        Proactive::V2021(Proactive2021 {
            rules,
            normative_documents,
            licensing: Decisions { decisions: self.decisions() },
            penalties: Decisions { decisions: self.decisions() },
            coercion: Decisions { decisions: self.decisions() },
            fees: Fees { amount: self.amount(), unit },
        })
    }

    /// An amount: of most bodies 0, of others with up to six decimals.
    fn amount(&mut self) -> Amount {
        if self.random.below(10) < 7 {
            return Amount::ZERO;
        }
        let (whole, fraction) = (self.random.heavy(300), self.random.below(1_000_000));
        let coarse = self.random.of(&[1_000_000, 10_000, 100, 1]);
        let text = format!("{whole}.{:06}", fraction / coarse * coarse);
        text.trim_end_matches('0').trim_end_matches('.').parse().unwrap_or_default()
    }

    /// Puts one mistake into the form, so that it does not verify.
    fn spoil(&mut self, form: &mut Form) {
        let cells: Vec<Cell> =
            form.cells().map(|(cell, _)| cell).filter(|cell| cell.section() != Section::Proactive).collect();
        let (totals, counts): (Vec<Cell>, Vec<Cell>) = cells.iter().partition(|cell| cell.is_total());
        let count = self.random.of(&counts);
        match self.random.below(6) {
            0 => {
                let total = self.random.of(&totals);
                self.mistype(form, total);
            }
            1 => self.mistype(form, count),
            2 => _ = form.set(count, Filed::blank()),
            3 => _ = form.set(count, "/"),
            4 => _ = form.set(count, "无"),
            _ => {
                for cell in cells.into_iter().filter(|cell| cell.section() == Section::Disputes) {
                    form.remove(cell);
                }
            }
        }
    }

    /// Adds a few to a number.
    fn mistype(&mut self, form: &mut Form, cell: Cell) {
        let number = form.get(cell).and_then(|filed| filed.as_printed().parse::<u64>().ok()).unwrap_or(0);
        form.set(cell, number + 1 + self.random.below(9));
    }

    /// Prints a number with its unit or a note, or leaves a total blank, and says whether the form still verifies.
    fn print(&mut self, form: &mut Form) -> bool {
        let applicant = self.random.of(Applicant::ALL);
        let cell = Cell::request(RequestRow::Received, applicant);
        let number = form.get(cell).map(|filed| filed.as_printed().into_owned()).unwrap_or_default();
        let kind = self.random.below(3);
        match kind {
            0 => form.set(cell, format!("{number}件").as_str()),
            1 => form.set(cell, format!("{number}（含网上申请）").as_str()),
            _ => form.set(Cell::request(RequestRow::Received, Column::Total), Filed::blank()),
        };
        kind < 2
    }
}

//! Random reports and cells for the laws.

use ogi_report::form::{
    Decisions, Disclosed, FeeItems, Fees, Issued, Items, Litigation, Other, Outcomes, Proactive2019, Proactive2021,
    Procurement,
};
use ogi_report::value::MoneyUnit;
use ogi_report::{
    Amount, Applicant, Axis, Body, BodyKind, Disputes, Edition, Filed, Level, Proactive, Region, Report, Requests,
    Scope, Table, Year,
};
use proptest::array::uniform6;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Mostly zeros and small counts, now and then a large one.
pub(crate) fn count() -> impl Strategy<Value = u32> {
    prop_oneof![6 => Just(0), 4 => 1..40_u32, 1 => 0..10_000_000_u32]
}

fn table<K: Axis, V: std::fmt::Debug + Default + Clone + 'static>(
    value: impl Strategy<Value = V> + 'static,
) -> impl Strategy<Value = Table<K, V>> {
    vec(value, K::ALL.len()).prop_map(|values| Table::from_fn(|key: K| values[key.index()].clone()))
}

fn row() -> BoxedStrategy<Table<Applicant, u32>> {
    table(count()).boxed()
}

fn outcomes(edition_of_other: Edition) -> impl Strategy<Value = Outcomes> {
    let other = match edition_of_other {
        Edition::V2019 => row().prop_map(Other::OneRow).boxed(),
        _ => table(row()).prop_map(Other::ThreeRows).boxed(),
    };
    (row(), row(), table(row()), table(row()), table(row()), other).prop_map(
        |(granted, partially_granted, denied, unable_to_provide, not_processed, other)| Outcomes {
            granted,
            partially_granted,
            denied,
            unable_to_provide,
            not_processed,
            other,
        },
    )
}

/// Requests that balance: what was processed or carried over was received or carried in.
fn requests(edition_of_other: Edition) -> impl Strategy<Value = Requests> {
    (outcomes(edition_of_other), row(), uniform6(0..=100_u64)).prop_map(|(outcomes, carried_over, carried_percent)| {
        let totals = outcomes.totals();
        let all = Table::<Applicant, u64>::from_fn(|a| totals[a] + u64::from(carried_over[a]));
        let part = |a: Applicant| all[a] * carried_percent[a.index()] / 100;
        let narrow = |n: u64| u32::try_from(n).expect("counts are small enough to add up");
        Requests {
            received: Table::from_fn(|a| narrow(all[a] - part(a))),
            carried_in: Table::from_fn(|a| narrow(part(a))),
            outcomes,
            carried_over,
        }
    })
}

fn disputes() -> impl Strategy<Value = Disputes> {
    (table(count()), table(count()), table(count())).prop_map(|(reconsideration, direct, after_reconsideration)| {
        Disputes { reconsideration, litigation: Litigation { direct, after_reconsideration } }
    })
}

/// Amounts small enough for a handful of them, in 元, to be an amount.
pub(crate) fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        3 => Just(0_u64),
        3 => 0..1_000_000_000_u64,
        2 => (0..1_000_000_u64).prop_map(|whole| whole * 1_000_000),
        1 => 0..100_000_000_000_000_u64,
    ]
    .prop_map(|millionths| {
        let text = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
        text.trim_end_matches('0').trim_end_matches('.').parse().expect("an amount in its shortest form")
    })
}

fn disclosed() -> impl Strategy<Value = Disclosed> {
    (count(), count(), count()).prop_map(|(newly_made, newly_disclosed, earlier)| Disclosed {
        newly_made,
        newly_disclosed,
        total_disclosed: newly_disclosed + earlier,
    })
}

fn change(previous_items: u32) -> impl Strategy<Value = i32> {
    -i32::try_from(previous_items).expect("counts are small")..1000
}

fn items() -> impl Strategy<Value = Items> {
    (count(), count())
        .prop_flat_map(|(previous_items, decisions)| (Just(previous_items), change(previous_items), Just(decisions)))
        .prop_map(|(previous_items, change, decisions)| Items { previous_items, change, decisions })
}

fn money_unit() -> impl Strategy<Value = MoneyUnit> {
    select(MoneyUnit::ALL)
}

fn proactive(edition: Edition) -> BoxedStrategy<Proactive> {
    #[expect(clippy::single_match_else, reason = "one arm an edition")]
    match edition {
        Edition::V2019 => {
            let fees = items().prop_map(|i| FeeItems { previous_items: i.previous_items, change: i.change });
            let procurement = (count(), amount(), option::of(money_unit()))
                .prop_map(|(projects, amount, unit)| Procurement { projects, amount, unit });
            ((option::of(disclosed()), disclosed()), items(), items(), items(), items(), fees, procurement)
                .prop_map(
                    |(
                        (rules, normative_documents),
                        licensing,
                        other_services,
                        penalties,
                        coercion,
                        fees,
                        procurement,
                    )| {
                        Proactive::V2019(Proactive2019 {
                            rules,
                            normative_documents,
                            licensing,
                            other_services,
                            penalties,
                            coercion,
                            fees,
                            procurement,
                        })
                    },
                )
                .boxed()
        }
        _ => {
            let issued = || {
                (count(), count(), count()).prop_map(|(issued, repealed, in_force)| Issued {
                    issued,
                    repealed,
                    in_force,
                })
            };
            let decisions = || count().prop_map(|decisions| Decisions { decisions });
            let fees = (amount(), money_unit()).prop_map(|(amount, unit)| Fees { amount, unit });
            (option::of(issued()), issued(), decisions(), decisions(), decisions(), fees)
                .prop_map(|(rules, normative_documents, licensing, penalties, coercion, fees)| {
                    Proactive::V2021(Proactive2021 { rules, normative_documents, licensing, penalties, coercion, fees })
                })
                .boxed()
        }
    }
}

pub(crate) fn body() -> impl Strategy<Value = Body> {
    let region = "[0-9]{6}([0-9]{3})?".prop_map(|code| code.parse::<Region>().expect("six or nine digits"));
    (
        "[\\u{4e00}-\\u{4fff}]{2,9}",
        option::of(select(Level::ALL)),
        option::of(select(BodyKind::ALL)),
        option::of(region),
        option::of(select(Scope::ALL)),
    )
        .prop_map(|(name, level, kind, region, scope)| Body {
            name,
            level,
            kind,
            region,
            scope,
            ..Body::named("")
        })
}

/// Reports that verify, of one edition and one layout of （六）其他处理.
pub(crate) fn report_of(edition: Edition, edition_of_other: Edition) -> impl Strategy<Value = Report> {
    let years = edition.years().start().number()..=edition.years().end().number();
    // A report is published after the end of its year.
    let days = option::of(1..400_u64);
    (body(), years, days, proactive(edition), requests(edition_of_other), disputes()).prop_map(
        |(body, year, days, proactive, requests, disputes)| {
            let year = Year::new(i64::from(year)).expect("a year of an edition");
            let published = days.map(|days| year.period().to + chrono::Days::new(days));
            Report { body, year, published, proactive, requests, disputes }
        },
    )
}

/// Reports that verify, of either edition, some with the other edition's （六）其他处理.
pub(crate) fn report() -> impl Strategy<Value = Report> {
    let edition = || select(Edition::ALL);
    prop_oneof![
        4 => edition().prop_map(|edition| (edition, edition)),
        1 => (edition(), edition()),
    ]
    .prop_flat_map(|(edition, edition_of_other)| report_of(edition, edition_of_other))
}

/// What cells print in real reports, and some that they should not.
pub(crate) fn filed() -> impl Strategy<Value = Filed> {
    let printed = prop_oneof![
        Just(String::new()),
        Just("\u{a0}".to_owned()),
        select(["/", "—", "不适用", "无", "－", "12件", "251000元", "22（其中修订16件）", "1 7 2"].as_slice())
            .prop_map(str::to_owned),
        "[0-9０-９,，.]{1,12}(件|元|万元)?",
        "-?[0-9]{1,20}(\\.[0-9]{1,13})?",
        "\\PC{0,12}",
    ];
    prop_oneof![count().prop_map(Filed::from), any::<i32>().prop_map(Filed::from), printed.prop_map(Filed::printed)]
}

//! The lines of a page: pieces joined, and which of them meet.

use super::{Bound, ExtractError, RULES, Rule, Sheet};

/// How far apart lines and places may be and still be the same.
pub(super) const NEAR: f64 = 2.5;

/// Pairs of lines that meet, on one page.
const MEETINGS: usize = 4_000_000;

/// Lines that hang together.
pub(super) struct Frame {
    pub(super) horizontal: Vec<Rule>,
    pub(super) vertical: Vec<Rule>,
}

/// The frames of a page.
pub(super) fn frames(sheet: &Sheet) -> Result<Vec<Frame>, ExtractError> {
    let (horizontal, vertical) = (merged(&sheet.rules, true), merged(&sheet.rules, false));
    let mut groups = Groups::new(horizontal.len() + vertical.len());
    let mut meetings = 0_usize;
    for (i, across) in horizontal.iter().enumerate() {
        let first = vertical.partition_point(|down| down.at < across.from - NEAR);
        for (j, down) in vertical.iter().enumerate().skip(first) {
            if down.at > across.to + NEAR {
                break;
            }
            meetings += 1;
            if meetings > MEETINGS {
                return Err(ExtractError::TooLarge { bound: Bound::Rules, limit: RULES });
            }
            if across.at >= down.from - NEAR && across.at <= down.to + NEAR {
                groups.join(i, horizontal.len() + j);
            }
        }
    }
    let mut frames: std::collections::BTreeMap<usize, Frame> = std::collections::BTreeMap::new();
    for (at, rule) in horizontal.iter().chain(&vertical).enumerate() {
        let frame = frames.entry(groups.root(at)).or_insert_with(|| Frame { horizontal: vec![], vertical: vec![] });
        if rule.is_horizontal { &mut frame.horizontal } else { &mut frame.vertical }.push(*rule);
    }
    frames.retain(|_, frame| !frame.horizontal.is_empty() && !frame.vertical.is_empty());
    Ok(frames.into_values().collect())
}

/// Pieces of one line as one, sorted by where they stand.
pub(super) fn merged(rules: &[Rule], is_horizontal: bool) -> Vec<Rule> {
    /// How far the next piece of a line may be off the last.
    const STEP: f64 = 1.2;
    /// The shortest line.
    const SHORTEST: f64 = 5.0;
    let mut pieces: Vec<Rule> = rules.iter().filter(|rule| rule.is_horizontal == is_horizontal).copied().collect();
    pieces.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut lines: Vec<Rule> = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let first = pieces[start].at;
        let steps = pieces[start..].windows(2);
        let same = steps.take_while(|pair| pair[1].at - pair[0].at <= STEP && pair[1].at - first <= NEAR).count();
        let end = start + same + 1;
        merge(&mut pieces[start..end], &mut lines);
        start = end;
    }
    lines.retain(|line| line.to - line.from >= SHORTEST);
    lines
}

/// Pieces on one line, as long as nothing parts them.
fn merge(pieces: &mut [Rule], lines: &mut Vec<Rule>) {
    let weight = |piece: &Rule| (piece.to - piece.from).max(0.01);
    let at = pieces.iter().map(|piece| piece.at * weight(piece)).sum::<f64>() / pieces.iter().map(weight).sum::<f64>();
    pieces.sort_by(|a, b| a.from.total_cmp(&b.from));
    let first = lines.len();
    for piece in pieces {
        match lines[first..].last_mut() {
            Some(line) if piece.from <= line.to + NEAR => line.to = line.to.max(piece.to),
            _ => lines.push(Rule { at, ..*piece }),
        }
    }
}

/// Things that belong together, by their numbers.
pub(super) struct Groups(Vec<usize>);

impl Groups {
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The number of the group of a thing: the least of those in it.
    pub(super) fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// The stretches that lines cover, by their places.
pub(super) struct Cover(Vec<Vec<(f64, f64)>>);

impl Cover {
    pub(super) fn new(rules: &[Rule], places: &[f64]) -> Self {
        let mut covered = vec![Vec::new(); places.len()];
        for rule in rules {
            let first = places.partition_point(|place| *place < rule.at - NEAR);
            let near = places[first..].iter().take_while(|place| **place <= rule.at + NEAR).count();
            covered[first..first + near].iter_mut().for_each(|covered| covered.push((rule.from, rule.to)));
        }
        for covered in &mut covered {
            covered.sort_by(|a: &(f64, f64), b| a.0.total_cmp(&b.0));
            // From here on, the farthest that those up to here reach.
            let mut reach = f64::MIN;
            for (_, to) in covered.iter_mut() {
                reach = reach.max(*to);
                *to = reach;
            }
        }
        Self(covered)
    }

    /// Whether the middle half between two ends is covered at a place.
    pub(super) fn covers(&self, place: usize, from: f64, to: f64) -> bool {
        const ROUNDING: f64 = 0.1;
        let (middle, quarter) = (f64::midpoint(from, to), (to - from) * 0.25);
        let before = self.0[place].partition_point(|(start, _)| *start <= middle - quarter + ROUNDING);
        before > 0 && self.0[place][before - 1].1 >= middle + quarter - ROUNDING
    }
}

/// Places that are not near each other, in order.
pub(super) fn places(mut all: Vec<f64>, near: f64) -> Vec<f64> {
    all.sort_by(f64::total_cmp);
    let mut places: Vec<f64> = Vec::new();
    for place in all {
        if places.last().is_none_or(|last| place - last > near) {
            places.push(place);
        }
    }
    places
}

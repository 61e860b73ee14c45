//! The bodies that should report.

use std::collections::BTreeMap;

use crate::value::{Body, Region};

/// The bodies that should report, each once. Of one body in several spellings the first in the order of bodies stays, so that the order
/// of stating them does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Expected(BTreeMap<(String, Option<Region>), Body>);

impl Expected {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Body> {
        self.0.values()
    }

    /// The bodies in the order of their names as they are written.
    pub(crate) fn sorted(&self) -> Vec<Body> {
        let mut bodies: Vec<Body> = self.iter().cloned().collect();
        bodies.sort_unstable();
        bodies
    }
}

impl Extend<Body> for Expected {
    fn extend<I: IntoIterator<Item = Body>>(&mut self, bodies: I) {
        for body in bodies {
            let first = self.0.entry(body.identity()).or_insert_with(|| body.clone());
            if body < *first {
                *first = body;
            }
        }
    }
}

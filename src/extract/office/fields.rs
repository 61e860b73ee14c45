//! Fields of a Word document.

/// What fields begin with that show something and hold no result.
const WITHOUT_RESULT: [&str; 8] =
    ["EQ", "SYMBOL", "FORMDROPDOWN", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "MACROBUTTON"];
/// Bytes of an instruction that are kept.
const LONGEST: usize = 32;

/// The fields that are open: what stands before the middle of one says how to compute its result.
#[derive(Default)]
pub(super) struct Fields {
    open: usize,
    /// The first of them whose result has not begun.
    pub(super) computing: Option<usize>,
    /// How the first of them is computed.
    instruction: String,
}

impl Fields {
    /// Passes the beginning, the middle or the end of a field. Returns whether it ends one that shows what nobody knows.
    pub(super) fn pass(&mut self, kind: &str) -> bool {
        match kind {
            "begin" => {
                self.open += 1;
                if self.computing.is_none() {
                    self.instruction.clear();
                    self.computing = Some(self.open);
                }
                false
            }
            "separate" | "end" => {
                let is_computed = self.computing != Some(self.open);
                self.computing = self.computing.filter(|field| *field != self.open);
                self.open = self.open.saturating_sub(usize::from(kind == "end"));
                !is_computed && kind == "end" && self.shows()
            }
            _ => false,
        }
    }

    /// Takes a part of an instruction.
    pub(super) fn say(&mut self, part: &str) {
        if self.computing == Some(self.open) && self.instruction.len() < LONGEST {
            self.instruction += part;
        }
    }

    fn shows(&self) -> bool {
        let word = self.instruction.split(|c: char| !c.is_ascii_alphabetic()).find(|word| !word.is_empty());
        word.is_some_and(|word| WITHOUT_RESULT.iter().any(|known| known.eq_ignore_ascii_case(word)))
    }
}

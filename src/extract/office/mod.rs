//! Files of office programs: packages of XML parts.

mod docx;
mod fields;
mod formats;
mod formula;
mod held;
mod look;
mod numbering;
mod ods;
mod ofd;
mod package;
mod results;
mod sheet;
mod strings;
mod styles;
mod table;
mod template;
mod xlsx;
mod xml;

use super::{Bound, ExtractError, FileFormat, Limits, Page};
use package::Package;

/// Cells of all tables of a document; more are an error.
const CELLS: usize = 200_000;
/// Cells of all sheets with the empty ones between others, and the cells that merged ones cover.
const AREA: usize = 400_000;

/// Reads a package.
pub(super) fn read(bytes: &[u8], format: FileFormat, limits: &Limits) -> Result<Page, ExtractError> {
    let package = Package::open(bytes, format)?;
    match format {
        FileFormat::Docx => docx::read(&package, limits),
        FileFormat::Xlsx => xlsx::read(&package, limits),
        FileFormat::Ods => ods::read(&package, limits),
        FileFormat::Ofd => ofd::read(&package),
        _ => Err(ExtractError::OtherFormat { format }),
    }
}

/// Reads a document whose parts stand in one XML text, as Word saves it on request, whatever its name ends with.
pub(super) fn flat(text: &str, limits: &Limits) -> Result<Option<Page>, ExtractError> {
    docx::flat(text, limits)
}

/// Counts cells, and the bytes of what they hold, up to the bounds: what a file says once may stand in many cells.
struct Counter {
    cells: usize,
    area: usize,
    bytes: usize,
    limits: Limits,
}

impl Counter {
    fn new(limits: &Limits) -> Self {
        Self { cells: 0, area: 0, bytes: 0, limits: Limits { cells: limits.cells.min(CELLS), ..*limits } }
    }

    fn cell(&mut self) -> Result<(), ExtractError> {
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(ExtractError::TooLarge { bound: Bound::Cells, limit: self.limits.cells });
        }
        Ok(())
    }

    fn area(&mut self, cells: usize) -> Result<(), ExtractError> {
        self.area = self.area.saturating_add(cells);
        if self.area > AREA {
            return Err(ExtractError::TooLarge { bound: Bound::Cells, limit: AREA });
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ExtractError> {
        self.repeated(text, 1)
    }

    /// A text that stands so many times.
    fn repeated(&mut self, text: &str, times: usize) -> Result<(), ExtractError> {
        self.bytes = self.bytes.saturating_add(text.len().saturating_mul(times));
        if self.bytes > self.limits.bytes {
            return Err(ExtractError::TooLarge { bound: Bound::Bytes, limit: self.limits.bytes });
        }
        Ok(())
    }
}

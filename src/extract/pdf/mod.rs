//! PDF files. The hayro crates parse objects, operators and code tables; this module interprets them.

mod annotations;
mod encodings;
mod font;
mod interpret;
mod paint;
mod streams;

use hayro_syntax::page::Page as HayroPage;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::ruling::{self, Matrix, Room, Sheet};
use super::{Bound, Broken, ExtractError, FileFormat, Page};
use interpret::Interpreter;
use streams::Streams;

/// Bytes of a file.
const BYTES: usize = 16 << 20;
/// Pages of a document.
const PAGES: usize = 500;

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Page, ExtractError> {
    if bytes.len() > BYTES {
        return Err(ExtractError::TooLarge { bound: Bound::Bytes, limit: BYTES });
    }
    let streams = Streams::new(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            ExtractError::Password { format: FileFormat::Pdf }
        }
        LoadPdfError::Decryption(_) => damaged(Broken::Encryption),
        LoadPdfError::Invalid => damaged(Broken::Objects),
    })?;
    let pages = pdf.pages();
    if pages.len() > PAGES {
        return Err(ExtractError::TooLarge { bound: Bound::Pages, limit: PAGES });
    }
    let mut interpreter = Interpreter::new(streams, Room::new());
    let mut sheets = Vec::with_capacity(pages.len());
    for page in pages.iter() {
        let (width, height) = page.render_dimensions();
        let mut sheet = Sheet::new(f64::from(width), f64::from(height));
        let matrix = Matrix(page.initial_transform(true).as_coeffs());
        paint(&mut interpreter, page, matrix, &mut sheet)?;
        if let Some((turned, turn)) = sheet.turned() {
            sheet = turned;
            paint(&mut interpreter, page, matrix.then(turn), &mut sheet)?;
        }
        sheets.push(sheet);
    }
    ruling::read(sheets)
}

/// Paints a page, and what lies upon it.
fn paint(
    interpreter: &mut Interpreter,
    page: &HayroPage<'_>,
    matrix: Matrix,
    sheet: &mut Sheet,
) -> Result<(), ExtractError> {
    interpreter.page(page, matrix, sheet)?;
    annotations::paint(interpreter, page, matrix, sheet)
}

const fn damaged(at: Broken) -> ExtractError {
    ExtractError::Damaged { format: FileFormat::Pdf, at }
}

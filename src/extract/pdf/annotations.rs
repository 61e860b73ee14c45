//! What a reader's program lays upon a page: notes, corrections, and the fields of a form.

use hayro_syntax::object::{Array, Dict, Name, Stream, String as Text};
use hayro_syntax::page::Page;

use super::interpret::{Interpreter, State, form_box, form_matrix, numbers};
use crate::extract::ExtractError;
use crate::extract::ruling::{Matrix, Sheet, around};

/// What shows no more than a frame, a colour behind the text, or a sign to click on.
const QUIET: [&[u8]; 12] = [
    b"Link",
    b"Popup",
    b"Text",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"FileAttachment",
    b"Sound",
    b"Movie",
    b"Screen",
    b"PrinterMark",
    b"TrapNet",
];
/// Fields inside fields.
const FIELDS: usize = 16;

/// Paints the annotations of a page. Where one does not say what it shows, what it touches is in doubt.
pub(super) fn paint(
    interpreter: &mut Interpreter,
    page: &Page<'_>,
    matrix: Matrix,
    sheet: &mut Sheet,
) -> Result<(), ExtractError> {
    const HIDDEN: i32 = 1 << 1;
    const NO_VIEW: i32 = 1 << 5;
    let Some(list) = page.raw().get::<Array<'_>>(b"Annots".as_slice()) else { return Ok(()) };
    let is_recomputed = needs_appearances(page);
    let mut annotations = list.flex_iter();
    for _ in 0..list.raw_iter().count() {
        interpreter.operator()?;
        // An entry may name an object that is not there.
        let Some(annotation) = annotations.next::<Dict<'_>>() else { continue };
        let flags = annotation.get::<i32>(b"F".as_slice()).unwrap_or(0);
        let Some([x0, y0, x1, y1]) = numbers(&annotation, b"Rect") else { continue };
        let [left, low, right, high] = around(&[(x0, y0), (x1, y1)]);
        if flags & (HIDDEN | NO_VIEW) != 0 || left >= right || low >= high {
            continue;
        }
        let (value, before) = (value(&annotation), sheet.glyphs.len());
        let appearance = Appearance::of(&annotation);
        if let Appearance::Form(form) = &appearance
            && let Some(fit) = fit(form.dict(), [left, low, right, high])
        {
            interpreter.form(form, page.resources(), State::laid_on(fit.then(matrix)), sheet)?;
        }
        let kind = annotation.get::<Name<'_>>(b"Subtype".as_slice());
        let is_doubted = match (kind.as_deref(), appearance) {
            // Programs may paint the value of a field anew.
            (Some(b"Widget"), Appearance::Form(_)) => {
                let shown = sheet.glyphs[before..].iter().flat_map(|glyph| glyph.text.bytes());
                is_recomputed && !digits(shown).eq(digits(value))
            }
            (Some(b"Widget"), Appearance::Missing) => !value.is_empty(),
            (Some(kind), Appearance::Missing) => !QUIET.contains(&kind),
            _ => false,
        };
        if is_doubted {
            let corners = [matrix.point(left, low), matrix.point(right, high)];
            sheet.doubt(around(&corners), &mut interpreter.room)?;
        }
    }
    Ok(())
}

/// How an annotation looks.
enum Appearance<'a> {
    Form(Stream<'a>),
    /// It has several appearances, and its state has none, as that of a box without a tick.
    Empty,
    Missing,
}

impl<'a> Appearance<'a> {
    fn of(annotation: &Dict<'a>) -> Self {
        let normal = b"N".as_slice();
        let Some(all) = annotation.get::<Dict<'_>>(b"AP".as_slice()) else { return Self::Missing };
        if let Some(form) = all.get::<Stream<'_>>(normal) {
            return Self::Form(form);
        }
        let Some(states) = all.get::<Dict<'_>>(normal) else { return Self::Missing };
        let state = annotation.get::<Name<'_>>(b"AS".as_slice());
        state.and_then(|state| states.get::<Stream<'_>>(&state[..])).map_or(Self::Empty, Self::Form)
    }
}

/// Moves and stretches the box of an appearance to where the annotation stands.
fn fit(form: &Dict<'_>, [left, low, right, high]: [f64; 4]) -> Option<Matrix> {
    let matrix = form_matrix(form);
    let [from_left, from_low, from_right, from_high] = around(&form_box(form)?.map(|(x, y)| matrix.point(x, y)));
    let (across, up) = ((right - left) / (from_right - from_left), (high - low) / (from_high - from_low));
    let fit = Matrix([across, 0.0, 0.0, up, left - from_left * across, low - from_low * up]);
    (across.is_finite() && up.is_finite()).then_some(fit)
}

/// The text that a field holds, or one of those around it. Its digits are those of ASCII whether it is UTF-16 or not.
fn value(field: &Dict<'_>) -> Vec<u8> {
    let mut field = field.clone();
    for _ in 0..FIELDS {
        if let Some(value) = field.get::<Text<'_>>(b"V".as_slice()) {
            return value.as_bytes().to_vec();
        }
        let Some(parent) = field.get::<Dict<'_>>(b"Parent".as_slice()) else { break };
        field = parent;
    }
    Vec::new()
}

fn digits(text: impl IntoIterator<Item = u8>) -> impl Iterator<Item = u8> {
    text.into_iter().filter(u8::is_ascii_digit)
}

/// Whether the program that shows the form is to paint the values of its fields anew.
fn needs_appearances(page: &Page<'_>) -> bool {
    let root = page.xref().get::<Dict<'_>>(page.xref().root_id());
    let form = root.and_then(|root| root.get::<Dict<'_>>(b"AcroForm".as_slice()));
    form.and_then(|form| form.get::<bool>(b"NeedAppearances".as_slice())).unwrap_or(false)
}

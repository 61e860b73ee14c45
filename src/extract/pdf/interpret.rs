//! Interprets the operators of a page: text with its places, and lines.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

use super::font::Font;
use super::paint::{Brush, Covering, is_opaque};
use super::streams::Streams;
use crate::extract::model::MARK;
use crate::extract::ruling::{
    Clip, Direction, Glyph, Matrix, Room, Sheet, Stroke, THIN, around, is_box, is_rule, is_thin,
};
use crate::extract::{Bound, ExtractError};

/// Operators of a document.
const OPERATORS: usize = 2_000_000;
/// Forms inside forms, and states inside states.
const FORMS: usize = 12;
const STATES: usize = 512;
/// Points of the longest outline that is no curve.
const POINTS: usize = 10_000;

const NON_ZERO: Stroke = Stroke::Filled { is_even_odd: false };
const EVEN_ODD: Stroke = Stroke::Filled { is_even_odd: true };

/// The state that text and lines are painted in.
#[derive(Clone)]
pub(super) struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    /// How wide text is made.
    stretch: f64,
    leading: f64,
    rise: f64,
    mode: i64,
    brush: Brush,
    clip: Clip,
    line_width: f64,
    /// Whether it lies upon the page, so that its lines rule no table.
    is_laid_on: bool,
}

impl State {
    /// The state in which what lies upon a page begins.
    pub(super) fn laid_on(matrix: Matrix) -> Self {
        Self { is_laid_on: true, ..Self::new(matrix) }
    }

    /// The state in which a page begins.
    fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            font: None,
            size: 1.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            brush: Brush::default(),
            clip: Clip::NONE,
            line_width: 1.0,
            is_laid_on: false,
        }
    }
}

/// An outline: its points, and whether it is closed and has curves.
#[derive(Default)]
struct Outline {
    points: Vec<(f64, f64)>,
    is_closed: bool,
    is_curved: bool,
}

impl Outline {
    fn is_box(&self) -> bool {
        !self.is_curved && is_box(&self.points)
    }
}

/// Reads the pages of one document.
pub(super) struct Interpreter {
    streams: Streams,
    pub(super) room: Room,
    operators: usize,
    fonts: HashMap<ObjectIdentifier, Rc<Font>>,
    /// The forms that are being painted.
    forms: Vec<ObjectIdentifier>,
}

impl Interpreter {
    pub(super) fn new(streams: Streams, room: Room) -> Self {
        Self { streams, room, operators: 0, fonts: HashMap::new(), forms: Vec::new() }
    }

    /// Reads the content of a page.
    pub(super) fn page(&mut self, page: &Page<'_>, matrix: Matrix, sheet: &mut Sheet) -> Result<(), ExtractError> {
        let contents = b"Contents".as_slice();
        let mut operators = Vec::new();
        if let Some(stream) = page.raw().get::<Stream<'_>>(contents) {
            operators.extend_from_slice(&self.streams.decoded(&stream)?);
        } else if let Some(streams) = page.raw().get::<Array<'_>>(contents) {
            // An entry may name an object that is not there.
            let mut entries = streams.flex_iter();
            for stream in (0..streams.raw_iter().count()).filter_map(|_| entries.next::<Stream<'_>>()) {
                operators.extend_from_slice(&self.streams.decoded(&stream)?);
                operators.push(b' ');
            }
        }
        self.run(&operators, page.resources(), State::new(matrix), sheet)
    }

    /// Counts an operator.
    pub(super) fn operator(&mut self) -> Result<(), ExtractError> {
        self.operators += 1;
        if self.operators > OPERATORS {
            return Err(ExtractError::TooLarge { bound: Bound::Operators, limit: OPERATORS });
        }
        Ok(())
    }

    /// Paints a form. What its own resources lack is taken from these.
    pub(super) fn form(
        &mut self,
        stream: &Stream<'_>,
        resources: &Resources<'_>,
        mut state: State,
        sheet: &mut Sheet,
    ) -> Result<(), ExtractError> {
        let id = stream.obj_id();
        // A form that paints itself never ends.
        if self.forms.contains(&id) {
            return Ok(());
        }
        if self.forms.len() == FORMS {
            return Err(ExtractError::TooLarge { bound: Bound::Nested, limit: FORMS });
        }
        let dictionary = stream.dict();
        state.matrix = form_matrix(dictionary).then(state.matrix);
        if let Some(corners) = form_box(dictionary) {
            let corners = corners.map(|(x, y)| state.matrix.point(x, y));
            state.clip = state.clip.within(&corners, is_box(&corners));
        }
        let own = dictionary.get::<Dict<'_>>(b"Resources".as_slice()).map(Resources::new);
        let operators = self.streams.decoded(stream)?;
        self.forms.push(id);
        let painted = self.run(&operators, own.as_ref().unwrap_or(resources), state, sheet);
        self.forms.pop();
        painted
    }

    fn run(
        &mut self,
        operators: &[u8],
        resources: &Resources<'_>,
        state: State,
        sheet: &mut Sheet,
    ) -> Result<(), ExtractError> {
        let mut painter = Painter {
            interpreter: self,
            resources,
            sheet,
            state,
            states: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            outlines: Vec::new(),
            is_clipping: false,
            fonts: HashMap::new(),
            coverings: HashMap::new(),
        };
        let mut operators = TypedIter::new(operators);
        while let Some(operator) = operators.next() {
            painter.interpreter.operator()?;
            painter.paint(operator)?;
        }
        Ok(())
    }
}

/// The numbers of an array.
pub(super) fn numbers<const N: usize>(dictionary: &Dict<'_>, key: &[u8]) -> Option<[f64; N]> {
    let numbers = dictionary.get::<Array<'_>>(key)?;
    <[f64; N]>::try_from(numbers.iter::<Number>().map(|number| number.as_f64()).collect::<Vec<_>>()).ok()
}

/// From the coordinates of a form to those of what it is painted on.
pub(super) fn form_matrix(form: &Dict<'_>) -> Matrix {
    numbers(form, b"Matrix").map_or(Matrix::IDENTITY, Matrix)
}

/// The corners of the box that a form is cut to.
pub(super) fn form_box(form: &Dict<'_>) -> Option<[(f64, f64); 4]> {
    let [left, low, right, high] = numbers(form, b"BBox")?;
    Some([(left, low), (right, low), (right, high), (left, high)])
}

/// Paints the operators of one stream.
struct Painter<'i, 'r, 'p> {
    interpreter: &'i mut Interpreter,
    resources: &'i Resources<'r>,
    sheet: &'p mut Sheet,
    state: State,
    states: Vec<State>,
    /// Where the next character stands, and where its line begins.
    text: Matrix,
    line: Matrix,
    outlines: Vec<Outline>,
    /// Whether the outlines are those that all that follows is cut to.
    is_clipping: bool,
    fonts: HashMap<Vec<u8>, Rc<Font>>,
    coverings: HashMap<Vec<u8>, Covering>,
}

fn matrix(numbers: [&Number; 6]) -> Matrix {
    Matrix(numbers.map(Number::as_f64))
}

impl Painter<'_, '_, '_> {
    fn paint(&mut self, operator: Op<'_, '_>) -> Result<(), ExtractError> {
        match operator {
            Op::SaveState(_) if self.states.len() == STATES => {
                return Err(ExtractError::TooLarge { bound: Bound::Nested, limit: STATES });
            }
            Op::SaveState(_) => self.states.push(self.state.clone()),
            Op::RestoreState(_) => self.state = self.states.pop().unwrap_or_else(|| self.state.clone()),
            Op::Transform(t) => {
                self.state.matrix = matrix([&t.0, &t.1, &t.2, &t.3, &t.4, &t.5]).then(self.state.matrix);
            }
            Op::LineWidth(width) => self.state.line_width = width.0.as_f64(),
            Op::SetGraphicsState(name) => self.cover(name.0),
            Op::XObject(object) => return self.object(object.0),
            Op::InlineImage(picture) => return self.picture(picture.0.dict()),
            Op::Shading(_) => {
                let (width, height) = (self.sheet.width, self.sheet.height);
                self.sheet.blur([0.0, 0.0, width, height], &self.state.clip, &mut self.interpreter.room);
                if self.state.brush.paint().is_opaque {
                    let everywhere = vec![(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)];
                    self.veil(vec![everywhere], NON_ZERO);
                }
            }
            Op::TextFont(font) => {
                self.state.size = font.1.as_f64();
                self.state.font = self.font(font.0)?;
            }
            Op::CharacterSpacing(space) => self.state.character_space = space.0.as_f64(),
            Op::WordSpacing(space) => self.state.word_space = space.0.as_f64(),
            Op::HorizontalScaling(percent) => self.state.stretch = percent.0.as_f64() / 100.0,
            Op::TextLeading(leading) => self.state.leading = leading.0.as_f64(),
            Op::TextRise(rise) => self.state.rise = rise.0.as_f64(),
            Op::TextRenderingMode(mode) => self.state.mode = mode.0.as_i64(),
            operator => {
                if !(self.state.brush.dip(&operator, self.resources) || self.outline(&operator)?) {
                    self.show(operator)?;
                }
            }
        }
        Ok(())
    }

    /// Operators of outlines; returns whether the operator was one of them.
    fn outline(&mut self, operator: &Op<'_, '_>) -> Result<bool, ExtractError> {
        let matrix = self.state.matrix;
        let point = |x: &Number, y: &Number| matrix.point(x.as_f64(), y.as_f64());
        match operator {
            Op::RectPath(r) => {
                let (left, low) = (r.0.as_f64(), r.1.as_f64());
                let (right, high) = (left + r.2.as_f64(), low + r.3.as_f64());
                let corners = [(left, low), (right, low), (right, high), (left, high)];
                let points = corners.map(|(x, y)| matrix.point(x, y)).to_vec();
                self.outlines.push(Outline { points, is_closed: true, is_curved: false });
            }
            Op::MoveTo(to) => self.outlines.push(Outline { points: vec![point(&to.0, &to.1)], ..Outline::default() }),
            Op::LineTo(to) => {
                if let Some(last) = self.outlines.last_mut().filter(|last| last.points.len() < POINTS) {
                    last.points.push(point(&to.0, &to.1));
                }
            }
            // A curve stays within the points that bend it.
            Op::CubicTo(c) => self.curve([point(&c.0, &c.1), point(&c.2, &c.3), point(&c.4, &c.5)]),
            Op::CubicStartTo(c) => self.curve([point(&c.0, &c.1), point(&c.2, &c.3), point(&c.2, &c.3)]),
            Op::CubicEndTo(c) => self.curve([point(&c.0, &c.1), point(&c.2, &c.3), point(&c.2, &c.3)]),
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => self.is_clipping = true,
            Op::ClosePath(_) => self.close(),
            Op::StrokePath(_) => self.draw(true, None)?,
            Op::CloseAndStrokePath(_) => {
                self.close();
                self.draw(true, None)?;
            }
            Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) => self.draw(false, Some(NON_ZERO))?,
            Op::FillPathEvenOdd(_) => self.draw(false, Some(EVEN_ODD))?,
            Op::FillAndStrokeNonZero(_) | Op::CloseFillAndStrokeNonZero(_) => self.draw(true, Some(NON_ZERO))?,
            Op::FillAndStrokeEvenOdd(_) | Op::CloseFillAndStrokeEvenOdd(_) => self.draw(true, Some(EVEN_ODD))?,
            Op::EndPath(_) => {
                self.clip();
                self.outlines.clear();
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn close(&mut self) {
        self.outlines.last_mut().into_iter().for_each(|last| last.is_closed = true);
    }

    fn curve(&mut self, points: [(f64, f64); 3]) {
        let Some(last) = self.outlines.last_mut() else { return };
        last.is_curved = true;
        if last.points.len() < POINTS {
            last.points.extend(points);
        }
    }

    /// Cuts what follows to the outlines, if they are there for that.
    fn clip(&mut self) {
        if std::mem::take(&mut self.is_clipping) {
            let is_whole = self.outlines.iter().all(|outline| outline.points.len() < POINTS);
            let points = || self.outlines.iter().flat_map(|outline| &outline.points).copied().collect::<Vec<_>>();
            self.state.clip = match self.outlines.as_slice() {
                [outline] if outline.is_box() => self.state.clip.within(&outline.points, true),
                [_, ..] if is_whole => self.state.clip.within(&points(), false),
                _ => self.state.clip.blurred(),
            };
        }
    }

    /// Lays a shape over what has been painted.
    fn veil(&mut self, outlines: Vec<Vec<(f64, f64)>>, stroke: Stroke) {
        self.sheet.veil(outlines, stroke, &self.state.clip, &mut self.interpreter.room);
    }

    /// Lays the outlines over what has been painted, but for those that a table is ruled with.
    fn cover_shapes(&mut self, width: f64, is_stroked: bool, filled: Option<Stroke>) {
        let is_line = |outline: &Outline| is_thin(&outline.points);
        let of = |is_wanted: &dyn Fn(&Outline) -> bool| -> Vec<Vec<(f64, f64)>> {
            self.outlines.iter().filter(|outline| is_wanted(outline)).map(|outline| outline.points.clone()).collect()
        };
        if self.sheet.glyphs.is_empty() {
            return;
        }
        let (brush, is_laid_on) = (&self.state.brush, self.state.is_laid_on);
        let is_pen = is_stroked && (brush.is_stroke_opaque() || is_laid_on && width <= THIN);
        let is_ruled = |outline: &Outline| !is_laid_on && !outline.is_curved && is_rule(&outline.points, width);
        let drawn = is_pen.then(|| (of(&|outline| !is_ruled(outline)), Stroke::Pen(width / 2.0)));
        let struck = (filled.is_some() && is_laid_on).then(|| (of(&is_line), Stroke::Pen(0.0)));
        let filled = filled.filter(|_| brush.paint().is_opaque && !matches!(&*self.outlines, [only] if only.is_box()));
        let painted = filled.map(|filled| (of(&|outline| !is_line(outline)), filled));
        for (outlines, stroke) in painted.into_iter().chain(drawn).chain(struck) {
            self.veil(outlines, stroke);
        }
    }

    /// Covers the area of the outlines.
    fn area(&mut self, is_stroked: bool, is_filled: bool) -> Result<(), ExtractError> {
        let Painter { state, sheet, interpreter, outlines, .. } = self;
        let room = &mut interpreter.room;
        if is_filled && !state.brush.is_transparent() {
            match outlines.as_slice() {
                [outline] if outline.is_box() => {
                    sheet.area(&outline.points, state.brush.paint(), &state.clip, room)?;
                }
                outlines => {
                    for outline in outlines {
                        sheet.blur(around(&outline.points), &state.clip, room);
                    }
                }
            }
        }
        let [a, b, ..] = state.matrix.0;
        let width = state.line_width * a.hypot(b);
        if is_stroked {
            for outline in &*outlines {
                let [left, top, right, bottom] = around(&outline.points);
                let half = width / 2.0;
                // Only a line that is as wide as an area is one.
                if (right - left).min(bottom - top) < width {
                    sheet.blur([left - half, top - half, right + half, bottom + half], &state.clip, room);
                }
            }
        }
        Ok(())
    }

    fn draw(&mut self, is_stroked: bool, filled: Option<Stroke>) -> Result<(), ExtractError> {
        let is_filled = filled.is_some();
        self.area(is_stroked, is_filled)?;
        let [a, b, ..] = self.state.matrix.0;
        self.cover_shapes(self.state.line_width * a.hypot(b), is_stroked, filled);
        self.clip();
        if self.state.is_laid_on {
            self.outlines.clear();
        }
        let room = &mut self.interpreter.room;
        for outline in self.outlines.drain(..) {
            let Outline { points, is_closed, is_curved } = outline;
            if is_curved {
                self.sheet.curves += 1;
            } else if is_stroked {
                for pair in points.windows(2) {
                    self.sheet.line(pair[0], pair[1], room)?;
                }
                if let (true, [first, _, .., last]) = (is_closed, points.as_slice()) {
                    self.sheet.line(*last, *first, room)?;
                }
            } else if is_filled && (3..=5).contains(&points.len()) {
                let [left, top, right, bottom] = around(&points);
                self.sheet.rectangle((left, top), (right, bottom), false, room)?;
            }
        }
        Ok(())
    }

    /// Operators of text.
    fn show(&mut self, operator: Op<'_, '_>) -> Result<(), ExtractError> {
        self.sheet.runs += 1;
        match operator {
            Op::BeginText(_) => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            Op::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                self.state.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Op::SetTextMatrix(m) => {
                self.line = matrix([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]);
                self.text = self.line;
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Op::ShowText(text) => self.string(text.0.as_bytes())?,
            Op::NextLineAndShowText(text) => {
                self.next_line(0.0, -self.state.leading);
                self.string(text.0.as_bytes())?;
            }
            Op::ShowTextWithParameters(text) => {
                (self.state.word_space, self.state.character_space) = (text.0.as_f64(), text.1.as_f64());
                self.next_line(0.0, -self.state.leading);
                self.string(text.2.as_bytes())?;
            }
            Op::ShowTexts(parts) => {
                for part in parts.0.iter::<Object<'_>>() {
                    match part {
                        Object::String(text) => self.string(text.as_bytes())?,
                        Object::Number(by) => {
                            let by = -by.as_f64() / 1000.0 * self.state.size;
                            let is_vertical = self.state.font.as_ref().is_some_and(|font| font.is_vertical);
                            let by = if is_vertical { (0.0, by) } else { (by * self.state.stretch, 0.0) };
                            self.text = Matrix::moved(by.0, by.1).then(self.text);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn string(&mut self, mut bytes: &[u8]) -> Result<(), ExtractError> {
        let font = self.state.font.clone().unwrap_or_default();
        while !bytes.is_empty() {
            let code = font.next(bytes);
            bytes = &bytes[code.length.min(bytes.len())..];
            let state = &self.state;
            let width = font.width(&code) * state.size;
            let matrix = Matrix([state.stretch, 0.0, 0.0, 1.0, 0.0, state.rise]).then(self.text).then(state.matrix);
            let space = state.character_space + if code.is_space() { state.word_space } else { 0.0 };
            let by = if font.is_vertical { (0.0, space - state.size) } else { ((width + space) * state.stretch, 0.0) };
            self.text = Matrix::moved(by.0, by.1).then(self.text);
            let text = font.text(&code).unwrap_or_else(|| MARK.to_string());
            if text.chars().all(char::is_whitespace) {
                continue;
            }
            self.interpreter.room.glyph()?;
            let mut glyph = glyph(text, matrix, width, &self.state, &font);
            glyph.run = self.sheet.runs;
            glyph.is_cut = !self.state.clip.has(&glyph);
            self.sheet.unknown += usize::from(glyph.is_unknown());
            self.sheet.glyphs.push(glyph);
        }
        Ok(())
    }

    fn font(&mut self, name: &Name<'_>) -> Result<Option<Rc<Font>>, ExtractError> {
        if let Some(font) = self.fonts.get(&name[..]) {
            return Ok(Some(font.clone()));
        }
        let Some(dictionary) = self.resources.get_font(name) else { return Ok(None) };
        let id = dictionary.obj_id();
        let font = match id.and_then(|id| self.interpreter.fonts.get(&id)) {
            Some(font) => font.clone(),
            None => Rc::new(Font::new(&dictionary, &mut self.interpreter.streams)?),
        };
        self.fonts.insert(name.to_vec(), font.clone());
        self.interpreter.fonts.extend(id.map(|id| (id, font.clone())));
        Ok(Some(font))
    }

    fn cover(&mut self, name: &Name<'_>) {
        let covering = self.coverings.get(&name[..]).copied().or_else(|| {
            let covering = Covering::of(&self.resources.get_ext_g_state(name)?);
            self.coverings.insert(name.to_vec(), covering);
            Some(covering)
        });
        if let Some(covering) = covering {
            self.state.brush.take(covering);
        }
    }

    /// A form or a picture.
    fn object(&mut self, name: &Name<'_>) -> Result<(), ExtractError> {
        let Some(stream) = self.resources.get_x_object(name) else { return Ok(()) };
        let dictionary = stream.dict();
        let kind = dictionary.get::<Name<'_>>(b"Subtype".as_slice());
        match kind.as_deref() {
            Some(b"Image") => self.picture(dictionary),
            Some(b"Form") => self.interpreter.form(&stream, self.resources, self.state.clone(), self.sheet),
            _ => Ok(()),
        }
    }

    /// A picture covers the unit square; a thin one is a line.
    fn picture(&mut self, picture: &Dict<'_>) -> Result<(), ExtractError> {
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(x, y)| self.state.matrix.point(x, y));
        self.sheet.blur(around(&corners), &self.state.clip, &mut self.interpreter.room);
        let (low, high) = (self.state.matrix.point(0.0, 0.0), self.state.matrix.point(1.0, 1.0));
        let (width, height) = ((high.0 - low.0).abs(), (high.1 - low.1).abs());
        self.sheet.pictures += width * height;
        if width > THIN && height > THIN {
            if self.state.brush.paint().is_opaque && is_opaque(picture) {
                self.veil(vec![corners.to_vec()], Stroke::Picture);
            }
            return Ok(());
        }
        self.sheet.rectangle(low, high, false, &mut self.interpreter.room)
    }
}

/// A character where a matrix puts it.
fn glyph(text: String, matrix: Matrix, width: f64, state: &State, font: &Font) -> Glyph {
    /// The largest size that is one: what is larger says its size elsewhere.
    const LARGEST: f64 = 200.0;
    const USUAL: f64 = 12.0;
    let (x, y) = matrix.point(0.0, 0.0);
    let (end, _) = matrix.point(if font.is_vertical { state.size } else { width }, 0.0);
    let (up_x, up_y) = matrix.point(0.0, state.size);
    let size = (up_x - x).hypot(up_y - y).max(1.0);
    let along = state.size.signum();
    // A vertical font stands below the middle of its origin.
    let (left, below) = if font.is_vertical { (size / 2.0, size * 0.85) } else { (0.0, 0.0) };
    Glyph {
        text,
        left: x.min(end) - left,
        right: x.max(end).max(x.min(end) + 0.1) - left,
        base: y + below,
        size: if size > LARGEST { USUAL } else { size },
        is_invisible: matches!(state.mode, 3 | 7) || (state.mode == 0 && state.brush.is_transparent()),
        is_cut: false,
        // The glyphs of some fonts say their colour themselves, and an outline has another one.
        colour: state.brush.paint().colour.filter(|_| state.mode == 0 && !font.is_drawn()),
        direction: Direction::of(along * matrix.0[0], along * matrix.0[1]),
        run: 0,
    }
}

//! OFD documents (GB/T 33190): pages of text and paths, in millimetres.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::package::{Package, damaged};
use super::xml::{Node, Tag, Xml};
use crate::extract::model::{MARK, Page};
use crate::extract::ruling::{
    self, Clip, Colour, Direction, Glyph, Matrix, Paint, Room, Sheet, Stroke, around, is_box, is_rule, is_thin,
};
use crate::extract::{Bound, Broken, ExtractError, FileFormat};

/// Pages of a document, and page templates of a page.
const PAGES: usize = 500;
const TEMPLATES: usize = 8;
/// Files with the annotations of pages; a page has one.
const NOTES: usize = PAGES;
/// Points of a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;
/// The largest part of a colour, and the alpha of what is opaque.
const FULL: f64 = 255.0;
/// A4, the page where no size is given, in millimetres.
const A4: (f64, f64) = (210.0, 297.0);

/// Reads a package.
pub(super) fn read(package: &Package<'_>) -> Result<Page, ExtractError> {
    let main = of_element(&package.required("OFD.xml")?, "OFD.xml", "DocRoot")?;
    let main = main.ok_or_else(|| damaged(FileFormat::Ofd, Broken::NoDocument))?;
    let main = main.trim_start_matches('/');
    let directory = main.rsplit_once('/').map_or(String::new(), |(directory, _)| format!("{directory}/"));
    let document = Document::read(&package.required(main)?, main)?;
    if document.pages.len() > PAGES {
        return Err(ExtractError::TooLarge { bound: Bound::Pages, limit: PAGES });
    }
    let path = |location: &str| located(&directory, location);
    let notes = match document.annotations.as_deref().map(path) {
        Some(part) => annotations(package, &part, &directory)?,
        None => BTreeMap::new(),
    };
    let mut room = Room::new();
    let mut sheets = Vec::with_capacity(document.pages.len());
    for (id, location) in &document.pages {
        let part = path(location);
        let content = package.required(&part)?;
        let size = of_element(&content, &part, "PhysicalBox")?.and_then(|size| box_size(&size));
        let (width, height) = size.or(document.size).unwrap_or(A4);
        let mut sheet = Sheet::new(width * MILLIMETRE, height * MILLIMETRE);
        let templates = Content::new(&content, &part, &mut sheet, &mut room).read()?;
        for template in templates.iter().take(TEMPLATES) {
            let Some(part) = document.templates.get(&template.id).map(|location| path(location)) else { continue };
            let Some(content) = package.part(&part)? else { continue };
            if template.is_on_top {
                Content::new(&content, &part, &mut sheet, &mut room).read()?;
            } else {
                let mut below = Sheet::new(sheet.width, sheet.height);
                Content::new(&content, &part, &mut below, &mut room).read()?;
                sheet.lay_on(below);
            }
        }
        for places in notes.get(id).into_iter().flatten() {
            // The first of its places that the package has.
            let found = places.iter().find_map(|part| Some((part, package.part(part).transpose()?)));
            let Some((part, content)) = found else { continue };
            Content::new(&content?, part, &mut sheet, &mut room).read()?;
        }
        sheets.push(sheet);
    }
    ruling::read(sheets)
}

/// The part that a location names.
fn located(directory: &str, location: &str) -> String {
    location.strip_prefix('/').map_or_else(|| format!("{directory}{location}"), str::to_owned)
}

/// By the number of the page, where its annotations may stand: a location counts from the list, and with some programs from the document.
type Annotations = BTreeMap<String, Vec<[String; 2]>>;

fn annotations(package: &Package<'_>, list: &str, of_document: &str) -> Result<Annotations, ExtractError> {
    let Some(text) = package.part(list)? else { return Ok(Annotations::new()) };
    let directory = list.rsplit_once('/').map_or(String::new(), |(directory, _)| format!("{directory}/"));
    let (mut found, mut page, mut files) = (Annotations::new(), String::new(), 0);
    let mut xml = Xml::new(&text, FileFormat::Ofd, list);
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "Page" => page = tag.kept("PageID").unwrap_or_default(),
            Node::Open(tag) if tag.name() == "FileLoc" => {
                files += 1;
                if files > NOTES {
                    return Err(ExtractError::TooLarge { bound: Bound::Parts, limit: NOTES });
                }
                let location = xml.text()?.trim().to_owned();
                let places = [located(&directory, &location), located(of_document, &location)];
                found.entry(page.clone()).or_default().push(places);
            }
            Node::End => return Ok(found),
            _ => {}
        }
    }
}

/// The statements of the main part.
#[derive(Default)]
struct Document {
    /// Their numbers and locations.
    pages: Vec<(String, String)>,
    annotations: Option<String>,
    templates: BTreeMap<String, String>,
    size: Option<(f64, f64)>,
}

impl Document {
    fn read(text: &str, part: &str) -> Result<Self, ExtractError> {
        let mut document = Self::default();
        let mut xml = Xml::new(text, FileFormat::Ofd, part);
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(document),
                _ => continue,
            };
            let location = || tag.get("BaseLoc").map(Cow::into_owned);
            match tag.name() {
                "Page" => {
                    let id = tag.get("ID").unwrap_or_default().into_owned();
                    document.pages.extend(location().map(|location| (id, location)));
                }
                "TemplatePage" => {
                    let id = tag.get("ID").map(Cow::into_owned);
                    document.templates.extend(id.zip(location()));
                }
                "Annotations" => document.annotations = Some(xml.text()?.trim().to_owned()),
                "PhysicalBox" => document.size = box_size(&xml.text()?),
                _ => {}
            }
        }
    }
}

/// The text of the first element of a name.
fn of_element(text: &str, part: &str, name: &str) -> Result<Option<String>, ExtractError> {
    let mut xml = Xml::new(text, FileFormat::Ofd, part);
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == name => return Ok(Some(xml.text()?.trim().to_owned())),
            Node::End => return Ok(None),
            _ => {}
        }
    }
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_ascii_whitespace().filter_map(|number| number.parse().ok()).collect()
}

fn box_size(text: &str) -> Option<(f64, f64)> {
    match numbers(text).as_slice() {
        [_, _, width, height] if *width > 0.0 && *height > 0.0 => Some((*width, *height)),
        _ => None,
    }
}

/// The steps between characters: numbers, and `g n d` for n times d.
fn steps(text: &str, count: usize) -> Vec<f64> {
    let mut steps = Vec::new();
    let mut words = text.split_ascii_whitespace();
    while let Some(word) = words.next().filter(|_| steps.len() < count) {
        let (times, step) = match word {
            "g" => (words.next().and_then(|times| times.parse().ok()).unwrap_or(0), words.next()),
            step => (1, Some(step)),
        };
        let step = step.and_then(|step| step.parse().ok()).unwrap_or(0.0);
        steps.extend(std::iter::repeat_n(step, times.min(count)));
    }
    steps
}

/// A template that a page names.
struct Template {
    id: String,
    is_on_top: bool,
}

/// The object that is read.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "the attributes of the standard")]
struct Object {
    /// From its own coordinates to points of the page.
    matrix: Matrix,
    size: f64,
    is_stroked: bool,
    is_filled: bool,
    is_even_odd: bool,
    /// Whether it lies upon the page, so that its lines rule no table.
    is_laid_on: bool,
    /// The width of its lines in points, if nothing is seen below them.
    pen: Option<f64>,
    is_invisible: bool,
    direction: Direction,
    /// Left, top, right and bottom of all of it, in points.
    edges: [f64; 4],
    /// From 0 to 255.
    alpha: f64,
    /// What fills it.
    paint: Paint,
    clip: Clip,
}

/// The content of a page or of a template.
struct Content<'c> {
    xml: Xml<'c>,
    sheet: &'c mut Sheet,
    room: &'c mut Room,
    /// Where the next characters stand, if they do not say so.
    pen: (f64, f64),
    /// The place that the objects of an annotation count from, in millimetres.
    origin: Option<(f64, f64)>,
}

impl<'c> Content<'c> {
    fn new(text: &'c str, part: &'c str, sheet: &'c mut Sheet, room: &'c mut Room) -> Self {
        Self { xml: Xml::new(text, FileFormat::Ofd, part), sheet, room, pen: (0.0, 0.0), origin: None }
    }

    /// Reads it, and gives the templates that it names.
    fn read(mut self) -> Result<Vec<Template>, ExtractError> {
        let mut templates = Vec::new();
        let mut object: Option<Object> = None;
        // Parameters of drawing may have a colour of their own, for a layer or for an object.
        let mut is_layer_black = true;
        loop {
            let tag = match self.xml.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(templates),
                _ => continue,
            };
            match tag.name() {
                "Template" => {
                    let is_on_top = tag.get("ZOrder").is_some_and(|order| order == "Foreground");
                    let id = tag.get("TemplateID").map(Cow::into_owned);
                    templates.extend(id.map(|id| Template { id, is_on_top }));
                }
                "Layer" => is_layer_black = tag.get("DrawParam").is_none(),
                // What is marked in a colour is seen.
                "Annot" if tag.get("Type").is_some_and(|kind| matches!(&*kind, "Highlight" | "Link")) => {
                    self.xml.skip()?;
                }
                "Annot" if tag.get("Visible").is_some_and(|visible| visible == "false") => self.xml.skip()?,
                "Appearance" => {
                    let edges = tag.get("Boundary").map(|edges| numbers(&edges)).unwrap_or_default();
                    self.origin = Some(edges.first().copied().zip(edges.get(1).copied()).unwrap_or_default());
                }
                "TextObject" | "PathObject" => object = Some(Object::of(&tag, is_layer_black, self.origin)),
                "StrokeColor" => {
                    let is_full = tag.number::<f64>("Alpha").is_none_or(|alpha| alpha >= FULL);
                    object.iter_mut().filter(|_| !is_full).for_each(|object| object.pen = None);
                }
                "FillColor" => {
                    if let Some(object) = &mut object {
                        object.fill(&tag);
                    }
                }
                "ImageObject" => {
                    self.sheet.blur(Object::of(&tag, false, self.origin).edges, &Clip::NONE, self.room);
                    if let Some((width, height)) = tag.get("Boundary").and_then(|edges| box_size(&edges)) {
                        self.sheet.pictures += width * height * MILLIMETRE * MILLIMETRE;
                    }
                }
                "TextCode" => {
                    if let Some(object) = object {
                        self.text(&tag, object)?;
                    }
                }
                "AbbreviatedData" => {
                    let path = self.xml.text()?;
                    if let Some(object) = object.filter(|object| !object.is_invisible) {
                        self.path(&path, object)?;
                    }
                }
                // The shapes that an object is cut to are not painted.
                "Clips" => {
                    if let Some(object) = &mut object {
                        object.clip = object.clip.blurred();
                    }
                    self.xml.skip()?;
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, tag: &Tag<'_>, object: Object) -> Result<(), ExtractError> {
        self.sheet.runs += 1;
        let place = |name: &str, last: f64| tag.number(name).unwrap_or(last);
        self.pen = (place("X", self.pen.0), place("Y", self.pen.1));
        let of = |name: &str| tag.get(name).map_or(String::new(), Cow::into_owned);
        let (across, down) = (of("DeltaX"), of("DeltaY"));
        let text = self.xml.text()?;
        let text = text.trim_matches(['\n', '\r', '\t']);
        let count = text.chars().count();
        let (across, down) = (steps(&across, count), steps(&down, count));
        let (mut x, mut y) = self.pen;
        let unmoved = if across.is_empty() && down.is_empty() { object.size } else { 0.0 };
        for (at, c) in text.chars().enumerate() {
            if !c.is_whitespace() {
                // The sign for a glyph without a character.
                let c = if c == '\u{a4}' { MARK } else { c };
                self.sheet.unknown += usize::from(c == MARK);
                self.room.glyph()?;
                // The next character's place gives the width of this one; the last is as wide as the one before.
                let step = across.get(at).or_else(|| across.last()).copied();
                let glyph = object.glyph(c, x, y, step);
                self.sheet.glyphs.push(Glyph { run: self.sheet.runs, ..glyph });
            }
            x += across.get(at).copied().unwrap_or(unmoved);
            y += down.get(at).copied().unwrap_or(0.0);
        }
        Ok(())
    }

    fn path(&mut self, path: &str, object: Object) -> Result<(), ExtractError> {
        let mut words = path.split_ascii_whitespace();
        let mut outline: Vec<(f64, f64)> = Vec::new();
        // All outlines, with the points that bend their curves.
        let mut shape: Vec<Vec<(f64, f64)>> = Vec::new();
        // Whether it has one outline without curves.
        let mut is_plain = true;
        while let Some(word) = words.next() {
            let mut number = || words.next().and_then(|number| number.parse().ok()).unwrap_or(0.0);
            let mut point = || {
                let (x, y) = (number(), number());
                object.matrix.point(x, y)
            };
            let mut bend = |points: &[(f64, f64)]| shape.last_mut().into_iter().for_each(|last| last.extend(points));
            match word {
                "M" | "S" => {
                    let start = point();
                    is_plain &= outline.is_empty();
                    self.draw(&outline, object)?;
                    outline = vec![start];
                    shape.push(outline.clone());
                }
                "L" => {
                    let to = point();
                    outline.push(to);
                    bend(&[to]);
                }
                "C" => {
                    outline.extend(outline.first().copied());
                    bend(&outline[..outline.len().min(1)]);
                }
                "B" | "Q" | "A" => {
                    is_plain = false;
                    self.sheet.curves += 1;
                    match word {
                        "B" => bend(&[point(), point(), point()]),
                        "Q" => bend(&[point(), point()]),
                        // The radii, the angle and the way around are those of a corner, mostly.
                        _ => {
                            let _: [f64; 5] = std::array::from_fn(|_| number());
                            let (x, y) = (number(), number());
                            bend(&[object.matrix.point(x, y)]);
                        }
                    }
                }
                _ => {}
            }
        }
        let is_area = object.is_filled && !(is_plain && is_box(&outline)) && object.paint.is_opaque;
        let is_ruled = |width: f64| !object.is_laid_on && is_plain && is_rule(&outline, width);
        let pen = object.pen.filter(|width| object.is_stroked && !is_ruled(*width));
        let filled = Stroke::Filled { is_even_odd: object.is_even_odd };
        let is_struck = object.is_laid_on && object.is_filled && is_thin(&outline);
        let strokes = [is_area.then_some(filled), pen.map(|width| Stroke::Pen(width / 2.0))];
        for stroke in strokes.into_iter().flatten().chain(is_struck.then_some(Stroke::Pen(0.0))) {
            self.sheet.veil(shape.clone(), stroke, &object.clip, self.room);
        }
        if object.is_filled {
            if is_plain && is_box(&outline) {
                self.sheet.area(&outline, object.paint, &object.clip, self.room)?;
            } else {
                self.sheet.blur(object.edges, &Clip::NONE, self.room);
            }
        }
        self.draw(&outline, object)
    }

    fn draw(&mut self, outline: &[(f64, f64)], object: Object) -> Result<(), ExtractError> {
        if object.is_laid_on {
            return Ok(());
        }
        if object.is_filled && (3..=6).contains(&outline.len()) {
            let [left, top, right, bottom] = around(outline);
            return self.sheet.rectangle((left, top), (right, bottom), object.is_stroked, self.room);
        }
        if object.is_stroked {
            for pair in outline.windows(2) {
                self.sheet.line(pair[0], pair[1], self.room)?;
            }
        }
        Ok(())
    }
}

impl Object {
    fn of(tag: &Tag<'_>, is_layer_black: bool, origin: Option<(f64, f64)>) -> Self {
        const SIZE: f64 = 3.5;
        /// The width of lines where none is given, in millimetres.
        const LINE: f64 = 0.353;
        let is = |name: &str, by_default: bool| tag.get(name).map_or(by_default, |value| value == "true");
        let is_text = tag.name() == "TextObject";
        let edges = tag.get("Boundary").map(|edges| numbers(&edges)).unwrap_or_default();
        let (left, top) = (edges.first().copied().unwrap_or(0.0), edges.get(1).copied().unwrap_or(0.0));
        let is_laid_on = origin.is_some();
        let (left, top) = origin.map_or((left, top), |(x, y)| (left + x, top + y));
        let own = tag.get("CTM").and_then(|matrix| <[f64; 6]>::try_from(numbers(&matrix)).ok());
        let own = own.map_or(Matrix::IDENTITY, Matrix);
        let to_points = Matrix([MILLIMETRE, 0.0, 0.0, MILLIMETRE, 0.0, 0.0]);
        let (is_stroked, is_filled) = (is("Stroke", !is_text), is("Fill", is_text));
        let alpha = tag.number::<f64>("Alpha").unwrap_or(FULL);
        let corner = |at: usize, start: f64| (start + edges.get(at).copied().unwrap_or(0.0)) * MILLIMETRE;
        let (along, down) = own.point(1.0, 0.0);
        let (right, below) = own.point(0.0, 0.0);
        let is_turned = tag.number::<i32>("CharDirection").is_some_and(|degrees| degrees != 0);
        let is_black = is_layer_black && tag.get("DrawParam").is_none();
        Self {
            direction: if is_turned { Direction::Reversed } else { Direction::of(along - right, down - below) },
            edges: [left * MILLIMETRE, top * MILLIMETRE, corner(2, left), corner(3, top)],
            alpha,
            // Only text is black unless something says its colour.
            paint: Paint { colour: Some(Colour::BLACK).filter(|_| is_text && is_black), is_opaque: false },
            clip: Clip::NONE,
            matrix: own.then(Matrix::moved(left, top)).then(to_points),
            size: tag.number("Size").unwrap_or(SIZE),
            is_stroked,
            is_filled,
            is_laid_on,
            is_even_odd: tag.get("Rule").is_some_and(|rule| rule == "Even-Odd"),
            pen: Some(tag.number("LineWidth").unwrap_or(LINE) * MILLIMETRE).filter(|_| alpha >= FULL),
            is_invisible: !is("Visible", true) || alpha <= 0.0 || !(is_stroked || is_filled),
        }
    }

    /// The colour that fills it: a grey, light, or print, each from 0 to 255.
    fn fill(&mut self, tag: &Tag<'_>) {
        let value = tag.get("Value").unwrap_or_default();
        let components: Vec<f64> = numbers(&value).iter().map(|number| number / FULL).collect();
        let is_known = components.len() == value.split_ascii_whitespace().count();
        let alpha = tag.number::<f64>("Alpha").unwrap_or(FULL);
        let is_full = alpha >= FULL && self.alpha >= FULL;
        self.paint = Paint {
            colour: Colour::of(&components).filter(|_| is_known && is_full),
            is_opaque: is_full && !components.is_empty(),
        };
        self.is_invisible |= alpha <= 0.0 && !self.is_stroked;
    }

    fn glyph(self, c: char, x: f64, y: f64, step: Option<f64>) -> Glyph {
        /// The width of a digit where nothing says it, and the widest character, in sizes.
        const DIGIT: f64 = 0.5;
        const WIDEST: f64 = 1.3;
        let (left, base) = self.matrix.point(x, y);
        let (up_x, up_y) = self.matrix.point(x, y - self.size);
        let size = (up_x - left).hypot(up_y - base).max(1.0);
        let step = step.map(|step| step / self.size).filter(|step| (0.1..WIDEST).contains(step));
        let width = size * step.unwrap_or(if c.is_ascii() { DIGIT } else { 1.0 });
        Glyph {
            text: c.to_string(),
            left,
            right: left + width,
            base,
            size,
            is_invisible: self.is_invisible,
            is_cut: false,
            // An outline has another colour.
            colour: self.paint.colour.filter(|_| !self.is_stroked),
            direction: self.direction,
            run: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn steps_are_numbers_or_repeated() {
        assert_eq!(steps("1.5 g 3 2 4", 10), [1.5, 2.0, 2.0, 2.0, 4.0]);
        assert_eq!(steps("g 1000000000 1", 2), [1.0, 1.0]);
        assert!(steps("", 5).is_empty());
    }
}

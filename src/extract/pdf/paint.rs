//! The colour that areas and text are filled with, and how paint covers.

use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Dict, Name, Number, Object};
use hayro_syntax::page::Resources;

use crate::extract::ruling::{Colour, Paint};

/// What fills areas and text.
#[derive(Clone, Copy)]
pub(super) struct Brush {
    /// The colour, if it is one and known.
    colour: Option<Colour>,
    /// Whether the numbers of a colour are those of light, of print or of a grey. Others name inks.
    is_plain: bool,
    alpha: f64,
    /// That of lines.
    stroke_alpha: f64,
    /// Whether what lies below changes the colour.
    is_blended: bool,
    is_masked: bool,
}

impl Default for Brush {
    fn default() -> Self {
        Self {
            colour: Some(Colour::BLACK),
            is_plain: true,
            alpha: 1.0,
            stroke_alpha: 1.0,
            is_blended: false,
            is_masked: false,
        }
    }
}

impl Brush {
    pub(super) fn is_transparent(&self) -> bool {
        const FAINT: f64 = 0.02;
        self.alpha < FAINT
    }

    /// Whether paint of this strength hides what lies below.
    fn hides(&self, alpha: f64) -> bool {
        const FULL: f64 = 0.999;
        alpha >= FULL && !self.is_blended && !self.is_masked
    }

    /// Whether nothing is seen below a line.
    pub(super) fn is_stroke_opaque(&self) -> bool {
        self.hides(self.stroke_alpha)
    }

    pub(super) fn paint(&self) -> Paint {
        let is_opaque = self.hides(self.alpha);
        Paint { colour: self.colour.filter(|_| is_opaque), is_opaque }
    }

    /// Operators of colour; returns whether the operator was one of them.
    pub(super) fn dip(&mut self, operator: &Op<'_, '_>, resources: &Resources<'_>) -> bool {
        match operator {
            Op::NonStrokeColorDeviceGray(grey) => self.plain(&[&grey.0]),
            Op::NonStrokeColorDeviceRgb(rgb) => self.plain(&[&rgb.0, &rgb.1, &rgb.2]),
            Op::NonStrokeColorCmyk(inks) => self.plain(&[&inks.0, &inks.1, &inks.2, &inks.3]),
            Op::ColorSpaceNonStroke(space) => {
                self.is_plain = is_plain(space.0, resources);
                self.colour = Some(Colour::BLACK).filter(|_| self.is_plain);
            }
            Op::NonStrokeColor(numbers) => self.numbers(&numbers.0),
            Op::NonStrokeColorNamed(named) => match named.1 {
                None => self.numbers(&named.0),
                Some(_) => self.colour = None,
            },
            _ => return false,
        }
        true
    }

    fn plain(&mut self, numbers: &[&Number]) {
        self.is_plain = true;
        self.components(numbers.iter().map(|number| number.as_f64()));
    }

    fn numbers(&mut self, numbers: &[Number]) {
        self.components(numbers.iter().map(Number::as_f64));
    }

    fn components(&mut self, numbers: impl ExactSizeIterator<Item = f64>) {
        let mut components = [0.0; 4];
        let count = numbers.len();
        components.iter_mut().zip(numbers).for_each(|(component, number)| *component = number);
        self.colour = components.get(..count).filter(|_| self.is_plain).and_then(Colour::of);
    }

    pub(super) fn take(&mut self, covering: Covering) {
        self.alpha = covering.alpha.unwrap_or(self.alpha);
        self.stroke_alpha = covering.stroke_alpha.unwrap_or(self.stroke_alpha);
        self.is_blended = covering.is_blended.unwrap_or(self.is_blended);
        self.is_masked = covering.is_masked.unwrap_or(self.is_masked);
    }
}

/// What a dictionary says of how paint covers.
#[derive(Clone, Copy)]
pub(super) struct Covering {
    alpha: Option<f64>,
    stroke_alpha: Option<f64>,
    is_blended: Option<bool>,
    is_masked: Option<bool>,
}

impl Covering {
    pub(super) fn of(state: &Dict<'_>) -> Self {
        let is_plain =
            |mode: &Object<'_>| matches!(mode, Object::Name(mode) if matches!(&mode[..], b"Normal" | b"Compatible"));
        let mask = state.get::<Object<'_>>(b"SMask".as_slice());
        Self {
            alpha: state.get::<f64>(b"ca".as_slice()),
            stroke_alpha: state.get::<f64>(b"CA".as_slice()),
            is_blended: state.get::<Object<'_>>(b"BM".as_slice()).map(|mode| !is_plain(&mode)),
            // Its name is that of none.
            is_masked: mask.map(|mask| !matches!(mask, Object::Name(_))),
        }
    }
}

/// Whether a picture hides all that lies below it: nothing says where it is transparent.
pub(super) fn is_opaque(picture: &Dict<'_>) -> bool {
    let is_mask = [b"ImageMask".as_slice(), b"IM"].iter().any(|key| picture.get::<bool>(key) == Some(true));
    let masks = [b"SMask".as_slice(), b"Mask"].iter().any(|key| picture.contains_key(key));
    let is_inside = picture.get::<i32>(b"SMaskInData".as_slice()).is_some_and(|kind| kind != 0);
    !(is_mask || masks || is_inside)
}

/// Whether the numbers of a colour of this space are those of light, of print or of a grey.
fn is_plain(name: &Name<'_>, resources: &Resources<'_>) -> bool {
    let of_name = |name: &[u8]| {
        matches!(name, b"DeviceGray" | b"DeviceRGB" | b"DeviceCMYK" | b"CalGray" | b"CalRGB" | b"ICCBased")
    };
    if of_name(name) {
        return true;
    }
    match resources.get_color_space(name) {
        Some(Object::Name(name)) => of_name(&name),
        Some(Object::Array(space)) => space.iter::<Object<'_>>().next().is_some_and(|kind| match kind {
            Object::Name(kind) => of_name(&kind),
            _ => false,
        }),
        _ => false,
    }
}

//! Changes of coordinates.

/// A change `[a, b, c, d, e, f]`: a point becomes `(a·x + c·y + e, b·x + d·y + f)`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Matrix(pub(crate) [f64; 6]);

impl Matrix {
    pub(crate) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(crate) fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one first, then another.
    pub(crate) fn then(self, next: Self) -> Self {
        let (first, next) = (self.0, next.0);
        let product = |row: usize, column: usize| first[row] * next[column] + first[row + 1] * next[column + 2];
        Self([
            product(0, 0),
            product(0, 1),
            product(2, 0),
            product(2, 1),
            product(4, 0) + next[4],
            product(4, 1) + next[5],
        ])
    }

    pub(crate) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [xx, xy, yx, yy, right, down] = self.0;
        (xx * x + yx * y + right, xy * x + yy * y + down)
    }
}

//! Changes of coordinates.

/// A change `[a, b, c, d, e, f]`: a point becomes `(a·x + c·y + e, b·x + d·y + f)`.
#[derive(Clone, Copy)]
pub(in crate::extract) struct Matrix(pub(in crate::extract) [f64; 6]);

impl Matrix {
    pub(in crate::extract) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(in crate::extract) fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one first, then another.
    pub(in crate::extract) fn then(self, next: Self) -> Self {
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

    pub(in crate::extract) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [xx, xy, yx, yy, right, down] = self.0;
        (xx * x + yx * y + right, xy * x + yy * y + down)
    }
}

//! Facts about a body that follow from its name or its text.

use crate::value::fold::fold_name;
use crate::value::{Basis, Body, BodyKind, Level, Region, Scope};

impl Body {
    /// Fills in level, kind and region if they are not stated and the name leaves one answer, and marks them in [`Body::inferred`]. Stated
    /// facts stay.
    ///
    /// The end of the name tells the kind and some levels. With the feature `regions` the divisions at its beginning tell the
    /// region, and where nothing but a government or a department follows them, the level. A division of today is
    /// preferred to a former one of the same name; if several are left, nothing is filled in. A town gets the region of the
    /// county that its name begins with.
    ///
    /// ```
    /// use ogi_report::{Body, BodyKind};
    ///
    /// let mut body = Body::named("淮安市洪泽区人民政府");
    /// body.infer();
    /// assert_eq!(body.kind, Some(BodyKind::Government));
    /// # #[cfg(feature = "regions")] {
    /// assert_eq!(body.region, Some("320813".parse()?));
    /// assert_eq!(body.level, Some(ogi_report::Level::County));
    /// # }
    /// # Ok::<(), ogi_report::value::RegionError>(())
    /// ```
    pub fn infer(&mut self) {
        let name = fold_name(&self.name);
        let facts = Facts::of(&name);
        let basis = Some(Basis::Name);
        // A level that contradicts a stated region is no answer, nor is a region that contradicts a stated level.
        let level = facts.level.filter(|&level| self.region.is_none_or(|region| region.level() <= level));
        let region = facts.region.filter(|region| self.level.is_none_or(|level| region.level() <= level));
        if self.level.is_none() && level.is_some() {
            (self.level, self.inferred.level) = (level, basis);
        }
        if self.kind.is_none() && facts.kind.is_some() {
            (self.kind, self.inferred.kind) = (facts.kind, basis);
        }
        if self.region.is_none() && region.is_some() {
            (self.region, self.inferred.region) = (region, basis);
        }
    }

    /// Fills in the scope if it is not stated and the text of the report says it, such as 汇总本地所有公开主体的数据, and marks it in
    /// [`Body::inferred`]. A text that says both scopes leaves it open.
    ///
    /// ```
    /// use ogi_report::value::Basis;
    /// use ogi_report::{Body, Scope};
    ///
    /// let mut county = Body::named("某某县人民政府");
    /// county.infer_scope("本报告汇总本地所有公开主体的数据。");
    /// assert_eq!((county.scope, county.inferred.scope), (Some(Scope::WholeJurisdiction), Some(Basis::Text)));
    /// ```
    pub fn infer_scope(&mut self, text: &str) {
        if self.scope.is_none()
            && let Some(scope) = Scope::said_by(text)
        {
            (self.scope, self.inferred.scope) = (Some(scope), Some(Basis::Text));
        }
    }
}

/// What a folded name tells.
#[derive(Default)]
pub(crate) struct Facts {
    pub(crate) level: Option<Level>,
    pub(crate) kind: Option<BodyKind>,
    pub(crate) region: Option<Region>,
}

/// Ends of names of governments whose level they tell. 市 and 区 are of several levels.
const GOVERNMENTS: &[(&str, Level)] = &[
    ("镇人民政府", Level::Township),
    ("乡人民政府", Level::Township),
    ("苏木人民政府", Level::Township),
    ("县人民政府", Level::County),
    ("旗人民政府", Level::County),
    ("自治州人民政府", Level::Prefectural),
    ("省人民政府", Level::Provincial),
    ("自治区人民政府", Level::Provincial),
];
/// Ends of names of other bodies that stand for a division.
const OFFICES: &[(&str, Level)] =
    &[("街道办事处", Level::Township), ("地区行政公署", Level::Prefectural), ("盟行政公署", Level::Prefectural)];
/// Ends of names of departments.
const DEPARTMENTS: &[&str] = &["局", "厅", "委员会"];
/// Committees that stand for an area, or for no government, and the office of a government, which often reports in its place.
const NO_DEPARTMENTS: &[&str] =
    &["人民政府办公厅", "管理委员会", "居民委员会", "村民委员会", "行政委员会", "工作委员会"];

impl Facts {
    pub(crate) fn of(name: &str) -> Self {
        let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
        let kind = if name.ends_with("人民政府") {
            Some(BodyKind::Government)
        } else if ends(DEPARTMENTS) && !ends(NO_DEPARTMENTS) {
            Some(BodyKind::Department)
        } else {
            None
        };
        let of_end = GOVERNMENTS.iter().chain(OFFICES).find(|(end, _)| name.ends_with(end));
        let level = of_end.map(|&(_, level)| level);
        #[cfg(feature = "regions")]
        if let Some((region, rest)) = crate::value::region::divisions::find(name) {
            let is_of_division = rest == "人民政府" || kind == Some(BodyKind::Department) && !has_another_place(rest);
            let level = level.or_else(|| is_of_division.then(|| region.level()));
            return Self { level, kind, region: Some(region) };
        }
        Self { level, kind, region: None }
    }
}

/// Whether the rest of a name, behind its divisions, speaks of an area or a branch, so that the body is not one of the
/// division itself.
#[cfg(feature = "regions")]
fn has_another_place(rest: &str) -> bool {
    const WORDS: &[&str] = &["市", "县", "区", "旗", "镇", "乡", "村", "街道", "苏木", "分局", "新城", "基地"];
    /// What departments are in charge of, and no places.
    const FIELDS: &[&str] = &["市场", "城市", "城乡", "城镇", "乡镇企业", "乡村", "农村"];
    let rest = FIELDS.iter().fold(rest.to_owned(), |rest, field| rest.replace(field, ""));
    WORDS.iter().any(|word| rest.contains(word))
}

/// Words that say, within one sentence and in this order, that the figures are those of a whole jurisdiction. What they quote
/// is the instruction by which counties add up the reports of all their bodies.
const WHOLE: &[&[&str]] = &[
    &["汇总", "所有公开主体"],
    &["汇总", "各公开主体"],
    &["汇总", "各级行政机关"],
    &["汇总", "各乡镇", "数据"],
    &["数据", "汇总", "本行政区域"],
    &["数据为", "汇总数据"],
];
/// Words that say that the figures are those of the office alone.
const OWN: &[&[&str]] = &[
    &["数据", "仅为本机关"],
    &["数据", "仅为本级"],
    &["仅统计本机关"],
    &["不含所属", "数据"],
    &["不包括下级", "数据"],
];

/// Whether a folded sentence says some words in this order, and denies none of them: 未能汇总, 不仅为本机关.
fn says(sentence: &str, words: &[&str]) -> bool {
    /// The most characters between a denial and what it denies.
    const NEAR: usize = 3;
    let mut rest = sentence;
    words.iter().all(|word| {
        let Some((before, behind)) = rest.split_once(word) else { return false };
        rest = behind;
        !before.chars().rev().take(NEAR).any(|c| matches!(c, '不' | '未' | '没' | '非' | '无'))
    })
}

impl Scope {
    /// The scope that a text says.
    fn said_by(text: &str) -> Option<Self> {
        let text = fold_name(text);
        let (mut whole, mut own) = (false, false);
        for sentence in text.split(['。', ';', '!']) {
            whole |= WHOLE.iter().any(|words| says(sentence, words));
            own |= OWN.iter().any(|words| says(sentence, words));
        }
        match (whole, own) {
            (true, false) => Some(Self::WholeJurisdiction),
            (false, true) => Some(Self::OwnOffice),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::value::{Basis, Body, BodyKind, Level, Scope};

    fn inferred(name: &str) -> Body {
        let mut body = Body::named(name);
        body.infer();
        body
    }

    #[test]
    fn the_end_of_a_name_tells_kind_and_level() {
        use BodyKind::{Department, Government};
        use Level::{County, Prefectural, Provincial, Township};
        for (name, kind, level) in [
            ("甲镇人民政府", Some(Government), Some(Township)),
            ("甲乡人民政府", Some(Government), Some(Township)),
            ("甲街道办事处", None, Some(Township)),
            ("甲县人民政府", Some(Government), Some(County)),
            ("甲旗人民政府", Some(Government), Some(County)),
            ("甲甲自治州人民政府", Some(Government), Some(Prefectural)),
            ("甲地区行政公署", None, Some(Prefectural)),
            ("甲省人民政府", Some(Government), Some(Provincial)),
            ("甲甲自治区人民政府", Some(Government), Some(Provincial)),
            ("甲省人民政府办公厅", None, None),
            // Of several levels.
            ("甲市人民政府", Some(Government), None),
            ("甲甲区人民政府", Some(Government), None),
            ("民政局", Some(Department), None),
            ("財政廳", Some(Department), None),
            ("卫生健康委员会", Some(Department), None),
            ("甲经济开发区管理委员会", None, None),
            ("甲经济开发区管委会", None, None),
            ("甲村民委员会", None, None),
            ("甲县人民政府办公室", None, None),
            ("大数据中心", None, None),
        ] {
            let body = inferred(name);
            assert_eq!((body.kind, body.level), (kind, level), "{name}");
            assert_eq!(body.inferred.kind, kind.map(|_| Basis::Name), "{name}");
        }
    }

    #[cfg(feature = "regions")]
    #[test]
    fn the_beginning_of_a_name_tells_the_region() {
        use Level::{County, Prefectural, Provincial, Township};
        for (name, code, level) in [
            ("淮安市洪泽区人民政府", "320813", Some(County)),
            ("洪泽区人民政府", "320813", Some(County)),
            ("江苏省淮安市洪泽区民政局", "320813", Some(County)),
            ("江苏省洪泽区民政局", "320813", Some(County)),
            ("淮安市洪泽区高良涧街道办事处", "320813", Some(Township)),
            ("淮安市洪泽区蒋坝镇人民政府", "320813", Some(Township)),
            ("淮安市民政局", "320800", Some(Prefectural)),
            ("淮安市市场监督管理局", "320800", Some(Prefectural)),
            ("淮安市农业农村局", "320800", Some(Prefectural)),
            ("淮安市住房和城乡建设局", "320800", Some(Prefectural)),
            ("淮安市洪泽区乡村振兴局", "320813", Some(County)),
            ("淮安市城市管理局", "320800", Some(Prefectural)),
            ("淮安市城市新区民政局", "320800", None),
            ("淮安市生态环境局洪泽分局", "320800", None),
            ("淮安市某某新区管理委员会", "320800", None),
            ("江苏省财政厅", "320000", Some(Provincial)),
            ("江蘇省財政廳", "320000", Some(Provincial)),
            ("北京市朝阳区人民政府", "110105", Some(County)),
            ("长春市朝阳区人民政府", "220104", Some(County)),
            // Two districts have this name.
            ("朝阳区人民政府", "", None),
            ("鼓楼区民政局", "", None),
            // A name for any part of a city.
            ("东区街道办事处", "", Some(Township)),
            ("中山市东区街道办事处", "442000", Some(Township)),
            ("攀枝花市东区民政局", "510402", Some(County)),
            // Former divisions, by the code that they have today, or else by the last one.
            ("巢湖市庐江县人民政府", "340124", Some(County)),
            ("崇文区人民政府", "110103", Some(County)),
            ("洪泽县人民政府", "320829", Some(County)),
            ("安庆市枞阳县民政局", "340722", Some(County)),
            ("济源市民政局", "419001", Some(County)),
            ("内蒙古自治区人民政府", "150000", Some(Provincial)),
            ("民政局", "", None),
            ("", "", None),
        ] {
            let body = inferred(name);
            let region = body.region.map(|region| region.to_string()).unwrap_or_default();
            assert_eq!((region.as_str(), body.level), (code, level), "{name}");
        }
    }

    #[test]
    fn what_is_stated_stays() {
        let mut body = Body::named("某某县人民政府");
        (body.level, body.scope) = (Some(Level::Township), Some(Scope::OwnOffice));
        body.infer();
        body.infer_scope("汇总本地所有公开主体的数据。");
        assert_eq!((body.level, body.inferred.level), (Some(Level::Township), None));
        assert_eq!((body.scope, body.inferred.scope), (Some(Scope::OwnOffice), None));
    }

    #[cfg(feature = "regions")]
    #[test]
    fn a_region_that_contradicts_a_stated_level_is_no_answer() {
        for (level, region) in
            [(Level::Provincial, None), (Level::County, Some("320813")), (Level::Township, Some("320813"))]
        {
            let mut body = Body { level: Some(level), ..Body::named("洪泽区人民政府") };
            body.infer();
            assert_eq!(body.region.map(|region| region.to_string()).as_deref(), region, "{level:?}");
        }
    }

    #[test]
    fn a_text_says_the_scope() {
        for (text, scope) in [
            ("本报告汇总本地所有公开主体的数据。", Some(Scope::WholeJurisdiction)),
            ("报告中的数据由全县各单位报送，汇总了\n全县所有公开主体。", Some(Scope::WholeJurisdiction)),
            ("本报告匯總本地所有公開主體的數據。", Some(Scope::WholeJurisdiction)),
            ("表中数据仅为本机关办理情况。", Some(Scope::OwnOffice)),
            ("未汇总所有公开主体的数据。", None),
            ("本报告未能汇总所有公开主体的数据。", None),
            ("表中数据不仅为本机关办理情况，还包括下属单位。", None),
            ("没有下级单位，数据仅为本机关情况！", Some(Scope::OwnOffice)),
            ("本报告汇总本地所有公开主体的数据。第四部分数据仅为本机关办理情况。", None),
            ("所有公开主体均已公开，数据汇总如下。", None),
            ("按要求公开政府信息。", None),
            ("", None),
        ] {
            assert_eq!(Scope::said_by(text), scope, "{text}");
        }
    }
}

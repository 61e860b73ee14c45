//! Reads a narrative from a text.

use crate::narrative::figures::{attribute, left};
use crate::narrative::passages::sentence::sentences;
use crate::narrative::passages::{five, portal, preamble};
use crate::narrative::words::fold::folded;
use crate::narrative::words::own::Own;
use crate::narrative::{Narrative, Passage, Sections, SubItem};

impl Narrative {
    /// Reads the statements of a report's sections. Spans refer to the text that was divided.
    ///
    /// Figures are read from section 一 and section 六, and from the preamble where section 一 has no heading. A number
    /// that the words beside it or its list do not name is left unplaced; so are numbers of other years.
    ///
    /// It takes time in proportion to the length of the text, and takes any text.
    ///
    /// ```
    /// use ogi_report::narrative::{Narrative, Sections, Subject};
    ///
    /// let text = "一、总体情况\n全年共答复申请12件。\n六、其他需要报告的事项\n未收取信息处理费。";
    /// let narrative = Narrative::read(&Sections::of(text));
    /// let processed = narrative.count(Subject::Processed).unwrap();
    /// assert_eq!(&text[processed.span.clone()], "12");
    /// assert_eq!(narrative.count(Subject::FeeCollected).unwrap().value, 0_u32.into());
    /// ```
    pub fn read(sections: &Sections) -> Self {
        let mut narrative = Self { headings: sections.headings.clone(), ..Self::default() };
        narrative.title = sections.title.as_ref().map(preamble::title);
        narrative.year = preamble::year(sections);
        if let Some(passage) = &sections.preamble {
            let chars = preamble::plain(&passage.text);
            narrative.organ = preamble::organ(passage, &chars);
            narrative.period = preamble::period(passage, &chars);
            narrative.contact = preamble::contact(passage, &chars);
            narrative.basis = preamble::basis(passage, &chars);
            narrative.parts = preamble::parts(passage);
        }
        let title_year = narrative.title.as_ref().and_then(|title| title.year);
        let first = sections.overview.as_ref().or(sections.preamble.as_ref());
        let of_figures: Vec<&Passage> =
            first.into_iter().chain(&sections.beside_tables).chain(&sections.other_matters).collect();
        narrative.signature = sections.signature.as_ref().map(preamble::signature);
        let signed = narrative.signature.as_ref().and_then(|signature| signature.name.as_deref());
        let titled = narrative.title.as_ref().and_then(|title| title.body.as_deref());
        // What the preamble names may be copied from elsewhere.
        let named = narrative.organ.as_ref().filter(|_| titled.or(signed).is_none()).map(|organ| organ.text.as_str());
        let [titled, signed, named] = [titled, signed, named].map(|name| name.map(folded));
        let own = Own::of(&[titled, signed, named].into_iter().flatten().collect::<Vec<_>>());
        let stated = attribute::read(&of_figures, title_year.or(narrative.year), title_year.is_some(), &own);
        (narrative.figures, narrative.activities) = (stated.figures, stated.activities);
        (narrative.unplaced, narrative.lists) = (stated.unplaced, stated.lists);
        if let Some(problems) = &sections.problems {
            narrative.unplaced.extend(left::numbers(problems));
            five::problems(problems, &mut narrative);
        }
        narrative.activities.sort_by_key(|figure| figure.span.start);
        narrative.figures.sort_by_key(|figure| figure.span.start);
        narrative.unplaced.sort_by_key(|unplaced| unplaced.span.start);
        if let Some(overview) = &sections.overview {
            let has = |item: &SubItem| preamble::speaks_of(*item, &overview.text);
            narrative.sub_items = SubItem::ALL.iter().copied().filter(has).collect();
            narrative.foreign = preamble::foreign(overview);
            narrative.section_one = Some(overview.clone());
        }
        let is_on_fees = |text: &str| text.contains('费') && (text.contains("信息处理费") || text.contains("收费通知"));
        narrative.portals = sections.prose().flat_map(portal::portals).collect();
        narrative.fee_statement = sections.prose().filter(|passage| is_on_fees(&passage.text)).find_map(|passage| {
            let sentence = sentences(&passage.text).into_iter().find(|s| is_on_fees(&passage.text[s.clone()]))?;
            Some(preamble::within(passage, sentence))
        });
        narrative
    }

    /// Reads what a text states: [`Sections::of`], then [`Narrative::read`].
    ///
    /// ```
    /// use ogi_report::narrative::{Narrative, Subject};
    ///
    /// let narrative = Narrative::from_text("上年结转八件，本年新收申请一千二百件。");
    /// assert_eq!(narrative.count(Subject::Received).unwrap().value, 1200_u32.into());
    /// ```
    pub fn from_text(text: &str) -> Self {
        Self::read(&Sections::of(text))
    }
}

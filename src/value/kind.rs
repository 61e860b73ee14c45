//! Closed lists of what a reporting body is.

use crate::value::axis::axis;

axis! {
    /// The level of administration of a reporting body.
    pub enum Level {
        National = "national", "国家级", "national";
        Provincial = "provincial", "省级", "provincial";
        Prefectural = "prefectural", "地市级", "prefectural";
        County = "county", "县级", "county";
        Township = "township", "乡级", "township";
    }
}

axis! {
    /// What a reporting body is. Article 49 of the Regulations sets the date of publication by it: 31
    /// January for departments, 31 March for local governments.
    pub enum BodyKind {
        Government = "government", "人民政府", "people's government";
        Department = "department", "政府部门", "government department";
    }
}

axis! {
    /// Whose figures a report states. The form does not ask; reports of governments use both, and text and
    /// tables of one report may differ in it.
    pub enum Scope {
        OwnOffice = "own_office", "本机关", "own office";
        WholeJurisdiction = "whole_jurisdiction", "本级政府汇总", "whole jurisdiction";
    }
}

//! What was checked, and by what.

use indexmap::IndexMap;

use super::Said;
use crate::lang::Lang;
use crate::law::facts::SHIPPED;
use crate::model::Kind;
use crate::print::{excerpt, printable};
use crate::report::{BesideRole, InputReport};
use crate::writer::say;

impl Said<'_> {
    /// How many files were checked, of which several may be one catalog.
    pub(in crate::writer) fn files_checked(&self) -> usize {
        self.report.inputs.iter().map(|input| input.parts.len().max(1)).fold(0, usize::saturating_add)
    }

    /// What is said of files that were checked as one catalog.
    pub(in crate::writer) fn together(&self) -> &'static str {
        let is_together = self.report.inputs.iter().any(|input| !input.parts.is_empty());
        if is_together { say(self.lang, "（合为一个目录）", " as one catalog") } else { "" }
    }

    /// How many records were judged, of which kinds, and how many were not.
    pub(in crate::writer) fn records(&self) -> String {
        let sum = |of: &dyn Fn(&InputReport) -> u64| {
            self.report.inputs.iter().fold(0_u64, |sum, input| sum.saturating_add(of(input)))
        };
        let mut kinds: IndexMap<Kind, u64> = IndexMap::new();
        for (&kind, &count) in self.report.inputs.iter().flat_map(|input| &input.records) {
            let total = kinds.entry(kind).or_default();
            *total = total.saturating_add(count);
        }
        kinds.sort_unstable_keys();
        let judged = kinds.values().fold(0_u64, |sum, &count| sum.saturating_add(count));
        let by_kind: Vec<String> = kinds
            .iter()
            .map(|(kind, &count)| match self.lang {
                Lang::Zh => format!("{} {count}", kind.title_zh()),
                Lang::En if count == 1 => format!("1 {}", kind.tag().replace('_', " ")),
                Lang::En => format!("{count} {}", kind.array().replace('_', " ")),
            })
            .collect();
        let by_kind = if by_kind.is_empty() {
            String::new()
        } else {
            format!("{}{}{}", self.say("（", " ("), self.join(&by_kind), self.say("）", ")"))
        };
        let mut parts = vec![match self.lang {
            Lang::Zh => format!("判断 {judged} 条{by_kind}"),
            Lang::En => format!("{judged} judged{by_kind}"),
        }];
        let (unread, skipped) = (sum(&|input| input.unread), sum(&|input| input.skipped));
        if unread > 0 {
            parts.push(match self.lang {
                Lang::Zh => format!("{unread} 条有错、未能读取，未作判断"),
                Lang::En => format!("{unread} not judged, as faults kept them from being read"),
            });
        }
        if skipped > 0 {
            parts.push(match self.lang {
                Lang::Zh => format!("{skipped} 处种类不明，已跳过"),
                Lang::En => format!("{skipped} of unknown kind passed over"),
            });
        }
        parts.join(self.say("；", "; "))
    }

    /// The catalogs beside, each with its edition and its name.
    pub(in crate::writer) fn beside(&self) -> impl Iterator<Item = (BesideRole, String)> {
        self.report.beside.iter().map(|other| {
            let edition = other.edition.as_ref().map_or_else(String::new, |edition| match self.lang {
                Lang::Zh => format!("（{}）", excerpt(edition)),
                Lang::En => format!(" ({})", excerpt(edition)),
            });
            let file = other
                .name
                .as_ref()
                .map_or_else(String::new, |name| format!("{}{}", self.say("，", ", "), printable(name)));
            (other.role, format!("{}{edition}{file}", excerpt(&other.title)))
        })
    }

    /// Up to which day the law is known.
    pub(in crate::writer) fn law(&self) -> Option<String> {
        let day = self.report.law.known_to?;
        let added = self.report.law.facts.len() > SHIPPED.len();
        Some(match self.lang {
            Lang::Zh => {
                let added = if added { "，另有补充的法规数据" } else { "" };
                format!("法律收录至{}{added}", day.in_chinese())
            }
            Lang::En => {
                let added = if added { ", with facts that were added" } else { "" };
                format!("known to {day}{added}")
            }
        })
    }
}

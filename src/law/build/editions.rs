//! The rows of all texts: editions in their order, and what each ends.

use std::collections::{BTreeMap, HashMap};

use super::articles::{self, Articles};
use super::built::{Built, BuiltRow};
use super::closing::{self, EffectClause, Ending, From};
use super::doubt::{Doubt, DoubtKind, Fact, Ground};
use super::heading::{self, ActKind, Heading};
use super::rank;
use super::text::StatuteText;
use crate::codelist::InstrumentStatus;
use crate::law::facts::{Edition, LawFacts, Standing, title_key};
use crate::model::{Date, Text};
use crate::print::{excerpt, in_title_marks};

/// What one text gives.
struct Read {
    row: BuiltRow,
    /// The day of its clause on taking effect.
    clause: Option<Date>,
    endings: Vec<Ending>,
}

/// The end that a text gives to an instrument.
struct End {
    key: String,
    title: String,
    status: InstrumentStatus,
    since: Option<Date>,
    by: Text,
    /// The edition day of the text.
    made_on: Option<Date>,
    name: String,
    article: String,
}

pub(super) fn rows(texts: &[StatuteText<'_>], seen_on: Date, held: &LawFacts) -> Built {
    let mut built = Built::default();
    // By title, then by day.
    let mut groups: BTreeMap<String, BTreeMap<Date, BuiltRow>> = BTreeMap::new();
    let mut ends: Vec<End> = Vec::new();
    for text in texts {
        let Some(Read { row, clause, endings }) = read(text, seen_on, &mut built.doubts) else { continue };
        let key = title_key(row.edition.title.as_str());
        let Some(day) = row.edition.version_date else { continue };
        let editions = groups.entry(key.clone()).or_default();
        if let Some(there) = editions.get(&day) {
            let other = there.name.clone();
            built.doubts.push(Doubt { name: row.name, kind: DoubtKind::SameEdition { other } });
            continue;
        }
        for ending in endings {
            let ended = title_key(&ending.title);
            let name = row.name.clone();
            match ending.status {
                // A new edition ends the old ones of its own title by itself.
                _ if ended == key => {}
                None => built.doubts.push(Doubt { name, kind: DoubtKind::EndsPart { title: ending.title } }),
                Some(status) => ends.push(End {
                    key: ended,
                    title: ending.title,
                    status,
                    since: clause.or(row.edition.effective_on),
                    by: row.edition.title.clone(),
                    made_on: row.edition.version_date,
                    name,
                    article: ending.article,
                }),
            }
        }
        editions.insert(day, row);
    }
    for editions in groups.values_mut() {
        supersede(editions, seen_on);
    }
    // The first end of an instrument is its end; each title is told once.
    ends.sort_by(|a, b| (&a.key, a.since, a.made_on).cmp(&(&b.key, b.since, b.made_on)));
    ends.dedup_by(|later, first| later.key == first.key);
    for end in ends {
        let kind = match groups.get_mut(&end.key) {
            Some(editions) => give_end(editions, &end, seen_on),
            None => Some(DoubtKind::EndsAnother {
                held_in_force: matches!(
                    held.standing(&end.title, end.since.unwrap_or(seen_on).max(seen_on)),
                    Standing::InForce(_)
                ),
                title: end.title,
                since: end.since,
            }),
        };
        built.doubts.extend(kind.map(|kind| Doubt { name: end.name, kind }));
    }
    built.rows = groups.into_values().flat_map(BTreeMap::into_values).collect();
    let places: HashMap<&str, usize> = texts.iter().map(|text| text.name).zip(0..).collect();
    built.doubts.sort_by_key(|doubt| places.get(doubt.name.as_str()).copied());
    built
}

/// Reads one text; none where it gives no row.
fn read(text: &StatuteText<'_>, seen_on: Date, doubts: &mut Vec<Doubt>) -> Option<Read> {
    let mut doubt = |kind| doubts.push(Doubt { name: text.name.to_owned(), kind });
    let lines = articles::lines(text.text);
    let named = heading::of_name(text.name);
    let heading = match heading::read(&lines, named.map(|(title, _)| title)) {
        Ok(heading) => heading,
        Err(kind) => {
            doubt(kind);
            return None;
        }
    };
    let mut grounds = vec![quoted(Fact::Title, &heading.title_line)];
    let Some((day, ground)) = version_date(&heading, named.map(|(_, day)| day), &mut doubt) else {
        doubt(DoubtKind::NoDay);
        return None;
    };
    let Some((rank, words)) = rank::proven(&heading) else {
        doubt(DoubtKind::NoRank);
        return None;
    };
    let Ok(title) = Text::new(heading.title.as_str()) else {
        doubt(DoubtKind::NoTitle);
        return None;
    };
    grounds.extend([quoted(Fact::Rank, &words), ground]);

    let Articles { all, fault } = articles::read(lines.get(heading.body..).unwrap_or_default());
    let clause = closing::effect(&all);
    let mut edition = Edition::new(title, rank, InstrumentStatus::InForce);
    edition.version_date = Some(day);
    edition.seen_on = Some(seen_on);
    if let Some((from, words)) = effective_on(&heading, clause.as_ref(), day) {
        edition.effective_on = Some(from);
        grounds.push(quoted(Fact::EffectiveOn, &words));
    }
    let mut openings = Vec::new();
    if let Some(fault) = fault {
        doubt(fault);
    } else if let Some(last) = all.last().map(|article| article.number.article) {
        match &clause {
            None => doubt(DoubtKind::NoEffectClause),
            Some(clause) => {
                edition.last_article = Some(last);
                let words = excerpt(&clause.words);
                let count = all.len();
                grounds.push(Ground::new(
                    Fact::LastArticle,
                    format!("第一条起依次相连，共{count}条；末三条中有“{words}”"),
                    format!("{count} articles that rise by one from 第一条; one of the last three has “{words}”"),
                ));
                openings = all.iter().map(|article| (article.number, article.openings())).collect();
            }
        }
    } else {
        doubt(DoubtKind::NoArticles);
    }
    let clause = clause.and_then(|clause| match clause.from {
        From::Day(day) => Some(day),
        From::Publication | From::Unnamed => None,
    });
    let row = BuiltRow { name: text.name.to_owned(), edition, openings, grounds };
    Some(Read { row, clause, endings: closing::endings(&all) })
}

fn quoted(fact: Fact, words: &str) -> Ground {
    let words = excerpt(words);
    Ground::new(fact, format!("“{words}”"), format!("“{words}”"))
}

/// The day of the edition: of the name of the file, else the last one on which the text was made.
fn version_date(heading: &Heading, in_name: Option<Date>, doubt: &mut impl FnMut(DoubtKind)) -> Option<(Date, Ground)> {
    let made = heading.acts.iter().filter(|act| act.kind != ActKind::TakesEffect);
    let last = made.max_by_key(|act| act.date);
    match (in_name, last) {
        (Some(in_name), last) => {
            if let Some(last) = last.filter(|last| last.date != in_name) {
                doubt(DoubtKind::OtherDay { in_name, in_text: last.date });
            }
            let (zh, en) = ("文件名".to_owned(), "the name of the file".to_owned());
            Some((in_name, Ground::new(Fact::VersionDate, zh, en)))
        }
        (None, Some(last)) => Some((last.date, quoted(Fact::VersionDate, &last.words))),
        (None, None) => None,
    }
}

/// The first day of an edition, and the words that show it. A clause from before the edition is that of an older one.
fn effective_on(heading: &Heading, clause: Option<&EffectClause>, made_on: Date) -> Option<(Date, String)> {
    let in_notes = || heading.acts.iter().rfind(|act| act.kind == ActKind::TakesEffect && act.date >= made_on);
    let of_notes = || in_notes().map(|act| (act.date, act.words.clone()));
    let Some(clause) = clause else { return of_notes() };
    match clause.from {
        From::Day(day) if day >= made_on => Some((day, clause.words.clone())),
        From::Publication => {
            let amended = heading.acts.iter().any(|act| act.kind == ActKind::Amended);
            let published = heading.acts.iter().filter(|act| act.kind == ActKind::Published);
            let published = published.max_by_key(|act| act.date).filter(|act| !amended && act.date >= made_on);
            published.map(|act| (act.date, format!("{}；{}", clause.words, act.words))).or_else(of_notes)
        }
        From::Day(_) | From::Unnamed => of_notes(),
    }
}

/// Each edition takes the place of the one before it, from its first day on.
fn supersede(editions: &mut BTreeMap<Date, BuiltRow>, seen_on: Date) {
    let mut next: Option<(Date, Option<Date>)> = None;
    for row in editions.values_mut().rev() {
        let edition = &mut row.edition;
        let Some(made_on) = edition.version_date else { continue };
        let first = edition.effective_on.unwrap_or(made_on);
        let (zh, en) = match next {
            _ if first > seen_on => {
                edition.status = InstrumentStatus::NotYetInForce;
                (format!("{}起施行", first.in_chinese()), format!("it begins on {first}"))
            }
            Some((next, from)) if from.unwrap_or(next) <= seen_on => {
                edition.status = InstrumentStatus::Superseded;
                edition.ended_on = from;
                (format!("有{}的版本", next.in_chinese()), format!("there is an edition of {next}"))
            }
            _ => (
                "没有更新的版本施行，也没有其他文本将其废止".to_owned(),
                "no younger edition has begun, and no other text ends it".to_owned(),
            ),
        };
        row.grounds.push(Ground::new(Fact::Status, zh, en));
        next = Some((made_on, edition.effective_on));
    }
}

/// Gives an instrument the end that another text states; a doubt where an edition of it was made later.
fn give_end(editions: &mut BTreeMap<Date, BuiltRow>, end: &End, seen_on: Date) -> Option<DoubtKind> {
    let limit = end.since.or(end.made_on)?;
    let row = editions.values_mut().next_back()?;
    let edition = &mut row.edition;
    if edition.version_date.is_some_and(|made| made >= limit) {
        return Some(DoubtKind::OutlivesEnd { by: end.by.to_string(), since: end.since });
    }
    edition.ended_on = end.since;
    edition.successor = Some(end.by.clone());
    if limit <= seen_on {
        edition.status = end.status;
    }
    let (by, article) = (end.by.as_str(), &end.article);
    row.grounds.retain(|ground| ground.fact != Fact::Status);
    row.grounds.push(Ground::new(
        Fact::Status,
        format!("{}{article}将其{}", in_title_marks(by), end.status.title_zh()),
        format!("{article} of `{}` ends it", excerpt(by)),
    ));
    None
}

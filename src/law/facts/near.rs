//! Titles one slip of the pen apart.

use indexmap::IndexMap;

use super::Edition;
use super::title::bracket_at_end;

/// The fewest characters of a title that can be called misnamed: names of laws are shorter, and many are one
/// character apart (公司法, 公证法, 公路法; 兽药管理条例, 农药管理条例).
const SHORTEST: usize = 7;
/// The most; a title is never so long, and every character costs an entry.
const LONGEST: usize = 100;
/// How many titles are looked at for one; real ones have a handful, and made ones must not cost more.
const CANDIDATES: usize = 1000;

/// The held titles, by their places, by what is left of each when one character is taken out; in order, each once.
#[derive(Debug, Clone)]
pub(super) struct Near {
    by_rest: Vec<(u64, usize)>,
}

impl Near {
    pub(super) fn of(titles: &IndexMap<String, Vec<Edition>>) -> Self {
        let all = titles.keys().enumerate().flat_map(|(at, title)| rests(title).map(move |rest| (rest, at)));
        let mut by_rest: Vec<(u64, usize)> = all.collect();
        by_rest.sort_unstable();
        by_rest.dedup();
        Self { by_rest }
    }

    /// The titles of which this is left.
    fn with_rest(&self, rest: u64) -> impl Iterator<Item = usize> {
        let from = self.by_rest.partition_point(|(known, _)| *known < rest);
        self.by_rest.iter().skip(from).take_while(move |(known, _)| *known == rest).map(|(_, at)| *at)
    }

    /// The one title exactly one slip away (see [`is_slip`]); none where there are several.
    pub(super) fn nearest<'a>(&self, key: &str, titles: &'a IndexMap<String, Vec<Edition>>) -> Option<&'a [Edition]> {
        // A character replaced or missing: the same is left, or the text itself is what is left of a title. A
        // character too many: what is left is a title.
        let whole = (SHORTEST..=LONGEST).contains(&key.chars().count()).then(|| hash(key.bytes()));
        let shared = whole.into_iter().chain(rests(key)).flat_map(|rest| self.with_rest(rest));
        let shorter = without_one(key).filter_map(|(before, after)| titles.get_index_of(&format!("{before}{after}")));
        let mut found: Option<usize> = None;
        for at in shorter.chain(shared).take(CANDIDATES) {
            let Some((title, _)) = titles.get_index(at) else { continue };
            if found == Some(at) || title.chars().count() < SHORTEST || !is_slip(key, title) {
                continue;
            }
            if found.is_some() {
                return None;
            }
            found = Some(at);
        }
        found.and_then(|at| titles.get_index(at)).map(|(_, editions)| editions.as_slice())
    }
}

/// What stands before and after each character, for titles of a length that is looked at.
fn without_one(title: &str) -> impl Iterator<Item = (&str, &str)> {
    let fits = (SHORTEST..=LONGEST).contains(&title.chars().count());
    let title = if fits { title } else { "" };
    title.char_indices().filter_map(move |(at, c)| Some((title.get(..at)?, title.get(at..)?.strip_prefix(c)?)))
}

fn rests(title: &str) -> impl Iterator<Item = u64> {
    without_one(title).map(|(before, after)| hash(before.bytes().chain(after.bytes())))
}

/// FNV-1a: the same on every machine, and no guard against ill will, since every hit is looked at.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether a slip of the pen makes one text of the other: a character lost or added, one exchanged that looks like the
/// right one, or one exchanged in the word that says what kind of instrument it is. A character exchanged in the subject
/// makes the title of another instrument (兽药管理条例, 农药管理条例), and a number in the edit another number.
fn is_slip(cited: &str, held: &str) -> bool {
    let common = cited.chars().zip(held.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum::<usize>();
    let (Some(mut a), Some(mut b)) = (cited.get(common..).map(str::chars), held.get(common..).map(str::chars)) else {
        return false;
    };
    let (before_a, before_b) = (a.clone(), b.clone());
    let (x, y) = (a.next(), b.next());
    if x == y || [x, y].into_iter().flatten().any(is_number) {
        return false;
    }
    if a.as_str() == before_b.as_str() || before_a.as_str() == b.as_str() {
        return true;
    }
    a.as_str() == b.as_str() && x.zip(y).is_some_and(|(x, y)| look_alike(x, y) || is_in_kind(cited, held, b.as_str()))
}

/// What instruments are called, at the end of their titles.
const KINDS: &[&str] = &[
    "条例", "办法", "规定", "细则", "规则", "决定", "决议", "解释", "准则", "通则", "总则", "规程", "规范", "标准",
    "章程", "法典", "条令", "意见", "通知", "通告", "公告", "方案", "目录", "法",
];

/// Whether what stands before `rest` in a held title belongs to the word for its kind, and the cited title ends in no
/// other such word, which would make it another instrument.
fn is_in_kind(cited: &str, held: &str, rest: &str) -> bool {
    let bare = |title| bracket_at_end(title).map_or(title, |(bare, _)| bare);
    let note = held.len().saturating_sub(bare(held).len());
    let Some(kind) = KINDS.iter().find(|kind| bare(held).ends_with(**kind)) else { return false };
    let is_another = KINDS.iter().any(|other| other.chars().count() > 1 && bare(cited).ends_with(other));
    rest.len() < kind.len().saturating_add(note) && rest.len() >= note && !is_another
}

/// Characters that are taken for one another, by those who type and by programs that read pages.
const LOOK_ALIKE: &[&str] = &[
    "己已巳",
    "未末",
    "土士",
    "日曰",
    "人入八",
    "天夫",
    "干千于",
    "戊戌戍",
    "候侯",
    "辨辩辫",
    "帐账",
    "拔拨",
    "治冶",
    "免兔",
    "卷券",
    "析折",
    "微徽徵",
    "栗粟",
    "斤斥",
    "坚竖",
    "竞竟",
    "幕墓慕",
    "准淮",
    "洒酒",
    "母毋",
    "抄炒",
    "象像",
    "分份",
    "密蜜",
    "粮糧",
    "晴睛",
    "遣遗",
    "诊珍",
    "贷货",
    "贫贪",
    "住往",
    "崇祟",
    "哀衷",
    "盲肓",
    "茶荼",
    "刺剌",
    "享亨",
    "乌鸟",
    "兵乒",
    "管菅",
    "列例",
    "施旋",
    "隋随",
    "径经",
    "技枝",
    "扰拢",
    "档挡",
    "检捡",
    "核该",
    "制刷",
];

fn look_alike(x: char, y: char) -> bool {
    LOOK_ALIKE.iter().any(|group| group.contains(x) && group.contains(y))
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(c)
}

//! Real divisions: Hangjin Banner, then the other counties of Inner Mongolia, then those of the other provinces, each in
//! the order of their codes, as the library holds them. Townships are held for Hangjin alone; elsewhere the names are
//! invented, and the codes follow the scheme.

use qingdan::code::DivisionCode;
use qingdan::codelist::division_name;

use super::random::Random;

/// A division by its six digits.
#[derive(Clone)]
pub(super) struct Division {
    pub(super) code: String,
    pub(super) name: &'static str,
}

/// Hangjin Banner.
const FIRST: &str = "150625";
/// Inner Mongolia.
const FIRST_PROVINCE: u32 = 15;

const TOWNSHIPS: &[&str] = &[
    "城关",
    "新华",
    "东河",
    "西山",
    "白音",
    "沙日浩来",
    "乌兰",
    "永兴",
    "双河",
    "红旗",
    "查干",
    "胜利",
    "南泉",
    "大青山",
    "巴彦花",
    "三道沟",
    "柳树",
    "平安",
    "黄花",
    "哈拉",
];

impl Division {
    /// The division with this code, if it is held.
    pub(super) fn of(code: &str) -> Option<Self> {
        let name = division_name(DivisionCode::parse(code).ok()?)?;
        Some(Self { code: code.to_owned(), name })
    }

    /// The first counties, each with its number within its province.
    pub(super) fn counties(count: usize) -> Vec<(usize, Self)> {
        let provinces = std::iter::once(FIRST_PROVINCE).chain((11..66).filter(|&code| code != FIRST_PROVINCE));
        provinces
            .flat_map(|province| {
                let others = (100..10_000).map(move |rest| format!("{province}{rest:04}"));
                let first = (province == FIRST_PROVINCE).then(|| FIRST.to_owned());
                let all = first.into_iter().chain(others.filter(|code| code != FIRST));
                (0..).zip(all.filter(|code| is_county(code)).filter_map(|code| Self::of(&code)))
            })
            .take(count)
            .collect()
    }

    /// Whether it is the division that comes first.
    pub(super) fn is_first(&self) -> bool {
        self.code == FIRST
    }

    /// The province of which it is part.
    pub(super) fn province(&self) -> Self {
        Self::of(&format!("{}0000", &self.code[..2])).unwrap()
    }

    /// The code as a number, from which other numbers are derived.
    pub(super) fn digits(&self) -> u64 {
        self.code.parse().unwrap()
    }

    /// Names and codes of so many townships.
    pub(super) fn townships(&self, count: usize, random: &mut Random) -> Vec<(String, String)> {
        let mut names = random.order(TOWNSHIPS.len()).into_iter();
        let rural = if self.code.starts_with("15") { "苏木" } else { "乡" };
        let mut townships = Vec::new();
        for at in 0..count {
            let (digits, kind) = if at + 1 == count { (200, rural) } else { (100 + at, "镇") };
            let code = format!("{}{digits}", self.code);
            let invented = names.next().map(|at| format!("{}{kind}", TOWNSHIPS[at])).unwrap();
            let name = division_name(DivisionCode::parse(&code).unwrap()).map_or(invented, str::to_owned);
            townships.push((name, code));
        }
        townships
    }
}

/// Whether a code of this province or prefecture level and below is that of a county, and no zone that merely stands at
/// its level in the statistics: those have 71 to 80 as their last digits.
fn is_county(code: &str) -> bool {
    let zone = code[4..].parse::<u8>().unwrap();
    !code.ends_with("00") && !(71..=80).contains(&zone)
}

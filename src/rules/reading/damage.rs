//! Text that a program damaged on its way: entities, tags and escapes that should have been undone, and bytes read in the
//! wrong encoding. Only what is certain is told: `<10吨`, `A&B公司` and a path `D:\new` are text.

/// What a program did to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    Entity,
    Tag,
    Escape,
    Encoding,
}

/// The first damage in a text: where it stands and how long it is, in bytes, and what it is.
pub(super) fn first(text: &str, is_url: bool) -> Option<(usize, usize, Damage)> {
    for (at, c) in text.char_indices() {
        let here = text.get(at..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        let found = match c {
            '&' if !is_url && !is_in_url(before) => entity(here).map(|length| (length, Damage::Entity)),
            '<' => tag(here).map(|length| (length, Damage::Tag)),
            '\\' => escape(before, here).map(|length| (length, Damage::Escape)),
            '_' => spreadsheet_escape(here).map(|length| (length, Damage::Escape)),
            '锟' | '斤' | '烫' | '屯' => replaced(here).map(|length| (length, Damage::Encoding)),
            '锛' | '銆' | '鈥' => read_as_gbk(here).map(|length| (length, Damage::Encoding)),
            '\u{a1}'..='\u{ff}' => read_as_latin(before, here).map(|length| (length, Damage::Encoding)),
            _ => None,
        };
        if let Some((length, damage)) = found {
            return Some((at, length, damage));
        }
    }
    None
}

/// How far is looked around a mark, in bytes: no tag or address is longer, and the work stays linear.
const REACH: usize = 400;

fn head(text: &str) -> &str {
    if text.len() <= REACH {
        return text;
    }
    (0..4).find_map(|back| text.get(..REACH.saturating_sub(back))).unwrap_or(text)
}

fn tail(text: &str) -> &str {
    let start = text.len().saturating_sub(REACH);
    (0..4).find_map(|on| text.get(start.saturating_add(on)..)).unwrap_or(text)
}

/// Whether a text ends within the address of a page: `&` parts the members of its query.
fn is_in_url(before: &str) -> bool {
    let word = tail(before).rsplit(|c: char| !c.is_ascii_graphic()).next().unwrap_or_default();
    word.contains("://")
}

/// `&nbsp;`, `&#40;`, `&#x28;`: how long it is.
fn entity(here: &str) -> Option<usize> {
    const NAMES: &str = " nbsp amp lt gt quot apos ldquo rdquo lsquo rsquo hellip mdash ndash middot bull times divide \
                         plusmn deg sect copy reg yen permil laquo raquo ensp emsp thinsp zwnj zwj le ge ne ";
    let name = head(here).strip_prefix('&')?.split_once(';')?.0;
    let is_number = |digits: &str, is_digit: fn(&u8) -> bool| {
        (1..=6).contains(&digits.len()) && digits.as_bytes().iter().all(is_digit)
    };
    let known = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => is_number(digits, u8::is_ascii_hexdigit),
            None => is_number(number, u8::is_ascii_digit),
        },
        None => {
            name.len() <= 6
                && name.bytes().all(|byte| byte.is_ascii_lowercase())
                && !name.is_empty()
                && NAMES.contains(&format!(" {name} "))
        }
    };
    known.then(|| name.len().saturating_add(2))
}

/// `<p>`, `</div>`, `<br/>`, `<span style="…">`, `<!-- … -->`: how long it is.
fn tag(here: &str) -> Option<usize> {
    const NAMES: &str = " a b i u p br hr em tt td tr th li ul ol dl dt dd h1 h2 h3 h4 h5 h6 div img sub sup big del ins \
                         pre col nav span font body html head meta link code form input label table tbody thead tfoot \
                         title style small strong strike script center section article iframe button option select \
                         textarea blockquote o:p w:p w:r w:t st1:chsdate ";
    let inside = head(here).strip_prefix('<')?;
    if inside.starts_with("!--") || inside.starts_with("![CDATA[") {
        return Some(4);
    }
    let (inside, _) = inside.split_once('>')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == ':')).unwrap_or(name.len());
    let (name, rest) = name.split_at_checked(end)?;
    let is_known = !name.is_empty() && NAMES.contains(&format!(" {} ", name.to_ascii_lowercase()));
    // What follows the name are its attributes or the end.
    let rest = rest.trim();
    (is_known && (rest.is_empty() || rest == "/" || rest.contains('='))).then(|| inside.len().saturating_add(2))
}

/// `\u6c34`, `\xe6\xb0`, and `\n` that is a line feed no longer: how long it is.
fn escape(before: &str, here: &str) -> Option<usize> {
    let rest = here.strip_prefix('\\')?;
    let letter = rest.chars().next()?;
    let after = rest.get(letter.len_utf8()..)?;
    let are_hex =
        |length: usize| after.get(..length).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    match letter {
        'u' if are_hex(4) => Some(6),
        'x' if are_hex(2) && after.get(2..).is_some_and(|next| next.starts_with("\\x")) => Some(4),
        // A path such as `D:\new` has letters around it.
        'n' | 'r' | 't'
            if !before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '\\' | '/' | '.'))
                && !after.starts_with(|c: char| c.is_ascii_alphanumeric())
                && (!before.is_empty() || !after.is_empty()) =>
        {
            Some(2)
        }
        _ => None,
    }
}

/// `_x000D_`, as spreadsheets write a control character: how long it is.
fn spreadsheet_escape(here: &str) -> Option<usize> {
    let escaped = here.get(..7)?;
    let digits = escaped.strip_prefix("_x")?.strip_suffix('_')?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(7)
}

/// What comes of replacement characters and of memory that nobody filled: 锟斤拷, 烫烫烫, 屯屯屯.
fn replaced(here: &str) -> Option<usize> {
    let known = ["锟斤拷", "斤拷锟", "烫烫烫", "屯屯屯"];
    known.iter().find(|word| here.starts_with(*word)).map(|word| word.len())
}

/// UTF-8 read as GBK: `，` becomes 锛 and a second character, `。` 銆, `“` 鈥. Each alone is a rare character.
fn read_as_gbk(here: &str) -> Option<usize> {
    let c = here.chars().next()?;
    let partners =
        head(here).chars().filter(|c| matches!(c, '锛' | '銆' | '鈥' | '€' | '鐨' | '鍜' | '闄' | '绗' | '鏉')).count();
    (partners >= 2).then(|| c.len_utf8())
}

/// UTF-8 or GBK read as Latin-1 or Windows-1252: `Ã©` for é, `æ°´` for 水, `Ë®Àû¾Ö` for 水利局.
fn read_as_latin(before: &str, here: &str) -> Option<usize> {
    let is_latin = |c: char| matches!(c, '\u{a1}'..='\u{ff}');
    let four = here.char_indices().take_while(|&(_, c)| is_latin(c)).take(4);
    // No language of ours has four of these in a row.
    if four.clone().count() == 4
        && four.clone().any(|(_, c)| c.is_alphabetic())
        && !before.ends_with(|c: char| c.is_ascii_alphabetic())
    {
        return here.find(|c| !is_latin(c)).or(Some(here.len()));
    }
    let mut characters = here.char_indices();
    let (_, lead) = characters.next()?;
    let continuations = match lead {
        'Ã' => 1,
        'à'..='ï' => 2,
        _ => return None,
    };
    for number in 0..continuations {
        let (_, c) = characters.next()?;
        // A quotation mark or dash may well follow a letter.
        let is_everyday = matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '–' | '•' | '·' | '»' | '«');
        if !is_continuation(c) || (number == 0 && is_everyday) {
            return None;
        }
    }
    Some(characters.next().map_or(here.len(), |(end, _)| end))
}

/// Whether a character is what Windows-1252 or Latin-1 shows for a byte from 80 to BF.
fn is_continuation(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{bf}') || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c)
}

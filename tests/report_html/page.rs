//! A strict reader of the pages that this library writes: what browsers would mend is a failure here.

/// An element with its text, in the order of the page.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    /// All text within it.
    pub(super) text: String,
    pub(super) depth: usize,
    /// The names of the elements around it.
    pub(super) path: String,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }
}

/// Elements that hold nothing and have no end.
const EMPTY: [&str; 2] = ["meta", "input"];

/// Reads a page to its end, and fails where it is not well-formed.
pub(super) fn read(page: &str) -> Vec<Element> {
    let mut rest = page.strip_prefix("<!DOCTYPE html>\n").unwrap();
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    while let Some((text, after)) = rest.split_once('<') {
        add(&mut elements, &open, &unescaped(text));
        rest = after;
        if let Some(end) = rest.strip_prefix('/') {
            let (name, after) = end.split_once('>').unwrap();
            let last = open.pop().unwrap();
            assert_eq!(elements[last].name, name, "ends what is not open");
            rest = after;
            continue;
        }
        let (element, is_closed, after) = tag(rest);
        rest = after;
        let path = open.iter().map(|&at| elements[at].name.as_str()).collect::<Vec<_>>().join(" ");
        elements.push(Element { depth: open.len(), path, ..element });
        let name = elements.last().unwrap().name.clone();
        if is_closed || EMPTY.contains(&name.as_str()) {
            continue;
        }
        open.push(elements.len() - 1);
        // No markup within these.
        if name == "style" || name == "script" {
            let (text, after) = rest.split_once(&format!("</{name}>")).unwrap();
            text.clone_into(&mut elements.last_mut().unwrap().text);
            open.pop();
            rest = after;
        }
    }
    assert!(open.is_empty(), "not everything ends");
    assert_eq!(rest, "\n");
    elements
}

fn add(elements: &mut [Element], open: &[usize], text: &str) {
    for &at in open {
        elements[at].text.push_str(text);
    }
}

/// A tag from behind its `<`: the element, whether it is closed at once, and what follows.
fn tag(text: &str) -> (Element, bool, &str) {
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let end = text.find(|c| !is_name(c)).unwrap();
    let (name, mut rest) = text.split_at(end);
    assert!(!name.is_empty(), "no name: {:?}", text.chars().take(60).collect::<String>());
    let mut element = Element { name: name.to_owned(), ..Element::default() };
    loop {
        if let Some(after) = rest.strip_prefix('>') {
            return (element, false, after);
        }
        if let Some(after) = rest.strip_prefix("/>") {
            return (element, true, after);
        }
        rest =
            rest.strip_prefix(' ').unwrap_or_else(|| panic!("{name}: {:?}", rest.chars().take(60).collect::<String>()));
        let end = rest.find(|c: char| !is_name(c) && !c.is_ascii_uppercase()).unwrap();
        let (attribute, after) = rest.split_at(end);
        assert!(!attribute.is_empty() && element.attribute(attribute).is_none(), "{name} {attribute}");
        let value = match after.strip_prefix("=\"") {
            None => {
                rest = after;
                String::new()
            }
            Some(after) => {
                let (value, after) = after.split_once('"').unwrap();
                assert!(!value.contains('<') && !value.contains('>'), "{value}");
                rest = after;
                unescaped(value)
            }
        };
        element.attributes.push((attribute.to_owned(), value));
    }
}

/// A text without its references; any other than those five is a failure.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap();
        plain.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => panic!("&{other};"),
        });
        plain.push_str(rest);
    }
    plain
}

/// Everything that the page says.
pub(super) fn text_of(elements: &[Element]) -> String {
    elements.iter().find(|element| element.name == "main").unwrap().text.clone()
}

/// A row of findings.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) department: String,
    pub(super) rule: String,
    pub(super) severity: String,
    /// How many findings it tells.
    pub(super) findings: u64,
    pub(super) text: String,
}

/// The rows of findings, in the order of the page.
pub(super) fn rows(elements: &[Element]) -> Vec<Row> {
    let (mut department, mut rule, mut rows) = (String::new(), String::new(), Vec::new());
    for element in elements {
        match (element.name.as_str(), element.attribute("class"), element.attribute("data-rule")) {
            ("caption", ..) => department.clone_from(&element.text),
            ("tbody", _, Some(of)) => of.clone_into(&mut rule),
            ("tr", Some(severity @ ("error" | "warning" | "info")), _) => rows.push(Row {
                department: department.clone(),
                rule: rule.clone(),
                severity: severity.to_owned(),
                findings: element.attribute("data-n").map_or(1, |number| number.parse().unwrap()),
                text: element.text.clone(),
            }),
            _ => {}
        }
    }
    rows
}

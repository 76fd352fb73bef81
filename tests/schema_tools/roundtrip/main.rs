//! Reads a catalog into generated structs and writes it again: IN OUT.

#[allow(dead_code)]
mod catalog;

fn main() {
    let files: Vec<String> = std::env::args().collect();
    let catalog: catalog::Catalog = serde_json::from_slice(&std::fs::read(&files[1]).unwrap()).unwrap();
    std::fs::write(&files[2], serde_json::to_vec(&catalog).unwrap()).unwrap();
}

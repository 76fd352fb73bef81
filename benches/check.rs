//! tmp
use std::hint::black_box;
use std::time::Instant;
fn time<T>(name: &str, base: Option<f64>, mut f: impl FnMut() -> T) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..9 {
        let t = Instant::now();
        black_box(f());
        best = best.min(t.elapsed().as_secs_f64());
    }
    println!("{name:24} {:8.2} ms  {:.2}", best * 1e3, base.map_or(1.0, |b| best / b));
    best
}
fn main() {
    let bytes = std::fs::read("/tmp/perf.json").unwrap();
    let base = time("from_slice::<Catalog>", None, || serde_json::from_slice::<qingdan::Catalog>(&bytes).unwrap());
    time("IgnoredAny", Some(base), || serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).unwrap());
    time("utf8", Some(base), || std::str::from_utf8(&bytes).unwrap().len());
    time("check", Some(base), || qingdan::Checker::new().check_bytes("x", &bytes));
    time("check QD005 only", Some(base), || {
        qingdan::Checker::new().select(["QD005".parse().unwrap()]).check_bytes("x", &bytes)
    });
    let r = qingdan::Checker::new().check_bytes("x", &bytes);
    println!("{:?}", r.inputs[0].counts);
}

use std::time::Duration;
#[test]
fn go() {
    for f in ["liten","regler","umulig","bare-oppgaver","medisin-dogn"] {
        let bytes = std::fs::read(format!("/work/shared/cases/{f}.xlsx")).unwrap();
        let read = fordel_sheets::read_ward(&bytes);
        let ward = read.ward.expect("ward");
        let mut r = fordel_engine::Request::for_ward(&ward);
        r.time_limit = Duration::from_secs(10);
        let t = std::time::Instant::now();
        let p = fordel_engine::plan(&ward, &r, &fordel_engine::Quiet);
        let t1 = t.elapsed();
        let t = std::time::Instant::now();
        let rep = fordel_core::check::check(&ward, &p);
        eprintln!("== {f} {:?} cost {:?} recomputed {} carried {:?} right {:?} {:?} plan {:?} check {:?}", p.status, p.year_cost, rep.recomputed.year_cost, p.carried.year_cost, p.rightmost.year_cost, p.rightmost.relaxed_cost, t1, t.elapsed());
        for b in rep.broken.iter().take(12) { eprintln!("{b:?}"); }
        eprintln!("broken {}  today cost {:?} over {} broken {}", rep.broken.len(), p.today.year_cost, p.today.overloaded.len(), p.today.broken.len());
    }
}

# `fordel courses`: in which order courses are best taken.

courses-none = { $unit }: Planen krever ingen nye kurs.
courses-head = { $unit }: rekkefølgen kursene bør tas i.
courses-before = Uten nye kurs koster den beste planen { $cost } i året, og sykepleierne har { $hours } timer oppgaver i uka.
courses-before-none = Uten nye kurs ble det ikke funnet noen plan.
courses-course = Kurs
courses-group = Gruppe
courses-people = Personer
courses-hours = Timer
courses-outlay = Koster én gang
courses-frees = Sykepleiertimer i uka
courses-saves = Sparer i året
courses-months = Måned
courses-opens = gjør en plan mulig
courses-unknown = ikke regnet ut
courses-between = { $low } til { $high }
courses-how =
    Hver rad er regnet med kursene over den og kurset selv. Timer er arbeid som går fra sykepleierne (minus) eller til dem (pluss). Et spenn
    i kroner betyr at søket ikke rakk å bevise mer: gi det lengre tid med --time-limit.

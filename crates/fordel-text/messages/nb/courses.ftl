# `fordel courses`: in which order courses are best taken.

courses-none = { $unit }: Planen krever ingen nye kurs.
courses-head = { $unit }: rekkefølgen kursene bør tas i.
courses-before = Uten nye kurs koster den beste planen { $cost } i året, og sykepleierne har { $hours } timer oppgaver i uka.
courses-before-found = Uten nye kurs koster den beste planen som ble funnet { $cost } i året, og sykepleierne har { $hours } timer oppgaver i uka. Det er ikke bevist at den er best. Kursene under er regnet mot den.
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
courses-frees-least = minst { $hours } færre
courses-at-least = minst { $hours }
courses-least = Timene er det minste et kurs frigjør: det er funnet en plan der så mange timer oppgaver går fra sykepleierne når kurset er tatt. Rekkefølgen går etter det, og kan bli en annen med mer tid. Strek betyr at kurset ikke ble skilt fra ingen endring på denne tida.
courses-alike = Kurs med samme nummer kan ikke skilles med denne tida: forskjellen mellom dem er mindre enn usikkerheten som er igjen i søket.
courses-how =
    Hver rad er regnet med kursene over den og kurset selv. Timer er arbeid som går fra sykepleierne. Et spenn i kroner betyr at søket ikke
    rakk å bevise mer: gi det lengre tid med --time-limit.

# The same on a page.
courses-because-rule = kreves av en regel
courses-because-today = kreves av dagens fordeling
courses-because-needed = en oppgave kan ikke gjøres uten
courses-only-first = Kursene under tas uansett, så det er ingen rekkefølge å finne mellom dem.
courses-title = Rekkefølgen kursene bør tas i
courses-open = Hvilket kurs bør tas først?
courses-back = Til opplæringen
courses-lead = Her regnes det ut, kurs for kurs, hvilket som frigjør mest sykepleiertid for kronene det koster. For hvert kurs lages en ny plan med kursene så langt. Sertifikatene er de som står i arkene nå. Alt annet er som da forslaget ble laget.
courses-seconds = Hvor lenge det kan regnes
courses-seconds-choice = { $seconds } sekunder
courses-seconds-hint = Lengre tid gir smalere spenn i kroner. Siden kan forlates imens.
courses-ask = Finn rekkefølgen
courses-not-yet = Ingen har regnet ut rekkefølgen for dette forslaget ennå. De som kan kartlegge, kan be om det her.
courses-no-new = Forslaget krever ingen nye kurs, så det er ingen rekkefølge å finne.
courses-making = Rekkefølgen regnes ut
courses-so-far = { $seconds } av høyst { $limit } sekunder.
courses-stop = Stopp
courses-again = Se om den er ferdig
courses-leave = Du kan forlate siden og komme tilbake. Stopper du, blir ingenting tatt vare på.
courses-over = Ferdig.
courses-first-frees = Ta { $course } hos { $group } først: { $people-n ->
    [one] én person
   *[other] { $people } personer
}, { $outlay } én gang, og { $hours } timer oppgaver i uka går fra sykepleierne.
courses-about = omtrent { $place }
courses-shared = (delt plass)
courses-alike-do = Regn på nytt med mer tid, eller velg blant dem etter det som passer best hos dere.
courses-first-all = Ingen av de { $count } kursene kan sies å komme først.
courses-first-shared = { $count } kurs deler førsteplassen: { $courses }.
courses-first = Ta { $course } hos { $group } først: { $people-n ->
    [one] én person
   *[other] { $people } personer
}, { $outlay } én gang.
courses-hours-a-month = Timer i måneden som kan tas ut til kurs
courses-hours-hint = Da fordeles kursene på måneder, i denne rekkefølgen.
courses-hours-wrong = Skriv et tall fra 0,5, for eksempel 40.
courses-spread = Fordel på måneder
courses-spread-how = Måned 1 er den første. Med { $hours } timer i måneden tas kursene ett etter ett.
courses-how-page = Hver rad er regnet med kursene over den og kurset selv. Timer er arbeid som går fra sykepleierne. Et spenn i kroner betyr at søket ikke rakk å bevise mer: gi det lengre tid. Rekkefølgen huskes til forslaget endres eller tjeneren starter på nytt. Sertifikatene er de som sto i arkene da rekkefølgen ble regnet ut; alt annet er som da forslaget ble laget.
courses-list-number = Nr
courses-list-course = Kurs
courses-list-group = Gruppe
courses-list-people = Personer
courses-list-hours = Timer
courses-list-outlay = Kroner én gang
courses-list-frees = Timer i uka fra sykepleierne
courses-list-frees-least = Timer i uka fra sykepleierne, minst
courses-list-saves-low = Sparer minst i året
courses-list-saves-high = Sparer høyst i året
courses-list-first-month = Første måned
courses-list-last-month = Siste måned
courses-anew = Regn på nytt
courses-outdated = Sertifikatene er endret siden rekkefølgen ble regnet ut. Regnes den ut på nytt, teller sertifikatene som står i arkene nå.

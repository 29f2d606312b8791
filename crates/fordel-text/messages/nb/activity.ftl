# Activity from history: what counts by date and hour say is usual.

activity-head = { $driver }: { $days } dager med tall, fra { $first } til { $last }.
activity-nothing = { $driver }: ingen hele dager med tall.
activity-assumed-present = Timetallene er lest som hvor mange som er til stede: dagen får gjennomsnittet. Teller de hendelser, skriv --events og navnet.
activity-assumed-events = Timetallene er lest som hendelser: dagen får summen. Teller de hvor mange som er til stede, skriv --present og navnet.
activity-weekday = Dag
activity-mean = Snitt
activity-deviation = Std.avvik
activity-least = Lavest
activity-most = Høyest
activity-days = Dager
activity-holidays = helligdager
activity-months = Måned for måned, mot samme ukedager hele perioden: { $months }.
activity-hours = Time for time, snitt: { $hours }.
activity-unusual =
    { $count-n ->
        [one] Én dag er uvanlig mot samme ukedag tre uker før og etter. Den er ikke med i tallene over; --keep-unusual tar den med.
       *[other] { $count } dager er uvanlige mot samme ukedag tre uker før og etter. De er ikke med i tallene over; --keep-unusual tar dem med.
    }
activity-unusual-kept =
    { $count-n ->
        [one] Én dag er uvanlig mot samme ukedag tre uker før og etter. Den er med i tallene over.
       *[other] { $count } dager er uvanlige mot samme ukedag tre uker før og etter. De er med i tallene over.
    }
activity-one-unusual = { $date }: { $value }, ellers { $usual }
activity-more = … og { $count } til
activity-gaps =
    { $count-n ->
        [one] Én dag mangler: { $dates }.
       *[other] { $count } dager mangler: { $dates }.
    }
activity-partial =
    { $count-n ->
        [one] Én dag har for få timer og er ikke brukt: { $dates }.
       *[other] { $count } dager har for få timer og er ikke brukt: { $dates }.
    }
activity-clock = Klokka stilles { $dates }: dagen har 23 eller 25 timer, og regnes som hel.
activity-sparse = Timer uten rad er lest som timer uten hendelser: de fleste dager mangler noen.
activity-twice =
    { $count-n ->
        [one] Én rad sto to ganger med samme tall, og er talt én gang.
       *[other] { $count } rader sto flere ganger med samme tall, og er talt én gang.
    }
activity-no-driver = Fila har ikke «{ $name }». Den har { $names }.
activity-no-hours = «{ $name }» har bare tall for hele dager. Til en døgnprofil trengs tall time for time.

usage-fordel-activity = fordel activity [VALG] HISTORIKK.csv [WARD.xlsx --out NY.xlsx]
cmd-activity = Aktivitet fra historikk: vanlig nivå per ukedag, time og måned
    .long =
        Leser tall for pasienter, innleggelser og annet, dag for dag eller time for time, fra CSV eller en arbeidsbok med dato, time, driver og antall. Sier hva som er vanlig per ukedag, time og måned, med spredning, og hva som er uvanlig før det brukes. Med en arbeidsbok og --out skrives tallene inn i arket Aktivitet.
arg-activity-history = Fila med tall (.csv eller .xlsx)
arg-activity-ward = Avdelingens arbeidsbok, som tallene skal inn i
arg-activity-out = Hvor den nye arbeidsboka skrives
arg-activity-present = Denne driveren teller hvor mange som er til stede
arg-activity-events = Denne driveren teller hendelser
arg-activity-keep = Ta også med dager som er uvanlige
arg-activity-season = Skriv månedene som aktivitet i Kalender for dette året
arg-activity-profile = Skriv timene til denne driveren som avdelingens døgnprofil
wrong-year = «{ $value }» er ikke et år. Skriv f.eks. 2027.

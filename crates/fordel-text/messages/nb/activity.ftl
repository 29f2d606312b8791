# Activity from history: what counts by date and hour say is usual.

activity-head =
    { $days-n ->
        [one] { $driver }: én dag med tall, { $first }.
       *[other] { $driver }: { $days } dager med tall, fra { $first } til { $last }.
    }
activity-nothing = { $driver }: ingen hele dager med tall.
activity-assumed-present = Timetallene er lest som hvor mange som er til stede: dagen får gjennomsnittet. Teller de hendelser, skriv --events og navnet.
activity-assumed-events = Timetallene er lest som hendelser: dagen får summen. Teller de hvor mange som er til stede, skriv --present og navnet.
activity-weekday = Dag
activity-hour = Time
activity-month = Måned
activity-mean = Snitt
activity-likely = Åtte av ti dager
activity-deviation = Std.avvik
activity-least = Lavest
activity-most = Høyest
activity-days = Dager
activity-share = Mot samme ukedager hele perioden
activity-holidays = helligdager
activity-lacks-hour = Time for time vises ikke: tallene er for hele dager.
activity-lacks-month = Måned for måned vises ikke: det trengs minst 14 dager med tall i minst to måneder.
activity-usual-weekday = { $driver } på hver ukedag
activity-usual-hour = { $driver } time for time
activity-usual-month = { $driver } måned for måned
activity-usual-caption = { $title }: punktet er snittet, i det lyse feltet ligger åtte av ti dager, og streken går fra lavest til høyest.
activity-usual-alternative = Lavest snitt: { $low } ({ $low-name }). Høyest snitt: { $high } ({ $high-name }). Enkelttallene går fra { $least } til { $most }.
activity-ends = Lavest til høyest
activity-unusual =
    { $count-n ->
        [one] Én dag er uvanlig mot samme ukedag tre uker før og etter. Den er ikke med i tallene.
       *[other] { $count } dager er uvanlige mot samme ukedag tre uker før og etter. De er ikke med i tallene.
    }
activity-unusual-kept =
    { $count-n ->
        [one] Én dag er uvanlig mot samme ukedag tre uker før og etter. Den er med i tallene.
       *[other] { $count } dager er uvanlige mot samme ukedag tre uker før og etter. De er med i tallene.
    }
activity-keep-flag = --keep-unusual regner med dem.
activity-one-unusual = { $date }: { $value }, ellers { $usual }
activity-more = Vis { $count } til
activity-day-spread = Fra dag til dag svinger tallet { $spread } utover det tilfeldigheten gir, målt på { $days } dager, hver ukedag for seg. Skriv det i arket Innstillinger («Aktivitet mellom dager») om simuleringen skal regne med det.
activity-day-spread-none = Tallet svinger ikke mer fra dag til dag enn tilfeldigheten gir.
activity-without = Ingen tall for { $days }. Tallet i arket Aktivitet blir stående de dagene. Står ikke driveren der fra før, får den 0 de dagene: skriv inn tallet selv.
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

activity-title = Aktivitet fra historikk
activity-lead = Velg ei fil med tall for pasienter, innleggelser eller annet som arbeidet følger, dag for dag eller time for time. Først ser du hva som er vanlig og hva som ikke er det. Ingenting lagres før du bekrefter.
activity-file = Tall (.csv eller .xlsx)
activity-file-hint = Opptil 64 MB, med kolonnene Dato, Time, Driver og Antall. Time og Driver kan mangle. Det kan også være en kolonne for hver time, driver eller dato. Bare antall: ingen navn eller fødselsnumre.
activity-read = Se hva tallene sier
activity-result = Dette sier tallene
activity-result-lead = Vanlig nivå på hver ukedag, time for time og måned for måned, så langt tallene sier det. Helligdager regnes for seg. Uvanlige dager står først, så dere ser dem før tallene brukes.
activity-manner = Tallene time for time er
activity-manner-present = hvor mange som er til stede: dagen får gjennomsnittet
activity-manner-events = hendelser: dagen får summen
activity-use = Bruk tallene
activity-keep = Regn med dager som er uvanlige
activity-year = Skriv månedene i Kalender for året
activity-year-hint = F.eks. 2027. Da følger året måned for måned det som var vanlig i historikken. La stå tomt for å la kalenderen være.
activity-wrong-year = Skriv et år, f.eks. 2027.
activity-profile = Døgnprofilen følger timene til
activity-profile-none = ingen: la den være
activity-again = Regn om
activity-take-note = Neste side viser hva som endres i arkene Aktivitet, Kalender og Innstillinger. Der bekrefter du, og alt kan angres i ett steg.
activity-from-import = Har dere tall for aktiviteten dag for dag?
activity-to = Hent inn aktivitet fra historikk

usage-fordel-activity = fordel activity [VALG] HISTORIKK.csv [WARD.xlsx --out NY.xlsx]
cmd-activity = Aktivitet fra historikk: vanlig nivå per ukedag, time og måned
    .long =
        Leser tall for pasienter, innleggelser og annet, dag for dag eller time for time, fra CSV eller en arbeidsbok med dato, time, driver og antall, eller med en kolonne for hver time, driver eller dato. Sier hva som er vanlig per ukedag, time og måned, med spredning, og hva som er uvanlig før det brukes. Med en arbeidsbok og --out skrives tallene inn i arket Aktivitet.
arg-activity-history = Fila med tall (.csv eller .xlsx)
arg-activity-ward = Arbeidsboka til posten, som tallene skal inn i
arg-activity-out = Hvor den nye arbeidsboka skrives
arg-activity-present = Denne driveren teller hvor mange som er til stede
arg-activity-events = Denne driveren teller hendelser
arg-activity-keep = Ta også med dager som er uvanlige
arg-activity-season = Skriv månedene som aktivitet i Kalender for dette året
arg-activity-profile = Skriv timene til denne driveren som postens døgnprofil
wrong-year = «{ $value }» er ikke et år. Skriv f.eks. 2027.

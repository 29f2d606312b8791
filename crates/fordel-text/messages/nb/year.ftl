# The year: demand against own people week by week, holidays, scenarios.

holiday-new-year = 1. nyttårsdag
holiday-maundy-thursday = skjærtorsdag
holiday-good-friday = langfredag
holiday-easter-sunday = 1. påskedag
holiday-easter-monday = 2. påskedag
holiday-labour-day = 1. mai
holiday-constitution-day = 17. mai
holiday-ascension = Kristi himmelfartsdag
holiday-whit-sunday = 1. pinsedag
holiday-whit-monday = 2. pinsedag
holiday-christmas-day = 1. juledag
holiday-boxing-day = 2. juledag

year-title = Året
year-head = { $unit }: { $weeks-n ->
    [one] 1 uke, uke { $first }.
   *[other] { $weeks } uker, fra uke { $first } til og med uke { $last }.
}
year-sum-covered = Egne folk dekker alt: ingen uke mangler timer.
year-sum-short =
    { $short-weeks-n ->
        [one] Én uke mangler timer
       *[other] { $short-weeks } uker mangler timer
    }, til sammen { $hours } timer. Leies de inn fra byrå, koster det { $kr }.
year-worst =
    { $count-n ->
        [one] Mest mangler i uke { $week }: { $hours } timer.
       *[other] Mest mangler i { $count } uker: { $hours } timer i hver. Den første er uke { $week }.
    }
year-week-short = uke { $number }
year-column-week = Uke
year-column-from = Fra
year-column-asked = Behov, timer
year-column-own = Egne, timer
year-column-on-holiday = På ferie
year-column-absent = Annet fravær
year-column-short = Mangler, timer
year-column-short-of = Mangler av
year-column-days = Helligdager
year-column-group = Gruppe
year-column-date = Dato
year-column-weekday = Dag
year-column-as-day = Bemannes som
year-column-heads = Folk på vakt
year-column-units = { $driver }
year-column-note = Merknad
year-short-of = { $group } { $hours }

year-scenarios = Hva kan gjøre det lettere?
year-scenario = Scenario
year-scenario-as-planned = Som planlagt
year-scenario-closed-units = { $units } av { $of } stengt i ukene som mangler timer
year-scenario-closed-share = { $share } mindre aktivitet i ukene som mangler timer
year-closed-units = Med { $units } færre { $driver } hver dag, av inntil { $of }, i uke { $weeks } trengs ingen innleie. Det er det minste som er nok.
year-closed-share = Med { $share } mindre aktivitet i uke { $weeks } trengs ingen innleie. Det er det minste som er nok, i hele prosent.
year-closed-never = Selv uten aktivitet i uke { $weeks } må noe leies inn: arbeidet som ikke følger aktivitet, og kravene til hvor mange som må være til stede, avgjør.
year-scenario-fewer = { $share } aktivitet i sommerpuljene
year-scenario-moved = { $share } aktivitet i sommerpuljene, resten tatt igjen ellers i året
year-scenario-one-pool-more = Én pulje til, lengre sommer
year-scenario-overlap-shorter = { $minutes } minutter kortere overlapp mellom vaktene
year-scenario-overlap-longer = { $minutes } minutter lengre overlapp mellom vaktene
year-scenario-other-mix = Andre grupper hjelper til med { $share } av timene de har til overs
year-scenario-other-plan = Den andre planen
year-easier-none = { $scenario }: all innleie faller bort, { $hours } timer og { $kr }.
year-easier = { $scenario }: innleien blir { $hours } timer og { $kr } mindre.
year-easier-shifts =
    { $shifts-n ->
        [one] Det krever én vakt til i ukene som vises.
       *[other] Det krever { $shifts } vakter til i ukene som vises.
    }
year-moved-dearer = { $scenario }: innleien blir { $hours } timer mer enn planlagt. Det som tas igjen ellers i året, krever mer innleie enn det som spares i puljene.
year-moved-shifts = { $scenario }: { $shifts-n ->
    [one] én vakt
   *[other] { $shifts } vakter
} og { $kr } mer i lønn enn planlagt, for like mye aktivitet. På vakt er det hele folk, og aldri færre enn kravene sier: derfor sparer mindre aktivitet i puljene færre vakter enn det mer aktivitet ellers i året krever.
year-alike = { $scenario }: like mange vakter og like mye innleie som planlagt.
year-alike-activity = { $scenario }: like mange vakter og like mye innleie som planlagt. Den endrede aktiviteten endrer altså ikke hvor mange vakter som trengs i disse ukene. Trolig er det kravene til hvor mange som må være til stede, og færrest på vaktene, som avgjør, og ikke mengden arbeid.
year-alike-not-shown = { $scenario }: aktiviteten er som planlagt i alle ukene som vises, så vaktene er de samme.
year-alike-overlap = { $scenario }: alle vakter er som planlagt. Overlappen er tida fra avløseren i samme gruppe begynner, til vakta slutter, og regnes som høyst to timer. Den blir aldri kortere enn null.
year-alike-mix = { $scenario }: like mye innleie som planlagt. Enten mangler ingen gruppe timer, eller så har ingen av dem som kan gjøre arbeidet, timer til overs, eller så må det likevel være like mange på vakt i gruppene som mangler timer.
year-mix = { $scenario }: { $groups }. Ingen annen fordeling av oppgavene i disse ukene gir gruppene som mangler timer, færre vakttimer ({ $gap }).
year-mix-more = { $group } { $hours } timer mer
year-mix-fewer = { $group } { $hours } timer mindre
year-column-shifts = Vakter
year-column-fte = Årsverk
year-column-kr = Lønn, kr
year-column-hire-hours = Innleie, timer
year-column-hire-kr = Innleie, kr
year-column-holiday-hours = Timer på helligdager
year-column-in-all = I alt

year-holidays = Ferie
year-pools = { $group } i { $year }: { $pools }. Enkeltuker: { $singles }.
year-pool = pulje { $pool } (uke { $first }–{ $last }): { $people }
year-singles-none = ingen
year-single = uke { $week }: { $people }
year-most = Høyst { $most } av { $people } kan ha ferie samtidig.
year-most-raised = Flere må være borte samtidig enn det som ble bedt om: { $most } i { $group }. Ellers får ikke alle ferien sin.
year-column-pool = Pulje
year-column-weeks = Uker
year-column-people = Personer

year-nights = Netter der klokka stilles
year-night-forward = Natt til { $date }: klokka stilles fram, natta er en time kortere. { $group }: { $heads } på vakt, { $hours } { $paid-n ->
    [one] time
   *[other] timer
} lønn, som er regnet med i uka, og { $minutes } minutter til oppgaver.
year-night-back = Natt til { $date }: klokka stilles tilbake, natta er en time lengre. { $group }: { $heads } på vakt, { $hours } { $paid-n ->
    [one] time
   *[other] timer
} lønn, som er regnet med i uka, og { $minutes } minutter til oppgaver.
year-night-short = Da får { $minutes } minutter arbeid ikke plass.
year-night-holds = Arbeidet får plass likevel.
year-column-night = Natt til

year-rests = Dette bygger på
year-rests-method = Vaktene i hver uke er de rimeligste som bærer arbeidet, med planens fordeling av oppgavene og aktiviteten den uka. Ingen andre vakter koster mindre ({ $gap }), og en uavhengig kontroll har funnet at de holder alle krav.
year-rests-proven = bevist
year-rests-gap = bevist innenfor { $gap }
year-rests-holidays = Ferien er fordelt slik at færrest timer mangler, og dernest jevnest. Ingen fordeling er bedre; en uavhengig kontroll har prøvd.
year-rests-positions = { $group }: årsverk og ansatte står ikke i arket. Planens egne tall er brukt: årsverk { $positions }, ansatte { $people }.
year-rests-absence = Egne timer er årsverk × uketimer, uten ventet sykefravær, ferie og annet kjent fravær.
year-rests-apprentices = Lærlinger i { $group } gir timer som egne folk i ukene kalenderen har dem i { $years }: inntil { $positions } årsverk.
year-rests-apprentices-ahead = Lærlinger i { $group } er de i arket Framskriving i { $years }, for da har kalenderen ingen: inntil { $positions } årsverk, like mye i alle uker i et år. Skriv dem i kalenderen med datoer, så teller bare ukene deres; 0 der holder dem utenfor.
year-rests-holidays-as = Helligdager bemannes som søndag. Skriv annet i arket Kalender.
year-rests-cost = Lønn er som i planen, med { $rate } av timekostnaden i tillegg på helligdager: { $holiday }. Innleie er timer × timekostnad × { $factor }, uten tillegg.
year-rests-no-drivers = Ingen oppgaver følger aktivitet: behovet er det samme hele året, bare helligdagene skiller seg ut. Skriv drivere i arket Aktivitet og i kolonnen Per.
year-rests-vary = Hver dag er bemannet for seg, også når planen har like vakter alle hverdager.
year-saved = Lagret: { $path }.
year-chart = Behov og egne folk uke for uke
year-chart-hours = Timer i uka
year-chart-asked = Behov
year-chart-own = Egne folk
year-chart-short = Mangler
year-chart-alternative = Behovet er fra { $least } til { $most } timer i uka. Egne folk gir fra { $own-least } til { $own-most }. { $short-weeks-n ->
    [0] Ingen uke mangler timer.
    [one] Én uke mangler timer.
   *[other] { $short-weeks } uker mangler timer.
}
year-chart-caption = Timer i uka: det arbeidet krever, og det egne folk gir når ferien er fordelt.
year-by-group = Gruppe for gruppe
year-chart-table = Uke for uke
year-week-impossible = I uke { $week } kan ingen bemanning bære arbeidet med disse vaktene. Se i arket Kalender hva som gjelder den uka, og om vaktene går på de ukedagene som dagene bemannes som.
year-week-unknown = For uke { $week } ble ingen bemanning funnet i tide. Prøv igjen når maskinen har mindre å gjøre.
year-sheet-weeks = Uke for uke
year-sheet-days = Dag for dag
year-sheet-holidays = Ferie
year-sheet-scenarios = Scenarioer
year-sheet-notes = Forutsetninger

usage-fordel-year = fordel year [VALG] WARD.xlsx PLAN [--from DATO] [--weeks ANTALL]
cmd-year = Året: behov mot egne folk uke for uke, ferie, scenarioer
    .long =
        Året fram: for hver uke de vaktene som planens arbeid krever under aktiviteten da, mot det egne folk gir når ferien er fordelt best mulig. Helligdager, stengte senger, ferie og fravær står i arket Kalender. Slutter med 1 når timer må leies inn.
arg-year-from = Første dato, f.eks. 2027-01-04 eller 4.1.2027. Uten den: i dag
arg-year-weeks = Hvor mange uker som vises. Uten den: 26
arg-year-summer = Uka der første sommerpulje begynner. Uten den: 26
arg-year-pools = Hvor mange sommerpuljer. Uten den: 3
arg-year-pool-weeks = Hvor mange uker en pulje har. Uten den: 3
arg-year-away = Hvor stor del av en gruppe som kan ha ferie samtidig; en gang til for hver gruppe med sin egen andel, f.eks. --away 40% --away SPL=30%. Uten den: 40%
arg-year-activity = Aktivitet i sommerpuljene i scenarioene med færre senger. Uten den: 80%
arg-year-overlap = Et scenario med så mange minutter lengre overlapp mellom vaktene, f.eks. 15, eller kortere, f.eks. -15. Uten den prøves begge når noe må leies inn; 0: ingen
arg-year-mix = Et scenario der andre grupper hjelper dem som mangler timer, med denne andelen av timene de har til overs, f.eks. 50%. Uten den prøves alle timene når noe må leies inn; 0: ingen
arg-year-without-apprentices = Regn uten lærlingene i arket Framskriving. De telles ellers i år der kalenderen ikke har noen
arg-year-other = En plan til, som stilles ved siden av
arg-year-out = Skriv året til en arbeidsbok
arg-year-print = Skriv året til en side for utskrift på A3 (.pdf eller .html)
wrong-date = «{ $value }» er ikke en dato. Skriv f.eks. 2027-01-04 eller 4.1.2027.
wrong-year-weeks = «{ $value }» er ikke et antall uker. Skriv et helt tall fra 1 til 104.
wrong-pools = «{ $value }» kan ikke brukes. Puljene må ligge innenfor året: skriv f.eks. --summer 26 --pools 3 --pool-weeks 3.
wrong-away = «{ $value }» er ikke en andel. Skriv f.eks. 40%.
wrong-group-away = «{ $value }» er ikke en gruppe og dens andel. Skriv f.eks. SPL=30%.
wrong-activity = «{ $value }» er ikke en andel av vanlig aktivitet. Skriv f.eks. 80%.
wrong-overlap = «{ $value }» kan ikke brukes. Skriv hele minutter fra -120 til 120, f.eks. -15.

# The page

year-no-plan = Året bygger på en plan, og enheten har ingen ennå.
year-no-plan-do = Be om et forslag først.
year-to-calendar = Kalenderen
year-to-year = Året
year-ask = Velg andre uker og scenarioer
year-lead = Uke for uke: timene som planens arbeid krever, mot timene egne folk gir når ferien er fordelt best mulig. Helligdager regnes ut. Stengte senger, ferie, fravær, lærlinger og dager som bemannes som andre, står i kalenderen.
year-take-out = Last ned:
year-a3 = PDF på A3
year-a3-page = Nettside for A3
year-first = Dette tidsrommet er ikke regnet ut, eller planen eller kartleggingen er endret siden. Trykk «Regn ut året» under.
year-outdated = Planen eller kartleggingen er endret siden dette ble regnet ut. Trykk «Regn ut året» for å regne på nytt.
year-solve = Regn ut året
year-takes = Det tar fra et sekund til et par minutter, alt etter hvor mange ulike uker året har. Svaret blir stående.
year-without-apprentices = Regn uten lærlingene i arket Framskriving
year-field-fra = Fra dato
year-field-uker = Antall uker
year-field-sommer = Første sommerpulje, uke
year-field-puljer = Antall sommerpuljer
year-field-lengde = Uker i en pulje
year-field-borte = Høyst på ferie samtidig, prosent
year-away-groups = Egen andel for en gruppe
year-away-groups-lead = Tomt: gruppa har andelen som gjelder for alle.
year-field-group-away = { $group }: høyst på ferie samtidig, prosent
year-field-aktivitet = Aktivitet i puljene i scenarioene, prosent
year-field-overlapp = Overlapp mellom vaktene, minutter
year-hint-overlapp = Et scenario: −15 er et kvarter kortere, 15 et kvarter lengre. Tomt: begge prøves når noe må leies inn. 0: ingen av dem.
year-field-tilovers = Så mye av timene til overs går til andre grupper, prosent
year-hint-tilovers = Et scenario: i uker der en gruppe mangler timer, gjør andre det de kan av arbeidet. Tomt: med alle timene de har til overs, når noe må leies inn. 0: prøves ikke. Det tar lengst tid å regne ut.
year-wrong-overlap = Skriv hele minutter fra −120 til 120.
year-wrong-date = Skriv en dato.
year-wrong-weeks = Skriv et helt tall fra 1 til 104.
year-wrong-pools = Puljene må ligge innenfor året: uke, antall og lengde er hele tall.
year-wrong-share = Skriv et prosenttall over 0 og høyst 100.
year-wrong-part = Skriv et prosenttall fra 0 til 100.
year-field-mot = Sett et annet forslag ved siden av
year-other-none = ingen
year-wrong-other = Velg et forslag som er ferdig.
year-wrong-activity = Skriv et prosenttall over 0.

# Holidays of those who hold a course.
year-certified = Ferie for dem som har kurs
year-certified-lead = Arbeid som krever kurs, må ha noen med kurset på hver vakt, og arket Tilstedeværelse kan kreve det. Så mange av dem som har kurset, kan ha ferie samtidig:
year-column-course = Kurs
year-column-holders = Har kurset
year-column-needed = Må være der
year-column-most-away = Kan være borte
year-column-in-a-pool = I fulleste pulje
year-certified-word = Sommeren
year-certified-holds = holder hvis puljene deles likt mellom dem som har kurset
year-certified-further = { $count-n ->
    [one] holder ikke: én til må ha kurset før sommeren
   *[other] holder ikke: { $count } til må ha kurset før sommeren
}
year-certified-never = holder ikke, selv om alle i gruppa har kurset: flere puljer eller hjelp utenfra må til
year-certified-weeks = Enkeltukene
year-weeks-hold = holder når høyst { $most } av dem som har kurset, er borte samme uke
year-weeks-thin = Uke { $weeks }: så mange er borte at for få med kurset kan bli igjen.
year-weeks-crowded = I { $year } får ikke alle som har kurset, enkeltukene sine.
year-weeks-further = { $count-n ->
    [one] Én til må ha kurset.
   *[other] { $count } til må ha kurset.
}
year-weeks-never = Høyst { $most } av gruppa kan være borte i en uke.
year-sheet-certified = Kurs og ferie

year-list = Ferieliste
year-list-lead = Et forslag til hvem som har ferie når, for dem som står i arket Sertifikater. De som har samme kurs, er spredt på puljene. Bytt fritt, for eksempel når ønskene er kommet inn.
year-list-unnamed = { $group } i { $year }: { $count-n ->
    [one] én ansatt står ikke i arket Sertifikater, og har plassen som er igjen.
   *[other] { $count } ansatte står ikke i arket Sertifikater, og har plassene som er igjen.
}
year-list-thin = { $group } i { $year }, pulje { $pool }: { $away } av dem som har { $course }, er borte samtidig. Høyst { $most } kan være det.
year-column-employee = Ansatt
year-column-year = År
year-column-summer = Sommer, uke
year-column-singles = Enkeltuker
year-sheet-list = Ferieliste

# Days and lists
days-all = alle dager
list-and = { $first } og { $last }

# Broken rules. $scope: group, weekday and time, as far as they are known; $about: the same in brackets, or nothing.
broken-one_group = { $what }{ $about }: står på { $actual-n ->
        [0] ingen gruppe
        [one] én gruppe
       *[other] { $actual } grupper
    }; linja skal stå på nøyaktig én.
broken-unknown-placement = { $what }{ $about }: arbeidsboka har ikke denne oppgaven med den raden, gruppa og dagen.
broken-qualified = { $what }{ $about }: gruppa er ikke kvalifisert for oppgaven.
broken-pinned = { $what }{ $about }: står ikke på gruppa den er låst til.
broken-same_all_week = { $what }{ $about }: hverdag og helg står på ulike grupper, men oppgaven skal ha samme gruppe hele uka.
broken-work_fits = { $scope }: { $actual } minutter arbeid, men det er bare plass til { $limit }.
broken-bound_present = { $what }{ $about }: { $actual } til stede, men bundet arbeid trenger { $limit }.
broken-presence = { $what }{ $about }: { $actual } til stede, kravet er { $limit }.
broken-competence = { $what }{ $about }: { $limit } må ha kurset for at turnusen kan ha så mange på vakt som kravet sier, men det er { $actual-n ->
        [0] ingen ansatte
        [one] én ansatt
       *[other] { $actual } ansatte
    }.
broken-shift_min = { $scope }, vakt { $what }: { $actual } på vakt, minst { $limit } er krevd.
broken-shift_max = { $scope }, vakt { $what }: { $actual } på vakt, høyst { $limit } er tillatt.
broken-positions = { $scope }: planen bruker { $actual } årsverk, det er { $limit }.
broken-positions_least = { $scope }: planen bruker { $actual } årsverk, minst { $limit } skal brukes.
broken-people = { $scope }: planen bruker { $actual } årsverk, det er { $limit-n ->
        [one] én ansatt
       *[other] { $limit } ansatte
    }.
broken-weekends = { $scope }: { $actual } på vakt, helgene til de ansatte rekker til { $limit }.
broken-alike = { $scope }, vakt { $what }: { $actual } på vakt, men { $limit } på de dagene som skal være like.
broken-budget = Planen koster { $actual } kr i året, budsjettet er { $limit } kr.
broken-max_moves = Planen flytter { $actual-n ->
        [one] én plassering
       *[other] { $actual } plasseringer
    }, høyst { $limit } er tillatt.
broken-figure = Planen oppgir { $actual } som { $what } ({ $about }); regnet på nytt er det { $limit }.
broken-told = Det planen oppgir som { $what } ({ $about }), stemmer ikke med resten av planen.
broken-untold = Planen oppgir ikke { $what } ({ $about }).
broken-beside = I { $part } ({ $key }): { $sentence }
broken-other = { $scope }: regelen { $rule } er brutt ({ $actual }, grensa er { $limit }).

# What stands under the keys of plan.json, in the middle of a sentence.
told-unit = enhetens navn
told-status = hvor sikker den er
told-goals = målene
told-value = verdien
told-best = beste funnet
told-tolerance = toleransen
told-alike = lik bemanning
told-year-cost = kroner i året
told-week-cost = kroner i uka
told-relaxed-cost = kroner i året uten grensene
told-bound = bevist minste kostnad
told-gap = avstanden til det som er bevist
told-seconds = sekundene det tok
told-work = arbeidet i søket
told-repeat = hvordan søket gjentas
told-ended = hva som stanset søket
told-version = programversjonen
told-limits = grensene den er laget under
told-budget = budsjettet
told-max-moves = høyst så mange flyttinger
told-pins = de låste radene
told-placements = plasseringene
told-timing = tida oppgaven faller på
told-group = gruppa
told-staffing = bemanningen
told-workload = belastningen
told-minutes = minutter
told-capacity = plass, minutter
told-groups = summene for gruppene
told-fte = årsverk
told-people = ansatte
told-paid-hours-week = betalte timer i uka
told-minutes-week = oppgaveminutter i uka
told-training = kursene
told-hours = timer
told-cost = kroner i året
told-tasks = oppgavene kurset er til for
told-today = i dag
told-overloaded = der det ikke er plass
told-untold = rader uten gruppe i dag
told-unqualified = rader på feil gruppe i dag
told-broken = krav som brytes i dag
told-carried = dagens fordeling med billigste bemanning
told-rightmost = alt så langt til høyre som mulig
told-reasons = begrunnelsene
told-conflict = kravene som står mot hverandre
told-worths = hva kravene er verdt
told-low = minst
told-high = høyst
told-curve = gevinsten for hver flytting
told-moves = flyttinger
told-rows = radene som er flyttet
told-cheapest = den billigste planen
told-values = verdiene av målene

# Demands that can't hold together, and what change to one of them alone would do.
demand-positions = { $scope } har { $value } årsverk.
    .change = Med { $change } årsverk mer finnes det en plan.
demand-positions_least = { $scope } skal bruke minst { $value } årsverk.
    .change = Med { $change } årsverk mindre i kravet finnes det en plan.
demand-people = { $scope } har { $value-n ->
        [one] én ansatt
       *[other] { $value } ansatte
    }.
    .change = Med { $change-n ->
            [one] én til
           *[other] { $change } flere
        } finnes det en plan.
demand-weekends = Helgene til { $value-n ->
        [one] én ansatt
       *[other] { $value } ansatte
    } i { $scope } rekker ikke til flere på vakt lørdag og søndag.
    .change = Med { $change-n ->
            [one] én ansatt til
           *[other] { $change } flere ansatte
        } i helgene finnes det en plan.
demand-presence = { $what }: { $value } skal være til stede.
    .change = Med { $change } færre til stede finnes det en plan.
demand-competence = { $scope }: minst { $value } på vakt skal ha { $what }, og gruppa har ikke folk nok til at en turnus kan ha det.
    .change = Med { $change } færre i kravet finnes det en plan.
demand-bound_present = { $what }: bundet arbeid holder { $value } hele tida.
    .change = Med { $change } færre finnes det en plan.
demand-shift_min = { $scope }: minst { $value } på vakt { $what }.
    .change = Med { $change } færre i kravet finnes det en plan.
demand-shift_max = { $scope }: høyst { $value } på vakt { $what }.
    .change = Med { $change-n ->
            [one] én til
           *[other] { $change } flere
        } tillatt finnes det en plan.
demand-alike = Bemanningen skal være lik på hverdager og lik i helga.
    .change = Med ulike dager finnes det en plan.
demand-budget = Budsjettet er { $value } kr i året.
    .change = Med { $change } kr mer finnes det en plan.
demand-max_moves = { $value-n ->
        [0] Ingen plasseringer
        [one] Høyst én plassering
       *[other] Høyst { $value } plasseringer
    } kan flyttes.
    .change = Med { $change-n ->
            [one] én flytting til
           *[other] { $change } flere flyttinger
        } finnes det en plan.
demand-pinned = { $what } er låst til { $scope }.
    .change = Uten låsen finnes det en plan.
demand-only = { $what } har egne grupper i «Bare».
    .change = Uten «Bare» finnes det en plan.
demand-qualified = { $what } krever { $scope }.
    .change = Uten kravet finnes det en plan.
demand-same_all_week = { $what } skal ha samme gruppe hele uka.
    .change = Uten kravet finnes det en plan.
demand-work_fits = { $scope }: { $value } minutter arbeid i uka skal få plass.
    .change = Med { $change } minutter mindre finnes det en plan.
demand-work = { $what }{ $about }: { $value } minutter arbeid i uka skal gjøres.
    .change = Med { $change } minutter mindre finnes det en plan.
demand-other = { $scope }: kravet { $rule } ({ $value }).
    .change = Med { $change } i endring finnes det en plan.
demand-no-change = Ingen endring av dette kravet alene gir en plan.

# What can go wrong, and what to do.
failure-missing = Finner ikke «{ $path }». Se etter at navnet er riktig skrevet, og at fila ligger der.
failure-folder = «{ $path }» er en mappe. Oppgi ei fil.
failure-denied = Du har ikke tilgang til å lese «{ $path }». Be om tilgang, eller kopier fila til et sted du kan lese.
failure-unreadable = «{ $path }» kan ikke leses ({ $why }). Se etter at fila er hel, og prøv igjen.
failure-too-large = «{ $path }» er større enn { $limit } MB. En post trenger langt mindre: se etter at det er riktig fil, og slett ark som ikke hører med.
failure-faulty =
    { $count-n ->
        [one] «{ $path }» har én feil som må rettes:
       *[other] «{ $path }» har { $count } feil som må rettes:
    }
failure-not-a-plan = «{ $path }» er ikke en plan. Oppgi plan.json eller plan.xlsx fra «fordel plan».
failure-not-a-plan-at = «{ $path }» er ikke en plan: den kan ikke leses fra linje { $line }, tegn { $column }. Oppgi plan.json eller plan.xlsx fra «fordel plan».
failure-not-a-plan-lacks = «{ $path }» er ikke en plan: delen «{ $part }» mangler. Oppgi plan.json eller plan.xlsx fra «fordel plan».
failure-plan-broken = Planen i «{ $path }» er trolig laget for en annen post, eller arbeidsboka er endret etter at planen ble laget, så den kan ikke forklares. Lag planen på nytt med «fordel plan», eller bruk arbeidsboka den ble laget av. { $count-n ->
    [one] Én regel eller ett tall stemmer ikke:
   *[other] { $count } regler og tall stemmer ikke:
}
failure-more-rules = { $count-n ->
    [one] Ett avvik er ikke vist her. «fordel check» viser alle.
   *[other] { $count } avvik er ikke vist her. «fordel check» viser alle.
}
failure-plan-empty = «{ $path }» sier at det ikke finnes noen plan, så det er ingenting å gå ut fra. Se hva som må til med «fordel plan».
assumed-unit = Enheten har ikke noe navn i arbeidsboka: navnet på fila, «{ $unit }», er brukt.
    .cure = Før opp «Enhet» i arket «Innstillinger».
failure-no-tasks = «{ $path }» har ingen oppgaver ennå. Skriv én oppgave på hver rad i arket Oppgaver, og prøv igjen.
failure-unwritable-denied = Kan ikke skrive til «{ $path }»: du har ikke tilgang, eller fila er åpen i Excel. Lukk den, eller velg et annet sted.
failure-unwritable-file = Kan ikke skrive til «{ $path }»: det ligger ei fil der det skal være en mappe. Velg et annet sted.
failure-unwritable-folder = Kan ikke skrive til «{ $path }»: det er en mappe. Oppgi ei fil.
failure-unwritable-full = Kan ikke skrive til «{ $path }»: det er ikke plass på disken. Rydd plass, eller velg et annet sted.
failure-unwritable = Kan ikke skrive til «{ $path }» ({ $why }). Lukk fila om den er åpen i Excel, eller velg et annet sted.
failure-check = Planen besto ikke den uavhengige kontrollen og vises derfor ikke. Det er en feil i programmet: meld fra med arbeidsboka og det som står her.
failure-document = Planen er god, men «{ $name }» kunne ikke lages ({ $why }). Det er en feil i programmet: meld fra med arbeidsboka.

# Wishes that can't be followed.
refusal-row = Det står ingen oppgave i rad { $row }. Oppgavene står i radene { $first } til { $last } på arket Oppgaver.
refusal-group = Posten har ingen gruppe «{ $code }». Bruk en av { $codes }.
refusal-pinned = Rad { $row } ({ $task }) kan ikke stå på { $group }: arbeidsboka låser den til { $by }. Endre «Låst til» der, eller dropp ønsket.
refusal-only = Rad { $row } ({ $task }) kan ikke stå på { $group }: «Bare» nevner ikke den gruppa. Endre «Bare» der, eller velg en annen gruppe.
refusal-lowest = Rad { $row } ({ $task }) kan ikke stå på { $group }: minstekravet er { $by }. Velg { $by } eller en gruppe som dekker den.
refusal-pinned-twice = Rad { $row } er låst mer enn én gang. Behold én av dem.
refusal-goal-twice = Målet { $goal } står to ganger. Behold det ene.
refusal-scarce-hours = Målet scarce_hours trenger kostnad foran seg eller et budsjett, ellers er det gratis å bytte dem ut med alle andre. Skriv for eksempel «cost:1%,scarce_hours», eller oppgi --budget.
refusal-work-parts = --work har { $parts } tall, men planen har { $goals } mål. Skriv ett tall, eller det planen sier at den kan gjentas med.

# The program's frame.
cli-about = Fordel plasserer oppgavene på en sengepost på yrkesgrupper, bemanner posten, beviser hvor god planen er, og forklarer den.
cli-start =
    Fordel fordeler oppgaver og bemanner en post – med bevis og begrunnelse.

    Prøv dette først:
      fordel demo                     lager en eksempelpost med ferdig plan, å se på
      fordel template min-post.xlsx   lager en arbeidsbok du kan fylle ut i Excel
      fordel plan min-post.xlsx       lager planen og legger den ved siden av arbeidsboka

    Alle kommandoer: fordel --help
cli-after =
    Slutter med 0 når svaret er ja, 1 når det er nei (brutte regler, ingen plan mulig), 2 ved feil bruk, 3 når det som leses inn er feil eller uleselig, 4 når tida gikk ut med verken plan eller bevis.
cli-heading-usage = Bruk:
cli-heading-commands = Kommandoer:
cli-heading-arguments = Argumenter:
cli-heading-options = Valg:
cli-error = Feil: { $sentence }
cli-output-failed = Feil: Kan ikke skrive svaret ut ({ $why }). Se etter at det er plass på disken.

usage-fordel = fordel [VALG] KOMMANDO
usage-fordel-demo = fordel demo [VALG]
usage-fordel-template = fordel template [VALG] OUT.xlsx
usage-fordel-validate = fordel validate [VALG] WARD.xlsx
usage-fordel-convert = fordel convert [VALG] WIDE.xlsx OUT.xlsx
usage-fordel-plan = fordel plan [VALG] WARD.xlsx
usage-fordel-check = fordel check [VALG] WARD.xlsx PLAN
usage-fordel-explain = fordel explain [VALG] WARD.xlsx PLAN ROW
usage-fordel-courses = fordel courses [VALG] WARD.xlsx PLAN
usage-fordel-compare = fordel compare [VALG] A B

cmd-demo = Planlegg eksempelposten, og si hva du bør se på
    .long =
        Planlegg eksempelposten, og si hva du bør se på.

        Arbeidsboka og alle dokumentene legges i mappa DIR. Det tar omtrent et minutt.
cmd-template = Lag en arbeidsbok å fylle ut i Excel
    .long =
        Lag en arbeidsbok å fylle ut i Excel, med nedtrekkslister, kontroller og veiledning.

        Ligger det allerede ei fil der, tas den vare på under et annet navn.
cmd-validate = Se gjennom en arbeidsbok: alt som er galt, og alt som er antatt
    .long =
        Se gjennom en arbeidsbok og si alt på én gang: ark, celle, hva som er galt, hva som ville vært riktig, og hva som er antatt.
cmd-convert = Gjør det brede skjemaet om til oppgavelista
    .long =
        Gjør det brede skjemaet, slik postene fyller det ut, om til oppgavelista. Det som mangler, er merket.

        Ligger det allerede ei fil der, tas den vare på under et annet navn.
cmd-plan = Lag planen: fordeling, bemanning, opplæring og rapport
    .long =
        Lag planen: fordeling, bemanning, opplæring og rapport, som plan.json, plan.xlsx, report.html og report.pdf.

        Ctrl-C avslutter letingen og beholder den beste planen som er funnet. Valgene her går foran arket Innstillinger.
cmd-check = Kontroller en plan, også en som er endret for hånd
    .long =
        Kontroller en plan uavhengig av det som laget den, også når den er endret for hånd i Excel. Hver brutt regel får sitt sted, og alle tall regnes på nytt.
cmd-explain = Forklar hvorfor en oppgave står der den står
    .long =
        Forklar hvorfor en oppgave står der den står: hva hver annen kvalifisert gruppe ville kostet i året, i årsverk og i kurs, og regelen som stenger de andre ute.
cmd-courses = Finn rekkefølgen kursene bør tas i: hvilket som setter mest fri for kronene
    .long =
        Tar kursene i en plan ett for ett. Av dem som er igjen, kommer det først som setter flest
        sykepleiertimer fri for hver krone det koster, regnet ved å løse planen på nytt med kursene så
        langt og ingen andre. Kurs som arbeidet krever allerede i dag, er der fra starten.
cmd-compare = Sammenlign to planer: hva som er flyttet, hoder, årsverk og penger
    .long =
        Sammenlign to planer: hva som er flyttet, hoder på vakt, årsverk og penger.

arg-help = Vis denne hjelpa
arg-version = Vis versjonen
arg-quiet = Si ikke mer enn det som trengs
arg-lang = Språk: nb eller en (ellers etter miljøet, ellers nb)
arg-json = Gi svaret som JSON
arg-ward = Arbeidsboka til posten
arg-wide = Skjemaet slik posten fylte det ut
arg-plan-file = Planen: plan.json eller plan.xlsx
arg-row = Radnummeret til oppgaven på arket Oppgaver, eller i planen der skjemaet står på flere ark
arg-hours-a-month = Timer i måneden som kan tas ut av driften til kurs; da får hvert kurs sine måneder
arg-a = Den første planen: plan.json eller plan.xlsx
arg-b = Den andre planen
arg-template-out = Fila som skal lages
arg-convert-out = Fila som skal lages
arg-example = Fyll arbeidsboka med en eksempelpost
arg-demo-out = Mappa dokumentene legges i (ellers { $folder })
arg-plan-out = Mappa dokumentene legges i (ellers ved siden av arbeidsboka, med samme navn og endelsen .plan)
arg-time-limit = Sekunder letingen etter planen får vare (ellers { $seconds }); sammenligningene får like lenge til
arg-time-limit-alone = Sekunder utregningen får vare (ellers { $seconds })
arg-work = Mengde arbeid letingen får gjøre; samme tall gir samme plan
arg-gap = Avstanden som regnes som bevist, f.eks. 0,1% (ellers 0,01%)
arg-goals = Målene i rekkefølge, hvert med hvor mye de neste får forverre det, f.eks. cost:1%,overqualified,changes. Andre mål: scarce_hours, spread. Er cost ikke med, kommer det sist
arg-budget = Det planen høyst får koste, kroner i året
arg-max-moves = Det høyeste antallet plasseringer som får skifte gruppe; en oppgavelinje med både hverdag og helg har to
arg-pin = Hold oppgaven i raden på gruppa, f.eks. 12=HFA; kan gjentas
arg-alike = Lik bemanning på hverdager og i helga (weekdays), eller hver dag for seg (no)

# Wrong use.
misuse-unknown = Kjenner ikke «{ $argument }».
misuse-extra = «{ $argument }» er ett ord for mye. Sett navn med mellomrom i anførselstegn: "min post.xlsx".
misuse-command = Kjenner ikke kommandoen «{ $command }».
misuse-missing = Det mangler noe: { $argument }.
misuse-no-value = { $argument } trenger en verdi etter seg.
misuse-lang = «{ $value }» er ikke et språk her. Skriv --lang nb eller --lang en.
misuse-value = «{ $value }» passer ikke for { $argument }.
misuse-too-many = «{ $value }» er én for mye for { $argument }.
misuse-twice = { $argument } kan bare stå én gang.
misuse-together = { $argument } og { $other } kan ikke stå sammen. Bruk bare én av dem.
misuse-letters = Et av ordene har tegn som ikke kan leses. Skriv det på nytt.
misuse-other = Kommandoen kan ikke leses ({ $detail }).
misuse-suggestion = Mente du { $suggested }?
misuse-more = Les mer med: { $page }
wrong-book = «{ $value }» er ikke navnet på en arbeidsbok, og det er det som skrives her. La navnet slutte på .xlsx.
wrong-page = «{ $value }» er ikke navnet på ei nettside, og det er det som skrives her. La navnet slutte på .html.
wrong-picture = «{ $value }» er ikke navnet på et bilde av den typen som skrives her. La navnet slutte på .svg.

wrong-gap = «{ $value }» er ikke en avstand. Skriv f.eks. --gap 0,1% (eller 0,001); den må være under 100 %.
wrong-time-limit = «{ $value }» er ikke en tid. Skriv sekunder, f.eks. --time-limit 60, eller minutter: 5m.
wrong-work = «{ $value }» er ikke en mengde arbeid. Skriv et helt tall, f.eks. --work 20000, eller det planen sier at den kan gjentas med.
wrong-goal = «{ $value }» er ikke et mål. Målene er cost, overqualified, scarce_hours, changes og spread, f.eks. --goals cost:1%,overqualified.
wrong-tolerance = «{ $value }» har en toleranse som ikke kan leses. Skriv prosent etter kolon, f.eks. cost:1% eller cost:0,5%.
wrong-budget = «{ $value }» er ikke et beløp. Skriv kroner uten tvil om tusenskille, f.eks. --budget "40 000 000".
wrong-max-moves = «{ $value }» er ikke et antall. Skriv et helt tall, f.eks. --max-moves 10.
wrong-pin = «{ $value }» kan ikke leses. Skriv raden og gruppa, f.eks. --pin 12=HFA.
wrong-alike = «{ $value }» kan ikke leses. Skriv --alike weekdays eller --alike no.
wrong-row = «{ $value }» er ikke et radnummer. Skriv nummeret på raden i arket Oppgaver, f.eks. 12.
wrong-hours = «{ $value }» er ikke et antall timer. Skriv et tall større enn 0, f.eks. --hours-a-month 40.

# Progress.
progress-first-plan = første plan
progress-best = beste { $value }
progress-bound = minst { $value }
progress-gap = avstand { $value }
progress-ending = Avslutter og beholder det beste som er funnet. Ctrl-C igjen stopper med en gang.
phase-carried = Dagens fordeling, bemannet billigst
phase-rightmost = Alt på laveste gruppe
phase-worths = Hva som binder
phase-curve = Gevinst mot antall flyttinger
phase-conflict = Hvorfor det ikke går
phase-why = Hva andre grupper ville kostet
phase-course-order = Rekkefølgen på kursene

# The answer of `plan`.
plan-cost = { $unit }: planen koster { $cost } i året.
plan-saves = Det er { $kroner } mindre enn dagens fordeling av oppgavene, billigst bemannet.
plan-adds = Det er { $kroner } mer enn dagens fordeling av oppgavene, billigst bemannet.
plan-saves-nothing = Det er det samme som dagens fordeling av oppgavene, billigst bemannet.
plan-saves-relaxed = Det er { $kroner } mindre enn dagens fordeling, som ingen bemanning innenfor rammene kan bære: den er regnet uten tak på årsverk, vakter og helger.
plan-adds-relaxed = Det er { $kroner } mer enn dagens fordeling, som ingen bemanning innenfor rammene kan bære: den er regnet uten tak på årsverk, vakter og helger.
plan-fte = Årsverk mot det: { $groups }.
plan-today-overloaded =
    { $count-n ->
        [one] I dag er det mer arbeid enn folk i ett tidsrom i uka for én gruppe: se arket { book-sheet-findings } i plan.xlsx.
       *[other] I dag er det mer arbeid enn folk i { $count } tidsrom i uka, talt for hver gruppe: se arket { book-sheet-findings } i plan.xlsx.
    }
plan-frees = Oppgaver for { $total } sykepleiertimer i uka går til andre (dag { $day }, kveld { $evening }, natt { $night }, helg { $weekend }).
plan-takes = Sykepleiere får oppgaver for { $total } timer mer i uka enn i dag (dag { $day }, kveld { $evening }, natt { $night }, helg { $weekend }).
plan-frees-nothing = Sykepleiere har like mange timer med oppgaver som i dag.
plan-courses =
    { $courses-n ->
        [one] Det krever ett kurs
       *[other] Det krever { $courses } kurs
    }, { $seats-n ->
        [one] én plass
       *[other] { $seats } plasser
    } og { $hours } timer ({ $cost } i året).
plan-no-courses = Det krever ingen kurs.
plan-proven = Bevist: ingen plan er mer enn { $kroner } ({ $gap }) billigere enn den billigste som ble funnet.
plan-proven-exact = Bevist: ingen plan er billigere enn den billigste som ble funnet.
plan-proven-first = Bevist: ingen plan er mer enn { $gap } bedre på målet «{ $goal }» enn den beste som ble funnet.
plan-proven-first-exact = Bevist: ingen plan er bedre på målet «{ $goal }» enn den beste som ble funnet.
plan-proven-later = Målene etter er bevist hvert i sin tur innenfor { $gap }, blant planer der målene foran ikke er mer enn toleransen dårligere enn sitt beste.
plan-goals-before-cost = Den billigste planen som ble funnet, koster { $kroner } mindre. Det er prisen for de andre målene: { $goals }.
plan-tolerance = { $kroner } av kostnaden er brukt på målene etter den: { $goals }.
plan-goal-change = { $goal } { $from } → { $to } { $unit }
plan-unproven = Planen holder, men er ikke bevist best.
plan-unproven-goal = { $goal }: beste som ble funnet er { $best }, bevist minst { $bound } { $unit } (avstand { $gap }).
plan-unproven-later = Blir «{ $goal }» bedre, kan målene etter bli dårligere: de er bare regnet ut for det beste som ble funnet av målene foran, med toleransen.
plan-least-proven = Andre mål går foran kostnaden. Uten dem koster den billigste planen { $least } i året; det er bevist.
plan-least = Andre mål går foran kostnaden. Uten dem koster den billigste planen som ble funnet, { $least } i året, og det er bevist at ingen koster mindre enn { $bound }.
plan-least-unknown = Andre mål går foran kostnaden, og hvor lav den kunne vært uten dem, er ikke bevist.
plan-ended-time = Klokka stanset letingen etter { $seconds } s. Med --work { $work } kan den gjentas likt; med lengre --time-limit kan den bli bedre.
plan-ended-work = Letingen stanset etter avtalt arbeid ({ $work }).
plan-ended-cancelled = Letingen ble stanset etter { $seconds } s. Med --work { $work } kan den gjentas likt.
plan-time-ended = Tida gikk ut før det ble funnet en plan eller et bevis for at ingen finnes. Gi den mer tid, f.eks. --time-limit 300.
plan-impossible = Det finnes ingen plan. Disse kravene kan ikke holdes sammen; uten ett av dem kan de andre det:
plan-impossible-bare = Det finnes ingen plan, og det er bevist. Hvilke krav som ikke kan holdes sammen, ble ikke funnet i tide: gi mer tid, f.eks. --time-limit 300.
plan-assumed =
    { $count-n ->
        [one] Én verdi er antatt, siden den ikke sto i arbeidsboka: se den med «fordel validate».
       *[other] { $count } verdier er antatt, siden de ikke sto i arbeidsboka: se dem med «fordel validate».
    }
plan-saved = Lagret i { $folder }: { $files }.
plan-look = Se først på report.html (åpnes i nettleseren) og arket { book-sheet-distribution } i plan.xlsx.
saved-kept = Fila som lå der fra før, er tatt vare på som { $path }.
demo-workbook = Eksempelposten ligger i { $path }: åpne den i Excel, endre noe og planlegg på nytt med «fordel plan { $path }».

# Other answers.
template-saved = Lagret { $path }. Fyll ut arket Oppgaver i Excel, og se gjennom med «fordel validate { $path }».
convert-saved =
    { $count-n ->
        [0] Lagret { $path } med { $lines-n ->
            [one] én oppgavelinje
           *[other] { $lines } oppgavelinjer
        }. Ingenting er antatt.
        [one] Lagret { $path } med { $lines-n ->
            [one] én oppgavelinje
           *[other] { $lines } oppgavelinjer
        }. Én ting er antatt og bør fylles ut:
       *[other] Lagret { $path } med { $lines-n ->
            [one] én oppgavelinje
           *[other] { $lines } oppgavelinjer
        }. { $count } ting er antatt og bør fylles ut:
    }
convert-left =
    { $count-n ->
        [one] Dette arket leses ikke og følger ikke med: { $sheets }.
       *[other] Disse arkene leses ikke og følger ikke med: { $sheets }.
    }
convert-next = Fyll ut de merkede cellene i Excel, og gå videre med «fordel plan { $path }».
convert-ready = Gå videre med «fordel plan { $path }».
validate-faults =
    { $count-n ->
        [one] Én feil må rettes:
       *[other] { $count } feil må rettes:
    }
validate-notices =
    { $count-n ->
        [one] Én ting å vite om:
       *[other] { $count } ting å vite om:
    }
validate-assumed =
    { $count-n ->
        [one] Én verdi er antatt:
       *[other] { $count } verdier er antatt:
    }
validate-mend = Rett feilene i Excel, og prøv igjen.
validate-good = { $unit }: arbeidsboka kan brukes. { $lines-n ->
        [one] Én oppgavelinje
       *[other] { $lines } oppgavelinjer
    }, { $groups-n ->
        [one] én gruppe
       *[other] { $groups } grupper
    }, { $shifts-n ->
        [one] én vakt
       *[other] { $shifts } vakter
    }.
check-good = Planen holder: alle regler er fulgt, og alle tall stemmer.
check-good-as-told = Planen holder: alle regler er fulgt, og de tallene den oppgir, stemmer. Dette oppgir den ikke, så det er ikke kontrollert: { $untold }.
check-broken =
    { $count-n ->
        [one] Planen holder ikke: én regel er brutt.
       *[other] Planen holder ikke: { $count } regler er brutt.
    }
check-lacking = Det planen oppgir, stemmer, men noe av det programmet alltid oppgir, mangler. Er planen fra en tidligere utgave av programmet, lag den på nytt med «fordel plan».
check-of-another = Planen er laget for «{ $plan }», og arbeidsboka er for «{ $ward }».
check-more =
    { $count-n ->
        [one] Det er ett brudd til; alle står i svaret med --json.
       *[other] Det er { $count } brudd til; alle står i svaret med --json.
    }
check-figures = Regnet på nytt:
course-line = { $group }: kurset { $course } for { $people } ({ $cost } i året)
explain-stands = { $task } ({ $timing }, { $days }, rad { $row }) står på { $group }.
explain-costs = { $group }: { $cost }
explain-costs-fixed = { $group }: { $cost } (*)
explain-heads-fixed = (*) Regnet med de samme hodene på vakt som i planen.
explain-course = kurset { $course } for { $group }
explain-impossible = { $group }: ingen plan er mulig med oppgaven der.
explain-unknown = { $group }: ikke regnet ut.
explain-forbidden = { $group }: ikke kvalifisert.
explain-forbidden-pinned = { $group }: oppgaven er låst til { $by }.
explain-forbidden-only = { $group }: «Bare» nevner ikke gruppa.
explain-forbidden-lowest = { $group }: ikke kvalifisert, minstekravet er { $by }.
cost-same = koster det samme
cost-exact = { $cost } i året
cost-between = mellom { $low } og { $high } i året
cost-indistinct = mellom { $low } og { $high } i året: kan ikke skilles fra dette
cost-at-most = høyst { $high } i året
cost-at-least = minst { $low } i året
cost-unknown = ikke avklart i tide; prøv med lengre --time-limit
compare-same = Planene plasserer det samme på de samme, med de samme hodene.
compare-units = Planene er for hver sin post: rader med samme nummer kan være ulike oppgaver.
compare-moved =
    { $count-n ->
        [one] Én linje er flyttet:
       *[other] { $count } linjer er flyttet:
    }
compare-nowhere = (mangler)
compare-heads = Hoder som er endret (A→B):
compare-no-cost = En av planene sier ikke hva den koster.
compare-changed = { $plan } er endret for hånd etter at den ble laget: kroner er som arbeidsboka regner nå, årsverk som da planen ble laget. Se alt regnet på nytt med «fordel check».
column-row = Rad
column-task = Oppgave
column-timing = Tid
column-days = Dager
column-from-to = Fra → til
column-group = Gruppe
column-shift = Vakt
column-figure = Tall
column-a = A
column-b = B
column-difference = Forskjell
column-fte = Årsverk
column-people = Ansatte
column-paid-hours = Betalte timer i uka
column-task-minutes = Oppgaveminutter i uka
figure-year-cost = Kroner i året
figure-training-cost = Herav kurs, kroner i året
figure-moves = Plasseringer flyttet fra i dag

# The date in reports.
date = { $day }. { $month } { $year }
date-month-1 = januar
date-month-2 = februar
date-month-3 = mars
date-month-4 = april
date-month-5 = mai
date-month-6 = juni
date-month-7 = juli
date-month-8 = august
date-month-9 = september
date-month-10 = oktober
date-month-11 = november
date-month-12 = desember

# fordel serve
usage-fordel-serve = fordel serve [VALG]
cmd-serve = Start Fordel i nettleseren
    .long =
        Start Fordel i nettleseren, for alle som skal kartlegge, fordele og vedta sammen.

        Alt lagres i én databasefil. Første gang vises en lenke for den første administratoren.
        Med --demo og uten --database brukes en database som kastes når programmet stoppes.
arg-listen = Adressen det svares på (ellers { $default }); bare et portnummer betyr denne maskinen
arg-database = Databasefila, med eller uten sqlite: foran (ellers { $default }); den lages hvis den ikke finnes
arg-origin = Adressen folk bruker, f.eks. https://fordel.sykehuset.no, når en mellomtjener står foran
arg-plans = Hvor mange planer som lages samtidig, høyst så mange som maskinen har kjerner (ellers halvparten av dem)
arg-inside-providers = La innlogging med virksomhetens konto spørre en tjeneste i det interne nettet (f.eks. ADFS)
arg-keep-look-ups = Hvor mange dager oppslag på Vakten nå tas vare på (ellers { $default }); eldre oppslag slettes
arg-settings = Ei fil med innstillinger, en linje hver: navn = verdi, der navnene er { $names }. Flagg og miljøet går foran
arg-serve-demo = Fyll en tom database med eksempelsykehuset, og vis en lenke rett inn
serve-address = Fordel svarer på { $address }
serve-example = Åpne eksempelet her: { $link }
serve-not-empty = Databasen er ikke tom, så eksempelet er ikke lagt inn. Logg inn på adressen over som før, eller velg ei ny fil med --database.
serve-first = Lag organisasjonen og den første administratoren her (lenken virker én gang): { $link }
serve-throw-away = Dette er et eksempel å leke med. Alt kastes når programmet stoppes.
serve-database = Databasen ligger i { $path }. Ta vare på den fila.
serve-stop = Stopp med Ctrl-C.
serve-stopping = Stopper. Det som er i gang, blir ferdig først.
serve-no-listen = Kan ikke svare på { $listen }: { $why }. Er den opptatt, velg en annen med --listen.
serve-corrupt = Databasen { $path } er skadet ({ $why }). Ingenting er endret. Hent fram en sikkerhetskopi: fordel restore KOPI { $path } --replace
serve-damaged = Fordel stopper: Databasen { $path } er skadet ({ $why }). Det siste som ble gjort, kan være uten svar. Se etter feil på disken, og hent fram en sikkerhetskopi: fordel restore KOPI { $path } --replace
serve-foreign = Fila { $path } er en database fra et annet program. Velg en annen med --database.
serve-newer = Databasen { $path } er skrevet av en nyere versjon av Fordel (skjema { $why }). Bruk den versjonen.
serve-busy = Databasen { $path } er i bruk av et annet Fordel. Stopp det, eller velg ei annen fil med --database.
serve-no-database = Databasen { $path } kan ikke åpnes: { $why }.
serve-no-system = Fordel kan ikke starte: { $why }.
wrong-listen = --listen skal være en adresse med port, f.eks. 127.0.0.1:8080, eller bare en port; «{ $value }» er ikke det.
wrong-origin = --origin skal være adressen folk bruker: http:// eller https:// og et navn, uten noe etter, f.eks. https://fordel.sykehuset.no; «{ $value }» er ikke det.
wrong-database = «{ $value }» er ingen databasefil. Skriv fila, med eller uten sqlite: foran, f.eks. /var/lib/fordel/fordel.db.
wrong-settings-file = Innstillingsfila kan ikke leses: { $value }. Velg en annen med --settings.
wrong-settings = Noen linjer i innstillingsfila kan ikke brukes: { $value }. Skriv navn = verdi, hvert navn én gang. Navnene er listen, database, origin, plans, inside-providers og keep-look-ups.
wrong-plans = --plans skal være et tall fra 1 til 64; «{ $value }» er ikke det.
wrong-keep-look-ups = --keep-look-ups skal være et antall dager fra 1 til 3650; «{ $value }» er ikke det.

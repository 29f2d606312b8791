# The traffic light: what now, with people missing on a shift.

light-green = grønn
light-yellow = gul
light-red = rød

relief-extra-shift = ekstravakt av egne
relief-pool = fra en annen enhet i poolen
relief-overtime = overtid
relief-agency = innleie fra byrå

shortage-head = { $shift } { $day } { $time }. Mangler: { $missing }.
shortage-day-as = { $date }, bemannes som { $day },
shortage-head-nobody = { $shift } { $day } { $time }. Ingen mangler.
shortage-absent = { $heads } av { $planned } { $group } ({ $shift })
shortage-running = Vakta er i gang: svaret gjelder fra klokka { $time }. Det planen hadde tid til før det, regnes som gjort.
shortage-light-green = GRØNT: alt som skal gjøres, blir gjort.
shortage-light-yellow =
    { $put-n ->
        [one] GULT: ett minutt utsettes eller utelates. Det som må gjøres, blir gjort.
       *[other] GULT: { $put } minutter utsettes eller utelates. Det som må gjøres, blir gjort.
    }
shortage-light-red = RØDT: { $red }.
shortage-red-work =
    { $minutes-n ->
        [one] ett minutt arbeid som må gjøres, er udekket
       *[other] { $minutes } minutter arbeid som må gjøres, er udekket
    }
shortage-red-presence =
    { $minutes-n ->
        [one] for få er til stede i ett minutt
       *[other] for få er til stede i { $minutes } minutter
    }

shortage-list-uncovered = Udekket:
shortage-list-courses = Krav om kurs:
shortage-list-handed = Gi videre:
shortage-list-put-off = Utsett:
shortage-list-left-out = La være:
shortage-uncovered = { $task } ({ $cells }, { $from }): { $minutes }. { $why }
shortage-handed = { $task } ({ $cells }): { $minutes } fra { $from } til { $to }.
shortage-put-off = { $task } ({ $cells }, { $from }): { $minutes } til { $until }.
shortage-left-out = { $task } ({ $cells }, { $from }): { $minutes }.
shortage-minutes = { $minutes } min
shortage-minutes-of = { $minutes } av { $of } min
shortage-next-days = de neste dagene
shortage-why-nobody-present = Ingen som kan ta den, er på vakt.
shortage-why-no-certificate = Ingen på vakt har kurset.
shortage-why-no-time = De som kan ta den, er opptatt med annet som må gjøres.
shortage-by = { $group } tar den da.
shortage-by-then = { $group } tar den { $cells }.
shortage-holders =
    { $holders-n ->
        [one] Én i { $group } har kurset: finn ut om det er en av dem på vakt.
       *[other] { $holders } i { $group } har kurset: finn ut om det er noen av dem på vakt.
    }
shortage-holders-named = Kurset har i { $group }: { $names }. Finn ut om noen av dem er på vakt.
shortage-watch-uncovered = { $task } { $time }: { $heads } mangler.
shortage-watch-handed = { $task } { $time }: { $heads } fra { $to } i stedet for { $from }.
shortage-gap = Tilstedeværelse { $groups } { $time }: { $heads } for få.
shortage-course-named = Kravet om minst { $count } { $groups } { $time } holdes kanskje ikke: de som mangler, kan være de som har kurset. Det er kjent hos { $names }.
shortage-course-many = Kravet om minst { $count } { $groups } { $time } holdes kanskje ikke: de som mangler, kan være de som har kurset. { $holders } i gruppa har det.
shortage-course-nobody = Kravet om minst { $count } { $groups } { $time } holdes kanskje ikke: ingen i gruppa er kjent med gyldig kurs.
presence-or-higher = { $group } eller høyere
presence-or = { $first } eller { $last }
presence-or-apart = { $first }, eller { $last }
presence-with-course = { $groups } med kurset { $course }
shortage-no-hire = Innleie er ikke begrunnet.
shortage-hire = Innleie er begrunnet: { $stretches }. Til sammen { $hours } timer.
shortage-hire-stretch =
    { $heads-n ->
        [one] { $group } { $time }
       *[other] { $heads } { $group } { $time }
    }
shortage-relief = Avlastning i denne rekkefølgen:
shortage-relief-step = { $number }. { $step }: { $cost }
shortage-relief-assumed = Rekkefølgen og prisene for avlastning er standardverdier. Skriv deres egne i «Avlastning» på arket Innstillinger.
shortage-without =
    { $here-n ->
        [one] Én av linjene her står uten prioritet og regnes som rød ({ $all } i hele arbeidsboka). Fyll ut «Prioritet» på arket Oppgaver.
       *[other] { $here } av linjene her står uten prioritet og regnes som røde ({ $all } i hele arbeidsboka). Fyll ut «Prioritet» på arket Oppgaver.
    }

shortage-no-shifts = Ingen vakter går { $day }. Velg en annen dag.
shortage-no-such-shift = Posten har ingen vakt «{ $shift }». Bruk en av { $names }.
shortage-not-that-day = Vakta «{ $shift }» går ikke { $day }. Bruk en av { $names }, eller en annen dag.
shortage-ambiguous = «{ $shift }» er flere vakter til ulike tider { $day }. Skriv gruppa også: { $choices }.
shortage-too-many =
    { $planned-n ->
        [0] { $group } kan ikke mangle { $day }: planen har ingen { $group } på den vakta. Velg en annen gruppe eller vakt.
       *[other] { $missing } { $group } kan ikke mangle { $day }: planen har { $planned } på den vakta. Skriv et mindre tall.
    }
shortage-outside = Klokka { $from } er ikke innenfor vakta, som går { $time } { $day }. Skriv et klokkeslett mens vakta er i gang.
shortage-plan-of-another = Planen i «{ $path }» er trolig laget for en annen post enn { $unit }, eller arbeidsboka er endret etter at planen ble laget. Lag planen på nytt med «fordel plan», eller bruk arbeidsboka den ble laget av. { $count-n ->
    [one] Én regel eller ett tall stemmer ikke:
   *[other] { $count } regler og tall stemmer ikke:
}
shortage-check = Svaret besto ikke den uavhengige kontrollen og vises derfor ikke. Det er en feil i programmet: meld fra med arbeidsboka, planen og det som står her.

usage-fordel-shortage = fordel shortage [VALG] WARD.xlsx PLAN --day DAG --shift VAKT [--missing SPL=1,HFA=1]
cmd-shortage = Trafikklyset: hva nå, når noen mangler på ei vakt
    .long =
        Trafikklyset: hva nå, når noen mangler på ei vakt. For hvert tidsintervall fargen, og i alt hva som gis videre, utsettes og utelates, hva som er udekket, og om innleie er begrunnet og for hvilke timer. Slutter med 1 når noe er udekket.
arg-day = Dagen vakta begynner: 1–7 (1 er mandag) eller navnet, f.eks. lørdag
arg-shift = Navnet på vakta, f.eks. A, eller ASS:K der grupper bruker navnet til ulike tider
arg-missing = Hvor mange som mangler av hver gruppe
arg-shortage-from = Svar fra dette klokkeslettet, mens vakta er i gang, f.eks. 16:20. Uten det: hele vakta
arg-cards = Lag i stedet kort til veggen for de vanlige tilfellene (.pdf eller .html)
wrong-day = «{ $value }» er ikke en dag. Skriv 1–7, der 1 er mandag, eller navnet på dagen.
wrong-missing = «{ $value }» kan ikke leses. Skriv hvor mange som mangler av hver gruppe, f.eks. --missing SPL=1,HFA=1.
wrong-missing-twice = «{ $value }» står to ganger i --missing. Skriv gruppa én gang, med hvor mange som mangler i alt.
wrong-clock = «{ $value }» er ikke et klokkeslett. Skriv timer og minutter, f.eks. 16:20.

# Cards for the wall
cards-title = Når noen mangler
cards-lead = Fargen sier hva som skjer med oppgavene når så mange mangler på vakta. Kortet gjelder den verste dagen, regnet ut fra planen. Det som er under fem minutter, er bare talt opp.
cards-lead-without =
    { $without-n ->
        [one] Fargen sier hva som skjer med oppgavene når så mange mangler på vakta. Kortet gjelder den verste dagen, regnet ut fra planen. Det som er under fem minutter, er bare talt opp. Én oppgavelinje står uten prioritet og regnes som rød.
       *[other] Fargen sier hva som skjer med oppgavene når så mange mangler på vakta. Kortet gjelder den verste dagen, regnet ut fra planen. Det som er under fem minutter, er bare talt opp. { $without } oppgavelinjer står uten prioritet og regnes som røde.
    }
cards-heading = Vakt { $shift }, { $days }
cards-of-day = Viser { $day }
cards-other-days = andre dager kan være annerledes, men ikke verre
cards-missing = { $heads } { $group } mangler
cards-green = GRØNT
cards-yellow = GULT
cards-red = RØDT
cards-gap = tilstedeværelse { $groups } { $time } ({ $heads } for få)
cards-hire = Lei inn
cards-give = Gi fra { $from } til { $group }
cards-put-off = Utsett til { $until }
cards-besides = Ellers
cards-crumbs =
    { $count-n ->
        [one] én bit under { $least } minutter
       *[other] { $count } biter under { $least } minutter
    }
cards-taken = tas { $cells }
cards-next-days = Utsett til de neste dagene
cards-nothing = Alt blir gjort som vanlig
cards-day-after = neste dag
shortage-cards-saved =
    { $count-n ->
        [one] Ett kort ligger i «{ $path }».
       *[other] { $count } kort ligger i «{ $path }».
    }
shortage-cards-none = Planen har ingen på vakt, så det er ingen kort å lage.
wrong-form = «{ $value }» er verken en PDF eller ei nettside. La navnet slutte på .pdf eller .html.

# How sure a plan is: many weeks that vary.

simulate-head = { $unit }: { $weeks } uker med fravær, antall og minutter som varierer (frø { $seed }).
simulate-week-green = { $share } av ukene er grønne fra ende til annen.
simulate-week-yellow = { $share } har noe som utsettes eller utelates, men intet rødt.
simulate-week-red = { $share } har minst ett tidsintervall der noe som må gjøres, er udekket.
simulate-table-red = Andel uker med RØDT:
simulate-table-yellow = Andel uker med GULT:
simulate-share = { $share } ({ $low }–{ $high })
simulate-mean = { $mean } ± { $error }
simulate-hours = Begrunnet innleie: { $hours } timer i året. Av dem:
simulate-relief = Om alt dekkes med
simulate-relief-step = { $step }: { $cost } i året (± { $error })
simulate-drivers = Hva det kommer av. Timer begrunnet innleie i året mot { $hours }:
simulate-held-absence = ingen fravær
simulate-held-illness = ingen uker der mange er syke samtidig
simulate-held-counts = alltid det vanlige antallet
simulate-held-minutes = alltid de vanlige minuttene
simulate-absence-down = fraværet til { $group } { $percent } lavere
simulate-absence-up = fraværet til { $group } { $percent } høyere
simulate-driver = { $hours } timer; { $cells } røde intervaller i uka
simulate-under-already = Hvert tidsintervall er alt rødt i mindre enn { $under } av ukene.
simulate-under-reached = For at hvert tidsintervall skal være rødt i mindre enn { $under } av ukene, koster det { $cost } mer i året ({ $share }). I dag er det verste { $cell }: { $red }. Flere på vakt, ett steg om gangen:
simulate-under-not = Med flest mulig på vaktene blir ikke hvert tidsintervall rødt i mindre enn { $under } av ukene. Planens verste er { $cell }: { $red }. Så langt kommer en for { $cost } mer i året ({ $share }):
simulate-step = { $cost } i året; verst { $cell }: { $red }; { $hours } timer innleie
simulate-under-broken = Dette bryter avdelingens egne rammer:
simulate-rests = Bygger på disse anslagene: sykepresset svinger { $illness } fra uke til uke for alle samlet; { $covered } av fraværet er dekket før vakta; aktiviteten svinger { $activity } fra dag til dag. Sett deres egne på arket Innstillinger.
simulate-ranges = { $ranges } av { $lines } linjer har et spenn for minuttene. For de { $without } andre er spennet ± { $range }.
simulate-more-work = Spennene gjør at det er { $more } mer arbeid i gjennomsnitt enn planen regner med.
simulate-by-the-minute = Timer innleie er regnet på minuttet. Hele vakter blir mer. Hele dagens arbeid regnes som kjent fra morgenen.

usage-fordel-simulate = fordel simulate [VALG] WARD.xlsx PLAN [--weeks 10000] [--red-under 1%]
cmd-simulate = Hvor sikker planen er: tusener av uker med fravær og arbeid som varierer
    .long =
        Hvor sikker planen er: tusener av uker med fravær, antall og minutter som varierer. For hvert tidsintervall hvor ofte det er grønt, gult og rødt, med usikkerhet; timer og kroner begrunnet innleie i året; hva det kommer av. Med --red-under også hvilken bemanning som holder rødt under en andel, og hva den koster. Slutter med 1 når det ikke lar seg gjøre.
arg-weeks = Hvor mange uker (10 000 om intet er sagt)
arg-seed = Frøet: samme frø gir samme uker
arg-red-under = Finn bemanningen der hvert tidsintervall er rødt i mindre enn denne andelen av ukene, f.eks. 1%
wrong-weeks = «{ $value }» er ikke et antall uker. Skriv et helt tall fra 1 til 1 000 000.
wrong-seed = «{ $value }» kan ikke være et frø. Skriv et helt tall.
wrong-red-under = «{ $value }» er ikke en andel. Skriv en prosent over 0 og under 100, f.eks. --red-under 1%.

# Framskriving: behov for og tilgang på personell år framover.

projection-title = Framskriving
projection-head = { $unit }{ $more-n ->
        [0] { "" }
        [one] { " og én enhet til" }
       *[other]  og { $more } enheter til
    }: fra { $first } til { $last }, med dagens fordeling av oppgavene.
projection-need = Behovet går fra { $now } til { $then } årsverk ({ $growth }). De ansatte fyller { $filled-now } årsverk nå og { $filled } da.
projection-empty = Arkene Befolkning og Framskriving er tomme. Tallene under sier derfor bare hva som skjer hvis ingen ansettes og behovet ikke endrer seg.
projection-figure = { $positions } årsverk mangler
projection-figure-need = Behov i { $year }: { $need } årsverk
projection-takes = Alle tall er antakelser. Endre dem i arkene, så endres siden.
projection-covered = Ingen gruppe mangler noen det siste året.
projection-short = Det siste året mangler { $positions } årsverk ({ $people-n ->
    [one] én ansatt
   *[other] { $people } ansatte
}) i gruppene som mangler noen.
projection-lacks = { $group } mangler { $positions } årsverk i { $last }. Mangelen begynner i { $from }.
projection-lacks-now = { $group } mangler { $positions } årsverk i { $last }, og mangler noen allerede i { $from }.
projection-likely = I åtte av ti trekninger innenfor det antakelsene kan være, mangler { $band } årsverk.
projection-band = { $low } til { $high }

projection-scenario-as-today = Som i dag
projection-scenario-sharing = Med planens oppgavedeling
projection-scenario-more-percent = Høyere stillingsprosent
projection-scenario-less-absence = Lavere fravær
projection-scenario-together = Alle tiltak samlet
projection-scenario-other-growth = Annen vekst

projection-what-use = Bruk per 1000 innbyggere
projection-what-use-change = Endring i bruk per år
projection-what-follows = Del av behovet som følger bruken
projection-what-people = Ansatte i dag
projection-what-retire = Pensjonsalder
projection-what-leave = Slutter av andre grunner per år
projection-what-percent = Stillingsprosent
projection-what-absence = Fravær
projection-what-recruits = Nye per år
projection-what-recruit-age = Alder på nye
projection-what-apprentices = Lærlinger som tas inn per år
projection-what-apprentice-years = Læretid, år
projection-what-apprentice-share = Del av en stilling en lærling gjør
projection-what-apprentices-stay = Lærlinger som blir
projection-what-more-percent = Mål for stillingsprosent
projection-what-less-absence = Mål for fravær
projection-what-other-growth = Annen vekst per år
projection-what-phase-in = Tiltak innføres over, år

projection-column-year = År
projection-column-need = Behov, årsverk
projection-column-growth = Vekst
projection-column-people = Ansatte
projection-column-retired = Pensjon
projection-column-left = Slutter
projection-column-joined = Nye
projection-column-positions = Fylt, årsverk
projection-column-short = Mangler, årsverk
projection-column-band = Åtte av ti trekninger
projection-column-short-people = Mangler, ansatte
projection-column-gap = Behov over fylt, årsverk
projection-column-gap-people = Behov over fylt, ansatte
projection-column-scenario = Scenario
projection-column-group = Gruppe
projection-column-unit = Enhet
projection-column-what = Antakelse
projection-column-ages = Alder
projection-column-from = Fra år
projection-column-value = Verdi
projection-column-range = Lav til høy
projection-column-low = Lav
projection-column-high = Høy
projection-column-source = Kilde
projection-column-residents = Innbyggere { $ages } år
projection-column-per-1000 = Bruk per 1000
projection-column-change = Endring per år
projection-column-use = Bruk i alt
projection-column-index = Indeks
projection-column-follows = Følger bruken
projection-column-now = Behov i dag, årsverk
projection-column-absence-now = Fravær i dag
projection-column-absence = Fravær
projection-column-leave = Slutter, andel
projection-column-percent = Stillingsprosent
projection-column-apprentices = Lærlinger, årsverk

projection-answer = Kort sagt
projection-scenarios = Hva kan gjøres?
projection-scenarios-caption = Det siste året i hvert scenario. Overskudd i én gruppe dekker ikke mangel i en annen.
projection-years = År for år
projection-groups = Gruppe for gruppe
projection-groups-picture = Behov og tilgang i gruppene som mangler mest
projection-groups-caption = Det siste året, dagens fordeling av oppgavene. Under null: flere enn behovet.
projection-gaps = Hva gruppene mangler, scenario for scenario
projection-gaps-caption = Behov over fylt, årsverk. Under null: flere enn behovet.
projection-assumptions = Antakelsene
projection-residents = Innbyggerne
projection-rests = Hva dette bygger på
projection-chart = Behov og tilgang år for år
projection-chart-axis = Årsverk
projection-chart-need = Behov som i dag
projection-chart-need-sharing = Behov med oppgavedeling
projection-chart-positions = Fylt av egne
projection-chart-caption = Årsverk år for år: behovet med dagens fordeling av oppgavene og med planens, og det de ansatte fyller.
projection-chart-caption-band = Årsverk år for år: behovet med dagens fordeling av oppgavene og med planens, og det de ansatte fyller. I de lyse feltene ligger åtte av ti trekninger.
projection-chart-alternative = Behovet går fra { $now } til { $then } årsverk. De ansatte fyller { $filled-now } nå og { $filled } det siste året.
projection-chart-alternative-sharing = Behovet går fra { $now } til { $then } årsverk som i dag, og til { $sharing } med planens oppgavedeling. De ansatte fyller { $filled-now } nå og { $filled } det siste året.
projection-sheet-scenarios = Scenarioer
projection-sheet-demand = Etterspørsel
projection-sheet-groups = Grupper
projection-sheet-all = Alle tall
projection-sheet-assumptions = Antakelser
projection-sheet-notes = Forutsetninger

projection-rests-demand = Behov: dagens årsverk i hver gruppe × vekst i bruk. Bruken er innbyggere i hver alder × bruk per 1000, mot det første året. År som mangler i befolkningen, ligger på den rette linja mellom dem som er der.
projection-rests-supply = Tilgang: hver gruppes ansatte etter alder, år for år. En del slutter, resten blir et år eldre, de som når pensjonsalderen, går av, og nye kommer til. Fylte årsverk er ansatte × stillingsprosent, pluss det lærlingene gjør.
projection-rests-gap = Årsverk regnes som i planen, med fravær og ferie dekket. Lavere fravær gir derfor mindre behov. Mangel i ansatte er regnet med gruppas stillingsprosent, og en del av en ansatt er regnet som én. I det første året er tiltakene ikke begynt.
projection-rests-band = Spennet: hver antakelse med lav og høy verdi er trukket { $draws } ganger fra en trekantfordeling med verdien som topp (frø { $seed }). Befolkningen trekkes lavt eller høyt for alle aldre og år samtidig. En tidel av trekningene ligger under spennet og en tidel over.
projection-rests-sure = Ingen antakelse har lav og høy verdi. Derfor er ikke noe spenn regnet ut. Skriv Lav og Høy i arkene for å få det.
projection-rests-basis-carried = { $unit }: dagens behov er den billigste bemanningen som bærer arbeidet med dagens grupper, fra planen.
projection-rests-basis-today = { $unit }: dagens behov er dagens bemanning.
projection-rests-basis-plan = { $unit }: dagens behov er planens bemanning, siden planen ikke sier hva dagens fordeling krever.
projection-rests-basis-positions = { $unit }: dagens behov er årsverkene i arket Yrkesgrupper, siden bemanningen i dag ikke er oppgitt.
projection-rests-no-demand = { $unit }: befolkning eller bruk mangler. Behovet er regnet uten vekst. Fyll ut arkene Befolkning og Framskriving.
projection-rests-last-year = { $unit }: befolkningen går til { $year }. Etter det er den regnet som da.
projection-rests-without-use = { $unit }: aldrene { $ages } står i befolkningen, men har ingen bruk. De er regnet som 0.
projection-rests-usual-people = { $unit }: alder er ikke oppgitt for { $groups }. De ansatte er spredt jevnt fra alderen på nye til pensjonsalderen.
projection-rests-usual-retire = { $unit }: pensjonsalder er ikke oppgitt for { $groups }. Regnet med { $usual } år.
projection-rests-usual-leave = { $unit }: hvor mange som slutter, er ikke oppgitt for { $groups }. Regnet med { $usual } i året.
projection-rests-usual-recruits = { $unit }: nye per år er ikke oppgitt for { $groups }. Regnet uten nye.
projection-rests-where = Alle tall er antakelser. De står med kilde i arkene Befolkning og Framskriving, og kan endres der.
projection-rests-where-file = Alle tall er antakelser. { $count-n ->
        [0] Innbyggerne i { $unit } er fra fila { $file }.
       *[other] Innbyggerne i { $unit } er fra fila { $file } ({ $regions }).
    } Resten står med kilde i arkene, og kan endres der.
projection-saved = Lagret: { $path }.

usage-fordel-projection = fordel projection [VALG] POST.xlsx [PLAN] [--years ANTALL] [--population FIL]
cmd-projection = Framskriving: behov og tilgang på personell år framover, scenarioer
    .long =
        Behovet for og tilgangen på personell år framover, gruppe for gruppe: befolkning × bruk mot ansatte etter alder, pensjon, hvor mange som slutter, og nye. Antakelsene står i arkene Befolkning og Framskriving. Med en plan vises også hva oppgavedelingen gir. Slutter med 1 når noen gruppe mangler årsverk det siste året.
arg-projection-plan = Planen (plan.json) som oppgavene skal fordeles etter
arg-projection-from = Det første året, for eksempel 2027. Uten: i år
arg-projection-years = Hvor mange år framover. Uten: 15
arg-projection-population = Framskrevet folkemengde fra statistikkbanken (CSV eller Excel), i stedet for arket Befolkning
arg-projection-region = Regionen i fila, når den har flere: navnet, en del av det eller nummeret; kan gis flere ganger, og summeres
arg-projection-also = En enhet til, som legges sammen med den første, med planen hvis den har en. Kan gjentas
arg-projection-draws = Hvor mange ganger antakelsene trekkes for å finne spennet. Uten: 400
arg-projection-seed = Frø for trekningene. Uten: 1
arg-projection-out = Skriv framskrivingen til en arbeidsbok
arg-projection-print = Skriv framskrivingen til en side for utskrift (.html)
arg-projection-chart = Skriv bildet til ei fil (.svg)
wrong-projection-years = «{ $value }» er ikke et antall år. Skriv et helt tall fra 1 til 40.
wrong-projection-draws = «{ $value }» er ikke et antall trekninger. Skriv et helt tall fra 1 til 10 000.
wrong-projection-seed = «{ $value }» er ikke et frø. Skriv et helt tall.

# The page

projection-no-plan = Framskrivingen bygger på en plan, og enheten har ingen ennå.
projection-to-population = Befolkningen
projection-to-assumptions = Antakelsene
projection-to = Framskriving
projection-lead = År for år: årsverkene arbeidet vil kreve når befolkningen endrer seg, mot dem de ansatte vil fylle når noen slutter, noen går av med pensjon og nye kommer til. Antakelsene står i arkene Befolkning og Framskriving.
projection-paper = Side for utskrift på A4
projection-ask = Velg andre år
projection-branch-ask = Velg andre enheter og år
projection-solve = Vis framskrivingen
projection-field-fra = Første år
projection-field-ar = Antall år framover
projection-field-gren = Enhetene i
projection-wrong-from = Skriv et årstall.
projection-wrong-years = Skriv et helt tall fra 1 til 40.
projection-branch-lead = Summen av enhetene du ser, gruppe for gruppe etter koden. Hver enhet regnes med sine egne antakelser, og med planen som er vedtatt sist. Er ingen vedtatt, brukes den nyeste planen.
projection-plans = Planene dette bygger på
projection-plan-decided = { $unit }: vedtatt plan, versjon { $number } av { $date }
projection-plan-proposed = { $unit }: ingen plan er vedtatt, så dette bygger på forslag { $number }, { $name }
projection-plan-none = { $unit }: ingen plan, bare dagens fordeling
projection-none-decided = Ingen plan er vedtatt. Framskrivingen bygger på dette forslaget.
projection-is-decided = Dette er den vedtatte planen, versjon { $number } av { $date }.
projection-other-decided = Dette forslaget er ikke det som er vedtatt. Vedtatt er versjon { $number } av { $date }.
projection-no-units = Ingen enhet har en kartlegging som kan brukes.
projection-no-units-do = Fyll ut oppgavene i en enhet først.
projection-left-out = Ikke med, fordi kartleggingen er tom eller har feil: { $units }.
projection-front = Behov og tilgang år framover for alle enhetene

# workbook

# ---- The ward's workbook: instructions, comments on columns, checks ----
workbook-footer = &L&F – &A&RSide &P av &N
guide-title = Slik fyller dere ut arbeidsboka
guide-intro = Arbeidsboka beskriver én sengepost i én vanlig uke: hvilke oppgaver som gjøres, hvem som kan gjøre dem, hvilke vakter som finnes og hvem som er på jobb i dag. Fordel leser den og foreslår hvilken yrkesgruppe som bør gjøre hva, og hvor mange som trengs på hver vakt. Bare arket Oppgaver må fylles ut. Mangler et annet ark, brukes verdiene for en standardpost, og planen sier fra om det.
guide-sheets = Arkene
guide-sheet = Ark
guide-holds = Hva det inneholder
guide-needed = Må fylles ut
guide-needed-yes = ja
guide-needed-no = nei
guide-tasks = Én rad for hver oppgave i hvert tidsintervall: hvor ofte, hvor lang tid, hvem som minst må gjøre den, og hvem som gjør den i dag.
guide-groups = Yrkesgruppene, de mest kvalifiserte øverst. En gruppe kan gjøre oppgavene til dem under seg, ikke omvendt. Her står også timekostnad, årsverk og ansatte.
guide-shifts = Vaktene hver gruppe kan gå: når de starter og slutter, betalte timer, og færrest og flest på vakt.
guide-staffing-today = Hvor mange som går hver vakt i dag, dag for dag. Uten dette arket kan planen ikke si om dagens bemanning bærer dagens arbeid.
guide-presence = Hvor mange som alltid må være til stede, og når.
guide-activity = Tall som arbeidet følger, dag for dag: pasienter, innleggelser, utskrivninger.
guide-calendar = Det som er kjent om året: ferieuker, stengte senger, kampanjer, fravær, og dager som bemannes som andre. Helligdagene regnes ut av seg selv.
guide-courses = Kursene som oppgavene krever: timer, avgift og hvor lenge de gjelder.
guide-certificates = Hvem som har tatt hvilke kurs, og når. Bruk kode eller løpenummer, ikke navn.
guide-settings = Navnet på enheten, tidsintervallene, tilleggene og andre valg som gjelder hele posten.
guide-colours = Farger
guide-colour-needed = Mørk overskrift
    .meaning = Kolonnen må fylles ut på alle rader som er i bruk.
guide-colour-optional = Lys overskrift
    .meaning = Kan stå tom. Merknaden på overskriften sier hva som brukes da.
guide-colour-missing = Gul celle
    .meaning = Må fylles ut eller bekreftes. Gulfargen forsvinner av seg selv der noe manglet. Celler med merknaden «Fyll inn» kan du gjøre hvite når du har sett på dem.
guide-advice = Gode råd
guide-advice-headers = Hva betyr kolonnen?
    .advice = Hold musepekeren over overskriften. Merknaden forklarer kolonnen, hvordan den skrives og hva som brukes når den står tom.
guide-advice-lines = Én oppgave, flere tider
    .advice = Gjøres oppgaven både morgen og kveld, skriv én rad for hver tid og gi radene samme nummer. De kan havne på hver sin yrkesgruppe.
guide-advice-counts = Hvor ofte?
    .advice = Skriv antall ganger per dag, eller antall per pasient, innleggelse eller annet tall fra arket Aktivitet. 0,9 per pasienter med 24 pasienter er 21,6 ganger den dagen. Sjeldne oppgaver kan skrives per uke eller måned.
guide-advice-night = Kveld, natt og helg
    .advice = Ta med alt som gjøres hele døgnet, hele uka. Arbeid som holder en person fast, for eksempel fastvakt, skrives som bundet.
guide-advice-lists = Nedtrekkslister
    .advice = Listene følger det dere skriver i Yrkesgrupper, Kurs og Aktivitet. Lim inn som verdier, så blir listene og kontrollene stående.
guide-advice-privacy = Personvern
    .advice = Ingen pasientopplysninger og ingen navn på ansatte. Arbeidsboka blir på deres egen maskin.
guide-advice-next = Når dere er ferdige
    .advice = Kjør «fordel validate» med denne fila: alt som mangler eller er galt, kommer på én gang, med ark og celle. Deretter lager «fordel plan» forslaget. Arket Veiledning leses ikke.

help-task-number = Oppgavens nummer. Rader med samme nummer er samme oppgave på ulike tider. Uten nummer gjelder navnet.
help-task-name = Hva som gjøres, med få ord.
help-task-category = En av postens kategorier. Velg fra lista.
help-task-interval =
    Når oppgaven gjøres: et av postens tidsintervaller (07-09) eller flere som henger sammen (07-15).
    døgn: hele døgnet uten fast tid.
    dagtid: når som helst på dagtid mandag til fredag.
help-task-days =
    alle, hverdager, helg, eller en liste: ma,on,fr eller man-tor.
    Tom: alle dager.
help-task-count = Hvor mange ganger per dag, eller per det som står i kolonnen Per. Står tom for bundet arbeid.
help-task-per =
    Tom: antallet gjelder per dag.
    Et navn fra arket Aktivitet, for eksempel pasienter: antallet gjelder per pasient den dagen.
    uke eller måned: antallet gjelder per uke eller måned.
help-task-minutes = Minutter for én gang, medregnet forberedelse, rydding og vei. Står tom for bundet arbeid.
help-task-minutes-by-group =
    Der en annen gruppe bruker kortere eller lengre tid.
    Skriv: HFA: 20; ASS: 25
help-task-minutes-low = Kortest tid oppgaven vanligvis tar. Brukes til å vise hvor sikker planen er.
help-task-minutes-high = Lengst tid oppgaven vanligvis tar. Brukes til å vise hvor sikker planen er.
help-task-people = Hvor mange som trengs samtidig. Tom: 1.
help-task-bound = ja for arbeid som holder en person fast så lenge det varer, som fastvakt. Da brukes ikke antall og minutter.
help-task-flexible =
    ja: dagens minutter kan legges når det passer innenfor tida.
    nei: de faller av seg selv utover hele tida.
    Tom: ja for dagtid og for flere intervaller, nei for døgn.
help-task-lowest = Koden til den minst kvalifiserte gruppa som kan gjøre oppgaven. Alle som dekker den gruppa, kan også.
help-task-only = Hvis bare bestemte grupper kan gjøre oppgaven: kodene deres. Tom: minstekravet avgjør.
help-task-today = Koden til gruppa som gjør oppgaven i dag, også om den ikke burde. Tom: ukjent eller gjøres ikke.
help-task-pinned = Koden til gruppa oppgaven må bli hos, på grunn av lov, avtale eller vedtak. Skriv grunnen i Merknad.
help-task-same-all-week = ja: samme gruppe på hverdager og i helg. Tom: gruppene kan være ulike.
help-task-training =
    Kurset hver gruppe trenger for å gjøre oppgaven. Kursene står i arket Kurs.
    Skriv: HFA: sårstell; ASS: smittevern
help-task-priority =
    rød: må gjøres til rett tid.
    gul: kan utsettes.
    grønn: kan utgå når noen mangler.
    Tom: regnes som rød.
help-task-health = ja for helsefaglig arbeid, nei for annet. Tom: nei for bestillinger, renhold/orden/rydding og administrative oppgaver, ellers ja.
help-task-note = Fritekst, for eksempel hvorfor oppgaven er låst.

help-group-code = Kort kode som brukes i de andre arkene, for eksempel SPL. Ingen to like.
help-group-name = Navnet på yrkesgruppa.
help-group-covers =
    Hvem gruppa kan gjøre oppgavene til.
    Tom: alle rader under. ingen: bare sine egne. Ellers koder: HFA, ASS
help-group-beside = ja for grupper på siden av rekka, som farmasøyt eller portør. De dekker og dekkes bare når de nevnes i Dekker.
help-group-hourly = Kroner per betalt time med feriepenger, pensjon og arbeidsgiveravgift, uten kvelds-, natt- og helgetillegg.
help-group-weekly-hours = Timer i uka for full stilling. Tom: 35,5.
help-group-absence = Sykefravær og annet betalt fravær som dekkes inn, uten ferie. Skriv 8 %. Tom: 0.
help-group-holiday = Ferieuker i året. Tom: 5.
help-group-task-time = Hvor mye av tida på jobb som kan gå til oppgavene i arket Oppgaver. Resten er pauser, rapport og gange. Tom: 80 %.
help-group-positions = Årsverk som finnes. Planen bruker ikke flere. Tom: ingen grense.
help-group-positions-least = Årsverk som minst må brukes. Tom: 0.
help-group-people = Antall ansatte. Sammen med Helg hver gir det hvor mange som kan jobbe hver helg. Tom: planen regner ut hvor mange som trengs.
help-group-weekend = Hvor ofte de jobber helg. 3: hver tredje helg. Tom: 3.
help-group-scarce = ja for grupper det er vanskelig å få tak i. Planen sparer dem først.

help-shift-group = Koden til gruppa vakta tilhører.
help-shift-name = Kort navn, for eksempel D, A eller N. Samme navn kan brukes av flere grupper.
help-shift-start = Klokkeslett, for eksempel 07:30.
help-shift-end = Klokkeslett. Er det ikke senere enn start, slutter vakta neste dag.
help-shift-paid = Betalte timer. Tom: hele lengden.
help-shift-days = Dagene vakta kan starte: alle, hverdager, helg eller en liste. Tom: alle.
help-shift-min = Færrest som kan gå vakta. Tom: 0.
help-shift-max = Flest som kan gå vakta. Tom: 99.

help-today-group = Koden til gruppa.
help-today-shift = Navnet på vakta, som i arket Vakter.
help-today-day = Hvor mange som starter vakta denne dagen. Tom: ingen.

help-presence-groups =
    Hvem som teller med. SPL+ er SPL og alle som dekker den.
    Flere skilles med semikolon: SPL+;HFA
help-presence-from = Fra klokka, for eksempel 22:00.
help-presence-to = Til klokka. Er det ikke senere enn fra, slutter kravet neste dag. Hele døgnet: 00:00 til 24:00.
help-presence-days = Dagene kravet starter. Tom: alle.
help-presence-count = Så mange må være til stede hele tida.
help-presence-course = Kurset de må ha, for eksempel minst én med sårstell på hver vakt. Da står det én gruppe i Grupper. Tom: ingen krav om kurs.

help-driver = Et navn som brukes i kolonnen Per, for eksempel pasienter eller innleggelser.
help-driver-day = Vanlig antall denne dagen.

help-calendar-from = Første dato.
help-calendar-to = Siste dato. Tom: bare den første.
help-calendar-kind =
    Hva som gjelder: «som dag» (bemannes som lørdag, søndag eller vanlig), «aktivitet» (prosent av det vanlige), «stengte senger» (så mange færre), «ferie» eller «fravær» (så mange personer borte).
help-calendar-of = Gruppas kode for ferie og fravær. Driverens navn for aktivitet og stengte senger; tom for aktivitet: alle drivere.
help-calendar-value = lørdag, søndag eller vanlig; 80 %; antall senger; antall personer.
help-calendar-note = Hva det gjelder, for dem som leser.

help-course-name = Navnet på kurset, som det skrives i kolonnen Opplæring.
help-course-hours = Timer én ansatt bruker på kurset.
help-course-fee = Kroner i avgift og reise for én ansatt. Tom: 0.
help-course-valid = Hvor mange måneder kurset gjelder. Tom: regnes som engangskurs, fordelt over årene i Innstillinger.

help-certificate-employee = Kode eller løpenummer for den ansatte. Ikke navn.
help-certificate-group = Koden til den ansattes gruppe.
help-certificate-percent = Stillingsprosent, for eksempel 80.
help-certificate-course = Navnet på kurset, som i arket Kurs.
help-certificate-date = Datoen kurset ble tatt.
help-certificate-until = Siste dag sertifikatet gjelder, hvis det er kjent. Tomt: som kurset sier.
help-certificate-weekends = Hver hvilken helg den ansatte arbeider: 3 er hver tredje, 0 er ingen. Tomt: som gruppa.

help-setting-name = Innstillingen. Merknaden på hver rad forklarer den.
help-setting-value = Verdien. Står den tom, brukes standardverdien.
help-setting-unit = Navnet på enheten. Det står på alle dokumentene.
help-setting-intervals = Hvordan døgnet deles. Intervallene må dekke 24 timer uten overlapp. Endres de, må de også skrives om i Oppgaver.
help-setting-evening-night = Tillegg per time mellom 17 og 06, som andel av timekostnaden. Tom: 28 %.
help-setting-weekend = Tillegg per time lørdag og søndag, som andel av timekostnaden. Tom: 22 %.
help-setting-training-years = Hvor mange år opplæring fordeles over. Tom: 3.
help-setting-refund = Hvor stor del av betalt fravær som staten refunderer. Tom: 0.
help-setting-plan-date = Datoen sertifikatene må gjelde. Tom: den nyeste datoen i Sertifikater.
help-setting-tolerance = Hvor mye årskostnaden kan øke for at oppgavene skal ligge der de naturlig hører hjemme. Tom: 1 %.
help-setting-profile =
    Hvordan arbeid uten fast tid fordeler seg over døgnet: en vekt for hvert intervall.
    07-09=2; 09-12=4; …
    Tom: etter lengden på intervallene.
help-setting-alike =
    hverdager: like mange på vakt alle hverdager, og likt lørdag og søndag.
    nei: hver dag for seg.
help-setting-budget = Høyeste årskostnad i kroner. Tom: ingen grense.
help-setting-categories = Postens kategorier, skilt med semikolon, i den rekkefølgen de skal stå i døgnrytmeplanen.
help-setting-yellow =
    Hva som skjer med gule oppgaver når noen mangler på vakt.
    utsettes: til seinere på dagen, ellers til de neste dagene.
    utelates: de gjøres ikke.
    Tom: utsettes.
help-setting-green = Det samme for grønne oppgaver. Tom: utelates.
help-setting-within =
    Hvor langt en oppgave kan utsettes samme dag: innen sitt eget tidsintervall, så lenge vakta varer, eller til døgnet er omme.
    Tom: tidsintervallet.
help-setting-relief =
    Rekkefølgen når flere hender trengs, med prisen for en time som andel av timekostnaden.
    Tom: ekstravakt=1; pool=1; overtid=1,5; innleie=2,5
help-setting-illness-spread =
    Hvor mye sykdom svinger fra uke til uke for alle samlet, som andel av gjennomsnittet. Til simulering av uker.
    Tom: 30 %, et anslag
help-setting-covered =
    Andelen av fraværet som er dekket før vakta begynner, og derfor ikke merkes. Til simulering av uker.
    Tom: 0 %
help-setting-activity-spread =
    Hvor mye hver aktivitet svinger fra dag til dag, som andel av gjennomsnittet, utover det tilfeldige. Til simulering av uker.
    Tom: 10 %, et anslag
help-setting-minutes-range =
    Hvor langt under og over minuttene går for linjer uten «Minutter lav» og «Minutter høy». Til simulering av uker.
    Tom: 0 %
help-setting-dropped =
    Når en oppgave som utelates gang på gang, er et funn: i så mange av så mange loggede bruk av trafikklyset.
    Tom: 4 av 5.

check-title = Sjekk cellen
check-group = Velg en kode fra arket Yrkesgrupper. Mangler gruppa, legg den til der først.
check-yes-no = Skriv ja eller nei, eller la cellen stå tom.
check-days = Skriv alle, hverdager, helg eller en liste som ma,on,fr. Er det en slik liste du har skrevet, svar Ja.
    .prompt = alle, hverdager, helg eller en liste: ma,on,fr
check-interval = Velg et tidsintervall fra lista. Har dere andre intervaller i Innstillinger, svar Ja.
check-category = Velg en kategori fra lista. Har dere egne kategorier i Innstillinger, svar Ja.
check-per = Velg et navn fra arket Aktivitet, uke eller måned. Tom betyr per dag.
check-priority = Skriv rød, gul eller grønn, eller la cellen stå tom.
check-course = Kurset står ikke i arket Kurs. Legg det til der, eller velg et annet.
check-alike = Skriv hverdager eller nei.
check-yields = Skriv utsettes eller utelates.
check-within = Skriv tidsintervallet, vakta eller døgnet.
check-calendar-kind = Skriv som dag, aktivitet, stengte senger, ferie eller fravær.
check-amount = Skriv et tall fra 0 og oppover.
check-positive = Skriv et tall større enn 0.
check-share = Skriv en andel mellom 0 og 100 %, for eksempel 8 %.
check-heads = Skriv et helt antall, 0 eller mer.
check-whole = Skriv et helt tall, 1 eller mer.
check-clock = Skriv et klokkeslett, for eksempel 07:30 eller 22:15.
    .prompt = Klokkeslett, for eksempel 07:30
check-date = Skriv en dato, for eksempel 31.12.2026.
check-shift = Gruppa har ingen vakt med dette navnet i arket Vakter. Legg den til der først, eller rett navnet.
prompt-minutes-by-group = HFA: 20; ASS: 25
prompt-groups = Koder skilt med komma: SPL, HFA
prompt-covers = Tom: alle under. ingen: bare sine egne. Ellers koder: HFA, ASS
prompt-training = HFA: sårstell; ASS: smittevern
prompt-calendar-value = Som dag: søndag. Aktivitet: 80 %. Stengte senger, ferie og fravær: et antall.
prompt-presence = SPL+ er SPL og alle som dekker den. Flere: SPL+;HFA
fill-in-lowest = Fyll inn: den minst kvalifiserte gruppa som kan gjøre oppgaven. Skjemaet har bare gruppa som ble krysset av, og den er satt inn her.
fill-in-count = Fyll inn: hvor ofte oppgaven gjøres. Skjemaet har ingen tall, så 1 gang per dag er satt inn.
fill-in-minutes = Fyll inn: minutter for én gang. Skjemaet har ingen tid her, så 10 er satt inn.
fill-in-today = Fyll inn: koden til gruppa som gjør oppgaven i dag. Tom betyr ukjent.
fill-in-category = Fyll inn: kategorien. I skjemaet sto det ingen over oppgaven.
fill-in-timing = Fyll inn: når oppgaven gjøres. I skjemaet sto det ingen tid over oppgaven.
fill-in-course-hours = Fyll inn: timer én ansatt bruker på kurset. 0 inntil videre.
fill-in-hourly = Fyll inn: timekostnaden for gruppa.

## The plan's workbook
book-sheet-distribution = Fordeling
book-sheet-activity = Døgnrytmeplan
book-sheet-names = Oppgaver per tid
book-sheet-staffing = Bemanning
book-sheet-workload = Belastning
book-sheet-training = Opplæring
book-sheet-findings = Funn
book-sheet-assumptions = Forutsetninger

book-distribution-legend = ● flyttet fra en gruppe som også kan gjøre det · ▲ flyttet fra en gruppe som ikke skal gjøre det · ? ikke oppgitt hvem som gjør det i dag. Gule celler kan endres; minutter og merker følger med. «fordel check» prøver en endret plan.
book-hours-proposed = Timer i uka, forslag
book-hours-today = Timer i uka, i dag
book-row = Rad
book-number = Nr
book-task = Oppgave
book-category = Kategori
book-time = Tid
book-days = Dager
book-today = I dag
book-group-proposed = Forslag
book-change = Endring
book-lowest = Laveste
book-courses = Kurs som trengs
book-why = Hvorfor
book-day-numbers = Dagnr
book-choose-group-title = Ukjent gruppe
book-choose-group = Velg en av gruppene på arket { book-sheet-assumptions }.
book-why-pinned = Låst til { $group }.
book-why-pinned-note = Låst til { $group }: { $note }
book-why-only = Bare { $group } kan gjøre det.
book-why-lowest = { $group } er den laveste gruppa som kan gjøre det.
book-why-above = Kunne også stått på { $others }; samlet ga planen best resultat med { $group } her.

# Hva som står i veien for en linje på en annen gruppe, med planens bemanning og alt annet der det står. Del av book-why-others.
book-why-others = Med denne bemanningen: { $others }.
elsewhere-no-room = { $group } mangler { $minutes ->
    [one] ett minutt
   *[other] { $minutes } minutter
 } { $day } { $interval }
elsewhere-no-room-in-the-day = { $group } har ikke rom til det i løpet av dagen
elsewhere-not-present = { $group } har for få til stede
elsewhere-limit = { $group } ville brutt grensa for flyttinger eller kostnad
elsewhere-courses = { $group } har rom, men måtte tatt kurs for { $kroner } i året
elsewhere-overqualified = { $group } har rom, men da gjør flere arbeid under sin kompetanse
elsewhere-changes = { $group } har rom, men det er en større endring fra i dag
elsewhere-as-good = { $group } har rom og er like god etter målene

book-activity-title = Døgnrytmeplan for { $group } ({ $code })
book-activity-remark = { $hours } timer oppgaver i uka, { $fte } årsverk. Øverst minutter på en hverdag, så på en helgedag, så oppgavenes numre; * er ny for gruppa. Navnene står på arket «Oppgaver per tid».
book-sum-minutes = Sum
book-weekday = hverdag
book-weekend-day = helgedag
book-task-numbers = oppgaver
book-around-the-clock = Døgn
book-daytime = Dagtid
book-names-title = Oppgaver { $slot }
book-group = Gruppe
book-minutes-week = Minutter i uka
book-new = Ny
book-nothing-here = Ingen oppgaver her.

book-staffing-legend = Antall personer som starter vakta. Gule celler kan endres: timer, årsverk, personer, kostnad og kapasitet (Belastning) regnes om.
book-staffing-legend-more = Uthevet: annet antall enn i dag. Grå: vakta går ikke den dagen.
book-shift = Vakt
book-clock = Klokka
book-hours-week = Timer i uka
book-fte = Årsverk
book-people = Personer
book-kroner-year = Kr i året
book-block-proposal = Forslag
book-block-today = I dag
book-block-today-untold = I dag (ikke oppgitt)
book-block-carried = Dagens fordeling med billigste bemanning
book-block-carried-relaxed = Dagens fordeling, uten takene
book-block-carried-none = Dagens fordeling (ingen bemanning funnet)
book-difference = Forslaget mot
book-shifts-against-today = i dag, vakter i uka
book-shifts-against-carried = dagens fordeling, vakter i uka
book-fte-against-carried = dagens fordeling, årsverk
book-kroner-against-carried = dagens fordeling, kr i året
book-sum-of-group = Sum { $group }
book-sum-shifts = Sum vakter
book-courses-year = Opplæring i året
book-year-cost = Kostnad i året
book-year-cost-told = Slik planen ble beregnet
book-year-cost-off = Endret siden
book-carried-costs = Dagens fordeling med den billigste bemanningen som bærer den, koster { $cost } i året. Gevinsten regnes mot denne, ikke mot dagens bemanning.
book-carried-impossible = Ingen bemanning innenfor kravene bærer dagens fordeling. Uten takene på årsverk, vakter, ansatte og helger ville den kostet { $cost } i året.
book-carried-unknown = Hva dagens fordeling ville kreve, ble ikke funnet innen tida.
book-carried-never = Ingen bemanning bærer dagens fordeling.
book-rightmost-costs = Med hver oppgave på laveste gruppe koster den billigste bemanningen { $cost } i året.
book-rightmost-impossible = Med hver oppgave på laveste gruppe finnes ingen bemanning innenfor kravene. Uten takene ville den kostet { $cost } i året.
book-rightmost-unknown = Hva det ville kreve å legge hver oppgave på laveste gruppe, ble ikke funnet innen tida.
book-rightmost-never = Med hver oppgave på laveste gruppe finnes ingen bemanning.
book-whole-heads-title = Hele personer
book-whole-heads = Skriv et helt antall personer, 0 eller mer.

book-workload-legend = Minutter oppgaver mot minutter som kan brukes på dem. Kapasiteten følger vaktene på arket Bemanning. ▲: mer enn det er kapasitet til.
book-load-minutes = Minutter, forslag
book-load-capacity = Kapasitet, forslag
book-load-use = Utnyttelse, forslag
book-load-today = Utnyttelse, i dag
book-load-week = Hele uka, forslag
book-minutes = Minutter
book-capacity = Kapasitet
book-use = Utnyttelse

book-training-legend = Kurs som gruppene trenger for oppgavene de får. 1 i kolonnene til høyre: kurset hører til. Gule celler kan endres.
book-sum-proposal = Forslaget
book-sum-today = I dag
book-sum-carried = Dagens fordeling
book-course = Kurs
book-people-lacking = Mangler kurset
book-hours-each = Timer per person
book-fee-each = Avgift per person
book-valid-months = Gyldig, måneder
book-spread-years = Fordeles på år
book-cost-once = Kr én gang
book-cost-yearly = Kr i året
book-in-proposal = Forslaget
book-in-today = I dag
book-in-carried = Dagens fordeling
book-opens = Oppgaver kurset åpner
book-no-courses = Ingen kurs trengs.

book-assumptions-legend = Alt som er oppgitt eller antatt, med kilde. Gule celler inngår i formlene på de andre arkene. Fordelingen er best for verdiene slik de sto da planen ble laget: lag planen på nytt når noe endres mye.
book-settings = Satser og valg
book-setting = Innstilling
book-value = Verdi
book-source = Kilde
book-source-settings = Innstillinger, ellers standardverdi
book-source-model = planleggingsmodellen
book-source-default = standardverdi
book-source-plan-date = Innstillinger, ellers nyeste dato i Sertifikater
book-evening-night-rate = Kveld/natt-tillegg (17–06)
book-weekend-rate = Helgetillegg (lørdag og søndag)
book-refund = Refusjon av fravær
book-training-years = Opplæring fordeles på år
book-weeks-a-year = Uker i året
book-cost-tolerance = Toleranse for kostnad
book-alike = Lik bemanning
book-alike-weekdays = hverdager
book-alike-no = nei
book-budget = Budsjett
book-day-profile = Døgnprofil
book-by-length = etter tidenes lengde
book-plan-date = Plandato
book-none = ingen
book-yes = ja
book-groups = Yrkesgrupper
book-code = Kode
book-name = Navn
book-hourly = Kr per betalt time
book-weekly-hours = Timer i uka
book-absence = Fravær
book-holiday-weeks = Ferieuker
book-task-time = Tid til oppgaver
book-positions = Årsverk
book-positions-least = Årsverk minst
book-people-given = Ansatte
book-weekend-every = Helg hver
book-scarce = Knapp
book-covers = Dekker
book-shifts = Vakter
book-start = Start
book-end = Slutt
book-paid-hours = Betalte timer
book-length = Lengde, timer
book-hours-late = Timer 17–06
book-weekend-friday = Helgetimer, start fredag
book-weekend-saturday = Helgetimer, start lørdag
book-weekend-sunday = Helgetimer, start søndag
book-least-heads = Minst
book-most-heads = Mest
book-presence = Tilstedeværelse
book-heads = Antall
book-drivers = Aktivitet per dag
book-driver = Aktivitet
book-told = Planen slik den ble beregnet
book-about = Gjelder
book-figure = Tall
book-key = Nøkkel i plan.json
book-goal-short-cost = kostnad
book-goal-short-overqualified = over laveste
book-goal-short-scarce_hours = knappe timer
book-goal-short-changes = endringer
book-goal-short-spread = spredning
book-status-optimal = bevist best
book-status-feasible = ikke bevist best
book-status-infeasible = umulig
book-status-unknown = uten svar
book-told-unit = Enhet
book-told-status = Status
book-told-alike = Lik bemanning
book-told-year-cost = Kostnad i året, kr
book-told-week-cost = Vakter i uka, kr
book-told-bound = Bevist minste kostnad i året, kr
book-told-gap = Avstand
book-told-version = Programversjon
book-told-work = Arbeidsenheter i søket
book-told-goals-value = Mål: verdi
book-told-goals-best = Mål: beste funnet
book-told-goals-bound = Mål: bevist minst
book-told-goals-tolerance = Mål: toleranse
book-told-groups-fte = Årsverk
book-told-groups-people = Personer
book-told-groups-paid-hours-week = Betalte timer i uka
book-told-groups-minutes-week = Minutter oppgaver i uka
book-told-groups-week-cost = Vakter i uka, kr
book-told-limits-gap = Avstand som regnes som bevist
book-told-limits-budget = Budsjett, kr i året
book-told-limits-max-moves = Høyst så mange flyttinger
book-told-limits-pins = Låst rad
book-assumed = Antatt fordi det ikke var oppgitt
book-noticed = Verdt å vite om innlesingen

book-findings-legend = Hva kartleggingen og planen viser. Timer og minutter gjelder ei uke.
book-part-day = Dag hverdag
book-part-evening = Kveld hverdag
book-part-night = Natt hverdag
book-part-weekend = Helg
book-part-total = Sum
book-unit = Enhet
book-found-nurse-time = Sykepleietid som frigjøres
book-found-nurse-time-basis = Sykepleietid er tida til { $groups }. Sammenlignet er { $compared } plasseringer der det er oppgitt hvem som gjør oppgaven i dag, og den gruppa kan gjøre den; { $left-out } er utenfor. Dag er 07–15, kveld 15–22, natt 22–07; lørdag og søndag er helg.
book-found-tasks-today = Oppgaver hos sykepleiere i dag
book-found-tasks-proposed = De samme oppgavene i forslaget
book-found-tasks-freed = Frigjort oppgavetid
book-found-tasks-corrected = Kommer til, fordi dagens gruppe ikke kan gjøre det
book-found-paid-before = Betalte timer, dagens fordeling med billigste bemanning
book-found-paid-after = Betalte timer, forslaget
book-found-paid-freed = Færre betalte timer
book-found-fte = Årsverk
book-found-fte-basis = Endringen regnes mot dagens fordeling med den billigste bemanningen som bærer den. «Faller bort» er besatte årsverk i dag som forslaget ikke bruker; de faller bort ved naturlig avgang.
book-fte-today = I dag
book-fte-carried = Dagens fordeling
book-fte-proposed = Forslaget
book-falls-away = Faller bort
book-to-fill = Må besettes
book-found-money = Kroner og kurs
book-found-saved = Forslaget koster { $after } i året mot { $before } for dagens fordeling med billigste bemanning: { $saved } mindre.
book-found-costs-more = Forslaget koster { $after } i året mot { $before } for dagens fordeling med billigste bemanning: { $saved } mer.
book-found-saved-relaxed = Dagens fordeling kan ikke bæres innenfor kravene. Uten takene ville den kostet { $before } i året mot forslagets { $after }: en forskjell på { $saved }.
book-found-saved-sure = Minst { $saved } av forskjellen er bevist.
book-found-no-comparison = Dagens fordeling kunne ikke prises, så gevinsten i kroner er ikke kjent.
book-found-courses = Opplæring: { $courses } kurs, { $seats } kursplasser, { $hours } timer i alt, { $cost } i året.
book-found-tolerance = Hva toleransen kjøpte
book-found-tolerance-price = Planen koster { $price } mer i året enn den aller billigste. For det får en:
book-in-cheapest = I den billigste
book-in-this = I forslaget
book-fte-of = Årsverk { $group }
book-found-safety = Sykepleierandel
book-found-share-today = Sykepleierne har { $before } av de betalte timene med dagens bemanning og { $after } i forslaget.
book-found-share-carried = Sykepleierne har { $before } av de betalte timene når dagens fordeling bæres, og { $after } i forslaget.
book-found-safety-note = Andelen faller med inntil { $points } prosentpoeng. I en studie fra 243 sykehus (Aiken m.fl., BMJ Quality & Safety 2017) gikk en så mye lavere andel sammen med { $odds } høyere odds for død på sykehus. Det er en sammenheng, ikke en årsak, og gjelder ikke denne enheten spesielt; følg med på kvalitet og sikkerhet når fordelingen endres.
book-found-delegable = Det sykepleiere gjør som andre kan gjøre
book-found-delegable-sum = { $lines } plasseringer, { $hours } timer i uka: { $share } av oppgavetida deres i dag.
book-found-nurse-only = Det bare sykepleiere kan gjøre
book-found-nurse-only-sum = { $lines } plasseringer, { $hours } timer i uka: { $share } av alle oppgaver på enheten.
book-group-now = Gruppe
book-found-by-category = Sykepleietid i dag etter kategori (minutter i uka)
book-found-by-slot = Sykepleietid i dag etter tid (minutter i uka)
book-all-minutes = Alle grupper
book-nurse-minutes = Sykepleiere
book-nurse-only-minutes = Bare sykepleiere kan
book-delegable-minutes = Andre kan
book-delegable-share = Andel andre kan
book-found-not-health = Oppgaver som ikke er helsefaglige
book-found-not-health-sum = { $lines } plasseringer, { $hours } timer i uka.
book-found-unqualified = Gjøres i dag av en gruppe som ikke skal gjøre det
book-found-unqualified-sum = { $lines } plasseringer, { $hours } timer i uka.
book-found-untimed = Oppgaver uten tidspunkt
book-found-untimed-basis = Det som står uten tidspunkt, faller på den som er på vakt, hele døgnet.
book-all-work = Alle oppgaver
book-lines = Linjer
book-share = Andel
book-found-overload = Der dagens bemanning ikke bærer dagens oppgaver
book-found-overload-untold = Dagens bemanning er ikke oppgitt.
book-found-overload-none = Dagens bemanning bærer dagens oppgaver til alle tider.
book-found-overload-sum = { $cells } ganger i uka er det mer arbeid enn tid: { $hours } timer i alt.
book-beyond = For mye
book-found-gaps = Det som mangler i kartleggingen
book-found-no-gaps = Ingenting mangler.
book-gap-minutes = { $count } linjer mangler minutter eller antall og veier ingenting: { $names }.
book-gap-today = { $count } linjer sier ikke hvem som gjør det i dag: { $names }.
book-gap-priority = { $count } linjer mangler prioritet og regnes som røde: { $names }.
book-gap-hours = { $count } kurs mangler timer: { $names }.
book-found-worths = Det som binder
book-found-worths-basis = Hva ett skritt er verdt i året, når planen lages på nytt med det. Minst er bevist; mer enn mest er utelukket.
book-demand = Krav
book-worth-from = Fra
book-worth-to = Til
book-worth-low = Spart minst, kr
book-worth-high = Spart mest, kr
book-place = Sted
book-worth-positions = Årsverk { $about }
book-worth-positions-least = Årsverk minst { $about }
book-worth-people = Ansatte { $about }
book-worth-weekends = Helg hver, { $about }
book-worth-presence = Til stede, { $about }
book-worth-shift-min = Minst på vakt, { $about }
book-worth-shift-max = Mest på vakt, { $about }
book-worth-other = { $rule } { $about }
book-found-curve = Hva de første flyttingene gir
book-found-curve-basis = Den billigste planen med høyst så mange flyttinger.
book-most-moves = Høyst flyttinger
book-moves = Flyttinger
book-bound-year = Bevist minst, kr
book-saved-against-carried = Spart mot dagens fordeling, kr
book-all-moves = alle
book-found-wisn = WISN
book-found-wisn-basis = Verdens helseorganisasjons indikator på behov for ansatte, regnet av oppgavene i forslaget. Den teller arbeidsmengde i året, ikke hvor mange som må være til stede; forholdstall under 1 er press.
book-wisn-available = Timer til rådighet
book-wisn-service = Årsverk til oppgaver
book-wisn-factor = Faktor for tillegg
book-wisn-required = Årsverk som trengs
book-wisn-existing = Årsverk som finnes
book-wisn-ratio = Forholdstall
book-found-wisn-refused = { $group }: tid til oppgaver er 0, så WISN kan ikke regnes.
book-found-infeasible = Ingen plan er mulig
book-found-infeasible-basis = Disse kravene kan ikke holdes samtidig; uten ett av dem finnes en plan.
book-found-no-plan = Ingen plan ble funnet innen tida

book-fte-change = Endring
book-off = Forskjell
book-sum = Sum
book-seats = Kursplasser
book-hours-all = Timer i alt
book-found-none = Ingen.
book-goal-cost = Kostnad, kr i året
book-goal-overqualified = Over laveste kvalifiserte gruppe, minutter i uka (knappe teller dobbelt)
book-goal-scarce_hours = Knappe grupper, betalte timer i uka
book-goal-changes = Hos en annen gruppe enn i dag, minutter i uka
book-goal-spread = Par av oppgave og gruppe
book-found-comparisons = Sammenligningene
book-found-no-today = Ingen linjer sier hvem som gjør oppgaven i dag på en måte som kan sammenlignes. Fyll ut kolonnen «I dag», så kan gevinsten regnes.
book-no-placements = Ingen plan: se arket { book-sheet-findings }.
book-block-carried-untold = Dagens fordeling (ikke oppgitt)

# The ward's workbook: instructions, comments on columns, checks.
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
guide-population = Innbyggerne i opptaksområdet etter alder, nå og i år framover. Lim inn fra Statistisk sentralbyrås framskriving. År som mangler imellom, regnes ut.
guide-projection = Det som antas om årene framover: hvor mye hver alder bruker posten, og for hver gruppe alder, pensjon, hvor mange som slutter, og hvor mange nye. Skriv kilden ved hvert tall.
guide-courses = Kursene som oppgavene krever: timer, avgift og hvor lenge de gjelder.
guide-certificates = Hvem som har tatt hvilke kurs, og når. Den som ikke har noe kurs ennå, får en rad uten kurs og dato. Bruk kode eller løpenummer, ikke navn.
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
    .advice = Skriv antall ganger per dag, eller antall per pasient, innleggelse eller annet tall fra arket Aktivitet. 0,9 per pasient med 24 pasienter er 21,6 ganger den dagen. Sjeldne oppgaver kan skrives per uke eller måned.
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
    Går det over midnatt (22-07), er det fra kvelden den dagen til morgenen etter.
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
help-presence-course = Kurset de må ha, for eksempel minst én med sårstell på hver vakt. Da står det én gruppe i Grupper. Tom: ikke noe krav om kurs.

help-driver = Et navn som brukes i kolonnen Per, for eksempel pasienter eller innleggelser.
help-driver-day = Vanlig antall denne dagen.

help-calendar-from = Første dato.
help-calendar-to = Siste dato. Tom: bare den første.
help-calendar-kind =
    Hva som gjelder: «som dag» (bemannes som lørdag, søndag eller vanlig), «aktivitet» (prosent av det vanlige), «stengte senger» (så mange færre), «ferie» eller «fravær» (så mange personer borte), «lærlinger» (så mange årsverk de fyller).
help-calendar-of = Gruppas kode for ferie, fravær og lærlinger. Driverens navn for aktivitet og stengte senger; tom for aktivitet: alle drivere.
help-calendar-value = lørdag, søndag eller vanlig; 80 %; antall senger; antall personer; årsverk.
help-calendar-note = Hva det gjelder, for dem som leser.

help-population-year = Året tallet gjelder.
help-population-ages = Aldrene tallet gjelder: 67–79, 80+ eller én alder.
help-population-number = Innbyggere i opptaksområdet.
help-population-low = Det lave alternativet i framskrivingen. Tom: tallet er sikkert.
help-population-high = Det høye alternativet i framskrivingen. Tom: tallet er sikkert.
help-projection-kind =
    Hva som antas.
    «bruk per 1000»: hvor mye 1000 innbyggere i en alder bruker posten i året, for eksempel liggedøgn. «endring i bruk»: per år. «følger bruken»: hvor mye av gruppas behov som følger bruken.
    «ansatte»: så mange i en alder i dag. «pensjonsalder», «slutter» (av andre grunner, per år), «stillingsprosent», «fravær», «nye» (ansettes per år), «alder på nye».
    «lærlinger» (tas inn per år), «læretid» (år), «lærling gjør» (del av en stilling), «lærlinger blir» (andel).
    Tiltak: «mål stillingsprosent», «mål fravær», «annen vekst» (per år), «innføres over» (år).
help-projection-group = Koden til gruppa. Tom: alle grupper som ikke har sin egen rad.
help-projection-ages = Aldrene raden gjelder: 30–39, 60+. Bare for bruk, endring i bruk og ansatte.
help-projection-from = Det første året raden gjelder. Tom: hele tida.
help-projection-value = Et antall, en alder, eller prosent: 8 %.
help-projection-low = Det laveste det kan være. Tom: tallet er sikkert.
help-projection-high = Det høyeste det kan være. Tom: tallet er sikkert.
help-projection-source = Hvor tallet er fra, eller at det er en antakelse.

help-course-name = Navnet på kurset, som det skrives i kolonnen Opplæring.
help-course-hours = Timer én ansatt bruker på kurset.
help-course-fee = Kroner i avgift og reise for én ansatt. Tom: 0.
help-course-valid = Hvor mange måneder kurset gjelder. Tom: regnes som engangskurs, fordelt over årene i Innstillinger.

help-certificate-employee = Kode eller løpenummer for den ansatte. Ikke navn.
help-certificate-group = Koden til den ansattes gruppe.
help-certificate-percent = Stillingsprosent, for eksempel 80. Den sier hvor ofte den ansatte er på vakt. Tomt: som de andre i gruppa.
help-certificate-course = Navnet på kurset, som i arket Kurs. Tomt, sammen med Dato: den ansatte har ikke noe kurs ennå.
help-certificate-date = Datoen kurset ble tatt. Må fylles ut når Kurs er fylt ut.
help-certificate-until = Siste dag sertifikatet gjelder, hvis det er kjent. Tomt: som kurset sier.
help-certificate-weekends = Hver hvilken helg den ansatte arbeider: 3 er hver tredje, 0 er ingen. Tomt: som gruppa.

help-setting-name = Innstillingen. Merknaden på hver rad forklarer den.
help-setting-value = Verdien. Står den tom, brukes standardverdien.
help-setting-unit = Navnet på enheten. Det står på alle dokumentene.
help-setting-intervals = Hvordan døgnet deles. Intervallene må dekke 24 timer uten overlapp. Endres de, må de også skrives om i Oppgaver.
help-setting-evening-night = Tillegg per time mellom 17 og 06, som andel av timekostnaden. Tom: 28 %.
help-setting-weekend = Tillegg per time lørdag og søndag, som andel av timekostnaden. Tom: 22 %.
help-setting-holiday =
    Tillegg per time på helligdager, som andel av timekostnaden, utover de andre tilleggene. Brukes i årets kostnad.
    Tom: 133 %, fra en eldre tariffavtale. Sjekk egen avtale.
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
    utsettes: til senere på dagen, ellers til de neste dagene.
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
    Andelen av fraværet som er kjent og dekket før vakta begynner (lange sykmeldinger, permisjoner), og derfor ikke merkes. Til simulering av uker.
    Tom: 70 %, et anslag
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
check-calendar-kind = Skriv som dag, aktivitet, stengte senger, ferie, fravær eller lærlinger.
check-projection-kind = Velg en type fra lista.
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
prompt-calendar-value = Som dag: søndag. Aktivitet: 80 %. Stengte senger, ferie og fravær: et antall. Lærlinger: årsverk de fyller, 0,5.
prompt-ages = 67–79 eller 80+
prompt-projection-value = Et antall, en alder, eller prosent: 8 %
prompt-presence = SPL+ er SPL og alle som dekker den. Flere: SPL+;HFA
fill-in-lowest = Fyll inn: den minst kvalifiserte gruppa som kan gjøre oppgaven. Skjemaet har bare gruppa som ble krysset av, og den er satt inn her.
fill-in-count = Fyll inn: hvor ofte oppgaven gjøres. Skjemaet har ingen tall, så 1 gang per dag er satt inn.
fill-in-minutes = Fyll inn: minutter for én gang. Skjemaet har ingen tid her, så 10 er satt inn.
fill-in-today = Fyll inn: koden til gruppa som gjør oppgaven i dag. Tom betyr ukjent.
fill-in-category = Fyll inn: kategorien. I skjemaet sto det ingen over oppgaven.
fill-in-timing = Fyll inn: når oppgaven gjøres. I skjemaet sto det ingen tid over oppgaven.
fill-in-course-hours = Fyll inn: timer én ansatt bruker på kurset. 0 inntil videre.
fill-in-hourly = Fyll inn: timekostnaden for gruppa.

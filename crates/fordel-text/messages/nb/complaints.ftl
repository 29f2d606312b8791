# What is wrong with a workbook, or was assumed about it. The key is the complaint's code; `.cure` says what to do.
# Arguments that are numbers can be chosen by as `$<name>-n`.

## The file

file-missing = Fila «{ $path }» finnes ikke eller kan ikke åpnes.
    .cure = Se etter at navnet er riktig, og at du har tilgang til fila.
file-empty = Fila er tom.
    .cure = Lagre arbeidsboka på nytt i Excel, og prøv igjen.
file-large = Fila er større enn { $limit } MB.
    .cure = En post trenger ikke mer enn noen få hundre kB: ta bort bilder og ark som ikke hører til.
file-unpacked = Fila pakkes ut til mer enn { $limit } MB.
    .cure = Kopier cellene til en ny arbeidsbok, og lagre den som .xlsx.
file-parts = Fila består av mer enn { $limit } deler.
    .cure = Kopier cellene til en ny arbeidsbok, og lagre den som .xlsx.
file-names = Fila har deler med like eller ulovlige navn og blir ikke lest.
    .cure = Lagre arbeidsboka på nytt i Excel.
file-dtd = Fila inneholder XML med typedefinisjoner (DTD) og blir ikke lest.
    .cure = Lagre arbeidsboka på nytt i Excel.
file-encrypted = Fila er låst med passord.
    .cure = Åpne den i Excel, ta bort passordet (Fil › Informasjon › Beskytt arbeidsbok), og lagre.
file-old = Fila er i Excels gamle format (.xls).
    .cure = Åpne den i Excel, og lagre den som «Excel-arbeidsbok (.xlsx)».
file-binary = Fila er i Excels binære format (.xlsb).
    .cure = Åpne den i Excel, og lagre den som «Excel-arbeidsbok (.xlsx)».
file-opendocument = Fila er i OpenDocument-format (.ods).
    .cure = Åpne den, og lagre den som «Excel (.xlsx)».
file-text = Fila er tekst (CSV, HTML eller lignende), ikke en arbeidsbok.
    .cure = Åpne den i Excel, og lagre den som «Excel-arbeidsbok (.xlsx)».
file-foreign = Fila er ikke en Excel-arbeidsbok.
    .cure = Velg ei fil som er lagret som «Excel-arbeidsbok (.xlsx)».
file-damaged = Fila er skadet og kan ikke leses.
    .cure = Åpne den i Excel (som kan reparere den), og lagre den på nytt.
sheet-damaged = Arket er skadet og kan ikke leses.
    .cure = Åpne arbeidsboka i Excel (som kan reparere den), og lagre den på nytt.
too-many-sheets = Arbeidsboka har mer enn { $limit } ark.
    .cure = Ta bort ark som ikke hører til posten.
too-many-cells = Arbeidsboka har mer enn { $limit } fylte celler, eller mer tekst enn det leses.
    .cure = Ta bort det som ikke hører til posten.
file-slow = Det tok mer enn { $seconds } sekunder å lese fila.
    .cure = Kopier cellene til en ny arbeidsbok, og lagre den som .xlsx.

## Sheets

no-task-sheet = Fant ikke noe ark med oppgaver. Arkene heter: { $sheets }.
    .cure = Gi arket med oppgavene navnet «Oppgaver», eller bruk skjemaet der første overskrift er «Oppgaven».
is-a-plan = Dette er arbeidsboka til en plan, ikke postens egen.
    .cure = Velg arbeidsboka som planen ble laget av.
sheet-twice = Arket er det samme som «{ $first }».
    .cure = Slå de to arkene sammen, eller gi det ene et annet navn.
sheet-unknown = Arket er ikke blant dem som leses, og ble hoppet over.
    .cure =
        { $near-n ->
            [0] Er det bare et eget ark, kan det stå.
           *[other] Mente du «{ $nearest }»? Er det bare et eget ark, kan det stå.
        }
wide-ignored = Arket har skjemaets form, men ble hoppet over fordi arket «Oppgaver» finnes.
    .cure = Er det skjemaet som gjelder, ta bort arket «Oppgaver».
sheet-missing = Arket «{ $sheet }» mangler: standardpostens verdier er brukt.
    .cure = Legg til arket hvis noe er annerledes hos dere.
sheet-absent = Arket «{ $sheet }» mangler: ingenting er oppgitt der.
    .cure = Legg til arket hvis dere har noe å føre opp.
sheet-empty = Arket har ingen rader: standardpostens verdier er brukt.
    .cure = Fyll ut arket hvis noe er annerledes hos dere.
no-tasks = Arket har ingen oppgaver.
    .cure = Skriv én oppgave på hver rad under overskriftene.

## Columns

column-missing = Kolonnen «{ $column }» mangler.
    .cure = Skriv «{ $column }» i overskriften til kolonnen som har dette.
column-twice = «{ $column }» er samme kolonne som «{ $other }» ({ $first }).
    .cure = Behold den ene.
column-unknown = Kolonnen «{ $column }» er ukjent og ble ikke brukt.
    .cure =
        { $near-n ->
            [0] Er det en egen kolonne, kan den stå.
           *[other] Mente du «{ $nearest }»? Er det en egen kolonne, kan den stå.
        }
too-many-rows = Arket har mer enn { $limit } rader; de fra denne av ble ikke lest.
    .cure = Ta bort rader som ikke hører til posten.
assumed-value = «{ $column }» er ikke fylt ut på { $rows } { $rows-n ->
        [one] rad
       *[other] rader
    }: { $value } er brukt.
    .cure = Fyll ut der det er annerledes.

## Cells

value-missing = «{ $column }» mangler.
    .cure = Fyll ut cellen.
cell-error = «{ $column }» har feilen { $value }.
    .cure = Rett formelen, eller skriv verdien.
formula-without-value = «{ $column }» har en formel uten lagret verdi.
    .cure = Åpne arbeidsboka i Excel eller LibreOffice og lagre den, eller skriv verdien selv.
not-a-number = «{ $value }» er ikke et tall.
    .cure = Skriv «{ $column }» som et tall, for eksempel 12 eller 7,5.
not-whole = { $value } er ikke et helt tall.
    .cure = Skriv «{ $column }» som et helt tall.
out-of-bounds = { $value } er for { $low-n ->
        [1] lite
       *[other] mye
    } for «{ $column }».
    .cure = Skriv et tall fra { $least } til { $most }.
not-a-share = «{ $value }» er ikke en andel.
    .cure = Skriv «{ $column }» i prosent eller som del av 1, for eksempel 8 % eller 0,08.
share-out-of-bounds = { $value } % er for { $low-n ->
        [1] lite
       *[other] mye
    } for «{ $column }».
    .cure = Skriv en andel fra { $least } % til { $most } %, for eksempel 8 % eller 0,08.
not-yes-or-no = «{ $value }» er verken ja eller nei.
    .cure = Skriv ja eller nei i «{ $column }», eller la cellen stå tom.
not-a-time = «{ $value }» er ikke et klokkeslett.
    .cure = Skriv «{ $column }» som 07:30.
one-as-time = Tallet 1 i «{ $column }» er lest som 01:00.
    .cure = Skriv 24:00 hvis det er midnatt.
not-a-date = «{ $value }» er ikke en dato.
    .cure = Skriv datoen som 01.06.2026.
not-days = «{ $value }» er ikke ukedager.
    .cure = Skriv alle, hverdager, helg eller en liste som ma,on,fr eller man-tor.
not-a-priority = «{ $value }» er ikke en prioritet.
    .cure = Skriv rød, gul eller grønn, eller la cellen stå tom.
not-a-pair = «{ $value }» i «{ $column }» sier ikke hvilken yrkesgruppe det gjelder.
    .cure = Skriv gruppas kode og kolon først, for eksempel { $example }.
least-above-most = «{ $column }» ({ $least }) er mer enn «{ $other }» ({ $most }).
    .cure = Rett det ene tallet.
row-twice = «{ $value }» står på en rad lenger oppe også.
    .cure = Slå de to radene sammen.

## Names that refer to something

unknown-group = Yrkesgruppa «{ $value }» finnes ikke.
    .cure =
        { $near-n ->
            [0] Gruppene er: { $known }.
           *[other] Mente du { $nearest }? Gruppene er: { $known }.
        }
unknown-category = Kategorien «{ $value }» finnes ikke.
    .cure =
        { $near-n ->
            [0] Kategoriene er: { $known }.
           *[other] Mente du «{ $nearest }»? Kategoriene er: { $known }.
        }
unknown-driver = «{ $value }» i «{ $column }» finnes ikke i arket «Aktivitet».
    .cure =
        { $count-n ->
            [0] Skriv uke eller måned, la cellen stå tom, eller før opp «{ $value }» i arket «Aktivitet».
           *[other]
                { $near-n ->
                    [0] Skriv en av { $known }, uke eller måned, eller la cellen stå tom.
                   *[other] Mente du «{ $nearest }»? Ellers: en av { $known }, uke, måned eller tom.
                }
        }
driver-is-a-time = En driver kan ikke hete «{ $value }»: i «Per» betyr det et tidsrom.
    .cure = Gi driveren et annet navn.
unknown-course = Kurset «{ $value }» har ingen rad i arket «Kurs».
    .cure =
        { $count-n ->
            [0] Før opp kurset med timer i arket «Kurs».
           *[other]
                { $near-n ->
                    [0] Før opp kurset med timer i arket «Kurs», der det nå står: { $known }.
                   *[other] Mente du «{ $nearest }»? Ellers: før opp kurset med timer i arket «Kurs».
                }
        }
unknown-shift = { $group } har ingen vakt «{ $value }».
    .cure =
        { $count-n ->
            [0] Før opp vakta i arket «Vakter».
           *[other]
                { $near-n ->
                    [0] Vaktene til { $group } er: { $known }.
                   *[other] Mente du { $nearest }? Vaktene til { $group } er: { $known }.
                }
        }
unknown-interval = «{ $value }» er ikke et av postens tidsintervaller.
    .cure =
        { $near-n ->
            [0] Skriv { $known }, et spenn av dem (som 07-15), døgn eller dagtid.
           *[other] Mente du { $nearest }? Skriv { $known }, et spenn av dem (som 07-15), døgn eller dagtid.
        }

## Groups

group-twice = Koden { $value } står også i { $first }.
    .cure = Gi gruppene hver sin kode.
covers-in-circle = Gruppene dekker hverandre i ring: { $circle }.
    .cure = Ta bort en av gruppene i «{ $column }» for { $group }, eller skriv ingen der.
hourly-missing = { $group } har ingen timekostnad, og ingen standardgruppe har denne koden ({ $known }).
    .cure = Skriv kroner per betalt time, med feriepenger, pensjon og arbeidsgiveravgift.
assumed-hourly = { $group } har ingen timekostnad: standardgruppas { $value } kr er brukt.
    .cure = Skriv kroner per betalt time, med feriepenger, pensjon og arbeidsgiveravgift.
group-without-shifts = { $group } har ingen vakter og kan ikke få noen oppgaver.
    .cure = Før opp vaktene til { $group } i arket «Vakter», hvis gruppa skal ha oppgaver.

## Shifts

shift-twice = { $group } har allerede en vakt { $value } på noen av disse dagene ({ $first }).
    .cure = Gi vakta et annet navn, eller la dagene være forskjellige.
assumed-paid = Betalte timer er ikke fylt ut: vaktas lengde, { $hours } timer, er brukt.
    .cure = Skriv timene hvis pausen ikke er betalt.
shift-not-that-day = { $group } har ikke vakt { $shift } denne dagen, men { $count } er ført opp.
    .cure = La cellen stå tom, eller utvid dagene til vakta i arket «Vakter».

## Task lines

span-passes-start = «{ $value }» går forbi { $start }, der døgnet begynner.
    .cure = Del oppgaven i to linjer: én til { $start } og én fra { $start }.
date-as-interval = Datoen { $value } er lest som { $interval }: Excel gjør slike tall om til datoer.
    .cure = Skriv en apostrof først ('{ $interval }), eller formater kolonnen som tekst.
date-not-interval = Cellen er en dato ({ $value }), ikke et tidsintervall: Excel har trolig gjort om «{ $typed }».
    .cure = Skriv en apostrof først, for eksempel '{ $typed }. Intervallene er { $known }.
daytime-in-weekend = Dagtid gjelder mandag til fredag, men dagene er bare i helga.
    .cure = Velg andre dager, eller skriv et tidsintervall i stedet for dagtid.
daytime-without-interval = Posten har ikke noe tidsintervall mellom 07 og 15, så dagtid har ingen tid.
    .cure = Skriv et av postens tidsintervaller i stedet.
nobody-qualifies = Ingen kan få oppgaven: ingen av gruppene i «{ $column }» er { $lowest } eller dekker { $lowest }.
    .cure = Legg til en gruppe som kan ha den ({ $known }), eller velg et annet minstekrav.
pinned-not-qualified = Oppgaven er låst til { $group }, som ikke kan få den.
    .cure = Lås den til en gruppe som kan ha den ({ $known }), eller endre minstekravet ({ $lowest }).
minutes-outside-range = «{ $column }» ({ $value }) er mindre enn «{ $other }» ({ $least }).
    .cure = Rett tallene, så lav ≤ minutter ≤ høy.
number-with-two-names = Nummer { $number } er «{ $first }» på rad { $row }, men «{ $value }» her; de regnes som én oppgave.
    .cure = Gi oppgaven et eget nummer hvis den er en annen.
assumed-health = Helsefaglig er ikke oppgitt på { $rows } { $rows-n ->
        [one] linje
       *[other] linjer
    }: det følger kategorien (nei for bestillinger, renhold og administrasjon).
    .cure = Skriv ja eller nei i «Helsefaglig» der det er annerledes.

## Settings

setting-unknown = Innstillingen «{ $value }» er ukjent og ble ikke brukt.
    .cure =
        { $near-n ->
            [0] Navnene står i veiledningen.
           *[other] Mente du «{ $nearest }»?
        }
setting-twice = Innstillingen «{ $value }» står også i { $first }.
    .cure = Behold den ene.
assumed-setting = «{ $name }» er ikke oppgitt: { $value } er brukt.
    .cure = Før det opp i arket «Innstillinger» hvis det er annerledes hos dere.
not-a-stretch = «{ $value }» er ikke et tidsrom.
    .cure = Skriv intervallene som 07-09, 09-12, 12-15 …
intervals-not-a-day = Intervallene dekker ikke døgnet én gang: det stemmer ikke ved { $at }.
    .cure = La hvert intervall begynne der det forrige slutter, til sammen 24 timer.
category-twice = Kategorien «{ $value }» står to ganger.
    .cure = Ta bort den ene.
not-a-calendar-kind = «{ $value }» er ikke noe kalenderen kjenner.
    .cure = Skriv som dag, aktivitet, stengte senger, ferie, fravær eller lærlinger.
not-as-day = «{ $value }» sier ikke hva dagen skal bemannes som.
    .cure = Skriv lørdag, søndag eller vanlig.
dates-backwards = Siste dato, { $to }, er før første, { $from }.
    .cure = Bytt om på dem, eller la siste stå tom når det gjelder én dag.
more-away-than-people = { $value } er flere enn de { $most } ansatte i { $group }.
    .cure = Skriv et tall fra 0 til { $most }, eller rett «Ansatte» for { $group }.
more-closed-than-counted = { $value } er flere enn «{ $driver }» har på den travleste ukedagen ({ $most }). De regnes som 0 da.
    .cure = Rett tallet hvis ikke alt skal være stengt.
more-away-together = Med rad { $rows } er { $sum } borte { $date }, flere enn de { $most } ansatte i { $group }.
    .cure = Rett tallet eller datoene, eller ta bort raden om den står to ganger.
more-closed-together = Med rad { $rows } er { $sum } av «{ $driver }» stengt { $date }, flere enn på den travleste ukedagen ({ $most }). De regnes som 0 da.
    .cure = Rett tallet eller datoene, eller ta bort raden om den står to ganger.
more-apprentices-than-people = { $value } årsverk fra lærlinger er flere enn de { $most } ansatte i { $group }.
    .cure = Rett tallet hvis det mangler et komma, for eksempel 1,5.
until-before = Siste gyldige dag, { $until }, er før dagen kurset ble tatt, { $taken }.
    .cure = Rett den av datoene som er feil.
course-of-several = Et krav om kurs gjelder én gruppe, men her står «{ $groups }».
    .cure = Skriv én rad for hver gruppe, eller ta bort kurset.
not-weekends = «{ $value }» sier ikke hvilke helger den ansatte arbeider.
    .cure = Skriv et tall fra 1 til 52 (3 er hver tredje helg), eller 0 for ingen.
pseudonym-is-a-name = Dette ser ut som navnet på en person.
    .cure = Bruk en rolle eller et pseudonym, for eksempel HFA-01.
pseudonym-in-two-groups = Det samme pseudonymet står også i { $group }, i { $first }.
    .cure = Er det to ansatte, gi dem hvert sitt pseudonym. Er det én, skriv samme gruppe i alle radene.
more-known-than-people = Arket «Sertifikater» har flere i { $group } ({ $known }) enn gruppa har ansatte ({ $people }).
    .cure = Rett «Ansatte» for { $group }, eller ta bort dem i arket som har sluttet.
counts-empty = Fila har ingen tall.
    .cure = Ta ut ei fil med kolonnene Dato, Time, Driver og Antall; Time og Driver kan mangle.
not-an-hour = «{ $value }» er ikke en time.
    .cure = Skriv 0 til 23, for eksempel 7 eller 07:00.
counted-twice = Samme dato, time og driver står også i rad { $row }, der med { $first } og her med { $value }.
    .cure = Behold den ene raden.
hour-never-comes = Timen fra kl. 02 finnes ikke { $date }: klokka stilles fram. Tallet er talt med likevel.
    .cure = Rett timen i fila hvis tallet hører til en annen, og ta den inn på nytt.
identity-number = Her står det som ser ut som et fødselsnummer.
    .cure = Ta det bort, og ta ut fila på nytt: bare navnet på det som telles, og antall.
too-many-drivers = Fila har flere enn { $limit } drivere.
    .cure = Ta ut ei fil med bare dem posten bruker.
total-ignored = «{ $value }» er en sum av de andre tallene og ble ikke brukt.
    .cure = Er det noe dere teller for seg, gi det et annet navn.
not-ages = «{ $value }» er ikke en alder.
    .cure = Skriv for eksempel 67–79, 80+ eller 45. Blir det en dato i Excel, gjør kolonnen om til tekst.
not-a-projection-kind = «{ $value }» er ikke noe framskrivingen kjenner.
    .cure = Velg en type fra lista, for eksempel ansatte, slutter eller pensjonsalder.
range-crossed = Laveste er over verdien, eller høyeste er under den.
    .cure = Lav, verdi og høy må stå i stigende rekkefølge.
told-twice = Dette, eller noen av de samme aldrene, står også i rad { $row }.
    .cure = Behold den ene raden, eller skriv aldre som ikke overlapper.
ages-cross = Innbyggerne { $ages } år har ikke samme bruk: { $use } er bare noen av dem.
    .cure = Del befolkningen der bruken skifter, eller skriv bruken for de samme aldrene.
ages-without-residents = Det står ingen innbyggere { $ages } år i { $years }, enda disse aldrene har bruk.
    .cure = Skriv innbyggerne i disse aldrene for de samme årene som de andre, eller 0 der ingen bor. Skal de ikke telle, fjern bruken.
ages-without-use = Aldrene { $ages } står i befolkningen, men har ingen bruk. De regnes som 0.
    .cure = Skriv «bruk per 1000» for dem hvis de bruker posten.
not-about = Typen «{ $kind }» har ikke { $column }.
    .cure = La cellen stå tom.
population-empty = Fila har ingen innbyggere etter alder og år.
    .cure = Ta ut framskrevet folkemengde fra statistikkbanken med region, alder og år, som CSV eller Excel.
population-regions = { $fit-n ->
        [0] Fila har flere regioner: { $regions }.
        [1] Fila har ingen region som heter «{ $region }». Den har { $regions }.
       *[other] «{ $region }» passer med flere av regionene i fila: { $regions }.
    }
    .cure = Velg én eller flere av dem (på kommandolinja med --region), eller ta ut ei fil med én.
population-gap = { $sign-n ->
        [0] Cella for { $ages } år i { $year } er tom.
        [1] Her står «.» for { $ages } år i { $year }. Det betyr at tallet ikke kan forekomme, for eksempel fordi kommunen ikke fantes da.
        [2] Her står «..» for { $ages } år i { $year }. Det betyr at tallet mangler.
        [3] Her står «...» for { $ages } år i { $year }. Det betyr at tallet ikke er klart ennå.
       *[other] Her står «:» for { $ages } år i { $year }. Det betyr at tallet ikke kan offentliggjøres.
    }
    .cure = Ta ut år og områder som har tall, eller skriv tallet. Er det ingen innbyggere, skriv 0.
population-one-sex = { $men-n ->
        [0] Mennene mangler
       *[other] Kvinnene mangler
    } for { $count-n ->
        [one] { $first } år
       *[other] { $count } aldersgrupper ({ $first } til { $last } år)
    } i { $years }.
    .cure = Ta ut tabellen med begge kjønn.
population-uneven = Regionen «{ $region }» har ikke tall for { $ages } år i { $year }, slik de andre har.
    .cure = Ta ut regionene for de samme årene, aldrene og alternativene, eller velg bare regioner som har dem.
not-alike = «{ $value }» er ikke et svar på lik bemanning.
    .cure = Skriv hverdager (lik bemanning mandag–fredag og lik lørdag–søndag) eller nei (hver dag for seg).
not-yielding = «{ $value }» sier ikke hva som skjer med oppgavene når noen mangler.
    .cure = Skriv utsettes eller utelates.
not-within = «{ $value }» sier ikke hvor langt en oppgave kan utsettes.
    .cure = Skriv tidsintervallet, vakta eller døgnet.
not-relief = «{ $value }» er ikke en rekkefølge for avlastning.
    .cure = Skriv stegene i den rekkefølgen dere bruker dem, hvert med sin pris som andel av timekostnaden: ekstravakt=1; pool=1; overtid=1,5; innleie=2,5.
not-dropped = «{ $value }» sier ikke når en utelatt oppgave er et funn.
    .cure = Skriv to hele tall, det første ikke større enn det andre: 4 av 5.
profile-interval = Døgnprofilen nevner «{ $value }», som ikke er et av postens tidsintervaller.
    .cure = Skriv ett tall for hvert av { $known }, for eksempel 07-09=2; 09-12=3.
profile-weight = «{ $value }» er ikke en vekt for { $interval }.
    .cure = Skriv et tall som er 0 eller mer, for eksempel { $interval }=2.
profile-missing = Døgnprofilen mangler { $missing }.
    .cure = Skriv ett tall for hvert av postens tidsintervaller.
profile-zero = Døgnprofilen har bare nuller.
    .cure = Skriv minst ett tall over 0, eller ta bort innstillingen.

## The wide form

wide-title = «{ $value }» er lest som en tittel.
    .cure = Er det en oppgave, sett et kryss under gruppa som skal gjøre den.
wide-unknown-heading = «{ $value }» er verken en kategori, et tidsrom eller en oppgave med kryss.
    .cure =
        { $near-n ->
            [0] Kategoriene er: { $known }. Er det en oppgave, sett et kryss under gruppa som skal gjøre den.
           *[other] Mente du «{ $nearest }»? Er det en oppgave, sett et kryss under gruppa som skal gjøre den.
        }
wide-unknown-interval = «{ $value }» er ikke et av postens tidsintervaller.
    .cure = Skriv et av { $known }, eller sett «Intervaller» i arket «Innstillinger».
wide-no-mark = Oppgaven «{ $value }» har ikke noe kryss.
    .cure = Sett x, eller antall per dag, under gruppa som skal gjøre den.
wide-two-marks = Oppgaven «{ $value }» har kryss både under { $one } ({ $first }) og { $two }, men skal stå på én gruppe.
    .cure = Behold ett kryss, eller del oppgaven i to rader.
wide-not-a-mark = «{ $value }» er verken et kryss eller et antall.
    .cure = Skriv x, eller antall per dag.
wide-rows-go-on = Skjemaet står på flere ark: rad { $own } her er rad { $row } i planen, og slik videre.
    .cure = Bruk planens radnummer når du spør om en oppgave eller låser den.
wide-group-matched = «{ $name }» er tatt som standardpostens { $group }.
    .cure = Før opp gruppene i arket «Yrkesgrupper» hvis det er feil.
wide-group-made = «{ $name }» er ikke blant standardpostens grupper og har fått koden { $group } og { $hourly } kr per time til noen fyller det ut.
    .cure = Fyll ut gruppa og vaktene dens i arkene «Yrkesgrupper» og «Vakter».
wide-assumed-lowest = Minstekrav: gruppa med kryss er brukt på { $count } { $count-n ->
        [one] oppgave
       *[other] oppgaver
    } (rad { $rows }).
    .cure = Fyll ut den laveste gruppa som kan gjøre hver oppgave.
wide-assumed-count = Antall: én gang om dagen er brukt på { $count } { $count-n ->
        [one] oppgave
       *[other] oppgaver
    } (rad { $rows }).
    .cure = Fyll ut hvor mange ganger.
wide-assumed-minutes = Minutter: 10 er brukt på { $count } { $count-n ->
        [one] oppgave
       *[other] oppgaver
    } (rad { $rows }).
    .cure = Fyll ut hvor lang tid det tar.
wide-assumed-today = I dag: det er ikke oppgitt hvem som gjør { $count } { $count-n ->
        [one] oppgave
       *[other] oppgaver
    } (rad { $rows }).
    .cure = Fyll ut hvem som gjør dem i dag.
wide-assumed-category = { $count } { $count-n ->
        [one] oppgave
       *[other] oppgaver
    } (rad { $rows }) står ikke under noen kategori: den første er brukt.
    .cure = Skriv kategorien på en rad over.
wide-assumed-timing = { $count } { $count-n ->
        [one] oppgave
       *[other] oppgaver
    } (rad { $rows }) står ikke under noe tidsrom: hele døgnet er brukt.
    .cure = Skriv tidsrommet på en rad over.
wide-course-hours = { $count } kurs har ingen timer ennå: { $courses }.
    .cure = Fyll ut timer og avgift i arket «Kurs».

plan-book-sheet = Arket «{ $sheet }» mangler.
    .cure = Bruk arbeidsboka som «fordel plan» laget, og la arket beholde navnet.
plan-book-columns = Fant ikke disse kolonnene: { $columns }.
    .cure = La overskriftene stå som de var.
plan-book-row = «{ $value }» er ikke et radnummer.
    .cure = Skriv nummeret på raden i arket Oppgaver.
plan-book-days = «{ $value }» er ikke dager.
    .cure = Skriv et siffer for hver dag, mandag er 1: 12345 eller 67.
plan-book-group = «{ $task }» står ikke på noen gruppe.
    .cure = Skriv gruppas kode.
plan-book-heads = «{ $value }» er ikke et antall personer.
    .cure = Skriv et helt tall, 0 eller mer.

more-complaints = Det er { $count-n ->
        [one] én melding
       *[other] { $count } meldinger
    } til.
    .cure = Rett disse først.

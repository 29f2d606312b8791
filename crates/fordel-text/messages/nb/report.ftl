# The report: report.html and report.pdf.

# Frame
report-title = Forslag til oppgavedeling og bemanning
report-title-infeasible = Ingen plan er mulig slik kravene står
report-title-unknown = Det ble ikke funnet noe svar i tide
report-byline = { $date } · laget med Fordel { $version }
report-contents = Innhold
report-show-as-table = Vis som tabell
report-behind-pictures = Tallene bak bildene
report-page = Side
report-of = av
report-skip = Hopp til innholdet

# Words used all over
report-today = I dag
report-carried = Dagens fordeling, bemannet
report-proposed = Forslaget
report-rightmost = Alt lengst til høyre
report-group = Gruppe
report-task = Oppgave
report-days = Dager
report-category = Kategori
report-interval-column = Tidsrom
report-around-the-clock = uten tidspunkt
report-whole-day = hele døgnet
report-daytime = dagtid hverdager
report-weekday = Hverdag
report-weekend-day = Helgedag
report-group-and-interval = Gruppe og tidsrom
report-hours-week-column = Timer i uka
report-hours-week = { $hours } timer i uka
report-lowest = Laveste
report-lines = Linjer
report-place = Sted i arbeidsboka
report-from = Fra
report-to = Til
report-sum = Sum
report-shift = Vakt
report-not-told = ikke oppgitt
report-not-known = ikke kjent
report-no-change = ingen endring
report-kr-year = Kroner i året
report-paid-hours = Betalte timer i uka
report-fte = { $fte } årsverk
report-fte-of = { $fte } årsverk { $group }
report-minutes-needed = Minutter arbeid
report-minutes-capacity = Plass til minutter
report-minutes-lacking = Mangler minutter
report-interval = mellom { $low } og { $high }
report-interval-up-to = inntil { $high }
report-interval-nothing = ingenting

# The letter
report-letter = Forslaget på én side
report-looked-lead = Hva vi har sett på.
report-looked = Én uke i { $unit }, hele døgnet: { $tasks } oppgaver i { $lines } linjer, til sammen { $hours } timers arbeid i uka for { $groups } yrkesgrupper. Hver oppgave er lagt til én gruppe som kan gjøre den, og bemanningen er satt opp slik at arbeidet, kravene til tilstedeværelse og helgene går opp.
report-nurses-are = Med sykepleiere menes her { $nurses }.
report-nurse = sykepleier
report-propose-lead = Hva vi foreslår.
report-propose = { $moves-n ->
        [one] Én
       *[other] { $moves }
    } av { $placements } plasseringer (hverdag og helg hver for seg) skifter gruppe, til sammen { $hours } timer i uka. De største: { $flows }.
report-propose-one = { $moves-n ->
        [one] Én
       *[other] { $moves }
    } av { $placements } plasseringer (hverdag og helg hver for seg) skifter gruppe: { $flows } i uka.
report-flow = { $hours } timer fra { $from } til { $to }
report-propose-corrected = { $corrected-n ->
        [one] Én av dem ligger
       *[other] { $corrected } av dem ligger
    } i dag hos en gruppe som ikke skal ha oppgaven.
report-propose-none = Ingen oppgave bør skifte gruppe: fordelingen i dag er allerede den beste av de mulige. Ingen endring er også et funn.
report-propose-untold = Arbeidsboka sier ikke hvem som gjør oppgavene i dag. Forslaget er derfor en fordeling fra bunnen av, uten sammenligning med dagens.
report-key-hours = Sykepleiertimer frigjort
report-key-hours-added = Timer lagt til sykepleierne
report-key-hours-compared = mot i dag: { $parts }
report-part-day = dag { $hours }
report-part-evening = kveld { $hours }
report-part-night = natt { $hours }
report-part-weekend = helg { $hours }
report-key-cost = Kroner i året
report-key-saved = Spart i året
report-key-dearer = Merkostnad i året
report-key-cost-compared = { $after } mot { $before } for dagens fordeling, bemannet så den går opp
report-key-cost-compared-relaxed = { $after } mot { $before } for dagens fordeling, uten tak på stillinger, vakter og helger
report-alone-never = ingen bemanning bærer dagens fordeling å sammenligne med
report-alone-not-found = hva dagens fordeling ville kreve, er ikke regnet ut for dette forslaget
report-alone-untold = ingen linjer sier hvem som gjør dem i dag, så det er ingenting å sammenligne med
report-key-fte = Årsverk i alt
report-key-fte-compared = { $after } mot { $before } for dagens fordeling, bemannet så den går opp
report-key-fte-compared-relaxed = { $after } mot { $before } for dagens fordeling, uten tak på stillinger, vakter og helger
report-key-courses = Opplæring
report-courses = { $courses-n ->
        [0] ingen kurs
       *[other] { $courses } kurs
    }
report-key-courses-compared = { $seats-n ->
        [one] én kursplass
       *[other] { $seats } kursplasser
    }, { $cost } i året mot { $before } for dagens fordeling
report-key-courses-none = dagens fordeling: { $before } i året
report-gives-lead = Hva det gir.
report-saved = Mot dagens fordeling med den billigste bemanningen som bærer den, spares { $amount } i året ({ $percent }).
report-saved-relaxed = Ingen bemanning innenfor rammene bærer dagens fordeling. Mot det den ville kostet uten tak på stillinger, vakter og helger, spares { $amount } i året ({ $percent }).
report-saved-at-least = Minst { $least } av dette er bevist.
report-saved-unproven = Beregningen er ikke ført så langt at en besparelse er bevist.
report-saved-nothing = I kroner er det ingen endring mot dagens fordeling med den billigste bemanningen som bærer den.
report-saved-unknown = Gevinsten i kroner kan ikke tallfestes, for det er ikke funnet en bemanning som bærer dagens fordeling.
report-dearer = Mot dagens fordeling med den billigste bemanningen som bærer den, koster forslaget { $amount } mer i året ({ $percent }).
report-dearer-relaxed = Ingen bemanning innenfor rammene bærer dagens fordeling. Forslaget koster { $amount } mer i året ({ $percent }) enn den ville kostet uten tak på stillinger, vakter og helger.
report-freed = { $hours } timer i uka, { $percent } av det sykepleierne gjør i dag, går til grupper som også kan gjøre det.
report-freed-and-taken = Sykepleierne gir fra seg { $given } timer i uka til grupper som også kan gjøre arbeidet, og tar { $taken } timer fra andre grupper der de har ledig tid på vakt. Det frigjør { $hours } timer, { $percent } av det de gjør i dag.
report-freed-less = { $hours } timer mer i uka ({ $percent } mer) legges til sykepleierne.
report-freed-nothing = Sykepleiernes timer er uendret.
report-freed-not-night = Natta gir ingenting.
report-freed-but = Motsatt vei går det { $parts }.
report-but-day = på dagtid ({ $hours } timer mer)
report-but-evening = om kvelden ({ $hours } timer mer)
report-but-night = om natta ({ $hours } timer mer)
report-but-weekend = i helga ({ $hours } timer mer)
report-corrected-to = I tillegg får de { $corrected } timer som andre grupper i dag gjør uten å skulle det. { $net }
report-corrected-from = I tillegg slipper de { $corrected } timer som de i dag gjør uten å skulle det. { $net }
report-net-freed = Netto frigjøres { $net } timer.
report-net-added = Netto får de { $net } timer mer.
report-falls-away = Mot bemanningen i dag faller { $groups } bort, etter hvert som noen slutter av seg selv; forslaget bygger ikke på oppsigelser.
report-tolerance = Den aller billigste planen koster { $price } mindre i året, men lar { $before } timer i uka ligge høyere enn de må, mot { $after } i forslaget (knappe grupper teller dobbelt).
report-tolerance-other = Den aller billigste planen koster { $price } mindre i året; beløpet er brukt på de andre målene.
report-tolerance-nothing = Ingen billigere plan ble funnet.
report-takes-lead = Hva det krever.
report-takes-courses = { $courses } kurs med { $seats-n ->
        [one] én kursplass
       *[other] { $seats } kursplasser
    }, { $hours } timer i alt og { $cost } i året.
report-takes-no-courses = Ingen nye kurs.
report-takes-fte = Mot bemanningen i dag må { $groups } til.
report-takes-no-fte = Ingen gruppe må ha flere årsverk enn bemanningen i dag.
report-takes-today-untold = Bemanningen i dag er ikke oppgitt, så vi kan ikke si hva som må til utover den.
report-takes-overloaded = Bemanningen i dag rekker ikke til arbeidet i dag i { $cells-n ->
        [one] ett tidsrom
       *[other] { $cells } tidsrom
    } i uka; noe av økningen retter bare opp det.
report-takes-dearer = Bemanningen i dag koster { $today } i året, { $more } mindre enn forslaget.
report-rests-lead = Hva det hviler på.
report-rests = Antall, minutter og hvem som kan gjøre hva, er enhetens egne opplysninger.
report-rests-nothing-assumed = Ingen verdier måtte antas.
report-rests-assumed = { $assumed-n ->
        [one] Én verdi var ikke oppgitt og er antatt; den
       *[other] { $assumed } verdier var ikke oppgitt og er antatt; de
    } står sist i rapporten.
report-rests-unknown = Verdier som enheten ikke har ført opp, er standardverdier.
report-rests-checked = Planen er prøvd mot alle kravene av en egen kontroll, uavhengig av den som laget den.
report-unknown-lead = Hva vi ikke vet.
report-unknown-minutes = Minuttene er anslag, ikke målinger.
report-unknown-proven = Det er bevist at ingen plan som holder kravene, er billigere enn den billigste vi fant.
report-unknown-gap = Den billigste planen vi fant, kan ligge inntil { $gap } ({ $open } i året) over det billigst mulige; mer er bevist umulig.
report-unknown-no-cost-goal = Kostnaden er ikke det første målet i denne planen, og det er ikke bevist hvor lav den kunne vært.
report-unknown-first-proven = Det første målet er «{ $goal }»: der er det bevist at ingen plan er bedre.
report-unknown-first-gap = Det første målet er «{ $goal }»: der er det bevist at ingen plan er mer enn { $gap } bedre enn den beste vi fant.
report-unknown-time = Søket ble stoppet av tidsgrensa etter { $seconds } sekunder, og en bedre plan kan finnes.
report-unknown-work = Søket ble stoppet av grensa for regnearbeid etter { $seconds } sekunder, og en bedre plan kan finnes.
report-unknown-cancelled = Søket ble avbrutt etter { $seconds } sekunder, og en bedre plan kan finnes.
report-unknown-untold = { $lines-n ->
        [one] Én linje sier
       *[other] { $lines } linjer sier
    } ikke hvem som gjør oppgaven i dag, og er ikke med i timene over.
report-unknown-no-minutes = { $lines-n ->
        [one] Én linje mangler
       *[other] { $lines } linjer mangler
    } minutter eller antall og veier ingenting i planen.

# Pictures
report-pictures = Bilder av døgnet og bemanningen
report-day-read = I bildene er arbeid og bemanning målt i personer: så mange må være til stede for å rekke arbeidet i tidsrommet, når pauser, rapport og gange er trukket fra. Er linja høyere enn søylen, er det ledig tid.
report-day-axis = Personer
report-there = Til stede
report-needed = Trengs
report-needed-all = Trengs i alt
report-work = Arbeid
report-bound = Bundet arbeid
report-day-ward = Hele enheten: arbeidet i forslaget lagt oppå hverandre etter gruppe, og alle som er til stede.
report-day-ward-table = Personer som trengs og er til stede, etter tidsrom
report-day-groups = Hver gruppe for seg: arbeidet i forslaget mot dem som er til stede, i snitt for hverdager og helgedager.
report-day-groups-table = Arbeid og bemanning for hver gruppe, etter tidsrom
report-day-alt = Strammest kl. { $interval }: { $needed } personer trengs, { $there } er til stede.
report-day-alt-nothing = Ingen oppgaver.
report-shares = Hvem gjør arbeidet? Andel av minuttene hos hver gruppe, i dag og i forslaget.
report-shares-proposed = Hvem gjør arbeidet? Andel av minuttene hos hver gruppe i forslaget.
report-shares-title = Andel av arbeidet etter gruppe
report-shares-alt = { $name }: { $before } i dag, { $after } i forslaget.
report-shares-alt-proposed = { $name }: { $after } i forslaget.
report-hours-today = Timer i uka i dag
report-hours-proposed = Timer i uka i forslaget
report-share-today = Andel i dag
report-share-proposed = Andel i forslaget
report-staffing-picture = Hvor mange er på hver vakt? I dag, det dagens fordeling ville krevd, og forslaget.
report-staffing-title = Personer på vakt
report-staffing-alt = { $rows } vakter vist; { $changed } har en annen bemanning i forslaget enn i dag. Tallene står i tabellen.
report-heads-axis = Personer på vakt, i snitt

# Findings
report-findings = Funn i kartleggingen
report-findings-intro = Funnene gjelder oppgavene slik enheten har beskrevet dem, uansett hva en mener om forslaget. Tabellene viser de største; alt står i arbeidsboka for planen.
report-and-more = Og { $lines-n ->
        [one] én til, med { $hours } timer i uka.
       *[other] { $lines } til, med { $hours } timer i uka.
    }
report-today-untold = Arbeidsboka sier ikke hvem som gjør oppgavene i dag, så dette kan ikke vises.
report-delegable = Hva sykepleiere gjør som andre kan gjøre
report-delegable-none = Ingenting: alt sykepleiere gjør i dag, er det bare de som kan gjøre. Ingen endring er også et funn.
report-delegable-sum = { $hours } av { $all } timer i uka ({ $percent }) som sykepleiere gjør i dag, kan andre grupper gjøre. Forslaget flytter { $moved } av dem. Resten blir der de er: i planen lønner det seg ikke å flytte dem, ofte fordi sykepleierne er på vakt uansett.
report-delegable-table = Arbeid hos sykepleiere i dag som andre kan gjøre
report-by-category = Sykepleiernes arbeid i dag etter kategori
report-by-interval = Sykepleiernes arbeid i dag etter tidsrom
report-nurse-hours = Timer hos sykepleiere i dag
report-nurse-only-hours = Bare de kan
report-delegable-hours = Andre kan
report-delegable-share = Andel andre kan
report-nurse-only = Hva bare sykepleiere kan gjøre
report-nurse-only-none = Ingen oppgave er forbeholdt sykepleiere.
report-nurse-only-sum = { $hours } timer i uka kan bare sykepleiere gjøre, slik enheten har satt kravene.
report-nurse-only-table = Arbeid som er forbeholdt sykepleiere
report-not-health = Oppgaver som ikke er helsearbeid
report-not-health-none = Ingen oppgaver med kjent utfører er merket som noe annet enn helsearbeid.
report-not-health-sum = { $hours } timer i uka er ikke helsearbeid; { $nurses } av dem gjør sykepleiere i dag.
report-not-health-table = Oppgaver som ikke er helsearbeid
report-untimed = Oppgaver uten tidspunkt
report-untimed-none = Alle oppgaver har et tidsrom.
report-untimed-sum = { $hours } timer i uka ({ $percent } av arbeidet) står uten tidspunkt. Slike oppgaver faller på dem som er på vakt; et tidspunkt ville gjort dem lettere å fordele.
report-untimed-table = Arbeid med og uten tidspunkt
report-untimed-clock = Uten tidspunkt, hele døgnet
report-untimed-daytime = Dagtid på hverdager
report-untimed-all = Alt arbeid
report-timing = Når
report-share-of-work = Andel av arbeidet
report-unqualified = Hvem gjør i dag det de ikke skal
report-unqualified-none = Ingen: alle oppgaver med kjent utfører ligger hos en gruppe som kan gjøre dem.
report-unqualified-sum = { $lines-n ->
        [one] Én oppgave
       *[other] { $lines } oppgaver
    } ({ $hours } timer i uka) gjøres i dag av en gruppe som ikke fyller kravet. Forslaget retter det.
report-unqualified-table = Arbeid hos en gruppe som ikke fyller kravet
report-overload = Der bemanningen i dag ikke bærer arbeidet i dag
report-overload-untold = Bemanningen i dag er ikke oppgitt, så dette kan ikke vises.
report-overload-none = Ingen steder: bemanningen i dag rekker til arbeidet i dag, og kravene til tilstedeværelse holdes.
report-overload-sum = I { $cells-n ->
        [one] ett tidsrom
       *[other] { $cells } tidsrom
    } i uka er det mer arbeid enn gruppa rekker, til sammen { $minutes } minutter. Arbeidet blir da enten ikke gjort, gjort av andre eller gjort på overtid.
report-overload-group = { $group }: { $cells } tidsrom, { $minutes } minutter i uka mer enn det er plass til.
report-overload-table = De strammeste tidsrommene i dag
report-overload-more = Og { $cells } til, med { $minutes } minutter.
report-overload-broken = Bemanningen i dag bryter også disse kravene:
report-gaps = Hull i kartleggingen
report-gaps-none = Ingen: alle linjer har minutter, utfører og prioritet.
report-gaps-minutes = { $n } av { $all } linjer mangler minutter eller antall. De veier ingenting i planen.
report-gaps-today = { $n } av { $all } linjer sier ikke hvem som gjør oppgaven i dag.
report-gaps-priority = { $n } av { $all } linjer mangler prioritet og regnes som røde når noen mangler på vakt.
report-gaps-hours = { $n } kurs som trengs, mangler timer og er regnet som gratis.

# Safety
report-safety = Andelen sykepleiere
report-safety-table = Sykepleiernes andel av de betalte timene
report-safety-staffing = Bemanning
report-safety-nurse-hours = Sykepleiertimer i uka
report-safety-hours = Alle timer i uka
report-safety-share = Andel
report-safety-title = Andelen sykepleiere går ned
report-safety-short = Sykepleiernes andel av timene går fra { $before } til { $after }. I en studie av 243 sykehus hang 10 prosentpoeng lavere andel sammen med et oddsforhold på { $odds } for å dø på sykehus. Det er en sammenheng, ikke en påvist årsak, men den må vurderes før vedtak (se «Andelen sykepleiere»).
report-safety-aiken = Aiken mfl. (BMJ Quality & Safety 2017; 243 sykehus i seks land, 275 519 pasienter): 10 prosentpoeng høyere andel sykepleiere hang sammen med 11 prosent lavere odds for å dø på sykehus.
report-safety-griffiths = Griffiths mfl. (BMJ Quality & Safety 2019; 138 133 pasienter): hver dag med færre sykepleiere enn snittet på posten hang sammen med 3 prosent høyere dødelighet. Både få og mange assistenter hang sammen med høyere dødelighet.
report-safety-association = Studiene viser sammenhenger, ikke årsaker, og er gjort på andre sykehus. De sier ikke hva som vil skje her, men er grunn til å vurdere tryggheten særskilt før vedtak og å følge den etterpå.
report-safety-not-lower = Sykepleiernes andel av timene går ikke ned.

# What binds
report-binding = Det som binder, og hva det er verdt
report-binding-intro = Hvert av disse kravene er lempet ett steg, alene, og hele planen er regnet om. Verdien er det som da spares i året.
report-binding-table = Verdien av ett steg
report-binding-step = Steg
report-binding-worth = Verdt i året
report-binding-note = Verdien er et intervall fordi begge beregninger er bevist innenfor en margin. Verdiene kan ikke legges sammen.
report-step-positions = Ett årsverk mer: { $group }
report-step-positions_least = Ett årsverk mindre i kravet: { $group }
report-step-people = Én ansatt mer: { $group }
report-step-weekends-more = Oftere helg: { $group } hver { $to }. i stedet for hver { $from }.
report-step-weekends-fewer = Sjeldnere helg: { $group } hver { $to }. i stedet for hver { $from }.
report-step-presence = Én færre til stede: { $what }
report-step-bound_present = Én færre i bundet arbeid: { $what }
report-step-shift_min = Én færre som minste bemanning: { $group }{ "\u00A0" }{ $what }
report-step-shift_max = Én flere som største bemanning: { $group }{ "\u00A0" }{ $what }
report-step-alike = Ulik bemanning på ulike dager
report-step-pinned = Uten låsen: { $what }
report-step-qualified = Uten kravet til kompetanse: { $what }
report-step-same_all_week = Ulik gruppe på hverdag og i helg: { $what }
report-step-budget = Større budsjett
report-step-max_moves = Flere flyttinger
report-step-other = { $rule } { $group } { $what }

# The curve
report-curve = Å begynne i det små
report-curve-intro = Hva gir de beste 5, 10, 20 og 40 flyttingene, og hva gir alle? Hver plan er regnet ut for seg, med kostnaden som eneste mål, og holdt mot dagens fordeling med den billigste bemanningen som bærer den.
report-curve-relaxed = Ingen bemanning innenfor rammene bærer dagens fordeling; den er derfor regnet uten tak på stillinger, vakter og helger.
report-curve-half = Med { $moves-n ->
        [one] én flytting
       *[other] { $moves } flyttinger
    } spares { $gain } i året, { $percent } av de { $all } som alle gir.
report-curve-late = Ingen av planene med få flyttinger gir halvparten av det { $moves } flyttinger gir: { $gain } spart i året.
report-curve-only = Det er ikke mer å hente enn { $moves-n ->
        [one] én flytting
       *[other] { $moves } flyttinger
    } gir: { $gain } i året.
report-curve-nothing = Ingen flytting sparer penger. Ingen endring er også et funn.
report-curve-picture = Besparelse i året etter hvor mange oppgaver som flyttes.
report-curve-title = Besparelse etter antall flyttinger
report-curve-alt = { $moves-n ->
        [one] Én flytting
       *[other] { $moves } flyttinger
    }: { $gain }.
report-curve-found = Beste plan som ble funnet
report-curve-open = Bevist mellom strekene
report-curve-x = Så mange flyttinger er tillatt
report-curve-y = Kroner spart i året
report-curve-limit = Grense
report-curve-at-most = Høyst { $moves }
report-curve-all = Ingen grense
report-curve-moves = Flyttinger
report-curve-gain = Kroner spart i året
report-curve-interval = Bevist

# Comparisons
report-comparison = Fire bilder side om side
report-comparison-table = I dag, dagens fordeling, forslaget og alt lengst til høyre
report-today-lead = I dag:
report-today-meaning = dagens fordeling og dagens bemanning, også der den ikke rekker til.
report-carried-lead = Dagens fordeling, bemannet:
report-carried-meaning = dagens fordeling med den billigste bemanningen som bærer den. Gevinsten av oppgavedeling måles mot denne, for en underbemannet hverdag ville skjult den.
report-proposed-lead = Forslaget:
report-proposed-meaning = fordeling og bemanning valgt sammen.
report-rightmost-lead = Alt lengst til høyre:
report-rightmost-meaning = hver oppgave hos den laveste gruppa som kan gjøre den, slik et regneark ville gjort det, med den billigste bemanningen for det.
report-measure = Hva som måles
report-cost-year = Kroner i året
report-training-year = Av dette opplæring
report-fte-group = Årsverk, { $group }
report-fte-all = Årsverk i alt
report-red-cells = Tidsrom der bemanningen ikke rekker
report-relaxed-note = * Ingen bemanning innenfor rammene bærer denne fordelingen. Tallet er kostnaden uten tak på stillinger, vakter og helger.
report-comparison-feasible = «{ $name }» er ikke regnet ferdig: bemanningen holder, men en billigere kan finnes.
report-comparison-infeasible = «{ $name }» har ingen bemanning som holder kravene:
report-comparison-unknown = For «{ $name }» ble det ikke funnet en bemanning i tide, og det er heller ikke bevist at ingen finnes.
report-demands-more = Og { $demands } krav til, de fleste oppgaver som skal gjøres.

# WISN
report-wisn = WISN
report-wisn-intro = For dem som rapporterer etter Verdens helseorganisasjons metode (Workload Indicators of Staffing Need): årsverk som arbeidet i forslaget krever, mot dem som finnes.
report-wisn-table = Bemanningsbehov etter WISN
report-wisn-available = Tilgjengelige timer i året
report-wisn-factor = Faktor for annet arbeid
report-wisn-required = Årsverk som kreves
report-wisn-existing = Årsverk som finnes
report-wisn-difference = Forskjell
report-wisn-ratio = Forholdstall
report-wisn-note = Under 1 er arbeidsmengden større enn bemanningen. WISN regner årets arbeid, ikke personer på vakt: det tilstedeværelse krever, vises ikke her, og behovet blir ofte lavere enn forslagets årsverk.

# Lists
report-placements = Hvem gjør hva
report-placements-intro = Oppgavene hos hver gruppe i forslaget. Rader med farge og «fra» er nye for gruppa. Tallet foran navnet er oppgavens nummer, som også står i døgnrytmeplanen.
report-placements-table = Oppgaver hos { $group }
report-group-nothing = Gruppa har ingen oppgaver i forslaget.
report-whence = I dag
report-whence-moved = fra { $group }
report-whence-corrected =
    fra { $group }
    (fyller ikke kravet)
report-whence-kept = samme
report-new-count = { $new-n ->
        [0] ingen nye
        [one] 1 ny
       *[other] { $new } nye
    }
report-courses-column = Kurs
report-activity = Døgnrytmeplan
report-activity-intro = Én side for hver gruppe: kategorier nedover, tidsrom bortover. Navnene på oppgavene står i listene foran.
report-activity-group = Døgnrytmeplan for { $group }
report-activity-note = Minutter på en hverdag, og etter skråstreken på en helgedag der den er ulik; under står oppgavenes numre. * er nytt for gruppa. Oppgaver som går over flere tidsrom, står i hvert av dem med sin del av minuttene.
report-staffing-plan = Bemanningsplan
report-staffing-intro = Antall som begynner på hver vakt i forslaget, med dagens antall i parentes der det er et annet.
report-staffing-intro-untold = Antall som begynner på hver vakt i forslaget. Bemanningen i dag er ikke oppgitt.
report-staffing-table = Personer på vakt
report-staffing-note = 4 (5) betyr fire i forslaget og fem i dag.
report-proposed-week = I uka
report-today-week = I dag
report-carried-week = Dagens fordeling
report-sums-table = Årsverk, ansatte og kostnad
report-fte-today = Årsverk i dag
report-fte-carried = Årsverk, dagens fordeling
report-fte-proposed = Årsverk i forslaget
report-positions = Stillinger
report-people = Ansatte
report-week-cost = Kroner i uka
report-training = Opplæringsplan
report-training-none = Forslaget krever ingen kurs. Ingen endring er også et funn.
report-training-intro = Kursene som forslaget krever, for dem som mangler dem. Kostnaden er fordelt på årene kurset varer.
report-training-table = Kurs
report-course = Kurs
report-participants = Deltakere
report-course-hours = Timer i alt
report-course-opens = Åpner for
report-assumptions = Forutsetninger
report-assumed = { $n-n ->
        [one] Én verdi var ikke oppgitt og er antatt:
       *[other] { $n } verdier var ikke oppgitt og er antatt:
    }
report-noticed = { $n-n ->
        [one] Én opplysning er lest på en måte det er verdt å vite om:
       *[other] { $n } opplysninger er lest på en måte det er verdt å vite om:
    }
report-setting = Innstilling
report-value = Verdi
report-rates-table = Satser og grenser
report-set-evening = Tillegg kveld og natt (17–06), andel av timekostnaden
report-set-weekend = Tillegg lørdag og søndag, andel av timekostnaden
report-set-training = Opplæring fordeles på (år)
report-set-refund = Refusjon av fravær
report-set-alike = Bemanning
report-set-gap = Avstand som regnes som bevist
report-set-date = Dato for sertifikater
report-set-budget = Budsjett i året
report-set-moves = Høyst så mange flyttinger
report-set-pin = Linja i rad { $row } holdt på
report-alike-weekdays = lik på hverdager, lik i helga
report-alike-no = hver dag for seg
report-groups-table = Yrkesgruppene
report-hourly = Kroner per time
report-weekly-hours = Uketimer
report-absence = Fravær
report-holiday = Ferieuker
report-task-time = Tid til oppgaver
report-weekend-every = Helg hver
report-goals-table = Mål, i rekkefølge
report-goal = Mål
report-goal-value = I forslaget
report-goal-best = Best funnet
report-goal-bound = Bevist grense
report-goal-tolerance = Toleranse
report-goals-note = Hvert mål er gjort så godt som mulig før det neste; toleransen er hvor mye senere mål kan forverre det. Hver grense er bevist blant planer der målene foran ikke er dårligere enn det beste som ble funnet, med toleransen. Kostnaden kommer sist der den ikke er blant målene det ble bedt om.
report-goals-note-open = «{ $goal }» er ikke bevist best. Blir det bedre, kan målene etter bli dårligere.

# No plan
report-conflict = Hvorfor det ikke går
report-conflict-intro = Det er bevist at ingen fordeling og bemanning i { $unit } holder alle kravene på én gang.
report-conflict-set = { $demands-n ->
        [one] Dette kravet kan ikke holdes:
       *[other] Disse { $demands } kravene kan ikke holdes samtidig. Uten ett av dem kan de andre det:
    }
report-conflict-choose = Endringene er de minste som hjelper, når de andre kravene står. Velg én av dem, rett arbeidsboka og planlegg på nytt.
report-conflict-several = Ingen av kravene kan endres alene slik at en plan blir mulig; minst to må gi etter.
report-conflict-unnamed = Hvilke krav som står mot hverandre, ble ikke funnet i tide.
report-conflict-nothing-title = Rapporten stopper her
report-conflict-nothing = Uten en plan finnes det ingen tall for bemanning, kostnad eller gevinst, og rapporten later ikke som om det gjør det.
report-no-answer = Verken plan eller bevis
report-no-answer-time = Søket ble stoppet etter { $seconds } sekunder uten å finne en plan, og uten å bevise at ingen finnes.
report-no-answer-cancelled = Søket ble avbrutt etter { $seconds } sekunder uten å finne en plan, og uten å bevise at ingen finnes.
report-no-answer-next = Gi det lengre tid, eller lemp på et krav.

# A unit's front page.

overview-most = Det viktigste
overview-from-decided = Fra vedtatt plan, versjon { $number } av { $date }.
overview-from-proposal = Fra forslag { $number }: { $name }.
overview-freed = Forslaget frigjør { $hours } sykepleiertimer i uka mot i dag ({ $parts }; avrundet).
overview-freed-decided = Vedtaket frigjør { $hours } sykepleiertimer i uka mot slik det var ({ $parts }; avrundet).
overview-added = Sykepleierne får { $hours } timer mer i uka enn i dag ({ $parts }; avrundet).
overview-freed-nothing = Sykepleiernes timer er uendret. Ingen endring er også et funn.
overview-freed-untold = Arkene sier ikke hvem som gjør oppgavene i dag, så det kan ikke sies hvor mange timer som frigjøres.
overview-part-day = dag { $hours }
overview-part-evening = kveld { $hours }
overview-part-night = natt { $hours }
overview-part-weekend = helg { $hours }
overview-takes-courses = Det krever { $courses-n ->
    [one] ett kurs
   *[other] { $courses } kurs
} for { $groups }: { $seats-n ->
    [one] én plass
   *[other] { $seats } plasser
}, { $cost } i året.
overview-takes-no-courses = Det krever ingen kurs.
overview-fte = Mot dagens fordeling, bemannet så den går opp: { $groups }.
overview-fte-more = { $fte } årsverk { $group } mer
overview-fte-less = { $fte } årsverk { $group } mindre
overview-fte-same = Ingen gruppe trenger flere eller færre årsverk enn dagens fordeling krever.
overview-fte-never = Ingen bemanning bærer dagens fordeling, så årsverkene har ingenting å holdes mot.
overview-fte-not-found = Hva dagens fordeling ville kreve, er ikke regnet ut for dette forslaget, så årsverkene har ingenting å holdes mot.
overview-fte-untold = Ingen linjer sier hvem som gjør dem i dag, så årsverkene har ingenting å holdes mot.
overview-money-saved = Det koster { $amount } mindre i året enn dagens fordeling, bemannet så den går opp.
overview-money-dearer = Det koster { $amount } mer i året enn dagens fordeling, bemannet så den går opp.
overview-nothing-day = Dagtid gir ingenting: { $why }.
overview-nothing-evening = Kveld gir ingenting: { $why }.
overview-nothing-night = Natt gir ingenting: { $why }.
overview-nothing-weekend = Helg gir ingenting: { $why }.
overview-more-day = På dagtid får sykepleierne { $hours } timer mer i uka enn i dag.
overview-more-evening = Om kvelden får sykepleierne { $hours } timer mer i uka enn i dag.
overview-more-night = Om natta får sykepleierne { $hours } timer mer i uka enn i dag.
overview-more-weekend = I helga får sykepleierne { $hours } timer mer i uka enn i dag.
overview-why-they-alone = det sykepleierne gjør da, kan ingen andre gjøre
overview-why-must-be-there = { $count-n ->
    [one] én sykepleier må være til stede uansett
   *[other] { $count } sykepleiere må være til stede uansett
}
overview-why-nobody-else = ingen annen gruppe er på vakt da
overview-why-not-worth = andre kunne gjort noe av det, men det lønner seg ikke i planen
overview-see-why = Se hvorfor
overview-broken = { $count-n ->
    [one] Ett krav er brutt i dette forslaget. Det står på bemanningssiden.
   *[other] { $count } krav er brutt i dette forslaget. De står på bemanningssiden.
}
overview-no-plan = Kravene kan ikke holdes samtidig: ingen plan er mulig slik de står.
overview-no-plan-see = Se hvilke krav som står mot hverandre
overview-unknown = Søket ble stoppet før det fant en plan. Be om et nytt forslag med lengre tid.
overview-day = Døgnet
overview-see-findings = Les hele rapporten
overview-see-board = Se fordelingen
overview-stands = Hvor langt enheten er kommet
overview-mapped = Kartlegging
overview-mapped-lines = { $lines } linjer, { $missing } mangler minutter
overview-agreed = Enighet
overview-agreed-of = enige: { $agreed }, uenige: { $disputed }, parkert: { $parked } (av { $lines })
overview-proposals = Forslag
overview-proposals-count = { $count-n ->
    [0] ingen ennå
    [one] ett
   *[other] { $count }
}
overview-proposals-running = { $count-n ->
    [0] ingen regnes ut nå
    [one] ett regnes ut nå
   *[other] { $count } regnes ut nå
}
overview-decided = Vedtatt
overview-decided-version = versjon { $number }
overview-decided-on = { $date } (drøftet { $held })
overview-decided-none = ikke ennå
overview-decided-none-do = vedtas fra et forslag
overview-waits = Venter
overview-waits-nothing = Ingenting venter.
overview-waits-faults = { $count-n ->
    [one] Én feil i arkene må rettes før det kan regnes.
   *[other] { $count } feil i arkene må rettes før det kan regnes.
}
overview-waits-minutes = { $count-n ->
    [one] Én linje mangler minutter, og veier ingenting i planen.
   *[other] { $count } linjer mangler minutter, og veier ingenting i planen.
}
overview-waits-today = { $count-n ->
    [one] Én linje sier ikke hvem som gjør oppgaven i dag.
   *[other] { $count } linjer sier ikke hvem som gjør oppgaven i dag.
}
overview-waits-objections = { $count-n ->
    [one] Én innvending uten svar.
   *[other] { $count } innvendinger uten svar.
}
overview-waits-disputed = { $count-n ->
    [one] Én linje er det uenighet om.
   *[other] { $count } linjer er det uenighet om.
}
overview-waits-ending = { $count-n ->
    [one] Ett kurs går ut innen { $days } dager.
   *[other] { $count } kurs går ut innen { $days } dager.
}
overview-waits-newer = Kartleggingen er endret etter at planen ble laget. Be om et nytt forslag for å få endringene med.
overview-waits-newer-decided = Kartleggingen er endret etter at den vedtatte planen ble laget. Se om det trengs et nytt forslag.
overview-empty = Her kommer det viktigste i kortform, når enheten er kartlagt og et forslag er regnet ut.
overview-empty-do = Begynn med å kartlegge: skriv oppgavene inn, lim dem inn fra Excel eller last opp en arbeidsbok.
overview-empty-action = Kartlegg oppgavene
overview-mapped-do = Oppgavene er kartlagt. Be om et forslag: den første planen kommer i løpet av sekunder, en god innen et minutt eller den tiden du gir.
overview-mapped-action = Be om et forslag
overview-faults-do = Rett feilene i arkene, så kan et forslag regnes ut. Hver feil vises ved cellen sin.
overview-faults-action = Rett feilene
overview-running-do = Et forslag regnes ut nå. Du kan gå fra siden og komme tilbake.
overview-running-action = Følg med
overview-documents = Dokumenter
overview-pinned-note = Tallene gjelder uka slik den er kartlagt; minuttene er anslag, ikke målinger.
overview-now = Vakten nå: noen mangler
overview-waits-priority = { $count-n ->
    [one] én linje mangler farge
   *[other] { $count } linjer mangler farge
}
overview-against-today = Mot bemanningen dere har i dag: { $fte } årsverk og { $cost } i året{ $red-n ->
    [0] .
    [one] . Den er for liten for dagens arbeid i ett tidsintervall i uka.
   *[other] . Den er for liten for dagens arbeid i { $red } tidsintervaller i uka.
}

# Opplæring: courses, who holds them, who lacks them.

training-title = Opplæring
training-lead = { $courses-n ->
    [0] Forslaget krever ingen kurs. Ingen endring er også et funn.
    [one] Forslaget krever ett kurs: { $seats-n ->
        [one] én plass
       *[other] { $seats } plasser
    }, { $hours } timer i alt, { $cost } i året.
   *[other] Forslaget krever { $courses } kurs: { $seats } plasser, { $hours } timer i alt, { $cost } i året.
}
training-against = Dagens fordeling krever kurs for { $cost } i året.
training-courses = Kurs i forslaget
training-course = Kurs
training-group = Gruppe
training-people = Må ta det
training-hours = Timer i alt
training-cost = Kroner i året
training-valid = Varer
training-months = { $months } måneder
training-no-end = uten utløp
training-opens = Åpner for
training-sum = Sum
training-no-hours = Kurset mangler timer i arket Kurs, og er regnet som gratis.
training-needs = Hva oppgavene krever av hver gruppe
training-needs-lead = Oppgaver som krever kurs hos en av gruppene. ● er der forslaget legger oppgaven. «Trenger ikke kurs»: gruppa kan gjøre oppgaven uten. «Kan ikke»: Minstekrav eller Bare i arket Oppgaver holder gruppa utenfor.
training-task = Oppgave
training-needs-nothing = trenger ikke kurs
training-needs-cannot = kan ikke
training-needs-none = Ingen oppgave krever kurs hos noen gruppe.
training-placed = ● { $courses }
training-placed-none = ● ingen kurs
training-placed-note = her ligger oppgaven i forslaget
training-certificates = Hvem har, og hvem mangler
training-certificates-lead = Personene står med sitt pseudonym, slik arket Sertifikater har dem nå. Hvem som har og mangler kurs i planen, regnes på plandatoen { $date }. Hvor mange som må ta kurset, er som da forslaget ble laget.
training-certificates-none = Arket Sertifikater er tomt. Fyll det ut, så regnes bare de som mangler et kurs, med i kostnaden.
training-certificates-fill = Fyll ut sertifikater
training-has = Har gyldig
training-lacks = Mangler eller er utløpt
training-unknown = { $count-n ->
    [0] –
    [one] én person
   *[other] { $count } personer
}
training-not-listed = Ikke i arket
training-until = { $name } (til { $date })
training-without = { $group }: { $people } har ingen av kursene.
training-holds = { $name }
training-expired = { $name } (utløpt { $date })
training-nobody = ingen
training-endings = Når sertifikatene går ut
training-endings-from = Regnet fra i dag, { $date }.
training-endings-none = Ingen sertifikater går ut.
training-employee = Ansatt
training-last-day = Siste gyldige dag
training-state = Status
training-over = Utløpt
training-counts = Gyldig

# Competence on the shift.
competence-title = Kompetanse på vakta
competence-none = Verken oppgavene i forslaget eller arket Tilstedeværelse krever kurs, så ingen vakt kan mangle noen som har det.
competence-lead = Til alle har tatt kurset, betyr det noe hvem som er på vakt. Her er sjansen for at ingen av dem som er der, kan gjøre oppgaven, med sertifikatene som gjelder på plandatoen. «Alltid noen» er der det alltid er noen til stede som kan den, ofte fra en gruppe som ikke trenger kurset. Krever arket Tilstedeværelse at noen på vakta har kurset, er det sjansen for at færre enn kravet har det. Tider da ingen i gruppa er på vakt, er ikke med. Helg står først.
competence-holders = Har kurset
competence-of = { $holders } av { $people }
competence-weakest = Svakest
competence-weekend = Svakest i helga
competence-covered = alltid noen
competence-rare = Må ha det for at det skal skje sjelden
competence-every = Må ha det for at turnusen kan ha én på hver vakt
competence-too-few = flere enn de ansatte
competence-under-one = under 1 av 100 vakter
competence-of-hundred = { $count-n ->
    [one] 1 av 100 vakter
   *[other] { $count } av 100 vakter
}
competence-how = Sjansen er regnet som om turnusen setter folk på vakt uten å se på kursene: de som er der, er trukket blant de ansatte i gruppa. Står stillingsprosenten i arket Sertifikater, er den med halv stilling på vakt halvparten så ofte som den med hel; står det hver hvilken helg en ansatt arbeider, gjelder det i helgene. «Sjelden» er høyst 5 av 100 vakter. En turnus som ser på kursene, klarer seg med færre: det siste tallet er det minste som går opp med arbeidstida og helgene til dem som har kurset.
competence-cells = { $course } hos { $group }: når ingen kan, eller for få har kurset
competence-when = Når
competence-heads = På vakt i gruppa
competence-chance = Ingen kan, eller for få har kurset
competence-rule = Tilstedeværelse: minst { $count } med kurset { $window }, { $days }
training-by-rule = kravet om kurs på vakt
training-soon = { $days-n ->
    [0] Går ut i dag
    [one] Går ut i morgen
   *[other] Går ut om { $days } dager
}
training-ahead = Dager fram som varsles
training-ahead-show = Vis
training-endings-sum = { $over-n ->
    [0] Ingen er utløpt
    [one] Ett er utløpt
   *[other] { $over } er utløpt
}, og { $soon-n ->
    [0] ingen
    [one] ett
   *[other] { $soon }
} går ut innen { $days } dager.
training-endings-later = { $count-n ->
    [one] Ett som går ut senere
   *[other] { $count } som går ut senere
}

# Rules that so many on the shift hold a course.
required-title = Krav om kurs på vakt
required-lead = Arket Tilstedeværelse krever at noen på vakta har et kurs. Så mange må minst ha det for at en turnus kan få det til: timene deres må dekke tida, og de som arbeider hver tredje helg, må dekke helgene. Planen tar opplæringen med. Om turnusen går opp med akkurat så mange, viser turnusen.
required-moves-nothing = Krav om kurs på vakt endrer opplæringen, ikke fordelingen eller antallet på vakt, utover at så mange må være til stede. Bare der en oppgave krever det samme kurset, kan kravet gjøre det billigere å legge den til gruppa.
required-when = Kravet
required-rule = minst { $count } { $window }, { $days }
required-least = Må ha det
required-train = Må ta det

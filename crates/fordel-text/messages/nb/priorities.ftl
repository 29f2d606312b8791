# The ward's colours for the traffic light, set for many lines at once.

priorities-title = Farger på oppgavene
priorities-title-missing = Oppgaver uten farge
priorities-lead = Rød må gjøres til sin tid, gul kan utsettes, grønn kan utelates når noen mangler. En oppgave uten farge regnes som rød. Dette er postens egen vurdering: sett fargene sammen, for eksempel på et arbeidsmøte.
priorities-count = { $missing } av { $lines } linjer mangler farge.
priorities-how = Velg farge for en hel kategori, og unntakene linje for linje. Ingenting settes før du lagrer, og alt kan angres i rutenettet.
priorities-all = Vis alle linjer
priorities-missing-only = Vis bare linjer uten farge
priorities-back = Til Vakten nå
priorities-none = Alle linjer har farge.
priorities-none-do = Vil dere se over dem, så vis alle linjer.
priorities-empty = Det er ingen oppgaver å sette farge på ennå.
priorities-empty-do = Kartlegg oppgavene først.
priorities-no-category = Uten kategori
priorities-lines = { $count-n ->
    [one] én linje
   *[other] { $count } linjer
}
priorities-usual = Forslag: { $colour }.
priorities-whole = { $count-n ->
    [one] Den ene linja uten farge i kategorien
   *[other] Alle { $count } linjer uten farge i kategorien
}
priorities-as-is = som nå
priorities-choice-red = rød – må gjøres
priorities-choice-yellow = gul – kan utsettes
priorities-choice-green = grønn – kan utelates
priorities-choice-none = ta bort fargen
priorities-now = Nå: { $colour }.
priorities-bound = Bundet: regnes alltid som rød.
priorities-without = uten farge
priorities-save = Lagre fargene
priorities-saved = { $count-n ->
    [0] Ingen farger var valgt.
    [one] Lagret: én linje.
   *[other] Lagret: { $count } linjer.
}
priorities-not-saved = Ikke lagret, fordi andre har endret det samme i mellomtida:
priorities-conflict = { $line }: du har valgt «{ $mine }», men { $who } har skrevet «{ $theirs }».
priorities-why-1 = Det pasienten trenger der og da. Munnstell, mobilisering og hudpleie kan ofte være gult eller grønt.
priorities-why-2 = Sårstell, kateter og målinger har sin tid. Det som ikke haster, kan være gult.
priorities-why-3 = Må gjøres, men kan vente til det er ro. Det neste vakt trenger for å gi trygg hjelp, er rødt.
priorities-why-4 = Medisiner til rett tid er rødt. Rydding og bestilling på medisinrommet kan være gult.
priorities-why-5 = Samtaler kan ofte flyttes til en roligere stund. Akutte beskjeder er røde.
priorities-why-6 = Prøver har tidspunkt, og svarene styrer behandlingen.
priorities-why-7 = Mat og drikke er rødt.
priorities-why-8 = Kan ofte vente til senere på vakta. Sjekk av akuttutstyr er rødt.
priorities-why-9 = Opplæring og undervisning kan tas en annen dag.
priorities-why-10 = Kan som regel vente noen timer. Det som mangler nå, er rødt.
priorities-why-11 = Orden kan vente. Renhold mot smitte er rødt.
priorities-why-12 = Kan som regel tas en annen dag.

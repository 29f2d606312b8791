# The way back for somebody who has forgotten their password.

back-open = Nytt passord
back-of = Nytt passord for { $name }
back-lead = Du får en lenke som virker én gang, i et døgn, så lenge programmet ikke startes på nytt. Gi den til personen selv, når du er sikker på hvem det er. Den som åpner lenken, velger et nytt passord, og logges ut alle steder.
back-codes-lead = Personen bruker engangskoder, og må fortsatt skrive en når de logger inn.
back-codes = Telefonen er borte: slå av engangskodene nå
back-do = Lag lenke
back-link = Lenken til et nytt passord
back-link-lead = Kopier den nå. Den vises bare denne ene gangen.
back-choose = Velg et nytt passord
back-choose-lead = For { $email }. Etterpå logger du inn med det.

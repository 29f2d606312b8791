# Bemanning: heads by shift and weekday, what no longer holds, what binds.

staffing-title = Bemanning
staffing-lead-computed = Hvor mange som starter på hver vakt. Det beregnede forslaget blir stående: endrer du et tall, lages et eget forslag av det.
staffing-lead-own = Hvor mange som starter på hver vakt. Endringer lagres med en gang, og det som ikke lenger går opp, blir merket.
staffing-lead-reader = Hvor mange som starter på hver vakt.
staffing-table = { $group }: antall som starter på vakta
staffing-shift = Vakt
staffing-who = Plan
staffing-today = i dag
staffing-base = forslag { $number }
staffing-proposed = forslaget
staffing-own = eget
staffing-sum = Sum, { $plan }
staffing-week = Uka
staffing-cell = { $group } { $shift }, { $day }: antall
staffing-cell-red = { $group } { $shift }, { $day }: antall. Går ikke opp
staffing-runs-not = går ikke
staffing-alike = Samme antall på alle hverdager, og på lørdag og søndag
staffing-alike-hint = Innstillingen «Lik bemanning» sier at de skal være like.
staffing-save = Regn ut og lagre
staffing-wrong = { $cell } må være et helt tall fra 0 til 999.
staffing-wrong-title = Tallene er ikke lagret
staffing-red = går ikke opp
staffing-holds = Alt går opp: arbeidet får plass, og kravene til tilstedeværelse og vakter holder.
staffing-say-saving = Lagrer …
staffing-say-saved = Lagret.
staffing-say-stale = Noen andre har endret forslaget i mellomtida. Siden viser det slik det er nå. Endringen din er ikke gjort.
staffing-say-failed = Ikke lagret: forbindelsen er borte, eller tjeneren svarer ikke. Tallet du skrev, står der fortsatt. Prøv igjen.
staffing-say-number = Skriv et helt tall fra 0 til 999.

staffing-picture = Dagen
staffing-picture-of = { $group }, { $day }: arbeidet mot dem som er til stede
staffing-picture-lead = Målt i personer: så mange må være til stede for å rekke arbeidet i tidsrommet, når pauser, rapport og gange er trukket fra.
staffing-picture-none = Ingen oppgaver og ingen på vakt for { $group } denne dagen.
staffing-day = Ukedag
staffing-group = Gruppe
staffing-show = Vis

staffing-sums = Årsverk, ansatte og helg
staffing-sums-carried = Sammenlignet med dagens fordeling og den billigste bemanningen som bærer den.
staffing-sums-relaxed = Ingen bemanning innenfor rammene bærer dagens fordeling. Det er sammenlignet med det den ville krevd uten tak på stillinger, vakter og helger.
staffing-fte = Årsverk
staffing-fte-change = Endring
staffing-people = Ansatte
staffing-weekend = På vakt lør + søn
staffing-weekend-most = { $heads }, rekker til { $most }
staffing-all = Alle
staffing-cost = Kostnad i året
staffing-cost-compared = { $change } mot dagens fordeling, bemannet ({ $before })
staffing-fte-all = Årsverk i alt
staffing-fte-compared = { $change } mot dagens fordeling, bemannet ({ $before })
staffing-not-told = ikke oppgitt

staffing-binding-of = Regnet ut for forslag { $number }.
staffing-binding-none = Ikke regnet ut for dette forslaget.
staffing-binding-line = { $step }: verdt { $worth } i året
staffing-binding-nothing = { $step }: verdt ingenting

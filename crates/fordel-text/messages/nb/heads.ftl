# Hvorfor så mange?: what a number of heads rests on. Hva må til?: what it takes where a plan is red.

heads-title = Hvorfor { $heads } på { $group } { $shift }?
heads-link = Hvorfor?
heads-link-long = Hvorfor { $heads }? { $cell }
heads-hint = Trykk ? i et felt for å se hvorfor tallet er som det er.
heads-lead = { $group }, { $day } { $time }.
heads-to-picture = Dagen som bilde
heads-to-staffing = Til bemanningen
heads-days = Samme vakt andre dager
heads-nobody = Ingen starter på denne vakta denne dagen, så det kan ikke bli færre.
heads-fewer = Hva om det var én færre?
heads-fewer-fits = Det går opp med én færre ({ $days }) slik oppgavene står: ingen krav brytes. Det sparer { $kroner } i året og { $fte } årsverk.
heads-fewer-no-worse = Med én færre ({ $days }) brytes ingen flere krav slik oppgavene står. Det sparer { $kroner } i året og { $fte } årsverk. Men planen går fortsatt ikke opp.
heads-fewer-breaks = Med én færre ({ $days }) ville det spart { $kroner } i året og { $fte } årsverk, men da går dette ikke opp:
heads-on-days = { $days }, verst: { $sentence }
heads-alike = { $day } alene kan ha én færre uten at flere krav brytes. Men dagene skal være like, og { $binding } trenger dem alle.
heads-least = Vakta skal dessuten ha minst { $least }: det står i arket Vakter.
heads-room-decides = Det som avgjør, er { $when }: med én færre denne dagen må { $work } minutter arbeid gjøres da. Hver på { $shift } gir { $one } minutter i det tidsrommet, så det er plass til { $room }, og { $missing } minutter mangler.
heads-course-alone = Ingen andre krav ville blitt brutt med én færre: det er bare kravet om kurs på vakt som holder tallet oppe.
heads-course-binds = Kravet om kurs på vakt: minst { $least } { $what } skal være til stede { $days } { $time }. Med én færre er det ikke så mange på vakt, hvem det enn er.
heads-rooms = Tidsrommene på vakta, { $day }: minutter
heads-interval = Tidsrom
heads-work = Arbeid
heads-room = Plass til
heads-work-without = Arbeid med én færre
heads-room-without = Plass med én færre
heads-missing = Mangler da
heads-heaviest = Tyngst
heads-rooms-lead = Plassen er det alle i gruppa som er til stede, rekker når pauser, rapport og gange er trukket fra. Minutter som kan gjøres når som helst, er lagt der det er plass, de tidligste tidsrommene først. Med én færre denne dagen er det mindre plass så lenge vakta varer, og noe av dette må gjøres i andre tidsrom: derfor kan arbeidet der være mer enn nå. Lista over det som ikke går opp, har den verste av alle dagene.
heads-watches = Krav til tilstedeværelse
heads-watch-just = { $what } { $time }: minst { $least } skal være til stede. Færrest er det { $when }: akkurat så mange, så én færre bryter kravet.
heads-watch-room = { $what } { $time }: minst { $least } skal være til stede. Færrest er det { $when }: { $fewest }.
heads-watch-broken = { $what } { $time }: minst { $least } skal være til stede, men { $when } er det bare { $fewest }.
heads-more = Hva om det var én mer?
heads-more-costs = Én mer ({ $days }) koster { $kroner } i året, tar { $fte } årsverk og gir plass til { $minutes } minutter mer i uka.
heads-mends = Da går dette opp:
heads-leaves = Dette går fortsatt ikke opp:
heads-more-breaks = Men da går ikke dette opp:
heads-moved = Om oppgaver også får flytte på seg
heads-ask = Regn ut om én færre går
heads-ask-lead = Hele planen regnes om med én færre her, og alt annet får flytte på seg. Det tar omtrent { $seconds } sekunder.
heads-working = Regner ut en plan med én færre. Det tar omtrent { $seconds } sekunder.
heads-solved-impossible = Ingen plan er mulig med én færre her, uansett hvem som gjør hva.
heads-solved-unknown = Det ble verken funnet en plan med én færre, eller bevist at det ikke finnes noen.
heads-solved = Med én færre her kan det gå. Mot dette forslaget koster en slik plan: { $cost }
heads-solved-moved = { $count-n ->
    [one] Da flyttes én oppgave:
   *[other] Da flyttes { $count } oppgaver:
}
heads-solved-heads = Vakter i uka som endres:

cure-link = Hva må til?
cure-of = { $what } { $sentence }
cure-cell-title = Hva må til? { $group } { $when }
cure-over = { $minutes } minutter arbeid, men plass til { $capacity }: { $over } minutter for mye.
cure-fits = Arbeidet får plass: { $minutes } minutter, og plass til { $capacity }. { $free } minutter er ledige.
cure-bound = Bundet arbeid trenger { $asked } til stede, men på det laveste er det { $there }.
cure-heads-title = Flere på vakt
cure-heads = { $heads-n ->
    [one] Én mer
   *[other] { $heads } flere
} på { $group } { $shift } ({ $time }), { $days }: { $kroner } i året og { $fte } årsverk.
cure-heads-break = Men da går ikke dette opp:
cure-no-heads = Ingen vakt i gruppa kan alene gi plass her. Se på oppgavene under.
cure-presence-no-heads = Ingen enkelt vakt dekker hele tidsrommet: det må flere vakter til.
cure-tasks = Oppgavene her
cure-tasks-of = { $group }, { $when }
cure-no-tasks = Ingen oppgaver ligger her.
cure-task = Oppgave
cure-when = Når
cure-minutes = Minutter her
cure-flexible = kan gjøres i andre tidsrom
cure-takers = Hvem kan ta den?
cure-taker-fits = { $group }: får plass ({ $free } minutter ledige her)
cure-taker-not = { $group }: kan ha den, men får ikke plass ({ $free } minutter ledige her)
cure-nobody-else = ingen annen gruppe kan ha den
cure-takers-lead = «Får plass» betyr at hele oppgaven, alle dagene den står her, går opp hos gruppa uten flere på vakt.
cure-list-fits = Får plass hos
cure-list-no-room = Kan ha den, men får ikke plass
cure-presence-title = Hva må til? { $what }, { $day } { $time }
cure-presence-holds = Kravet holder: minst { $least } er til stede hele tida.
cure-presence-lacks = { $time }: { $there } til stede, kravet er { $least }.
cure-of-today = Slik det er i dag: dagens fordeling og dagens bemanning.
cure-to-today = Til dagens bemanning
cure-today-title = Hvor dagens bemanning ikke strekker til
cure-today-lead = Dagens fordeling og dagens bemanning, målt med de samme reglene som forslagene.
cure-today-link = Hvor dagens bemanning ikke strekker til
cure-today-untold = Dagens bemanning er ikke oppgitt.
cure-today-tell = Fyll ut Bemanning i dag
cure-today-holds = Dagens bemanning bærer dagens arbeid.
cure-today-count = { $count-n ->
    [one] Ett sted går det ikke opp:
   *[other] { $count } steder går det ikke opp:
}

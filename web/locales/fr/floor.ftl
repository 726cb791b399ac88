# La parole : lever la main, attendre, parler ou écrire à son tour.

floor = Tour de parole
hand-raise = Lever la main
hand-up = Main levée
hand-title = Demander la parole
hand-title-up = Votre main est levée
hand-change = Changer ma demande
hand-for = Pour quoi
hand-contribution = Une contribution
hand-contribution-hint = Vous attendez votre tour.
hand-question = Question
hand-question-hint = Sur ce qui vient d’être dit. Elle passe avant les contributions.
hand-point = Point d’ordre
hand-point-hint = Sur la façon de débattre. Il passe avant tout le reste, si l’animation l’accepte.
hand-reason = En quelques mots, lequel ?
hand-lower = Baisser la main
hand-declined = Votre point d’ordre n’a pas été retenu. Votre demande reste dans la file.
hand-speaking = C’est déjà votre tour.

floor-place = { $place ->
    [1] Vous êtes en tête
   *[other] Vous êtes { $place }e
}
floor-wait = { $minutes ->
    [0] Bientôt à vous
    [one] Dans une minute environ
   *[other] Dans { $minutes } minutes environ
}
floor-more = { $count ->
    [one] Et une autre personne
   *[other] Et { $count } autres personnes
}
floor-waiting = { $count ->
    [one] Une personne attend la parole
   *[other] { $count } personnes attendent la parole
}
floor-speaks = a la parole
floor-seated = est au centre
floor-stands = en pause
floor-interrupted = le temps d’une question
floor-write = Écrire plutôt que parler
floor-write-hint = À votre tour, la salle lit ce que vous tapez, au fur et à mesure.
floor-speak = Parler plutôt qu’écrire

turn-yours = C’est votre tour
seat-yours = Vous êtes au centre
turn-paused = Votre tour est en pause
turn-interrupted = Une question d’abord : la parole vous revient ensuite
turn-finish = Terminer mon tour
seat-leave = Quitter ma chaise
turn-time = { $spoken }
turn-time-of = { $spoken } sur { $limit }
turn-over = Temps dépassé, pensez à conclure.
turn-type = Votre texte
turn-type-hint = Chacun le lit pendant que vous l’écrivez. À la fin, il devient un message.
words-of = { $name } écrit à son tour
words-none = Les mots apparaissent ici dès qu’ils sont tapés.
words-said = { $name } : { $words }
message-in-turn = À son tour

hands = Mains levées
hands-none = Aucune main levée.
hand-unspoken = pas encore parlé
hand-writes = par écrit
hand-actions = Actions pour la demande de { $name }
hand-first = Mettre en tête
hand-earlier = Monter d’une place
hand-later = Descendre d’une place
hand-move = { $name }, place { $place }. Déplacer avec les flèches haut et bas
hand-move-hint = Glisser, ou flèches haut et bas
hand-moved = { $name } est à la place { $place }
hand-decline = Refuser le point d’ordre
hand-lower-other = Baisser la main
floor-turn = À son tour
floor-pause = Suspendre
floor-resume = Rendre la parole
floor-rules = Règles
floor-rules-title = La parole dans { $name }
floor-order = Ordre des contributions
policy-first_come = Ordre d’arrivée
policy-first_come-hint = La première main levée parle la première.
policy-least_spoken = Qui a le moins parlé d’abord
policy-least_spoken-hint = D’après le temps de parole mesuré dans tout l’atelier.
policy-alternate = En alternance
policy-alternate-hint = Toujours le groupe, ou la réponse, qui a eu le moins de tours.
floor-alternate-by = Alterner entre
floor-alternate-groups = les groupes
policy-round_table = Tour de table
policy-round_table-hint = Toutes les mains se lèvent : chacun parle une fois.
policy-first_timers = Qui n’a pas encore parlé d’abord
policy-first_timers-hint = Puis dans l’ordre d’arrivée.
floor-anew = Oublier l’ordre fait à la main
floor-round-anew = Recommencer un tour de table
floor-minutes = Durée d’un tour, en minutes
floor-minutes-hint = Rien ne coupe la parole : la durée est rappelée. 0 : sans limite.
floor-seats = Chaises au centre
floor-seats-hint = Pour le débat en bocal : la file remplit les chaises libres.
stage-fishbowl = Débat en bocal
stage-set-fishbowl = Ouvrir un débat en bocal
key-floor = Donner la parole à la personne suivante
alert-point = Point d’ordre de { $name }

refused-already_speaking = Quelqu’un a déjà la parole.
refused-not_speaking = Ce tour de parole est terminé.
refused-no_seat = { $most ->
    [one] La seule chaise est prise.
   *[other] Les { $most } chaises sont prises.
}

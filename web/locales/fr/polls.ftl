# Sondages : ce que la salle et la régie en disent.

refused-already_voted = Vous avez déjà voté. Un vote secret ne se change pas.
refused-empty_ballot = Choisissez d’abord une réponse.
refused-vote_open = Un vote secret est en cours. L’archive complète sera prête quand il sera clos.

poll-secret = Vote secret.
poll-secret-promise = Personne ne saura ce que vous avez choisi, pas même la Ville.
poll-secret-few = Ce que vous choisissez n’est gardé avec aucun nom. Mais vous êtes moins de cinq : le résultat peut laisser deviner.
poll-secret-final = Vous ne pourrez plus changer ce vote.
poll-secret-sure = Voter pour de bon ?
poll-secret-back = Revenir
poll-secret-vote = Déposer mon vote
poll-secret-done = Votre vote est dans l’urne. Il est définitif.
poll-everywhere = Posée dans toutes les salles.
poll-to-ballot = À vous de voter

ranking-hint = Touchez les réponses dans l’ordre de votre préférence. Vous pouvez en laisser de côté.
ranking-first = Classez d’abord au moins une réponse.
ranking-take = Placer « { $option } » au rang { $rank }
ranking-up = Monter « { $option } »
ranking-down = Descendre « { $option } »
ranking-leave = Laisser de côté « { $option } »
ranking-now = { $option } : rang { $rank } sur { $of }
ranking-left = { $option } : laissée de côté

score-hint = De { $lowest } (pas du tout) à { $highest } (tout à fait). Vous pouvez laisser une réponse sans note.
score-first = Donnez d’abord au moins une note.

words-hint = { $most ->
    [1] Un mot ou une expression courte.
   *[other] Jusqu’à { $most } mots ou expressions courtes.
}
words-number = Mot { $number }
words-first = Écrivez d’abord un mot.

outcome-adopted = Adopté.
outcome-rejected = Rejeté.
outcome-no_quorum = Quorum non atteint.
result-quorum = Il fallait la réponse de { $quorum } % des personnes présentes.
result-required = Il fallait au moins { $required } % des suffrages exprimés pour « { $option } », et plus que pour toute autre réponse.
result-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
} · 1er choix : { $first }
result-score = { $mean } sur { $highest } · médiane { $median }
result-no-score = aucune note
result-word = { $votes ->
    [one] { $votes } fois
   *[other] { $votes } fois
}
result-nothing = Aucune réponse.
result-more = { $count ->
    [one] Un autre mot, moins donné.
   *[other] { $count } autres mots, moins donnés.
}
result-column-points = Points
result-column-rank = Rang { $rank }
result-column-mean = Moyenne
result-column-median = Médiane
result-by-room = Le résultat par salle
result-by-room-hint = Là où moins de cinq personnes ont répondu, rien n’est montré.
result-room = Salle
result-answers = Réponses
result-withheld = trop peu de réponses

rule-votes = Chaque réponse a autant de voix que de personnes qui l’ont choisie.
rule-borda = Sur chaque bulletin, la dernière place possible vaut 0 point, celle d’avant 1, et ainsi de suite ; une réponse laissée de côté n’en reçoit pas. Les points s’additionnent (méthode de Borda).
rule-scores = On compare les moyennes ; la médiane est la note du milieu, que quelques notes extrêmes ne déplacent pas. Qui n’a pas noté une réponse n’y compte pas.
rule-words = Les mots qui ne diffèrent que par les majuscules ou les accents sont comptés ensemble.

# La régie.
question-kind = Quelle question ?
question-kind-choice = Un choix
question-kind-ranking = Un classement
question-kind-score = Des notes
question-kind-words = Des mots libres
question-kind-choice-hint = On choisit parmi des réponses.
question-kind-ranking-hint = On met les réponses en ordre ; les points s’additionnent (méthode de Borda).
question-kind-score-hint = On note chaque réponse ; le résultat donne moyenne, médiane et répartition.
question-kind-words-hint = Chaque personne écrit ses mots ; les mêmes mots sont comptés ensemble.
question-three = Avec une abstention, il faut au moins trois réponses.
question-words = Mots par personne, au plus
question-lowest = Note la plus basse
question-highest = Note la plus haute
question-everywhere = Dans toutes les salles à la fois
question-everywhere-hint = Toutes les personnes de l’atelier répondent à la même question, où qu’elles soient.
question-by-room = Montrer aussi le résultat de chaque salle
question-by-room-hint = Jamais celui de moins de cinq personnes.
question-conditions = Quorum et majorité
question-quorum = Quorum, en % des présents
question-quorum-hint = Vide : aucun.
question-required = Majorité, en % des exprimés
question-required-hint = Pour la première réponse, qui doit aussi dépasser chacune des autres. Vide : aucune.
question-abstains = La dernière réponse est une abstention
question-abstains-hint = Elle compte pour le quorum, pas pour la majorité.
way-secret = En secret, sur son écran
way-secret-hint = On sait qui a voté, jamais ce que chaque personne a choisi. Un vote donné est définitif.
poll-open-everywhere-hint = Toutes les personnes de l’atelier la reçoivent aussitôt.
poll-open-secret-hint = Le nombre de votants se met à jour toutes les cinq secondes.
poll-open-few-hint = Moins de cinq personnes sont là : le résultat peut laisser deviner qui a choisi quoi.
poll-publish-few-hint = Moins de cinq votes : publié, le résultat peut laisser deviner qui a choisi quoi.
poll-count-room = Où avez-vous compté ?
poll-count-all = Toutes les salles ensemble

# Les résultats d’un atelier, là où d’autres phases en partent : sur la page publique et au studio.

tally-answer = Réponse
tally-votes = Voix
tally-borda = Points
tally-scores = Moyenne
tally-words = Fois
tally-median = Médiane
# $count : des voix, des points ou une moyenne
tally-number = { NUMBER($count, maximumFractionDigits: 2) }
# $group : le nom d’une salle
tally-group = Question posée au seul groupe « { $group } ».
tally-way-named = Vote nominatif.
tally-way-secret = Vote secret.
tally-way-hands = Vote à main levée.
# $voters : combien ont répondu ; $present : combien étaient là
tally-turnout = { $voters ->
    [0] Personne n’a répondu, sur { $present }.
    [one] Une personne sur { $present } a répondu.
   *[other] { $voters } personnes sur { $present } ont répondu.
}
# $lowest, $highest : des notes
tally-scale = Des notes de { $lowest } à { $highest }.
# $fewest : combien de personnes il faut
tally-withheld = Moins de { $fewest } personnes ont répondu : les chiffres ne sont pas montrés, ils laisseraient deviner qui a répondu quoi.

# Au studio.
tallies = Résultats repris
tallies-lead = Les résultats que l’atelier a publiés. Ceux que vous retirez reviennent si vous reprenez de nouveau ses conclusions.
# $option : une réponse ; $count : ce qu’elle a reçu
tally-figure = { $option } : { $count }
tally-withheld-here = Trop peu de réponses : la page de la phase ne montre pas ces chiffres.
# $question : la question posée
tally-drop = Retirer le résultat « { $question } »

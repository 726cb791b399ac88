# Visite entre groupes et rotation des tables : pour l’équipe.

kind-gallery-hint = Chaque groupe lit ce qu’un autre a écrit et l’annote, puis passe au suivant.
gallery-of = Que visite-t-on ?
gallery-of-last = Le dernier travail des groupes
gallery-of-hint = Les conclusions, ou les tableaux de post-its dévoilés, de cette séquence. Elles sont figées quand la visite commence.
gallery-minutes-each = Minutes par visite
gallery-anonymous = Remarques sans nom
gallery-anonymous-hint = Chacune dit de quel groupe elle vient, pas qui l’a écrite.
gallery-controls = Visite { $turn } sur { $turns }
gallery-next = Visite suivante
gallery-start = Commencer les visites
gallery-end = Finir les visites
gallery-more = 1 min de plus
gallery-remarks = { $count ->
    [0] aucune remarque
    [one] { $count } remarque
   *[other] { $count } remarques
}
gallery-nothing = Aucun groupe n’a rien écrit à visiter.
refused-already_turned = Une autre personne vient de changer de visite.
refused-no_such_turn = Il n’y a pas d’autre visite : chaque groupe a tout lu.

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

# Changer de table
rotate = Changer de table
rotate-title = Qui va où ?
rotate-how = Comment ?
moves-next = Chaque table passe à la suivante
moves-next-hint = Les personnes d’une table restent ensemble.
moves-scatter = Chacun rencontre d’autres personnes
moves-scatter-hint = Les personnes d’une table vont à des tables différentes.
moves-merge = Deux tables n’en font plus qu’une
moves-merge-hint = Elles apportent leurs post-its, si la séquence suivante en part.
hosting = Qui reste pour accueillir ?
hosting-nobody = Personne
hosting-lot = Une personne par table, tirée au sort
hosting-keep = La même que la dernière fois
hosting-choose = Une personne que vous choisissez
hosting-at = Qui reste à { $room } ?
hosting-at-none = Personne
rotate-preview = Voir qui va où
rotate-told = { $people ->
    [0] Personne ne change de table.
    [one] { $people } personne change de table.
   *[other] { $people } personnes changent de table.
} { $hosts ->
    [0] Personne ne reste pour accueillir.
    [one] { $hosts } reste pour accueillir.
   *[other] { $hosts } restent pour accueillir.
}
rotate-table = Table
rotate-comes = Arrivent
rotate-from = Viennent de
rotate-stays = Reste
rotate-later = Tout le monde est en plénière : chacun ira à sa nouvelle table quand vous rouvrirez les groupes.
rotate-do = Changer de table maintenant
rotate-do-later = Retenir ces tables
rotate-do-start = Changer de table et commencer « { $title } »
rotate-again = Proposer autrement
rotate-host-tag = accueil
step-moves = Avant cette séquence, on change de table
step-moves-none = On ne change pas de table
step-stage = Qui parle pendant cette séquence
step-stage-none = Comme avant
step-stage-open = Tout le monde
step-stage-speakers = L’équipe et qui a la parole
step-stage-fishbowl = Un bocal de quelques chaises
goes-on = Partir de
goes-on-none = Rien : on commence à neuf
goes-on-board-hint = Les post-its dévoilés du même groupe, et des groupes qui l’ont rejoint, sont repris.
goes-on-conclusion-hint = Le groupe reprend sa conclusion telle qu’elle est, avec les remarques qu’elle a reçues.

refused-nobody_to_move = Il faut au moins deux tables où il y a quelqu’un.
refused-not_at_table = Cette personne n’est pas à cette table.
refused-rotation_gone = La proposition a changé : regardez la nouvelle.

workshop-from-method = Une méthode éprouvée
workshop-from-method-hint = World café, 1-2-4-tous, bocal, tour de consentement… avec ses séquences et ses consignes.
workshop-method = Méthode
workshop-method-suits = De { $least } à { $most } personnes, { $minutes } minutes telle quelle.

# Ce qui attend l’équipe
alerts = À traiter
alerts-none = Rien ne vous attend.
alert-since = { $minutes ->
    [0] à l’instant
   *[other] depuis { $minutes } min
}
alert-help = Aide pour { $room }
alert-help-person = { $name } demande de l’aide
alert-go = J’y vais
alert-answer = Répondre
alert-settle = C’est réglé
alert-silent = Plus rien à { $room }
alert-late = { $room } a dépassé son temps
alert-empty = La conclusion de { $room } est encore vide
alert-lost = { $name } a perdu le réseau
alert-lost-many = { $count } personnes de { $room } ont perdu le réseau
alert-lost-kept = { $count ->
    [one] Sa place est gardée.
   *[other] Leurs places sont gardées.
}
alert-lost-show = Voir qui

# Toutes les salles d’un coup d’œil
tower = Tour de contrôle
tower-open = Toutes en tableau
tower-close = Fermer la tour
tower-hint = Toutes les salles, avec ce qui s’y passe. Les flèches haut et bas mènent d’une salle à l’autre.
tower-room = Salle
tower-people = Présents
tower-people-of = { $count ->
    [one] personne
   *[other] personnes
}
tower-silent = En silence
tower-silent-hint = N’ont ni parlé ni écrit depuis le début de la séquence
tower-silent-of = { $count ->
    [one] n’a rien dit ni écrit
   *[other] n’ont rien dit ni écrit
}
tower-balance = Équilibre
tower-balance-hint = 100 % quand chacun parle autant, 0 % quand une seule personne parle
tower-notes = Post-its
tower-notes-of = { $count ->
    [one] post-it
   *[other] post-its
}
tower-pace = { $count } en 1 min
tower-ready = Ont fini
tower-ready-of = { $count ->
    [one] a fini
   *[other] ont fini
}
tower-step = Séquence
tower-conclusion = Conclusion
tower-needs = Attend quelqu’un
tower-acts = Actions
tower-with = avec { $names }
tower-waiting = Les chiffres arrivent…
tower-none = Aucune salle n’a besoin de quelqu’un.
tower-empty = conclusion vide
tower-drafting = conclusion, { $length } signes
tower-frozen = conclusion figée
tower-voting = conclusion au vote
tower-adopted = conclusion adoptée
tower-rejected = conclusion rejetée
tower-lost = { $count ->
    [one] 1 sans réseau
   *[other] { $count } sans réseau
}
tower-weak = { $count ->
    [one] 1 au réseau faible
   *[other] { $count } au réseau faible
}
tower-sort = Ordre
tower-sort-order = Celui des salles
tower-sort-need = Qui attend le plus
tower-sort-silent = La plus silencieuse
tower-sort-notes = La moins écrite
tower-sort-time = La première à finir
tower-narrow = Celles qui ont besoin de quelqu’un

# Ce qui est refusé à l’équipe
refused-cannot_merge = { $what ->
    [report_out] Ce groupe a déjà présenté sa conclusion : il ne peut plus en rejoindre un autre.
    [conclusion_activity] Les deux groupes ont commencé une conclusion. Figez-les plutôt : la mise en commun les réunira.
    [board] Les deux tableaux n’ont pas les mêmes colonnes, ou sont anonymes : leurs post-its ne peuvent être réunis.
   *[other] Les deux groupes ont déjà travaillé séparément sur la même activité : elle ne peut être réunie.
}
refused-lead_changed = Quelqu’un d’autre mène déjà.
refused-moved_meanwhile = Quelqu’un a déplacé cette personne entre-temps.

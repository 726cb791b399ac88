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
    [gallery] D’autres groupes regardent ou ont annoté ce qu’il a écrit : il ne peut être réuni avec un autre.
    [report_out] Ce groupe a déjà présenté sa conclusion : il ne peut plus en rejoindre un autre.
    [conclusion_activity] Les deux groupes ont commencé une conclusion. Figez-les plutôt : la mise en commun les réunira.
    [board] Les deux tableaux n’ont pas les mêmes colonnes, sont anonymes, ou l’un des deux est encore caché ou en vote : leurs post-its ne peuvent être réunis.
   *[other] Les deux groupes ont déjà travaillé séparément sur la même activité : elle ne peut être réunie.
}
refused-lead_changed = Quelqu’un d’autre mène déjà.
refused-moved_meanwhile = Quelqu’un a changé de salle entre-temps.
refused-not_left = La plénière ne vient pas de cette séquence : une autre a eu lieu entre-temps.
refused-not_plenary = Seule la plénière peut être suivie en direct.
refused-plenary_too_large = { $people } personnes sont en plénière : au-delà de { $most }, elle ne peut être ouverte à toutes. Faites-la suivre en direct, ou donnez la parole à quelques-unes.
refused-poll_answered = Des personnes ont déjà répondu : ce vote ne peut plus être retiré.

# Défaire
undo = Annuler
undo-title = Ce que vous venez de faire
undo-list = Derniers gestes
undo-none = Vous n’avez rien fait qui puisse être défait.
undo-put-back = Remettre comme avant
undo-is-back = Remis comme avant
undo-stale = Autre chose s’est passé depuis.
undo-done = Annulé : { $what }
undo-not = Pas annulé : { $what }
act-step-start = La séquence { $name } a commencé
act-step-extend = La fin de { $name } a changé
act-groups-open = Les groupes sont ouverts
act-groups-closing = Le retour en plénière est annoncé
act-groups-close = Tout le monde est revenu en plénière
act-person-move = { $name } a changé de salle
act-room-edit = { $name } a été modifiée
act-room-assign = L’accompagnement de { $name } a changé
act-room-stage = La parole à { $name } est réglée autrement
act-room-closing = La fin de { $name } est annoncée
act-workshop-media = Le son et l’image sont réglés autrement
act-board-reveal = Les post-its sont dévoilés
act-board-hide = Les post-its sont cachés
act-board-vote = Le vote par gommettes a changé
act-poll-open = Le vote est ouvert
act-conclusion-freeze = La conclusion est figée
act-message-settle = La demande est réglée
act-message-wait = La demande attend de nouveau
act-message-mark = Le compte rendu cite autrement

# Plusieurs à animer
lead-title = L’équipe
lead-button = { $name } mène
lead-nobody = Personne ne mène
lead-you = Vous menez
lead-leads = mène
lead-offered = sollicité pour mener
lead-in = salle { $room }
lead-looks = regarde { $room }
lead-offline = hors ligne
lead-take = Prendre la main
lead-offer = Passer la main
lead-leave = Ne plus mener
lead-hint = Mener n’interdit rien aux autres : chacun sait seulement qui fait avancer l’atelier.
lead-other = { $name } mène.
alert-lead-lost = { $name } menait et a perdu le réseau
alert-lead-offered = { $name } vous passe la main
alert-lead-refuse = Non merci
alert-unled = Personne n’accompagne { $room }
alert-unled-detail = { $names } : hors ligne.
assign = Qui l’accompagne
assign-title = Qui accompagne { $name } ?
assign-hint = La salle reste ouverte à toute l’équipe.

# Fin d’un groupe
room-end = Réunir ou fermer
room-end-title = La fin de { $name }
room-end-into = Que deviennent ses membres ?
room-end-home = Ils reviennent en plénière
room-end-join = Ils rejoignent { $name }
room-end-full = { $name } : complet ({ $places } places)
room-end-when = Quand ?
room-end-in = Dans 60 secondes, avec un compte à rebours
room-end-now = Tout de suite
room-end-hint = Ce qui est écrit va avec le groupe, au nom de { $name }. Un groupe où rien n’est écrit peut fermer.
room-end-hint-home = Le groupe ferme si rien n’y est écrit. Sinon, réunissez-le avec un autre : rien n’est perdu.
room-end-send = Mettre fin au groupe
room-ends-in = Fin dans { $seconds } s
room-keep = Garder le groupe

# Écrire à plusieurs salles
message-several = À plusieurs salles…
message-rooms = Quelles salles ?
message-rooms-hint = { $count ->
    [0] Choisissez au moins une salle.
    [one] Une salle le lit.
   *[other] { $count } salles le lisent.
}
act-rotation = Les tables ont changé
act-room-release = { $name } avance à son rythme
act-room-recall = { $name } est rappelée
act-text-hide = Un texte est masqué
alert-end-failed = { $room } n’a pas pris fin
alert-merge-failed = { $room } n’a pas rejoint { $other }
alert-end-otherwise = Choisir autre chose
alert-end-keep = Garder ce groupe
alert-end-enlarge = Passer { $room } à { $places } places
alert-plenary = { $people } personnes viendront en plénière
alert-rewritten = réécrit depuis : « { $text } »
plenary-most = Personnes dans une plénière ouverte
plenary-most-hint = { $most ->
    [one] Au-delà d’une personne en plénière, faites-la suivre en direct : on voit et on entend l’équipe et qui a la parole, les autres n’envoient rien.
   *[other] Au-delà de { $most } personnes en plénière, faites-la suivre en direct : on voit et on entend l’équipe et qui a la parole, les autres n’envoient rien.
}
step-stage-stream = L’équipe et qui a la parole ; la plénière suit en direct
board-left-behind = { $count ->
    [one] Un post-it de « { $step } » n’a pas trouvé place ici
   *[other] { $count } post-its de « { $step } » n’ont pas trouvé place ici
}
conclusion-left-behind = La conclusion de « { $step } » est au vote : celle-ci commence à neuf.
stage-set-stream = Faire suivre en direct

# Ce que montrent les personnes qui viennent participer
identity = Aux participants, on demande
identity-means = Aux personnes qui participent. L’équipe et le public qui regarde ne sont pas interrogés.
identity-none = Un nom
identity-none-means = Qui a le lien participe.
identity-email = Une adresse électronique
identity-email-means = Confirmée par un code. Une adresse, une personne ; l’adresse n’est pas gardée.
identity-openid = Une identification
identity-openid-means = Par le service réglé sur ce serveur. Une identité, une personne ; elle n’est pas gardée.
identity-for = On le demande
identity-for-enter = Pour entrer
identity-for-enter-means = Aux personnes qui viennent participer à partir de maintenant.
identity-for-write = Pour écrire
identity-for-write-means = Post-its, commentaires, messages, conclusions. Chacun retire toujours ses propres mots.
identity-for-vote = Pour voter
identity-for-vote-means = Sondages, gommettes, scrutins et consentements. Le vote secret le reste.
person-known-email = Adresse confirmée
person-known-openid = Identité confirmée

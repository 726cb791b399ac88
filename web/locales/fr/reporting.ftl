# La mise en commun : les groupes présentent leurs conclusions, et un texte commun s’écrit. Pour les citoyens et pour l’équipe.

report-now = En ce moment
report-rooms = Groupes
report-no-rooms = Aucun groupe n’a de conclusion à présenter.
report-before = Les groupes vont présenter leurs conclusions.
report-between = Un autre groupe va présenter.
report-over = Tous les groupes ont présenté.
report-rank = Groupe { $number } sur { $all }
report-presents = { $room } présente sa conclusion
report-follows = { $room } suivra.
report-last = C’est le dernier groupe.
report-empty = Aucune conclusion.
report-empty-people = { $people ->
    [0] Il n’y avait personne dans ce groupe.
    [one] { $people } personne était dans ce groupe et n’a rien écrit.
   *[other] { $people } personnes étaient dans ce groupe et n’ont rien écrit.
}
report-not-shown = Ce groupe ne présente pas sa conclusion.
report-hidden = Sa conclusion n’est pas montrée en ce moment.
report-rewritten = Ce groupe reprend sa conclusion : lui seul et l’équipe la voient.
report-coming = Ses mots arrivent dans un instant.
report-conclusions = Conclusions des groupes
report-shown-later = Sa conclusion sera visible ici quand ce groupe la présentera.

turn-waiting = À venir
turn-presenting = En ce moment
turn-presented = Présenté
turn-skipped = Passe son tour
turn-people = { $people ->
    [0] personne
    [one] { $people } personne
   *[other] { $people } personnes
}
turn-empty = { $people ->
    [0] aucune conclusion, 0 personne
    [one] aucune conclusion, { $people } personne
   *[other] aucune conclusion, { $people } personnes
}

common-text = Texte commun
common-text-none = Aucun énoncé pour l’instant. Reprenez des phrases d’une conclusion, ou écrivez un énoncé.
statement-number = Énoncé { $number }
minority-view = Avis minoritaire
minority-hint = Ce que pensent les personnes qui ne sont pas d’accord. Il reste à côté de l’énoncé, aussi dans le compte rendu.
stand-for = Pour
stand-against = Contre
stand-not-discussed = N’en a pas parlé
stands = { $for ->
    [0] Aucun groupe pour
    [one] { $for } groupe pour
   *[other] { $for } groupes pour
}, { $against ->
    [0] aucun contre
   *[other] { $against } contre
}, { $none ->
    [0] tous en ont parlé
    [one] { $none } n’en a pas parlé
   *[other] { $none } n’en ont pas parlé
}
statement-vote = Résultat du vote
statement-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
statement-see-source = Voir dans la conclusion de { $room }
statement-reported = Restitué à toutes les salles

standing-drafting = En cours d’écriture
standing-frozen = Texte figé
standing-voting = Au vote
standing-adopted = Texte adopté
standing-rejected = Texte rejeté
standing-amended = Texte revu depuis le vote
vote-result = { $for } pour, { $against } contre, { $abstained ->
    [0] aucune abstention
    [one] { $abstained } abstention
   *[other] { $abstained } abstentions
}
vote-no-quorum = Pas assez de votes pour décider

news-statements = { $count ->
    [one] Un nouvel énoncé dans le texte commun
   *[other] { $count } nouveaux énoncés dans le texte commun
}
news-adopted = Adopté : { $text }
news-rejected = Rejeté : { $text }

report-present = Donner la parole à { $room }
report-end = Terminer les présentations
report-minute-more = + 1 minute
turns-order = Ordre des groupes
turns-title = Ordre des présentations
turn-earlier = Faire présenter { $room } plus tôt
turn-later = Faire présenter { $room } plus tard
turn-skip = Passer
turn-unskip = Remettre
turn-present = Présenter maintenant
conclusion-reopen-hides = Elle est montrée à tous : rouverte, elle ne l’est plus.
conclusion-show = Montrer à tous
conclusion-hide = Ne plus montrer
pick-words = Reprendre des phrases
pick-title = Reprendre des phrases
pick-into = Dans
pick-cite = Ajouter comme source
pick-first = Choisissez d’abord une phrase.
pick-none = Aucune conclusion n’a encore été montrée.
statement-actions = Agir sur cet énoncé
statement-new = Nouvel énoncé
statement-add = Ajouter un énoncé
statement-edit = Modifier
statement-edit-title = Modifier l’énoncé
statement-text = Énoncé
statement-stands = Positions des groupes
stands-title = Positions des groupes
statement-cite = Ajouter une source
statement-up = Monter
statement-down = Descendre
statement-move = Déplacer vers…
statement-move-title = Déplacer cet énoncé
statement-merge = Fusionner…
statement-merge-title = Fusionner deux énoncés
statement-merge-with = Avec
statement-merge-do = Fusionner
statement-merge-hint = Les sources et les positions des deux sont gardées : un groupe contre l’un des deux est contre l’énoncé fusionné.
statement-freeze = Figer
statement-reopen = Rouvrir
statement-report = Restituer à toutes les salles
statement-unreport = Ne plus restituer
statement-drop = Retirer
statement-drop-title = Retirer cet énoncé
statement-drop-text = Son texte, ses sources et son avis minoritaire disparaissent du texte commun.
statements-report = { $count ->
    [one] Restituer l’énoncé
   *[other] Restituer les { $count } énoncés
}
put-to-vote = Mettre au vote
vote-open = Ouvrir le vote
vote-statement = Adoptez-vous cet énoncé ? « { $text } »
vote-conclusion = Adoptez-vous la conclusion de { $room } ?
vote-for = Pour
vote-against = Contre
vote-abstain = Je m’abstiens
vote-way = Façon de répondre
vote-named = Nominatif : on verra qui a répondu quoi
vote-secret = Secret : personne ne saura qui a choisi quoi
vote-hands = À main levée : vous comptez les mains
vote-required = Majorité, en %
vote-required-hint = Adopté si « pour » atteint cette part des votes exprimés, et dépasse « contre ».
vote-quorum = Quorum, en %
vote-quorum-hint = Part des présents qui doit voter. 0 : aucune.
vote-freezes = Le texte ne change plus pendant le vote.

kind-report_out = Mise en commun
kind-report_out-hint = Les groupes présentent leurs conclusions à tour de rôle, et un texte commun s’écrit.
report-of = Conclusions de la séquence
report-of-last = La dernière qui en a
report-of-hint = Elles sont figées quand la mise en commun commence, et visibles de tous quand leur groupe présente.
report-minutes-each = Minutes par groupe

refused-already_presenting = Une autre personne vient de donner la parole à un autre groupe.
refused-not_in_conclusion = La conclusion ne dit pas, ou plus, ces mots.
refused-not_reported = Cette conclusion n’a pas encore été montrée à tous.
refused-statement_frozen = Cet énoncé est figé : rouvrez-le d’abord.
refused-common_text_full = C’est complet : il y en a déjà { $most }.
refused-was_voted = Cet énoncé a été mis au vote : il reste au compte rendu.

# La visite entre groupes : chacun lit ce qu’un autre a écrit, et l’annote.

kind-gallery = Visite entre groupes

gallery-visiting = Vous lisez { $room }
gallery-turn = Visite { $turn } sur { $turns }
gallery-none = Il n’y a rien à lire pour le moment. Vous pouvez parler de ce que vous avez lu.
gallery-done = Votre groupe a tout lu.
gallery-rewritten = Ce groupe reprend sa conclusion. Elle revient ici dès qu’elle est figée.
gallery-goes-back = Vos remarques sont montrées à ce groupe.
gallery-anonymous-told = Elles ne portent pas votre nom.

remarks = Remarques d’autres groupes
remarks-count = { $count ->
    [one] { $count } remarque d’un autre groupe
   *[other] { $count } remarques d’autres groupes
}
remarks-here = Remarques
remarks-none = Aucune remarque pour l’instant.
remark-write = Écrire une remarque
remark-on = À propos de
remark-on-all = L’ensemble
remark-stance = Votre remarque
stance-agree = D’accord
stance-question = Question
stance-suggestion = Suggestion
remark-text = En quelques mots
remark-send = Envoyer au groupe
remark-drop = Retirer cette remarque
remark-drop-other = Retirer la remarque de { $name }
remark-from = { $room }
remark-yours = vous
remark-about = À propos de « { $what } »
remark-sent = Remarque envoyée.
news-remarks = { $count ->
    [one] Une nouvelle remarque d’un autre groupe.
   *[other] { $count } nouvelles remarques d’autres groupes.
}
news-visit = Vous lisez maintenant { $room }.

refused-no_visit = Votre groupe ne visite rien en ce moment.
refused-too_many_remarks = Il y a déjà { $most } remarques ici.

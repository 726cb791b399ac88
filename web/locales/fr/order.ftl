# L'ordre : portes, signalements, textes masqués ou à relire, personnes exclues. Lu par toutes les pages et par le compte rendu.

reason-insult = Propos blessants
reason-hatred = Propos haineux
reason-personal = Vie privée d’une personne
reason-off_topic = Hors sujet
reason-advertising = Publicité
reason-disruption = Perturbation de l’atelier
reason-other = Autre motif

order-act-approved = Textes relus et affichés
order-act-hidden = Textes masqués
order-act-restored = Textes rétablis
order-act-kept = Textes signalés et laissés
order-act-corrected = Textes signalés et corrigés
order-act-muted = Micros coupés
order-act-removed = Personnes exclues
order-act-banned = Personnes bannies
order-act-readmitted = Personnes réadmises
order-act-turned_away = Personnes refusées à l’entrée

minutes-order = Modération
minutes-order-lead = { $reports ->
    [0] Aucun signalement reçu.
    [one] { $reports } signalement reçu.
   *[other] { $reports } signalements reçus.
} { $hidden ->
    [0] Aucun texte n’est masqué.
    [one] { $hidden } texte est masqué.
   *[other] { $hidden } textes sont masqués.
} { $pending ->
    [0] Aucun n’attend d’être relu.
    [one] { $pending } n’a pas été relu et n’est pas affiché.
   *[other] { $pending } n’ont pas été relus et ne sont pas affichés.
}
minutes-column-act = Acte
minutes-column-reason = Motif
minutes-column-count = Nombre

# La porte : la page de qui attend, et ce qu’on lit devant une porte fermée.
waiting-page = En attente · { $workshop }
waiting-title = Vous attendez à la porte
waiting-as = Vous entrerez sous le nom
waiting-since = Depuis { $at }.
waiting-lead = L’équipe voit votre nom et vous fera entrer. Cette page s’ouvre toute seule, il n’y a rien à faire.
waiting-offline = Plus de réseau. Votre place à la porte est gardée.
waiting-kept = Vous pouvez recharger cette page ou la rouvrir par le même lien : votre place est gardée.
waiting-again = Regarder si la porte est ouverte
join-waits = L’équipe fait entrer chaque personne : vous attendrez un moment à la porte.
shut-doors_locked-title = L’entrée est fermée
shut-doors_locked = L’équipe a fermé l’entrée : personne de nouveau n’entre pour l’instant.
shut-doors_locked-do = Les personnes déjà là peuvent revenir. Si vous êtes attendu, prévenez la personne qui organise.
shut-turned_away-title = L’équipe ne vous a pas fait entrer
shut-turned_away = Votre demande d’entrée a été refusée.
shut-turned_away-do = Si vous pensez que c’est une erreur, écrivez à la personne qui organise.
shut-removed-title = Vous avez été exclu de l’atelier
shut-removed = L’équipe vous a demandé de sortir. Ce que vous avez écrit reste.
shut-removed-do = Vous pouvez revenir par le lien de votre invitation.
shut-banned-title = Vous ne pouvez plus entrer dans cet atelier
shut-banned = L’équipe vous en a exclu pour de bon. Ce que vous avez écrit reste, sauf ce qui a été masqué.
shut-banned-do = Si vous pensez que c’est une erreur, écrivez à la personne qui organise : elle peut lever l’exclusion.
shut-reason = Motif :

# Ce que l’on fait d’un texte, et d’une personne. $reason : un motif ci-dessus ; $words : ce que l’équipe en a dit.
text-pending = En attente : l’équipe le lit avant de l’afficher.
text-to-read = À relire : personne d’autre ne le lit encore.
text-hidden = Masqué par l’équipe : vous seul le lisez encore.
text-hidden-staff = Masqué : seules l’équipe et la personne qui l’a écrit le lisent.
text-hidden-for = Motif : { $reason }. { $words }
text-approve = Afficher
text-restore = Rétablir
text-hide = Masquer
text-report = Signaler
report-title = Signaler ce texte
report-lead = L’équipe le lira. Ni elle ni les autres ne voient qui signale.
report-why = Pour quel motif ?
report-words = Un mot pour l’équipe (facultatif)
report-words-conclusion = Les mots en cause
report-sent = Signalé. L’équipe va le lire.
report-read = Lire dans la salle
report-keep = Laisser
report-corrected = C’est corrigé
report-answer-open = Signalé
report-answer-kept = Signalé : l’équipe l’a lu et l’a laissé.
report-answer-corrected = Signalé : l’équipe a corrigé ces mots.
report-answer-hidden = L’équipe a masqué un texte que vous aviez signalé. Merci de l’avoir dit.
hide-title = Masquer ce texte
hide-lead = Il disparaît pour tout le monde, sauf pour la personne qui l’a écrit : elle lit pourquoi. Vous pouvez le rétablir.
hide-words = Un mot pour cette personne (facultatif)

order = Ordre et entrée
key-approve = Afficher le premier texte à relire
key-hide = Masquer le premier texte à relire
alert-door = { $name } attend à la porte
alert-pending = Un texte attend d’être relu
# $count : combien de personnes l’ont signalé
alert-flagged = { $count ->
    [one] Un texte a été signalé
   *[other] Un texte a été signalé par { $count } personnes
}
door-admit = Faire entrer
door-admit-all = { $count ->
    [one] Faire entrer { $count } personne
   *[other] Faire entrer les { $count }
}
door-turn-away = Refuser
turn-away-title = Refuser l’entrée à { $name }
turn-away-words = Un mot pour cette personne (facultatif)
doors = Entrée de l’atelier
doors-open = Ouverte
doors-open-means = Qui a le lien entre.
doors-waiting = Avec attente
doors-waiting-means = Chaque personne attend que l’équipe la fasse entrer.
doors-locked = Fermée
doors-locked-means = Personne de nouveau n’entre. Les personnes déjà là restent et peuvent revenir.
moderated = Relire avant d’afficher
moderated-means = Dans ces salles, les messages et les commentaires des participants attendent que l’équipe les affiche.
set-moderated = Relire avant d’afficher
set-moderated-hint = Post-its, commentaires et remarques attendent que l’équipe les affiche ; elle les lit donc avant qu’ils soient dévoilés.
person-put-out = Exclure
put-out-title = Exclure { $name }
put-out-how = Pour combien de temps
put-out-words = Ce que la personne lira (facultatif)
put-out-list = { $count ->
    [0] Personne n’est exclu
    [one] { $count } personne exclue
   *[other] { $count } personnes exclues
}
person-remove = Exclure
person-remove-means = La personne sort. Elle peut revenir par son lien.
person-ban = Bannir
person-ban-means = La personne sort et ne peut pas revenir avec ce navigateur ni avec son lien personnel, jusqu’à ce que vous la laissiez revenir.
person-removed = Exclusion.
person-banned = Bannissement.
person-readmit = Laisser revenir
hidden-list = { $count ->
    [0] Aucun texte masqué
    [one] { $count } texte masqué
   *[other] { $count } textes masqués
}
order-journal = Journal de modération
order-journal-means = Vous seuls le lisez. Tout le monde peut lire combien d’actes il y a eu, et pour quels motifs.

end-removed = L’équipe vous a demandé de sortir. Ce que vous avez écrit reste.
end-banned = L’équipe vous a exclu de cet atelier. Ce que vous avez écrit reste, sauf ce qui a été masqué.
end-reason = Motif : { $reason }.
end-come-back = Revenir
end-mine = Ce que j’ai écrit

refused-not_shown = Ce texte attend d’être relu, ou il a été masqué.
refused-own_text = C’est vous qui l’avez écrit.
refused-already_reported = Vous l’avez déjà signalé.
refused-report_open = Ce texte, ou un commentaire qui l’accompagne, a été signalé : il ne peut pas être retiré avant que l’équipe l’ait lu.
refused-too_many_reports = Vous avez déjà signalé { $most } textes.
refused-not_outranked = Vous ne pouvez pas exclure une personne de l’équipe.
refused-removed = Vous avez été exclu de l’atelier.
refused-banned = Vous avez été exclu de l’atelier.
refused-doors_locked = L’entrée est fermée.
refused-doors_waiting = L’équipe fait entrer chaque personne.
refused-turned_away = L’équipe ne vous a pas fait entrer.

order-counts = Dans tous les ateliers gardés ici :
order-none = Dans les ateliers gardés ici, rien n’a encore été modéré.
# $action : vote, write ou enter
refused-identity_required = { $action ->
    [vote] Pour voter dans cet atelier, dites d’abord qui vous êtes.
    [write] Pour écrire dans cet atelier, dites d’abord qui vous êtes.
   *[other] Cet atelier demande qui vous êtes.
}

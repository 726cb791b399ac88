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

# Ce qu’une personne a écrit et ce qu’il en reste : page personnelle, lien de retour, effacement, durées.

mine-title = Ce que j’ai écrit
mine-lead = Pour vous seulement. Cette page reste ouverte après l’atelier.
mine-wait = Vos textes arrivent…
mine-nobody = Ce navigateur ne sait pas qui vous êtes dans cet atelier. Ouvrez cette page là où vous étiez pendant l’atelier, ou par votre lien personnel.
mine-failed = Vos textes n’ont pas pu être lus. Rechargez la page dans un moment.
mine-file = mes-donnees
mine-as = Vous êtes
# $at : quand l’atelier s’est terminé
mine-closed = L’atelier s’est terminé le { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
mine-open = L’atelier est en cours.
mine-to-workshop = Aller dans l’atelier
mine-none = Rien ici.
mine-notes = Mes post-its
mine-comments = Mes commentaires
mine-remarks = Mes remarques sur le travail d’autres groupes
mine-messages = Mes messages
mine-votes = Mes votes
mine-presence = Ma présence
mine-conclusions = Mes mots dans les conclusions
mine-conclusions-hint = Ce que vous avez tapé vous-même et qui s’y trouve encore.
# $at : un moment
mine-at = { DATETIME($at, dateStyle: "long", timeStyle: "short") }
mine-anonymous = sans votre nom
mine-note-dots = { $count ->
    [0] aucune gommette
    [one] une gommette
   *[other] { $count } gommettes
}
mine-note-comments = { $count ->
    [one] un commentaire
   *[other] { $count } commentaires
}
mine-quoted = Cité dans une conclusion :
mine-reported = présenté à toutes les salles
mine-in-minutes = Le lire dans le compte rendu publié
mine-field-agreed = Ce sur quoi nous sommes d’accord
mine-field-disagreed = Ce sur quoi nous ne sommes pas d’accord
mine-field-proposals = Nos propositions
mine-field-questions = Questions ouvertes
mine-field-minority = Point de vue minoritaire
mine-lost = Vous avez peut-être aussi écrit sans nom ici. À la clôture, la clé qui reliait ces post-its à leurs auteurs a été détruite : plus personne ne peut dire lesquels sont les vôtres.
mine-board = Tableau
mine-comment-on = Sous le post-it
mine-remark-to = Pour
mine-received = De l’équipe, pour vous
mine-reach-room = À la salle
mine-reach-all = À tout le monde
mine-reach-staff = À l’équipe
mine-reach-person = À une personne
mine-secret = Vous avez voté. Personne ne peut savoir ce que vous avez choisi, pas même la Ville.
mine-dots = { $count ->
    [one] Une gommette sur
   *[other] { $count } gommettes sur
}
mine-stay = Là à partir du { DATETIME($at, dateStyle: "long", timeStyle: "short") }
mine-stay-until = jusqu’au { DATETIME($at, dateStyle: "long", timeStyle: "short") }
mine-spoken = { $minutes ->
    [0] Moins d’une minute de parole,
    [one] Une minute de parole,
   *[other] { $minutes } minutes de parole,
}
mine-turn = { $kind ->
    [question] Une question
    [point_of_order] Un point d’ordre
   *[other] Un tour de parole
} le { DATETIME($at, dateStyle: "long", timeStyle: "short") }, { $minutes ->
    [0] moins d’une minute,
    [one] une minute,
   *[other] { $minutes } minutes,
}
text-gone = Texte effacé
name-gone = Personne effacée

mine-minutes = Le compte rendu
mine-minutes-there = Le compte rendu dit ce qui a été fait de vos textes. Tant qu’il n’est pas approuvé, vous pouvez proposer d’y changer quelque chose.
mine-minutes-published = Le compte rendu est publié : il dit ce qui a été fait de vos textes.
mine-minutes-go = Lire le compte rendu
mine-minutes-none = Il n’est pas encore publié. Il apparaîtra ici.

mine-amendment-proposed = Ajout demandé, pas encore traité.
mine-amendment-accepted = Ajout accepté.
mine-amendment-refused = Ajout refusé.

mine-back = Revenir plus tard
mine-back-lead = Un lien à vous ouvre cette page sur un autre appareil, ou plus tard.
mine-back-make = Montrer mon lien
mine-back-secret = Gardez-le pour vous : la personne qui l’a entre ici à votre place.
mine-back-revoke = Retirer ce lien
mine-back-revoked = Le lien ne mène plus nulle part. Les appareils entrés par lui sont déconnectés.
mine-refused = Cela n’a pas pu être fait. Réessayez dans un moment.

mine-leave = Me déconnecter partout
mine-leave-lead = Ferme l’atelier sur tous vos appareils, celui-ci compris. Vos textes restent.
mine-leave-back = Pour revenir ensuite sous votre nom, gardez d’abord votre lien personnel.
mine-leave-go = Déconnecter tous mes appareils
mine-left = Vos appareils sont déconnectés
mine-left-means = Votre lien personnel, si vous l’avez gardé, vous ramène ici.

mine-take = Emporter mes données
mine-take-lead = Un fichier zip : tout en JSON, et un tableau CSV pour chaque sorte de texte.
mine-take-go = Télécharger

mine-erase = Effacer
mine-erase-lead = Que voulez-vous effacer ?
mine-erase-name = Mon identité
mine-erase-name-means = Votre nom et votre adresse. Vos textes restent, signés « Personne effacée ».
mine-erase-texts = Mon identité et mes textes
# $count : combien de textes
mine-erase-texts-means = { $count ->
    [0] Vous n’avez pas de texte ici.
    [one] Votre texte disparaît aussi, de l’historique également. Sa place reste, vide.
   *[other] Vos { $count } textes disparaissent aussi, de l’historique également. Leur place reste, vide.
}
mine-erase-stays = Les comptes restent : votes, gommettes, présences sans nom.
mine-erase-collective = Les conclusions écrites à plusieurs et les comptes rendus déjà publiés ne changent pas ; l’historique qui dit qui y a écrit quoi disparaît avec vos textes. Ce que les conclusions citent de vos post-its disparaît, là aussi où la démarche l’a repris ; ce qui en a déjà été posé sur un tableau d’un autre atelier y reste, sans nom.
mine-erase-anonymous = Vos textes écrits sans nom sont encore retrouvés : ils disparaissent avec les autres. Après la clôture de l’atelier ce ne sera plus possible.
mine-erase-lost = Ce que vous avez écrit sans nom ne peut plus être retrouvé, ni effacé : personne ne sait que c’est vous.
mine-erase-ends = Vous sortez de l’atelier. Cette page et votre lien personnel ne s’ouvriront plus.
mine-erase-files = C’est fait tout de suite dans l’atelier, dans la journée dans les fichiers du serveur. Les sauvegardes et les archives déjà faites ne changent pas.
mine-erase-sure = J’ai compris que c’est définitif
mine-erase-go = Effacer
mine-done = C’est effacé
mine-done-name = Votre nom et votre adresse ne sont plus dans cet atelier.
# $count : combien de textes
mine-done-texts = { $count ->
    [0] Il n’y avait pas de texte à effacer.
    [one] Votre texte non plus.
   *[other] Vos { $count } textes non plus.
}

back-lead = C’est votre lien personnel.
back-hint = Il ouvre ce que vous avez écrit, et l’atelier tant qu’il est en cours.

retention-title = Combien de temps vos données sont gardées
retention-identity = Nom et adresse
retention-attendance = Heures de présence
retention-speech = Temps de parole
retention-votes = Qui a voté quoi (les résultats restent)
retention-texts = Post-its, commentaires, messages
retention-uploads = Documents déposés
retention-drafts = Brouillons du compte rendu
# $days : combien de jours
retention-days = { $days ->
    [one] Un jour après la clôture
   *[other] { $days } jours après la clôture
}
retention-until = Jusqu’au { DATETIME($at, dateStyle: "long") }
retention-done = Supprimé le { DATETIME($at, dateStyle: "long") }
retention-kept = Gardé avec la démarche
retention-commands = Traces techniques de vos actions
retention-commands-day = Un jour
retention-rest = Votre adresse IP n’est jamais gardée. Rien n’est enregistré de votre voix ni de votre image.

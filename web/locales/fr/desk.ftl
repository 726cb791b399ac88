# Le poste d’animation : déroulé, ce que voient les citoyens, salles, personnes.

desk = Poste d’animation
desk-menu = Menu du poste
present = { $count ->
    [one] { $count } présent
   *[other] { $count } présents
}
watching = { $count ->
    [one] { $count } regarde
   *[other] { $count } regardent
}
time-now = Il est
panels = Parties du poste
panel-screen = Salle
panel-groups = Groupes
workshop-closed = L’atelier est terminé. Il peut encore être lu et exporté.
http-failed = Le serveur ne répond pas. Réessayez dans un instant.

# Formulaires
form-leave = Abandonner ce que vous avez modifié ?
form-throw-away = Abandonner
form-go-on = Continuer

# Déroulé
agenda = Déroulé
agenda-ends = Fin prévue { $time }
agenda-total = { $time } en tout
duration = { $hours } h { $minutes }
agenda-late = { $minutes } min de retard
agenda-empty = Aucune séquence pour l’instant. Ajoutez la première.
planned-at = Prévu à
time-left = Encore
cell-plenary = Plénière · { $what }
cell-groups = { $count ->
    [0] En groupes · { $what }
    [one] { $count } groupe · { $what }
   *[other] { $count } groupes · { $what }
}
cell-empty = rien de prévu
extend-1 = + 1 min
extend-5 = + 5 min
step-lasted = fait en { $minutes } min
step-actions = Actions pour { $title }
step-go = Y aller maintenant
step-edit = Modifier
step-drop = Supprimer
step-drop-title = Supprimer « { $title } » ?
step-drop-text = La séquence et ce qui y est prévu disparaissent du déroulé. Ce que des personnes ont écrit ne peut pas être supprimé ainsi.
step-add-button = Ajouter une séquence
step-add-title = Nouvelle séquence
step-edit-title = Modifier la séquence
step-add = Ajouter
step-add-hint = Vous choisirez ensuite l’activité de la plénière et celle des groupes.
step-title = Nom
step-title-hint = Tout le monde le lit, en haut de l’écran.
step-minutes = Durée prévue, en minutes
step-place = Place dans le déroulé
step-first = Au début
step-after = Après { $title }
move-up = Monter
move-down = Descendre
plan-plenary = Activité en plénière
plan-groups = Activité des groupes
plan-clear = Vider la plénière

# Passer à la suite
next-to = Passer à
next-begin = Commencer par
next-last = Dernière séquence
next-plenary = { $people ->
    [0] Ensuite : { $what }, { $minutes } min.
    [one] La personne présente passe ensemble à cette séquence : { $what }, { $minutes } min.
   *[other] Les { $people } personnes passent ensemble à cette séquence : { $what }, { $minutes } min.
}
next-groups = { $people ->
    [one] Chaque salle passe à cette séquence. En groupes : { $what }, { $minutes } min.
   *[other] Les { $people } personnes y passent dans leur salle. En groupes : { $what }, { $minutes } min.
}
next-plenary-only = Prévu en plénière : { $what }, { $minutes } min.
next-empty = Tout le monde y passe, mais rien n’est prévu en plénière ({ $minutes } min).
next-groups-stay = Les groupes restent ouverts et n’y ont pas d’activité : rappelez d’abord tout le monde.
next-votes-stay = { $count ->
    [one] Un vote est ouvert : il le reste, et vous pourrez le clore ensuite.
   *[other] { $count } votes sont ouverts : ils le restent, et vous pourrez les clore ensuite.
}
next-then-groups = Vous pourrez ensuite ouvrir les groupes.
next-nothing-lost = Rien n’est effacé, et on peut revenir à la séquence précédente.
next-none = Il n’y a plus de séquence après celle-ci.
next-no-steps = Ajoutez une séquence au déroulé pour commencer.
next-closed = L’atelier est terminé.
already-moved = Une autre personne vient de changer de séquence. Nous en sommes à { $title }.

# Ce que contient une case du déroulé
kind-info = Information
kind-info-hint = Un texte, une image ou un document à lire.
kind-discussion = Discussion
kind-discussion-hint = On parle ; les messages s’écrivent à côté.
kind-board = Tableau
kind-board-hint = Des post-its en colonnes, puis des gommettes.
kind-conclusion = Conclusion
kind-conclusion-hint = Un texte écrit à plusieurs, rubrique par rubrique.
kind-poll = Vote
kind-poll-hint = Une ou plusieurs questions à choix.
kind-break = Pause
kind-break-hint = Rien à faire jusqu’à la reprise.
plan-title-room = { $title } · { $room }
plan-title-groups = { $title } · tous les groupes
plan-kind = Genre d’activité
plan-question = Question posée
plan-question-hint = C’est le plus grand texte de l’écran.
plan-instructions = Consigne
info-text = Texte
info-file = Image ou document
info-file-choose = Choisir un fichier
info-file-other = Choisir un autre fichier
info-file-hint = PNG, JPEG, WebP, GIF ou PDF, 10 Mo au plus.
info-file-drop = Retirer
info-file-sending = Envoi du fichier…
info-alt = Ce que montre ce fichier
info-alt-hint = Pour les personnes qui ne le voient pas. Une phrase suffit.
set-columns = Colonnes
set-column = Colonne { $number }
set-column-add = Ajouter une colonne
set-column-drop = Retirer la colonne { $number }
set-writing = Écriture
set-hidden = Cacher les post-its jusqu’à ce que vous les dévoiliez
set-hidden-hint = Chaque personne écrit sans être influencée par les autres.
set-anonymous = Anonyme
set-anonymous-hint = Le nom n’est ni montré ni gardé avec le texte, pas même pour l’équipe.
set-comments = Commentaires sous les post-its
set-sorting = Tout le monde peut déplacer et regrouper
set-sorting-hint = Sinon, seule l’équipe range les post-its des autres.
set-dots = Gommettes par personne
set-dots-hint = 0 : pas de vote sur ce tableau.
set-dots-per-note = Au plus sur un post-it
question-add = Ajouter une question
question-add-hint = Les questions restent cachées jusqu’à ce que vous les ouvriez.
question-number = Question { $number }
question-drop = Retirer
question-new = Nouvelle question
question-text = Question
question-options = Réponses possibles
question-options-hint = Une réponse par ligne.
question-two = Il faut au moins deux réponses.
question-twenty = { $most } réponses au plus.
question-option-long = Une réponse a { $most } caractères au plus.
question-way = Comment répond-on ?
way-named = Chaque personne sur son écran
way-named-hint = Qui a répondu quoi est publié avec le résultat.
way-hands = À main levée
way-hands-hint = Vous comptez les mains dans la salle et saisissez les nombres.
question-choices = Combien de réponses ?
choices-one = Une seule
choices-several = Plusieurs, au plus
choices-most = Nombre de réponses au plus
question-prepare = Préparer
question-prepare-hint = Seule l’équipe la voit pour l’instant. Vous l’ouvrirez quand vous voudrez.

# Ce que voient les citoyens
screen-title = Ce que voient les citoyens
screen-step = { $place } sur { $of }
screen-messages = Messages
screen-activity = Activité
screen-empty = Rien n’est prévu ici pour cette séquence.
screen-before = L’atelier n’a pas commencé. Les personnes qui entrent attendent ici.
controls = Conduire l’activité
controls-edit = Modifier l’activité
controls-choose = Choisir une activité
board-notes = { $count ->
    [0] Aucun post-it
    [one] { $count } post-it
   *[other] { $count } post-its
}
board-authors = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
board-is-hidden = Post-its cachés
board-reveal = Dévoiler les post-its
board-hide = Cacher de nouveau
voting-start = Ouvrir le vote par gommettes
voting-open = Vote ouvert
voting-close = Clore le vote
voting-closed = Vote clos
voting-again = Rouvrir le vote
voting-after = Le vote s’ouvre une fois les post-its dévoilés.
poll-is-created = Prête
poll-is-open = Ouverte
poll-is-closed = Close
poll-is-published = Publiée
poll-open = Ouvrir
poll-open-title = Ouvrir la question
poll-open-hint = Toutes les personnes de la salle la reçoivent aussitôt.
poll-open-hands-hint = La salle voit la question ; vous comptez les mains.
poll-length = Jusqu’à quand ?
poll-until = Jusqu’à ce que je la ferme
poll-for = { $minutes } min
poll-close = Clore
poll-publish = Publier le résultat
poll-drop = Supprimer la question « { $question } »
poll-answered = { $turnout ->
    [one] { $turnout } réponse sur { $people }
   *[other] { $turnout } réponses sur { $people }
}
poll-by-hands = à main levée
poll-count = Saisir les mains
poll-count-title = Mains comptées
poll-count-hint = Le résultat n’est montré que lorsque vous le publiez.
poll-count-first = Saisissez les mains comptées pour publier.
polls-unfinished = { $count ->
    [one] { $count } vote à terminer
   *[other] { $count } votes à terminer
}

# Salles
rooms = Les salles
rooms-none = Ajoutez des groupes pour travailler à plusieurs en parallèle.
room-add-button = Ajouter un groupe
room-add-title = Nouveau groupe
room-add = Ajouter
room-edit = Modifier
room-edit-title = Modifier { $name }
room-drop = Supprimer
room-drop-title = Supprimer { $name } ?
room-drop-text = Seul un groupe vide, où rien n’a été écrit, peut être supprimé.
room-name = Nom
room-theme = Thème de travail
room-paper = Papier
room-capacity = Nombre de places
room-capacity-hint = Laissez vide s’il n’y a pas de limite.
room-people = { $count ->
    [0] Personne
    [one] { $count } personne
   *[other] { $count } personnes
}
room-places = { $left ->
    [one] { $left } place libre
   *[other] { $left } places libres
}
room-full = Complet
room-offline = { $count } hors ligne
room-with = avec
room-calls = { $count ->
    [one] Demande d’aide
   *[other] { $count } demandes d’aide
}
room-here = Vous y êtes
room-look = Voir
room-go = Y aller
room-message = Écrire à cette salle
room-actions = Actions pour { $name }
go-backstage = Retourner en coulisses
groups-choosing = Chacun choisit son groupe
groups-open = Groupes ouverts
groups-open-button = Ouvrir les groupes
groups-open-title = Ouvrir les groupes
groups-open-all = Placer tout le monde
groups-send = Envoyer chacun dans son groupe
groups-filling = Comment répartir
fill-draw = Au hasard, à parts égales
fill-draw-hint = Tout le monde part aussitôt.
fill-choose = Chacun choisit
fill-choose-hint = On part dès qu’on a choisi ; vous placerez ensuite les autres.
fill-again = Comme la dernière fois
fill-again-hint = Chacun retrouve son groupe, les nouveaux sont répartis.
groups-rest-drawn = Les personnes qui ont choisi restent où elles sont. Les autres sont réparties à parts égales.
groups-can-switch = On peut changer de groupe soi-même
groups-size = { $groups } groupes de { $each ->
    [one] { $each } personne
   *[other] { $each } personnes
}. Les retardataires iront là où il manque du monde.
groups-sizes = { $groups } groupes de { $least } ou { $most } personnes. Les retardataires iront là où il manque du monde.
groups-short = Il y a { $places } places dans les groupes pour { $people } personnes. Ajoutez un groupe ou des places.
groups-late = Une fois les groupes ouverts, les retardataires vont là où il manque du monde.
recall = Retour en plénière
recall-60 = Rappeler dans 60 s
recall-in = { $seconds ->
    [0] Tout le monde revient.
    [one] Tout le monde revient dans { $seconds } seconde.
   *[other] Tout le monde revient dans { $seconds } secondes.
}
recall-more = + 60 s
recall-cancel = Annuler le retour
recall-now = Maintenant

# Personnes
people-title = Personnes
people-search = Chercher une personne
people-where = Montrer
people-everywhere = Toutes les salles
people-offline = Hors ligne ({ $count })
people-none-found = Personne ne correspond.
people-nobody = Personne n’est encore entré. Partagez le lien.
people-viewers = { $count ->
    [one] { $count } personne regarde sans participer.
   *[other] { $count } personnes regardent sans participer.
}
person-offline = Hors ligne
person-group = Groupe { $name }
person-move = Déplacer
person-actions = Actions pour { $name }
person-write = Écrire
person-rename = Renommer
move-title = Déplacer { $name }
move-here = Y est déjà
move-hint = La personne change de salle aussitôt et garde tout ce qu’elle a écrit.
rename-title = Renommer { $name }
rename-name = Nom montré à tout le monde
message-title = Écrire
message-short = Message
message-to = À qui ?
message-everybody = À tout le monde, dans toutes les salles
message-text = Message
message-all-hint = Le message s’affiche en haut de tous les écrans, spectateurs compris.
message-room-hint = { $count ->
    [one] Seule la salle { $name } le lit.
   *[other] Seules les { $count } personnes de { $name } le lisent.
}
message-person-title = Écrire à { $name }
message-person-hint = Seuls { $name } et l’équipe le lisent.
message-said = Échange avec l’équipe

# Partage, exports, fin
share-button = Inviter
share-dialog = Inviter
share-dialog-lead = On entre par le lien, par le code, ou en visant l’image avec un téléphone.
share-page = Page à projeter ou à imprimer
links-loading = Les liens arrivent…
link-participant = Participer
link-viewer = Regarder
link-facilitator = Animer
link-organizer = Organiser
link-code = Code
link-copy = Copier le lien
link-copied = Copié
link-not-copied = Votre navigateur ne laisse pas copier. Sélectionnez l’adresse.
link-uses = { $count ->
    [0] Jamais utilisé
    [one] { $count } entrée
   *[other] { $count } entrées
}
link-qr = Image à viser avec un téléphone, { $role }
link-revoke = Retirer
link-revoke-text = Les personnes entrées par ce lien sont déconnectées et ne peuvent plus revenir par lui. Ce qu’elles ont écrit reste.
link-new = Nouveau lien
link-for = Pour
link-label = Repère, pour vous
link-make = Créer
exports = Exports
export-take = Télécharger
export-minutes = Rédiger, approuver et publier le compte rendu
export-pdf = Compte rendu à imprimer (PDF)
export-pdf-hint = Lisible par tous et fait pour durer : PDF/UA et PDF/A.
export-docx = Compte rendu dans Word (DOCX)
export-docx-hint = Avec des styles, pour le reprendre.
export-odt = Compte rendu dans LibreOffice (ODT)
export-odt-hint = Le même, au format ouvert.
export-html = Compte rendu, page à lire
export-html-hint = Pour lire, imprimer ou envoyer.
export-md = Compte rendu, texte Markdown
export-md-hint = Pour le reprendre dans un autre document.
export-archive = Archive complète
export-archive-hint = Tout, avec les noms. À garder pour vous.
export-public = Archive publique
export-public-hint = Tout, sans les noms. Peut être publiée.
ending-button = Terminer l’atelier…
ending-title = Terminer l’atelier
ending-submit = Terminer pour toujours
ending-writing = Plus personne ne peut écrire ni voter. Les votes ouverts sont comptés.
ending-anonymous = Les clés de l’écriture anonyme sont détruites : personne ne pourra plus savoir qui a écrit quoi.
ending-exports = Le compte rendu et les archives restent disponibles.
ending-votes = { $count ->
    [one] Le résultat d’un vote n’est pas publié :
   *[other] Les résultats de { $count } votes ne sont pas publiés :
}
ending-votes-later = Vous pourrez encore publier depuis le poste d’animation, et y saisir les mains comptées.
ending-sure = J’ai compris : cela ne peut pas être défait.
ending-done = L’atelier est terminé. Les clés de l’écriture anonyme ont été détruites.

# Réglages et raccourcis
workshop-edit = Modifier l’atelier
workshop-title = Titre
workshop-language = Langue de l’atelier
workshop-language-hint = Celle de la page d’entrée, pour qui n’en choisit pas, et du compte rendu.
workshop-zone = Fuseau horaire
workshop-zone-hint = Les heures du compte rendu et des documents suivent ce fuseau.

settings = Langue et raccourcis
settings-language = Langue de cette page
keys = Raccourcis
keys-on = Raccourcis d’une touche
keys-on-hint = À éteindre si vous dictez ou si des touches partent toutes seules.
key-next = Aller au bouton « Passer à »
key-extend = Une minute de plus
key-groups = Ouvrir les groupes, ou rappeler tout le monde
key-rooms = Voir une salle
key-escape = Échap
key-close = Fermer ce qui est ouvert

# Dit aux lecteurs d’écran
news-now = Nouvelle séquence : { $title }
news-asked = { $count ->
    [one] Une personne demande de l’aide
   *[other] { $count } personnes demandent de l’aide
}
news-groups-closed = Tout le monde est revenu en plénière
news-groups-choosing = Chacun choisit son groupe
news-groups-open = Les groupes sont ouverts

# Effacer une personne
erase = Effacer
erase-title = Effacer { $name } ?
erase-lead = À la demande de la personne. C’est définitif. Que faut-il effacer ?
erase-name = Son identité
erase-name-means = Son nom et son adresse. Ses textes restent, signés « Personne effacée ».
erase-texts = Son identité et ses textes
erase-texts-means = Ses post-its, commentaires, messages et amendements disparaissent aussi, de l’historique également. Leur place reste, vide. Ce qui a été écrit sans nom part aussi, tant que l’atelier n’est pas clos.
erase-stays = Les comptes restent : votes, gommettes, présences sans nom.
erase-together = Les conclusions écrites à plusieurs et les comptes rendus déjà publiés ne changent pas ; l’historique qui dit qui a écrit quoi dans une conclusion disparaît avec ses textes. Ce que les conclusions citent de ses post-its disparaît, là aussi où la démarche l’a repris ; ce qui en a déjà été posé sur un tableau d’un autre atelier y reste, sans nom.
erase-ends = La personne sort de l’atelier, et son lien personnel ne s’ouvre plus.
erase-files = C’est fait tout de suite dans l’atelier, dans la journée dans les fichiers du serveur. Les sauvegardes et les archives déjà faites ne changent pas.

# Durées de conservation
retain = Durées de conservation
retain-lead = Comptées à partir de la fin de l’atelier, et lisibles par tout le monde. Passé ce délai, les données sont supprimées et la preuve en est gardée.
retain-identity = Noms et adresses
retain-identity-hint = Qui était là, sous quel nom. Ensuite, les textes restent sans nom.
retain-attendance = Présences
retain-attendance-hint = Quand chaque personne est arrivée et partie.
retain-speech = Temps de parole
retain-speech-hint = Combien chaque personne a parlé.
retain-votes = Réponses nominatives aux votes
retain-votes-hint = Les résultats restent ; qui a répondu quoi disparaît.
retain-texts = Textes
retain-texts-hint = Post-its, commentaires, messages. Les conclusions écrites à plusieurs restent.
retain-uploads = Fichiers
retain-uploads-hint = Images et documents montrés pendant l’atelier.
retain-drafts = Brouillons
retain-drafts-hint = Brouillons du compte rendu et amendements non publiés.
retain-days = { $days ->
    [30] un mois
    [90] trois mois
    [180] six mois
    [365] un an
    [730] deux ans
    [one] { $days } jour
   *[other] { $days } jours
}
retain-kept = gardés avec la démarche
retain-closed = L’atelier est terminé : une durée peut encore être raccourcie, pas allongée.

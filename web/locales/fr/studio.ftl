# Le studio de l’organisation : démarches et phases, ateliers, documents, identité visuelle.

studio = Studio
studio-home = Studio, toutes les démarches
studio-home-all = Toutes les démarches
studio-nav = Aller à
studio-door = Entrer dans le studio
studio-opening = Le studio arrive…
studio-saving = Sauvegarde…
studio-saved = Tout est sauvegardé
studio-unsaved = Modifications non sauvegardées
studio-quit = Quitter
nav-all = Démarches
nav-others = Autres démarches
nav-workshops = Ateliers hors démarche
nav-organization = Organisation
part-phases = Phases
part-about = Présentation
part-documents = Documents
leaving-title = Quitter sans garder ?
leaving-text = Ce que vous avez modifié sur cette page n’est pas encore sauvegardé.
form-undo = Annuler mes modifications
list-add = Ajouter
list-drop = Retirer { $name } { $number }
setting-none = Aucun
refused-unreachable = Le serveur ne répond pas. Réessayez dans un instant ; ce que vous avez saisi est encore là.

# Accueil
home-empty = Aucune démarche pour l’instant
home-empty-text = Une démarche dit ce qui est en débat, jusqu’où va la participation et quand elle a lieu. Ses phases la découpent dans le temps : information, ateliers.
phases-count = { $count ->
    [0] Aucune phase
    [one] { $count } phase
   *[other] { $count } phases
}
free-none = Aucun. Un atelier peut aussi se préparer sans démarche.
standing-draft = Brouillon
standing-published = Démarche publiée
standing-archived = Archivée

# Une démarche
process-new = Nouvelle démarche
process-create = Créer la démarche
process-title = Titre
process-slug = Adresse de la page
process-slug-form = Lettres sans accent, chiffres et traits d’union.
process-slug-published = La démarche est publiée : changer son adresse rompt les liens déjà donnés.
process-page = Voir la page
process-actions = Actions pour la démarche
process-publish = Publier
process-published = La démarche est publiée.
process-withdraw = Dépublier
process-archive = Archiver
process-export = Exporter
process-remove = Supprimer
withdraw-title = Dépublier « { $title } » ?
withdraw-text = La page n’est plus visible que de l’équipe, et les portes des ateliers se ferment au public. Rien n’est effacé : vous pourrez publier de nouveau.
archive-title = Archiver « { $title } » ?
archive-text = La page et ses documents restent lisibles. Plus rien n’y est ouvert à la participation.
remove-title = Supprimer « { $title } » ?
remove-text = La démarche disparaît pour de bon, avec :
remove-phases = { $count ->
    [0] aucune phase
    [one] { $count } phase et son texte
   *[other] { $count } phases et leurs textes
}
remove-documents = { $count ->
    [0] aucun document
    [one] { $count } document
   *[other] { $count } documents
}
remove-contributions = { $count ->
    [0] Aucune contribution n’est perdue.
    [one] { $count } contribution recueillie est perdue.
   *[other] { $count } contributions recueillies sont perdues.
}
remove-workshops = { $count ->
    [0] Elle n’a pas d’atelier.
    [one] Son atelier n’est pas supprimé : il reste dans la liste des ateliers hors démarche.
   *[other] Ses { $count } ateliers ne sont pas supprimés : ils restent dans la liste des ateliers hors démarche.
}

# Avant de publier
check-missing = { $count ->
    [one] Avant de publier, il manque une chose
   *[other] Avant de publier, il manque { $count } choses
}
check-ready = Tout est prêt pour publier
check-ready-text = La page deviendra visible de tout le monde à son adresse. Vous pourrez encore tout modifier.
check-there = : c’est fait
check-lead = Une présentation en quelques lignes
check-lead-why = C’est ce que les personnes lisent d’abord, et ce que montrent les partages.
check-scope = Ce qui est en débat
check-scope-why = Personne ne devrait donner une soirée sans savoir sur quoi elle peut peser.
check-integration = Jusqu’où va la participation
check-integration-why = Informer, consulter, concerter ou co-produire : dites-le avant, pas après.
check-phases = Au moins une phase
check-phases-why = Sans phase, il n’y a rien à quoi participer.
check-dates = Un calendrier : le début et la fin de chaque phase
check-dates-why = Les personnes s’organisent d’après ces dates ; ce sont elles qui ouvrent et ferment chaque phase.
check-dates-which = Il manque des dates à : { $phases }.
check-overlap = Des phases qui ne se recouvrent pas
check-overlap-why = { $phases } ont lieu en même temps. Changez une date, ou donnez à l’une une voie parallèle.

# Présentation et attentes
process-lead = Présentation
process-lead-hint = Deux ou trois phrases, en tête de la page.
expectations = Ce qu’on peut en attendre
expectations-lead = Dit à l’avance à toutes les personnes à qui l’on demande du temps. Nécessaire pour publier.
process-scope = Ce qui est en débat
process-scope-hint = Ce sur quoi les contributions peuvent réellement peser.
process-closed = Ce qui ne l’est pas
process-closed-hint = Décisions déjà prises, contraintes, budget. Facultatif, et souvent apprécié.
process-integration = Jusqu’où va la participation
integration-inform = Informer
integration-inform-hint = On explique une décision. Les questions reçoivent une réponse.
integration-consult = Consulter
integration-consult-hint = On recueille des avis. L’organisation décide, et dit ce qu’elle a retenu.
integration-concert = Concerter
integration-concert-hint = On cherche ensemble une solution. L’organisation décide sur cette base.
integration-coproduce = Co-produire
integration-coproduce-hint = On écrit et on décide ensemble. L’organisation s’engage à mettre en œuvre.
process-promises = Engagements
process-promises-hint = Ce que l’organisation promet, une ligne chacun : répondre, rendre compte, jusqu’à quand.
process-promise = Engagement { $number }
process-promise-add = Ajouter un engagement
process-promise-drop = Retirer l’engagement { $number }
process-practical = Pratique
process-contact = Contact
process-contact-hint = À qui écrire ou téléphoner, y compris pour une question d’accessibilité ou de données.
process-language = Langue de la page
process-zone = Fuseau horaire
process-zone-hint = Toutes les dates de la démarche sont à cette heure.
process-stale = Une autre personne a modifié la démarche entre-temps. Votre texte est encore là.
process-stale-theirs = Reprendre sa version
process-stale-ours = Garder la mienne

# Documents
documents-lead = Ce qu’il est bon d’avoir lu avant de participer : plans, études, comptes rendus.
documents-none = Aucun document pour l’instant.
document-add = Ajouter un document
document-file = Fichier
document-title = Titre, tel qu’on le lira
document-facts = { $kind } · { $size }
document-drop = Retirer
document-drop-named = Retirer { $title }
document-drop-sure = Retirer ce document ?

# Phases
phase-add = Ajouter une phase
phase-add-short = Ajouter
phase-new = Nouvelle phase
phase-edit = Modifier la phase
phase-edit-title = Modifier « { $title } »
phase-actions = Actions pour { $title }
phase-title = Nom de la phase
phase-method = Ce qu’on y fait
phase-when = Quand
phase-starts = Du
phase-ends = Au
phase-when-hint = À l’heure de { $zone }. Ces dates ouvrent et ferment la phase d’elles-mêmes.
phase-track = Voie parallèle
phase-track-hint = Laissez vide pour la suite principale. Une phase qui a lieu en même temps qu’une autre porte le nom d’une voie, par exemple « Par écrit ».
phase-track-named = en parallèle : { $track }
phase-text = Texte de la phase
phase-takes = Part de ce qu’ont donné
phase-takes-hint = Ces contributions peuvent devenir des post-its dès le début de l’atelier.
phase-outcome = Ce qui en est sorti
phase-outcome-hint = Dit sur la page à celles et ceux qui ont participé, une fois la phase passée.
phase-undated = Sans dates pour l’instant
phase-from = À partir du { $date }
phase-dates = { $from } – { $to }
phase-earlier = Une semaine plus tôt
phase-later = Une semaine plus tard
phase-drop = Supprimer la phase
phase-drop-title = Supprimer la phase « { $title } » ?
phase-drop-text = Son texte, ses dates et ses réglages disparaissent.
phase-drop-workshop = Son atelier reste, hors démarche.
phases-none = Une démarche avance par phases : on informe, on se réunit, on rend compte. Ajoutez la première.
phases-undated = Sans dates :
timeline-hint = Glissez une phase pour la déplacer, ou un de ses bords pour l’allonger. Au clavier : Maj et les flèches. Les mêmes gestes sont dans le menu de la phase.
standing-phase-past = passée
standing-phase-now = en cours
standing-phase-later = à venir
moment = { $day } à { $time }
door-open = Ouvert.
door-open-until = Ouvert jusqu’au { $at }.
door-opens = Ouvre le { $at }.
door-over = Fermé depuis le { $at }.
door-remaining = { $count ->
    [0] Plus de place.
    [one] Encore une place.
   *[other] Encore { $count } places.
}
door-draft = Fermé au public tant que la démarche est un brouillon. L’équipe peut entrer et répéter.
door-archived = Fermé : la démarche est archivée.
door-no_dates = Fermé : il manque l’heure de début ou de fin.
door-not_yet = Pas encore ouvert.
door-closed = Fermé : l’atelier est terminé.
door-full = Complet.
door-invited = Ouvert aux personnes qui ont un lien ou un code.
door-staff = Ouvert à l’équipe seulement.
door-nothing_there = Fermé : il n’y a pas encore d’atelier.

# Réglages des méthodes : setting-MÉTHODE-CHAMP
setting-information-shows_contributions = Montrer les contributions recueillies
setting-workshop-starts_at = Début de l’atelier
setting-workshop-ends_at = Fin de l’atelier
setting-workshop-opens_before = Ouverture des portes, en minutes avant le début
setting-workshop-who = Qui peut entrer
setting-workshop-who-everyone = Tout le monde, depuis la page
setting-workshop-who-invited = Les personnes qui ont un lien ou un code
setting-workshop-who-staff = L’équipe seulement
setting-workshop-most = Nombre de places
setting-workshop-most-hint = Laissez vide s’il n’y a pas de limite.
setting-workshop-shows_contributions = Montrer à tous ce qui en est repris : textes adoptés et résultats des votes

# Contributions
contributions = Contributions
contributions-count = { $count ->
    [0] aucune contribution
    [one] { $count } contribution
   *[other] { $count } contributions
}
contributions-lead = Ce que cette phase a recueilli, ici ou ailleurs : réunion, questionnaire, boîte à idées. Les phases suivantes peuvent en partir.
contributions-workshop = Ce que l’atelier a décidé peut être transmis aux phases suivantes, avec sa provenance.
contributions-public = Tout le monde le lit sur la page de la phase, une fois la démarche publiée.
contributions-private = Rien n’en est montré sur la page de la phase, comme le disent ses réglages.
contributions-collect = Reprendre les conclusions de l’atelier
contributions-none = Aucune contribution pour l’instant.
contributions-more = { $count ->
    [one] Montrer la dernière
   *[other] Montrer la suite ({ $count })
}
contribution-add = Nouvelle contribution
contribution-drop = Retirer « { $text } »
import-button = Importer un tableau
import-title = Importer des contributions
import-file = Fichier CSV
import-hint = Un tableau enregistré en CSV, une contribution par ligne. Vous verrez ce qui en sera repris avant d’importer.
import-head = La première ligne porte les titres des colonnes
import-text = Texte
import-title-column = Titre
import-author = Auteur ou autrice
import-column = Colonne { $number }
import-preview = { $count ->
    [0] Rien à reprendre
    [one] Une contribution sera reprise
   *[other] { $count } contributions seront reprises ; voici les premières
}
import-skipped = { $count ->
    [one] Une ligne sans texte est laissée de côté.
   *[other] { $count } lignes sans texte sont laissées de côté.
}
import-do = { $count ->
    [0] Importer
    [one] Importer une contribution
   *[other] Importer { $count } contributions
}
import-empty = Ce fichier ne contient aucune ligne.
import-long = Ce fichier a plus de { $most } lignes. Coupez-le en plusieurs.
import-no-text = Aucune ligne n’a de texte dans la colonne choisie.
import-no-file = Choisissez un fichier.

# Ateliers
workshop-new = Créer un atelier
workshop-create = Créer
workshop-none = Cette phase n’a pas encore d’atelier. Créez-le ici, vide, à partir d’un modèle ou d’un autre atelier.
workshop-gone = L’atelier de cette phase n’existe plus. Vous pouvez en créer un autre.
workshop-gone-title = Atelier introuvable
workshop-from = Partir de
workshop-from-evening = Une soirée type
workshop-from-evening-hint = Accueil, post-its en trois groupes, pause, mise en commun. Tout se modifie ensuite.
workshop-from-empty = Rien
workshop-from-empty-hint = Une plénière et une salle pour l’équipe.
workshop-from-copy = Un autre atelier
workshop-from-copy-hint = Ses groupes, son déroulé et ses consignes, sans les personnes ni leurs écrits.
workshop-from-file = Un modèle enregistré
workshop-from-file-hint = Le fichier obtenu par « Enregistrer comme modèle », ici ou ailleurs.
workshop-source = Atelier à copier
workshop-file = Fichier du modèle
workshop-file-unread = Ce fichier n’est pas un modèle d’atelier.
workshop-copy-of = { $title } (copie)
workshop-duplicate = Répéter l’atelier
workshop-duplicate-do = Répéter
workshop-duplicate-text = Les groupes, le déroulé, les consignes et les réglages sont repris. Les personnes, leurs écrits et leurs votes ne le sont pas.
repeat-where = Où
repeat-phase = Une nouvelle phase de cette démarche
repeat-phase-hint = Avec le même texte et les mêmes réglages, à une autre date.
repeat-apart = Un atelier hors démarche
repeat-apart-hint = À préparer à part ; il n’apparaît sur aucune page.
repeat-date = Début de la nouvelle phase
workshop-opening = L’atelier s’ouvre…
workshop-not-entered = L’atelier n’a pas pu être ouvert.
workshop-alone = Atelier
workshop-of = Fait partie de « { $title } »
workshop-no-hour = Heure à fixer dans les réglages de la phase
workshop-hours = { $from } – { $to }
workshop-when = Atelier du { $day }, { $time }
workshop-desk = Poste d’animation
workshop-repeat = Répéter l’atelier
workshop-links = Liens et QR
workshop-actions = Actions pour l’atelier
workshop-template = Enregistrer comme modèle
workshop-close = Terminer l’atelier
workshop-remove = Supprimer l’atelier
workshop-over = Terminé
workshop-running = Commencé
workshop-ready = Pas encore commencé
workshop-remove-text = L’atelier disparaît pour de bon, avec tout ce qui a été fait dedans :
workshop-remove-archive = Les personnes présentes sont déconnectées et les liens ne mènent plus nulle part. Pour en garder une trace, exportez d’abord l’archive depuis le poste d’animation.
lost-steps = { $count ->
    [0] aucune séquence
    [one] { $count } séquence
   *[other] { $count } séquences
}
lost-people = { $count ->
    [0] aucune personne venue
    [one] { $count } personne venue
   *[other] { $count } personnes venues
}
lost-notes = { $count ->
    [0] aucun post-it
    [one] { $count } post-it
   *[other] { $count } post-its
}
lost-messages = { $count ->
    [0] aucun message
    [one] { $count } message
   *[other] { $count } messages
}
lost-conclusions = { $count ->
    [0] aucune conclusion
    [one] { $count } conclusion écrite ensemble
   *[other] { $count } conclusions écrites ensemble
}
lost-polls = { $count ->
    [0] aucun vote
    [one] { $count } vote et ses réponses
   *[other] { $count } votes et leurs réponses
}

# Grille de l’atelier
grid = Déroulé : séquences et salles
grid-steps = Séquences
grid-total = { $time } au total.
grid-ends = Fin à { $time }.
grid-over = { $minutes ->
    [one] Une minute de trop
   *[other] { $minutes } minutes de trop
}
cell-label = { $step }, { $room } : { $what }
cell-together = plénière
cell-plan = Prévoir une activité
cell-plan-plenary = Prévoir une activité en plénière
cell-no-question = Aucune question
cell-no-text = Ni texte ni document
cell-no-title = Sans question posée
cell-anonymous = Anonyme
cell-secret = Secret
cell-dots = { $count ->
    [one] { $count } gommette
   *[other] { $count } gommettes
}
cell-fields = { $count ->
    [one] { $count } rubrique
   *[other] { $count } rubriques
}
cell-questions = { $count } questions
evening-group = Groupe { $number }
evening-welcome = Accueil
evening-welcome-question = Qu’est-ce qui vous amène ce soir ?
evening-ideas = Idées
evening-ideas-question = Que faut-il garder, que faut-il changer ?
evening-ideas-instructions = Une idée par post-it. Chacun écrit d’abord pour soi, puis on dévoile et on regroupe.
evening-column-1 = À garder
evening-column-2 = À changer
evening-break = Pause
evening-share = Mise en commun
evening-share-question = Que retenons-nous de chaque groupe ?

# Amorcer un tableau
seed = Amorcer un tableau
seed-from = À partir de
seed-board = Tableau
seed-column = Colonne
seed-preview = Ce qui deviendra des post-its
seed-hint = Les post-its disent d’où ils viennent. Ce qui est déjà sur le tableau n’est pas ajouté une seconde fois.
seed-long = sera coupé
seed-most = { $most } au plus à la fois.
seed-do = { $count ->
    [0] Déposer
    [one] Déposer un post-it
   *[other] Déposer { $count } post-its
}
seed-done = { $count ->
    [0] Tout y était déjà.
    [one] Un post-it a été déposé.
   *[other] { $count } post-its ont été déposés.
}
seed-no-source = Aucune phase n’a encore de contributions. Importez un tableau dans une phase, puis revenez ici.
seed-no-board = Cet atelier n’a pas encore de tableau. Prévoyez-en un dans la grille.

# Identité visuelle
branding = Identité visuelle
branding-lead = Toutes les pages portent ce nom, ce logo et cette couleur. Le reste en découle, et reste lisible.
branding-name = Nom de l’organisation
branding-name-hint = Laissez vide pour garder celui de l’installation.
branding-logo = Logo
branding-logo-alt = Logo de { $name }
branding-logo-hint = PNG, JPEG, WebP ou GIF, 500 ko au plus, sur fond transparent de préférence.
branding-colour = Couleur
branding-colour-pick = Choisir la couleur
branding-reads = Se lit bien : contraste { $ratio }.
branding-buttons = Les boutons sont un peu plus foncés.
branding-unread = Le texte ne s’y lit pas : contraste { $ratio }, il en faut 4,5.
branding-nearest = La plus proche qui convient :
branding-take = Prendre celle-ci
branding-sample = Un bouton sur du papier

# Accès
team = Accès au studio
team-links = Un lien par collègue
team-lead = Toute personne qui a un de ces liens voit et modifie tout ce qui est ici. Donnez-en un à chacune, et retirez-le quand elle s’en va.
team-unnamed = Sans nom
team-own = le vôtre
team-since = depuis le { $date }
team-for = Pour qui
team-add = Créer un lien
team-revoke-text = La personne entrée par ce lien n’aura plus accès au studio.

# Importer une archive
archive-import = Importer une archive
archive-import-lead = Le fichier zip qu’un atelier a donné en export, ici ou sur un autre serveur. Tout y est vérifié avant que rien ne soit gardé, et les autres ateliers continuent pendant ce temps.
archive-import-do = Importer
archive-file = Archive de l’atelier (.zip)
# $percent : combien de centièmes sont partis
archive-sent = Envoyé : { $percent } %
archive-reading = L’archive est arrivée. Vérification et lecture…
archive-too-big = Cette archive est trop grosse : 2 Go au plus. Rien n’a été importé.

# Entrer dans le studio, les personnes qui y viennent, leur journal et l’état du serveur.

# $email : une adresse
sign-code-sent = Si { $email } est connue ici, un code vient d’y être envoyé. Il est valable dix minutes, dans cette page seulement.
sign-code = Code reçu par courriel
sign-enter = Entrer
sign-other = Utiliser une autre adresse
sign-email = Adresse électronique
sign-ask = Recevoir un code
sign-or = ou
# $provider : par exemple ProConnect
sign-with = Continuer avec { $provider }
sign-link = Vous avez un lien du studio ? Ouvrez-le : il suffit.
invited-text = Vous avez une invitation pour le studio. Elle sert une fois ; ensuite, un code envoyé à votre adresse suffit.
invited-accept = Entrer dans le studio
invited-sign-in = Entrer avec un code

colleagues = Collègues
colleagues-lead = Chaque personne entre en son nom, par un code envoyé à son adresse. Retirer un accès ou changer un rôle met fin à ses sessions aussitôt.
colleagues-none = Personne n’est encore invité.
colleague-own = vous
# $date : un jour
colleague-since = Ici depuis le { $date }
colleague-invited = Invitation envoyée le { $date }
colleague-expired = Invitation échue le { $date }
colleague-name = Nom
colleague-role = Rôle
# $name : une personne
colleague-role-of = Rôle de { $name }
colleague-invite = Inviter
colleague-again = Inviter de nouveau
colleague-revoke = Retirer l’accès
colleague-revoke-text = { $name } n’aura plus accès au studio, ni aux ateliers rejoints depuis le studio.
# $email : une adresse
colleague-sent = Invitation envoyée à { $email }.
staff-administrator = Administration
staff-organizer = Organisation
staff-facilitator = Animation
staff-administrator-hint = Tout, y compris les accès, le journal et l’état du serveur.
staff-organizer-hint = Écrit les démarches et les ateliers.
staff-facilitator-hint = Lit le studio et anime les ateliers, sans les modifier ici.

log = Journal des actes
# $days : combien de jours il est gardé
log-lead = Qui a fait quoi dans le studio, et ce qui en a été emporté. Ni nom de citoyens, ni texte. Gardé { $days } jours.
log-export = Emporter (CSV)
log-nobody = Équipe d’un atelier
log-more = Voir la suite
log-empty = Rien n’a encore été fait.

status = État du serveur
status-again = Relire
# $version, $python : des numéros de version
status-version = Palabre { $version }, Python { $python }
status-well = En ordre
status-look = À voir
status-database = Base de données
# $kind : sqlite ou postgresql ; $ms : en combien de millièmes de seconde
status-database-answers = { $kind }, répond en { $ms } ms
status-redis = Redis
status-media = Voix et image
status-answers = Répond
status-silent = Ne répond pas
status-unused = Pas utilisé ici
status-mail = Courriels
# $server : un nom de machine
status-mail-by = Par { $server }.
status-mail-log = Aucun serveur de courriel n’est réglé : ils s’écrivent dans le journal du programme.
# $waiting, $failing, $lost : des nombres de courriels
status-mail-queue = En attente : { $waiting } ; déjà essayés en vain : { $failing } ; abandonnés cette semaine : { $lost }.
status-disk = Place sur le disque
# $free, $total : des tailles
status-disk-free = { $free } libres sur { $total }
status-purge = Dernier effacement de ce qui est échu
status-purge-none = Pas encore : il a lieu chaque heure
# $count : combien
status-processes = { $count ->
    [one] Un processus sert les pages
   *[other] { $count } processus servent les pages
}
# $since : un moment ; $lag : la plus longue attente
status-process = Depuis le { $since }. Personnes connectées : { $people }. Ateliers ouverts : { $workshops }. Plus longue attente : { $lag } ms.

refused-already_colleague = Cette personne a déjà accès au studio.
refused-last_administrator = Il faut au moins une personne à l’administration : invitez-en d’abord une autre.
refused-not_invited = Cette adresse n’a pas accès au studio. Demandez une invitation à une personne qui l’administre.
refused-own_role = C’est votre propre accès : une autre personne doit le changer.

# Ce qui a été fait
act-agenda-add = Déroulé ajouté à la bibliothèque
act-agenda-drop = Déroulé retiré de la bibliothèque
act-agenda-edit = Déroulé de la bibliothèque renommé
act-archive-export = Archive complète emportée
act-archive-import = Archive importée
act-branding-edit = Identité visuelle modifiée
act-colleague-invite = Collègue invité
act-colleague-revoke = Accès d’un collègue retiré
act-colleague-role = Rôle d’un collègue changé
act-contributions-collect = Résultats d’un atelier repris
act-contributions-drop = Contribution ou résultat retiré
act-contributions-give = Contributions ajoutées
act-contributions-seed = Contributions posées sur un tableau
act-document-add = Document ajouté
act-document-drop = Document retiré
act-link-add = Lien du studio créé
act-link-revoke = Lien du studio retiré
act-log-export = Ce journal emporté
act-minutes-export = Compte rendu emporté
act-process-add = Démarche créée
act-process-archive = Démarche archivée
act-process-drop = Démarche supprimée
act-process-edit = Démarche ou phase modifiée
act-process-export = Démarche emportée
act-process-publish = Démarche publiée
act-process-withdraw = Démarche retirée de la publication
act-session-begin = Entrée dans le studio
act-session-end = Sortie du studio
act-workshop-add = Atelier créé
act-workshop-close = Atelier clos
act-workshop-drop = Atelier supprimé
act-workshop-duplicate = Atelier copié
act-workshop-enter = Entrée dans un atelier

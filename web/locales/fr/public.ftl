# Les pages que tout le monde peut lire : démarches, phases, vie privée, accessibilité.

public-skip = Aller au contenu
public-software = Palabre, logiciel libre
# $at : une heure
public-hour = { DATETIME($at, timeStyle: "short") }
# $day : un jour ; $hour : une heure
public-moment = { $day } à { $hour }
# $first, $last : des jours
public-span = Du { $first } au { $last }

home-processes = Démarches
home-lead-processes = Ce qui se discute en ce moment, et ce qui en est sorti.
home-current = En cours
home-archived = Terminées

public-process-next = Prochain rendez-vous
public-process-where = Où en sommes-nous ?
public-process-beside = En parallèle
public-process-archived = Cette démarche est terminée. Elle reste lisible.
public-process-promises = Ce qui est promis
public-process-open = En débat :
public-process-closed = Pas en débat :
public-process-calendar = Calendrier
public-process-no-meeting = Pas de rendez-vous à venir.
# $first, $last : des heures
public-process-hours = de { $first } à { $last }
# $hour : une heure
public-process-until = , jusqu’à { $hour }
public-process-subscribe = Ajouter la démarche à mon agenda
public-process-to-calendar = Ajouter à mon agenda
public-process-documents = À lire
# $kind : le genre de fichier ; $size : sa taille en kilo-octets
public-process-document = { $kind }, { $size } ko
public-process-question = Une question ?

public-integration-inform = Vous êtes informés, et vos questions ont une réponse.
public-integration-consult = Votre avis est demandé avant la décision, et la réponse est publiée.
public-integration-concert = Les propositions se construisent avec vous ; ce qui n’est pas retenu est expliqué.
public-integration-coproduce = Vous décidez ensemble, avec la collectivité.

public-phase-past = Terminé
public-phase-now = En ce moment
public-phase-to_come = À venir
public-phase-outcome = Ce qui en est sorti
# $count : combien de contributions
public-phase-read = { $count ->
    [one] Lire la contribution
   *[other] Lire les { $count } contributions
}
public-phase-read-tallies = { $count ->
    [one] Lire le résultat du vote
   *[other] Lire les résultats des votes ({ $count })
}
public-phase-contributions = { $count ->
    [one] Une contribution
   *[other] { $count } contributions
}
# $count : combien ne sont pas montrées
public-phase-more = Et { $count } autres, dans l’export de la démarche.
public-phase-tallies = Résultats des votes
public-phase-minutes = Lire le compte rendu
public-phase-kept = Combien de temps les données de cet atelier sont gardées
public-phase-back = Retour à la démarche
# $people : combien de personnes
contribution-weight = { $people ->
    [one] soutenue par une personne
   *[other] soutenue par { $people } personnes
}

public-door-join = Entrer dans l’atelier
public-door-draft = Cette démarche n’est pas encore publiée.
public-door-archived = La démarche est terminée.
public-door-no_dates = La date n’est pas encore fixée.
# $at : quand la porte ouvre ; $end : quand elle ferme
public-door-not_yet = L’entrée ouvre le { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
public-door-over = C’était ouvert jusqu’au { DATETIME($end, dateStyle: "long", timeStyle: "short") }.
public-door-closed = L’atelier est terminé.
public-door-full = L’atelier est complet.
public-door-invited = On entre avec le lien ou le code de son invitation.
public-door-staff = Réservé à l’équipe d’animation.
public-door-nothing_there = L’atelier est en préparation.
# $places : combien de places restent
public-door-remaining = { $places ->
    [one] Il reste une place.
   *[other] Il reste { $places } places.
}

privacy-title = Vie privée
# $organization : le nom de la collectivité
privacy-lead = Ce que { $organization } garde de vous, pourquoi, et jusqu’à quand. Cette page est faite à partir des réglages de ce serveur.
privacy-what = Ce qui est gardé
privacy-name = Le nom que vous donnez en entrant. Un prénom suffit ; aucun compte n’est demandé.
privacy-texts = Ce que vous écrivez : post-its, commentaires, messages, conclusions.
privacy-votes = Vos gommettes et vos réponses nominatives. Un vote secret garde qui a voté, jamais ce que chaque personne a choisi.
privacy-presence = Quand vous étiez présent, et dans quelle salle.
privacy-staff = Les collègues qui ont un compte au studio : nom, adresse électronique, rôle, et ce qu’ils y ont fait, pendant un an. Rien de cela pour les personnes qui participent.
privacy-speech = Combien de temps vous avez parlé, sans rien garder de votre voix.
privacy-consents = Ce que vous acceptez, et ce qui reste facultatif
privacy-media = Micro et caméra sont facultatifs : ils ne s’ouvrent que si vous le demandez, et tout peut se faire par écrit.
privacy-no-recording = Rien n’est enregistré : ni voix, ni image. Elles passent par le serveur et n’y restent pas.
privacy-no-media = Ce serveur ne transmet ni voix ni image : on y participe par écrit.
privacy-anonymous = Dans une activité anonyme, votre nom n’est pas lié à ce que vous écrivez ; la clé qui permettrait de le retrouver est détruite à la fin de l’atelier.
privacy-no-cookies = Aucun cookie ne vous suit. Votre navigateur garde de quoi revenir à votre place, dans votre appareil.
privacy-where = Où sont ces données
privacy-no-third = Sur ce serveur seulement. Aucune page ne demande quoi que ce soit à un autre site.
privacy-helpers = Pour trouver un chemin à travers les réseaux, la voix et l’image s’appuient aussi sur :
privacy-addresses = Les adresses de connexion ne sont écrites dans aucun journal.
privacy-how-long = Combien de temps
privacy-no-workshop = Aucun atelier n’est publié en ce moment. Chaque atelier dit ses durées avant qu’on y entre.
privacy-rights = Vos droits
privacy-rights-mine = Relire et emporter tout ce que vous avez écrit : la page « Ce que j’ai écrit » de chaque atelier l’exporte.
privacy-rights-erase = Faire effacer votre nom, et vos textes si vous le souhaitez, depuis cette même page.
privacy-rights-complain = Si la réponse ne vous convient pas, vous pouvez saisir la CNIL, ou l’autorité de votre pays.

accessibility-title = Accessibilité
accessibility-lead = { $organization } veut que chaque personne puisse lire, écrire, parler et voter ici.
accessibility-state = État
accessibility-goal = Ces pages visent le niveau AA des WCAG 2.2 et du RGAA 4.1.
accessibility-not-audited = Elles n’ont pas encore été auditées par un tiers : nous ne déclarons donc pas de conformité.
accessibility-done = Ce qui est fait et vérifié à chaque version
accessibility-keyboard = Tout se fait au clavier : chaque glisser-déposer a son menu « Déplacer vers… ».
accessibility-reader = Les nouveautés sont annoncées aux lecteurs d’écran, sans couper ce qu’on lit.
accessibility-writing = Qui ne parle pas ou n’entend pas peut tout faire par écrit.
accessibility-sight = Les contrastes sont d’au moins 4,5 pour 1, aucune information ne tient à la seule couleur, et le texte s’agrandit jusqu’à 400 %.
accessibility-motion = Les animations cessent si votre appareil le demande.
accessibility-tests = Des contrôles automatiques (axe) passent sur les pages, en français, en anglais et en arabe.
accessibility-limits = Ce qui reste difficile
accessibility-board = Un tableau de plusieurs centaines de post-its est long à parcourir au lecteur d’écran.
accessibility-speech = La voix n’est pas sous-titrée.
accessibility-documents = Les documents déposés par la collectivité sont tels qu’elle les a faits.
accessibility-tell = Nous dire ce qui ne va pas
accessibility-contact = Écrivez au contact de la démarche, en disant la page et votre appareil.
accessibility-defender = Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits.

browsers-title = Navigateurs
browsers-lead = Avec quoi ces pages sont essayées, et avec quoi elles devraient marcher.
browsers-tested = Essayés à chaque version
browsers-chromium = Chromium, dont Chrome, Edge, Brave et Opera reprennent le moteur : pages, salle et bureau d’animation, sur téléphone et sur ordinateur.
browsers-firefox = Firefox : entrer, écrire, voter, voix et image.
browsers-from = À partir de
browsers-versions = Chrome et Edge 105, Firefox 113, Safari 16.4 (iPhone et iPad : iOS 16.4).
browsers-script = Ces pages-ci se lisent sans JavaScript ; la salle d’un atelier en a besoin.
browsers-not = Pas essayé automatiquement
browsers-safari = Safari. Il devrait marcher à partir de la version dite ; dites-nous ce qui manque.
browsers-media = Voix et image
browsers-media-hint = Le navigateur demande l’accès au micro et à la caméra au moment où vous les ouvrez. Derrière un réseau très fermé, l’écrit marche toujours.

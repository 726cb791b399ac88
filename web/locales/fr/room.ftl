# La page de la salle, pour les citoyens.

take-part = Participer
messages = Messages
messages-unread = { $count ->
    [one] { $count } message non lu
   *[other] { $count } messages non lus
}
people = Personnes
people-count = { $count ->
    [0] Personne dans la salle
    [one] Une personne dans la salle
   *[other] { $count } personnes dans la salle
}
people-none = Personne d’autre pour l’instant.
person-away = Hors ligne pour l’instant
help = Aide
help-lead = L’équipe d’animation lit ce que vous écrivez ici, personne d’autre.
help-none = Une question, une difficulté ? Écrivez-la.
help-write = Écrire à l’équipe
more = Plus

steps = Séquences
step-of = { $number } sur { $count }
step-none = Bientôt
step-past = passée

viewer = Vous regardez
your-name = Votre nom
language = Langue
mine-link = Ce que j’ai écrit
mine-link-hint = Vos textes, vos votes et un lien pour revenir : pour vous seulement.
leave = Quitter l’atelier
leave-hint = Vous pourrez revenir par le même lien : votre place et vos textes restent.

shortcuts = Raccourcis du clavier
shortcuts-on = Raccourcis activés
shortcuts-note = Commenter, modifier, déplacer le post-it choisi
shortcuts-move = Soulever un post-it, puis le poser
key-space = Espace

announcement = Annonce de l’équipe
announcement-read = C’est lu
answer-for-you = L’équipe vous répond
answer-reply = Répondre

group-choose = Choisissez votre groupe
group-switch = Changer de groupe
group-go = J’y vais
group-here = Vous y êtes
group-full = Complet
group-places = { $left ->
    [one] { $left } place libre
   *[other] { $left } places libres
}, { $people ->
    [0] personne encore
   *[other] { $people } déjà là
}
groups-closing = { $seconds ->
    [0] Retour en plénière.
    [one] Retour en plénière dans { $seconds } seconde.
   *[other] Retour en plénière dans { $seconds } secondes.
}
group-joining = Dans { $seconds } s, votre groupe rejoint { $name }.
groups-closing-kept = Ce que vous êtes en train d’écrire ne sera pas perdu.

empty-before = L’atelier n’a pas encore commencé. Cette page suivra toute seule.
empty-groups = Cette séquence se passe en groupes. L’équipe vous y conduira.
empty-group = Rien n’est prévu dans ce groupe pendant cette séquence.
empty-plenary = Suivez l’équipe : rien n’est à faire ici pendant cette séquence.
empty-next = Ensuite : { $title }.

closed-title = L’atelier est terminé
closed-at = Il s’est terminé à { $time }.
closed-kept = Ce que vous avez écrit est gardé et figurera dans le compte rendu.

news-room = Vous êtes maintenant dans { $name }.
news-step = Séquence { $title }.
news-messages = { $count ->
    [one] Un nouveau message
   *[other] { $count } nouveaux messages
}
news-time = { $seconds ->
    [10] Il reste dix secondes.
    [60] Il reste une minute.
   *[other] Il reste { $minutes } minutes.
}

unsent = Ce post-it n’est pas parti : la séquence a changé pendant que vous l’écriviez. Son texte est gardé.
unsent-copy = Copier le texte
unsent-copied = Copié
unsent-discard = Jeter
ready-title = Où vous en êtes
ready-button = J’ai fini
ready-count = { $count ->
    [one] 1 sur { $people } a fini
   *[other] { $count } sur { $people } ont fini
}
ready-then = Quand la moitié des présents ont fini, votre groupe passe à « { $title } ».
ready-then-wait = Quand la moitié des présents ont fini, votre groupe attend les autres.
ready-finished = Votre groupe a terminé. Il attend les autres ; vous pouvez encore reprendre votre travail.
duty-you = Vous
duty-reader = Lire la consigne à voix haute, pour que tout le monde parte de la même question.
duty-timekeeper = Veiller à l’heure et dire quand il reste peu de temps.
duty-scribe = Noter ce sur quoi le groupe s’accorde.

group-full-for-now = Complet pour l’instant
group-waits-for = Rouvrira quand auront assez de monde :
ranking-title = Quels groupes aimeriez-vous ?
ranking-lead = Touchez-les dans l’ordre de vos préférences. L’équipe d’animation seule les voit, pour composer les groupes.
refused-full_for_now = Ce groupe est complet pour l’instant : d’autres manquent encore de monde.
unsent-carried = Votre groupe en a rejoint un autre. Ce que vous étiez en train d’écrire vous attend sur le nouveau tableau.
closed-results = Résultats publiés depuis
drawn-even = Groupes tirés au sort, en nombre égal.
drawn-balanced = Groupes tirés au sort, les plus semblables possible d’après l’inscription.
drawn-ranked = Groupes composés d’après les préférences.
drawn-file = Groupes composés d’après une liste.
drawn-hand = Groupes composés à la main.
drawn-seed = Tirage nº { $seed }
drawn-lot = Ce numéro fixe le hasard : avec lui, et les mêmes réponses, le tirage donne toujours les mêmes groupes.
drawn-moved = { $count ->
    [one] Une personne a ensuite été placée à la main.
   *[other] { $count } personnes ont ensuite été placées à la main.
}
drawn-unsaid = sans réponse
drawn-dash = Un tiret tient lieu des petits nombres.
drawn-where = Les comptes de tous les groupes seront dans le compte rendu ; l’équipe garde la feuille qui permet de refaire le calcul.

# Dire qui l’on est, là où écrire ou voter le demande
show-title = Dites qui vous êtes
# $action : vote, write ou autre chose
show-lead = { $action ->
    [vote] Dans cet atelier, on vote une fois par personne. Confirmez qui vous êtes : vous gardez votre nom et votre place.
    [write] Dans cet atelier, on écrit après avoir confirmé qui l’on est. Vous gardez votre nom et votre place.
   *[other] Confirmez qui vous êtes : vous gardez votre nom et votre place.
}
show-kept = Ce que vous veniez de faire est gardé, et partira dès que ce sera confirmé.
show-email = Votre adresse électronique
show-email-kept = Elle sert à envoyer un code, et n’est pas gardée. L’équipe voit que vous avez confirmé une adresse, jamais laquelle.
show-send = Recevoir un code
show-sent = Un code a été envoyé à
show-code = Votre code
show-code-hint = Six chiffres, valables dix minutes. Regardez aussi dans les courriers indésirables.
show-go-on = Continuer
show-again = Demander un autre code
# $provider : le nom sous lequel le service d’identification est connu
show-openid-go = S’identifier avec { $provider }
show-openid-kept = Vous quittez cette page un instant, et y revenez à la même place. L’équipe voit que vous vous êtes identifié, jamais comment.
show-no-provider = L’identification n’est pas possible pour l’instant : aucun service n’est réglé. Prévenez la personne qui organise.
# $name : le nom de la personne dans cet atelier
show-taken = Vous êtes déjà dans cet atelier, sous le nom de { $name }.
show-taken-means = Une identité compte pour une personne. Continuez sous ce nom-là : ce que vous veniez de faire vous suit, le reste garde le nom que vous portiez ici.
show-taken-go = Continuer sous le nom de { $name }
show-later = Plus tard
show-done = C’est confirmé.
show-who = Dire qui je suis
show-to-write = Pour écrire ici, confirmez d’abord qui vous êtes.

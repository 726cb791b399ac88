# Voix et vidéo : comment on vient, qui parle, appareils, difficultés.

media = Son et image
media-audio = Son

# Avant d’entrer
come-title = Comment venez-vous ?
come-change = Vous pourrez changer à tout moment.
come-video = Avec micro et caméra
come-video-hint = On vous entend et on vous voit.
come-audio = Avec micro
come-audio-hint = On vous entend.
come-text = Lire et écrire
come-text-hint = Post-its, votes, messages. Vous pouvez écouter les autres si vous voulez.
come-why = Le micro et la caméra ne s’ouvrent que si vous les choisissez. Votre navigateur vous demandera alors votre accord.
come-not-recorded = Rien n’est enregistré : le son et l’image passent en direct, personne ne les garde.
check-title = Votre image, votre son
check-title-audio = Votre son
check-asking = Votre navigateur demande votre accord. Choisissez « Autoriser ».
check-try = Dites quelques mots pour essayer le micro.
check-heard = On vous entend bien.
check-faint = On vous entend à peine. Rapprochez-vous du micro.
check-silent = Rien n’arrive de ce micro. Est-ce le bon ?
check-no-microphone = Pas de micro pour l’instant.
check-devices = Changer de micro, de caméra ou de haut-parleurs
check-devices-audio = Changer de micro ou de haut-parleurs
check-muted = Entrer micro coupé
check-muted-hint = Vous l’ouvrirez quand vous voudrez parler.
check-enter = Entrer dans la salle
check-enter-anyway = Entrer quand même
check-back = Retour
reach-title = La liaison avec la salle
reach-trying = Nous essayons la liaison…
reach-good = Le son et l’image passent.
reach-detour = Le son et l’image passent par un détour : un petit retard est possible.
reach-blocked = Le son et l’image ne passent pas d’ici. Essayez un autre Wi-Fi ou le réseau du téléphone. Vous pouvez aussi venir lire et écrire : cela marche d’ici.
reach-again = Essayer de nouveau

# Appareils
microphone = Micro
camera = Caméra
speakers = Haut-parleurs
device-default = Choix du navigateur
device-number = { $kind } { $number }
camera-flip = Retourner la caméra
sound-test = Jouer deux notes
sound-testing = Deux notes…
sound-hint = Vous n’entendez rien ? Montez le volume, ou choisissez une autre sortie.
sound-hint-system = Vous n’entendez rien ? Montez le volume, ou changez de sortie dans les réglages de l’appareil.
trouble-microphone-denied = Le navigateur refuse le micro. Touchez le cadenas ou les réglages près de l’adresse, autorisez le micro, puis essayez de nouveau.
trouble-microphone-missing = Aucun micro n’a été trouvé. Branchez-en un, ou venez lire et écrire.
trouble-microphone-busy = Un autre programme se sert du micro. Fermez-le, puis essayez de nouveau.
trouble-microphone-ended = Le micro ne répond plus. Rebranchez-le, ou choisissez-en un autre.
trouble-microphone-insecure = Cette page n’est pas ouverte par une adresse sûre (https) : le navigateur n’y donne pas de micro.
trouble-camera-denied = Le navigateur refuse la caméra. Touchez le cadenas ou les réglages près de l’adresse, autorisez la caméra, puis essayez de nouveau.
trouble-camera-missing = Aucune caméra n’a été trouvée. On peut venir sans.
trouble-camera-busy = Un autre programme se sert de la caméra. Fermez-le, puis essayez de nouveau.
trouble-camera-ended = La caméra ne répond plus. Rebranchez-la, ou choisissez-en une autre.
trouble-camera-insecure = Cette page n’est pas ouverte par une adresse sûre (https) : le navigateur n’y donne pas de caméra.
trouble-both-denied = Le navigateur refuse le micro et la caméra. Touchez le cadenas ou les réglages près de l’adresse, autorisez-les, puis essayez de nouveau.
trouble-both-insecure = Cette page n’est pas ouverte par une adresse sûre (https) : le navigateur n’y donne ni micro ni caméra.
trouble-screen = L’écran n’a pas pu être montré. Le système de l’appareil l’interdit peut-être au navigateur.
device-lost = « { $name } » ne répond plus. Un autre appareil a pris sa place.

# Ce qu’on ouvre et ferme
talk = Parler
talk-hint = Choisir comment vous venez
microphone-on = Micro ouvert
microphone-on-hint = Appuyer pour le couper
microphone-off = Micro coupé
microphone-off-hint = Appuyer pour l’ouvrir
microphone-hold = Maintenir
microphone-hold-hint = Maintenir appuyé pour parler
microphone-reserved = Micro réservé
camera-on = allumée
camera-off = éteinte
camera-reserved = réservée
screen-share = Montrer mon écran
screen-stop = Ne plus montrer mon écran
reserved-why = Seules les personnes qui ont la parole sont entendues en ce moment. L’équipe peut vous la donner.
muted-talking = Votre micro est coupé : personne ne vous entend.
muted-by-staff = L’équipe a coupé votre micro. Vous pouvez le rouvrir quand vous voulez parler.
floor-given = Vous avez la parole.
floor-given-hint = Ouvrez votre micro : la salle vous entend.
interprets-you = Vous interprétez vers cette langue : { $language }. Seules les personnes qui la choisissent vous entendent.
held = On vous entend

# Visages
faces = Dans la salle
faces-large = En grand
speaks = parle
speaks-own = parlez
face-muted = micro coupé
face-screen = Écran de { $name }
face-weak = Réseau faible
face-gone = Revient…
face-pin = Garder { $name } en grand
face-unpin = Ne plus garder { $name } en grand
face-enlarge = Plein écran
face-interprets = interprète
faces-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
faces-alone = Personne d’autre n’est venu avec micro ou caméra pour l’instant.
speaks-nobody = Personne ne parle
speaks-one = { $name } parle
speaks-two = { $first } et { $second } parlent
speaks-many = { $name } et d’autres parlent
fold = Replier
unfold = Montrer
shrink = Réduire
view = Affichage
view-side = Visages à côté
view-speaker = Qui parle, en grand
view-grid = Tout le monde en grille
view-none = Son seul, sans images

# Où en est la liaison
listen-text = Vous lisez et écrivez. Personne ne vous entend.
listen-viewer = Écoutez et regardez ce qui se passe dans la salle.
listen-viewer-audio = Écoutez ce qui se dit dans la salle.
listen-join = Écouter et voir
listen-join-audio = Écouter
standing-connecting = Nous établissons le son…
standing-interrupted = Le son est interrompu, nous le rétablissons.
standing-elsewhere = Le son est passé sur un autre onglet ou appareil.
standing-here = Continuer ici
standing-gesture = Le navigateur attend votre accord pour le son.
standing-sound = Activer le son
standing-retry = Réessayer
standing-retrying = Nous continuons d’essayer.
standing-help = Que faire ?
failed-unreachable = Le son et l’image ne passent pas d’ici.
refused-media_off = Le son et l’image ne sont pas ouverts sur ce serveur.
failed-busy = Il n’y a plus de place pour le son et l’image en ce moment.
refused-viewers_full = Il n’y a plus de place pour écouter en direct.
refused-media_lost = Le serveur du son et de l’image ne répond pas.
refused-offer_invalid = Ce navigateur et le serveur ne se comprennent pas. Mettez le navigateur à jour, ou prenez-en un autre.
failed-cut = Le serveur a coupé le son et l’image de cet appareil.

# Réglages
settings-media = Régler le son et l’image
settings-audio = Régler le son
come-change-button = Changer ma façon de participer
come-now-video = Vous venez avec micro et caméra.
come-now-audio = Vous venez avec micro.
come-now-listen = Vous écoutez, sans micro.
come-now-text = Vous lisez et écrivez, sans écouter.
audio-only = Son seul, sans images
audio-only-hint = Pour un réseau faible ou un forfait limité.
saves-data = Économiser les données
saves-data-hint = Petites images seulement, dans les deux sens.
hold-to-talk = Maintenir le bouton pour parler
hold-to-talk-hint = Le micro se coupe dès que vous relâchez.
hold-space = Micro coupé, la touche Espace maintenue ouvre le micro le temps de parler.
stop-listening = Ne plus écouter
interpreter = Écouter en
interpreter-none = Voix de la salle
interpreter-of = { $language }, par { $name }
spoken-you = Vous avez parlé { $time }.
spoken-not-yet = Vous n’avez pas encore parlé au micro.
duration-spoken = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
}

# Un problème de son ou d’image
trouble = Un problème de son ou d’image ?
trouble-seen = Ce que nous voyons d’ici
trouble-none = Rien d’anormal : le son et l’image circulent bien entre cet appareil et la salle.
trouble-off = Le son et l’image ne sont pas ouverts dans cet onglet.
trouble-nothing_in = Plus rien n’arrive de la salle. Vérifiez le Wi-Fi ; nous continuons d’essayer.
trouble-nothing_out = Votre voix et votre image n’arrivent plus à la salle. Vérifiez le Wi-Fi ; nous continuons d’essayer.
trouble-loss_in = Une partie de ce que dit la salle se perd en route. Rapprochez-vous de la borne Wi-Fi, ou passez au son seul.
trouble-loss_out = Une partie de ce que vous dites se perd en route. Rapprochez-vous de la borne Wi-Fi, ou éteignez votre caméra.
trouble-slow_in = Votre réseau est lent : les images sont réduites. Le son passe d’abord.
trouble-slow_out = Votre réseau envoie lentement : votre image est réduite. Éteindre la caméra laisse plus de place à votre voix.
trouble-processor = L’appareil peine à suivre. Fermez d’autres programmes ou onglets, ou passez au son seul.
trouble-late = Le son met longtemps à faire l’aller-retour. Laissez un blanc avant de prendre la parole.
trouble-relayed = La voie directe est fermée sur ce réseau : tout passe par un relais, avec un petit retard.
trouble-tcp = La voie directe est fermée sur ce réseau : tout passe par un détour, avec un petit retard.
trouble-muted = Votre micro est coupé : personne ne vous entend.
trouble-gesture = Le navigateur retient le son de la page.
trouble-audio-only = Vous avez choisi le son seul : les images ne viennent pas.
trouble-figures = Les mesures
trouble-path = Chemin
path-udp = direct
path-tcp = détour par TCP
path-relay = relais
path-none = aucun
trouble-round-trip = Aller-retour
trouble-ms = { $ms } ms
trouble-lost-in = Perdu en arrivant
trouble-lost-out = Perdu en partant
trouble-rate-in = Débit reçu
trouble-rate-out = Débit envoyé
trouble-kbps = { $rate } kbit/s
trouble-try = À essayer
try-unheard = On ne m’entend pas
try-unheard-steps = Regardez d’abord si votre micro est ouvert. Parlez : les barres doivent bouger. Sinon, choisissez un autre micro dans les réglages.
try-unhearing = Je n’entends rien
try-unhearing-steps = Montez le volume de l’appareil. Jouez les deux notes : si vous ne les entendez pas, choisissez une autre sortie. Débranchez puis rebranchez un casque.
try-unseen = On ne me voit pas
try-unseen-steps = Regardez si votre caméra est allumée et si rien ne la couvre. Fermez les autres programmes qui s’en servent.
try-choppy = Le son ou l’image saccade
try-choppy-steps = Rapprochez-vous de la borne Wi-Fi ou prenez un câble. Passez au son seul. Fermez ce qui télécharge à côté.
try-again-call = Reprendre la liaison depuis le début
try-ask = Demander à l’équipe

# Personnes
person-microphone-on = micro ouvert
person-microphone-off = micro coupé
person-camera-on = caméra allumée
person-muted = coupé par l’équipe
person-floor = a la parole
person-interprets = interprète : { $language }
person-weak = réseau faible
person-unreached = hors d’atteinte

# Dit aux lecteurs d’écran
news-call-on = Vous entendez la salle.
news-call-interrupted = Le son est interrompu.
news-microphone-on = Micro ouvert.
news-microphone-off = Micro coupé.
news-screen = { $name } montre son écran.

# Poste d’animation
desk-call = Votre voix et votre image
desk-call-join = Venir avec micro ou caméra
desk-heard-in = On vous entend dans { $room }.
desk-silent-in = Dans { $room }.
desk-listen = Écouter cette salle
desk-listen-stop = Ne plus écouter cette salle
desk-voices = Paroles dans { $name }
desk-listen-hint = Vous restez dans { $room } : ici personne ne vous entend.
stage-speakers = Parole réservée
stage-set-open = Ouvrir la parole à tout le monde
stage-set-speakers = Réserver la parole
room-mute = Couper les micros de la salle
floor-give = Donner la parole
floor-take = Reprendre la parole
person-mute = Couper le micro
person-interpret = Interprète…
interpret-title = { $name } interprète
interpret-language = Vers quelle langue ?
interpret-none = N’interprète pas
interpret-hint = Sa voix n’est alors entendue que par les personnes qui la choisissent.
media-form = Son et image de l’atelier
media-form-hint = Ce qui est éteint ne se demande à personne. Écrire et voter reste toujours possible.
media-text = En écrivant seulement
media-text-hint = Ni micro ni caméra : post-its, votes et messages.
media-voice = Avec la voix
media-voice-hint = Micros, pas de caméras. Convient à un réseau faible.
media-video = Avec la voix et l’image
media-video-hint = Micros, caméras et écrans montrés.
spoken-title = Temps de parole
spoken-where = Compter
spoken-everywhere = Tout l’atelier
spoken-step = Cette séquence
spoken-in = Dans { $name }
spoken-nobody = Personne n’a encore parlé au micro.
spoken-silent = { $count ->
    [one] Une personne n’a pas encore parlé.
   *[other] { $count } personnes n’ont pas encore parlé.
}
spoken-how = Mesuré sur les voix reçues par le serveur, jamais micro coupé. La personne voit son propre total, l’équipe voit ceux de tout le monde.

# Comment la parole est partagée
nudge-much = Vous avez parlé { $time } sur { $of } dans cette séquence.
nudge-hands = { $count ->
    [one] Une autre personne a la main levée.
   *[other] { $count } autres personnes ont la main levée.
}
nudge-nothing = Vous pouvez prendre la parole quand vous voulez.
nudge-alone = Vous seul voyez ce message.
balance-shared = La parole est partagée
balance-some = Certaines personnes parlent davantage
balance-few = Peu de personnes parlent beaucoup
balance-of-hundred = { $evenness } sur 100
balance-how = 100 : tout le monde parle autant. 0 : une seule personne parle.
balance-unmeasured = { $count ->
    [one] Une personne n’a pas voulu être comptée.
   *[other] { $count } personnes n’ont pas voulu être comptées.
}
measure = Compter mon temps de parole
measure-hint = L’équipe d’animation et vous le voyez. Tout le monde voit seulement l’équilibre de la salle.
measure-not = Votre temps n’est plus compté, et ce qui l’était ne compte plus. L’équilibre de la salle dit qu’une personne n’y est pas.
nudges = Prévenir en privé
nudges-hint = Qui parle beaucoup, ou pas encore, en est averti de temps en temps, sans que personne d’autre le voie.
spoken-unmeasured = { $count ->
    [one] Une personne ne veut pas être comptée.
   *[other] { $count } personnes ne veulent pas être comptées.
}
stage-stream = Suivie en direct
stream-why = Vous suivez en direct. Levez la main : le micro s’ouvre quand l’équipe vous donne la parole.
stream-floor = Choisissez comment vous venez sur scène ; personne ne vous entend avant.

# Les pages du serveur : accueil, entrée, liens refusés, partage.

page-languages = Langues
page-home = Entrer un code
page-scripts = Cette page a besoin de JavaScript. Autorisez-le pour ce site, ou ouvrez le lien dans un autre navigateur.

home-title = Entrer dans un atelier
home-lead = Avec le code donné dans la salle ou dans votre invitation.

code-label = Votre code
code-hint = Six caractères, en majuscules ou en minuscules.
code-go = Continuer
code-error-form = Un code a six caractères, par exemple K7Q 42M.
code-error-unknown = Aucun atelier n’a ce code. Vérifiez-le auprès de la personne qui vous l’a donné.

# $workshop : le titre de l’atelier
join-page = Entrer · { $workshop }
join-name = Votre nom
join-name-hint = Un prénom suffit. Les personnes de votre salle le verront.
join-name-hint-viewer = Facultatif. Seule l’équipe d’animation le verra.
join-go = Entrer dans l’atelier
# $people : combien de personnes sont connectées
join-here = { $people ->
    [one] Une personne est déjà là.
   *[other] { $people } personnes sont déjà là.
}
join-as-viewer = Vous venez regarder.
join-as-participant = Vous venez participer : lire, écrire, voter.
join-as-facilitator = Vous venez animer.
join-as-organizer = Vous venez organiser.
join-viewer-name = Public

continue-title = Déjà passé par ici
continue-lead = Vous retrouverez votre salle et tout ce que vous avez écrit.
continue-as = Continuer comme
continue-other = Ce n’est pas vous ? Entrez votre nom ci-dessous.

entered-wait = Vous entrez…

error-empty = Écrivez un nom, même un seul prénom.
# $most : la longueur permise, en caractères
error-too_long = Ce nom est trop long : { $most } caractères au plus.
error-invalid = Ce nom contient des caractères qui ne peuvent pas être gardés.

shut-link_unknown-title = Ce lien ne mène nulle part
shut-link_unknown = Il est incomplet, ou il vient d’un autre site.
shut-link_unknown-do = Ouvrez-le depuis votre invitation, en entier, ou entrez le code de l’atelier.
shut-link_expired-title = Ce lien n’est plus valable
# $at : jusqu’à quand il l’était
shut-link_expired = Il permettait d’entrer jusqu’au { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
shut-link_expired-do = Demandez un nouveau lien à la personne qui organise, ou entrez un autre code.
shut-link_revoked-title = Ce lien a été retiré
shut-link_revoked = La personne qui organise l’a remplacé.
shut-link_revoked-do = Demandez-lui le nouveau lien, ou entrez un autre code.
shut-workshop_closed-title = Cet atelier est terminé
shut-workshop_closed = Il s’est terminé le { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
shut-workshop_closed-do = Le compte rendu est auprès de la personne qui l’a organisé.
shut-were-there = Vous y étiez ?
shut-workshop_full-title = Cet atelier est complet
# $most : le nombre de places
shut-workshop_full = Il accueille { $most } personnes, et elles sont toutes là.
shut-workshop_full-do = Prévenez la personne qui organise : elle peut ouvrir un autre atelier.
shut-too_many_attempts-title = Trop de codes essayés
shut-too_many_attempts = Trop de codes faux sont venus de votre réseau en peu de temps.
shut-too_many_attempts-do = Attendez une minute, ou ouvrez le lien de votre invitation.
shut-too_fast-title = Trop de monde à la fois
shut-too_fast = Beaucoup de personnes sont entrées depuis votre réseau en peu de temps.
shut-too_fast-do = Revenez en arrière et réessayez dans une minute.
shut-busy-title = Le serveur est trop occupé
shut-busy = Votre entrée n’a pas pu être notée.
shut-busy-do = Revenez en arrière et réessayez dans quelques secondes.

missing-title = Cette page n’existe pas
missing = L’adresse est peut-être incomplète. Pour entrer dans un atelier, il suffit de son code.
fault-title = Le serveur a fait une erreur
# $id : sous quel numéro l’erreur est notée
fault = Ce n’est pas de votre fait. Réessayez. Si cela se répète, donnez à la personne qui gère le serveur ce code d’incident : { $id }
not-built-title = Les pages ne sont pas construites
not-built = Le serveur fonctionne, mais sa partie pour navigateurs n’a pas été construite. Lancez « make setup », puis rechargez cette page.

share-title = Inviter
share-lead = Une personne invitée entre par le lien, par le code, ou en visant l’image avec un téléphone.
share-wait = Les liens arrivent…
share-failed = Les liens n’ont pas pu être lus. Rouvrez cette page depuis votre bureau d’animation.
share-print = Imprimer
share-code = Code
share-link = Lien
share-copy = Copier le lien
share-copied = Copié
share-expires = Valable jusqu’au
share-qr = Le lien, en image à viser avec un téléphone
share-role-participant = Participer
share-role-participant-hint = Pour le public invité : lire, écrire, voter.
share-role-viewer = Regarder
share-role-viewer-hint = Pour un écran de salle ou pour suivre sans écrire.
share-role-facilitator = Animer
share-role-facilitator-hint = À ne donner qu’à l’équipe d’animation.
share-role-organizer = Organiser
share-role-organizer-hint = Donne tous les droits. À garder pour vous.

new-plenary = Plénière
new-backstage = Coulisses

join-rehearsal = Ceci est une répétition, avec des robots : rien de ce qui s’y passe ne compte.

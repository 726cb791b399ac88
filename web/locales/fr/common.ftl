# Ce que toutes les pages vivantes disent : connexion, entrée, refus, gestes communs.

close = Fermer
cancel = Annuler
dismiss = D’accord
try-again = Réessayer
take-words-back = Reprendre le texte
reload = Recharger la page
save = Garder
send = Envoyer
sending = Envoi…
more-actions = Autres actions
you-are = { $name } (vous)
somebody = Quelqu’un
# L’auteur d’un texte que cette page ne connaît pas, par exemple parti dans une autre salle.
author-elsewhere = Une autre personne
person-erased = Personne effacée
text-erased = Texte effacé
staff = Équipe

you = Vous
will-be-sent = Sera envoyé
message-write = Écrire un message
message-to-all = À tous
message-mark = Citer au compte rendu
message-unmark = Ne plus citer au compte rendu
message-marked = Au compte rendu
messages-room = Messages de la salle
typing-one = { $name } écrit…
typing-two = { $first } et { $second } écrivent…
typing-many = Plusieurs personnes écrivent…
messages-none = Aucun message pour l’instant.
viewers-read = Vous regardez : écrire et voter sont réservés aux personnes invitées à participer.

minutes-short = { $minutes } min
time-left-minutes = { $minutes ->
    [one] Temps restant : { $minutes } minute
   *[other] Temps restant : { $minutes } minutes
}
time-is-up = Temps écoulé

connection-offline = Plus de réseau.
connection-reconnecting = La connexion est interrompue, nous la rétablissons.
connection-keeps = Ce que vous écrivez est gardé et partira tout seul.
connection-kept = { $count ->
    [one] Un envoi est gardé et partira tout seul.
   *[other] { $count } envois sont gardés et partiront tout seuls.
}

door-title = Entrer dans l’atelier
door-entering = Vous entrez…
door-connecting = Connexion à l’atelier.
door-known = Vous retrouverez votre salle et tout ce que vous avez écrit.
door-unknown = Cet onglet ne sait pas encore qui vous êtes. Ouvrez le lien de votre invitation, ou entrez le code de l’atelier.
door-continue = Continuer comme
door-other-name = Entrer sous un autre nom
door-code = Entrer un code

end-title = Vous n’êtes plus dans l’atelier
end-link-revoked = Le lien par lequel vous étiez là a été retiré. Demandez le nouveau à la personne qui organise.
end-abuse = Trop d’actions sont parties de cet onglet en trop peu de temps. Rechargez la page pour revenir.
end-slow = Votre connexion n’arrivait plus à suivre. Rechargez la page pour revenir.
end-draining = Le serveur s’est arrêté. Rechargez la page dans un moment.
end-replaced = Vous avez continué dans un autre onglet.
end-erased = Votre identité a été effacée : plus personne ne sait ici qui vous étiez. Pour revenir, ouvrez de nouveau le lien de votre invitation.
end-outdated = Palabre a changé depuis que cette page est ouverte. Rechargez-la : rien de ce que vous avez écrit n’est perdu.
end-session-unknown = Votre entrée n’est plus valable. Ouvrez de nouveau le lien de votre invitation.
end-browser-too-old = Ce navigateur est trop ancien pour l’atelier. Mettez-le à jour, ou venez avec un autre appareil.

paper-straw = Paille
paper-linden = Tilleul
paper-sky = Ciel
paper-peach = Pêche
paper-lilac = Lilas
paper-chalk = Craie

file-loading = Le document arrive…
file-failed = Le document n’a pas pu être ouvert.
file-open = Ouvrir le document

# Refus : une phrase par code, qui dit ce qu’on peut faire.
refused-other = Ce n’est pas possible pour l’instant ({ $code }).
refused-already_founded = Cet atelier existe déjà.
refused-already_joined = Cette personne participe déjà.
refused-already_moved = Une autre personne vient de changer de séquence.
refused-already_open = Les groupes sont déjà ouverts.
refused-board_full = { $most ->
    [one] Il n’y a plus de place ici : un seul texte au plus.
   *[other] Il n’y a plus de place ici : { $most } textes au plus. Retirez-en un pour en ajouter.
}
refused-busy = Le serveur est très occupé. Réessayez dans un instant.
refused-by_hands = Ce vote se fait à main levée, dans la salle.
refused-client_outdated = Cette page est ancienne. Rechargez-la.
refused-code_form = Un code a six caractères, par exemple K7Q 42M.
refused-code_unknown = Aucun atelier n’a ce code.
refused-column_in_use = Une colonne contient des post-its : elle ne peut pas être retirée.
refused-conclusion_frozen = Cette conclusion est figée : plus personne n’y écrit.
refused-document_full = Ce texte ne peut plus grandir : trop de choses y ont été écrites et retirées.
refused-document_rewritten = L’historique de ce texte a été effacé. La page l’ouvre de nouveau.
refused-edited_meanwhile = Ce texte a été modifié entre-temps. Relisez-le avant de continuer.
refused-empty = Il manque le texte.
refused-file_kind = Ce type de fichier ne peut pas être montré. Choisissez une image ou un PDF.
refused-file_damaged = Cette image ne peut pas être lue, ou elle est trop grande.
refused-file_lost = Ce fichier n’est plus sur le serveur.
refused-file_missing = Aucun fichier n’a été joint.
refused-foreign_origin = Cette demande venait d’un autre site.
refused-groups_closed = Les groupes sont fermés.
refused-groups_open = Les groupes sont ouverts : fermez-les d’abord.
refused-has_contents = Des personnes y ont déjà écrit.
refused-has_votes = Ce post-it a reçu des gommettes : il ne peut plus être retiré.
refused-in_vote = Ce texte est soumis au vote : il ne change pas pendant ce temps.
# $id : sous quel code l’incident est noté
refused-internal = Le serveur a fait une erreur. Réessayez ; si cela se répète, prévenez l’équipe, en donnant ce code d’incident : { $id }.
refused-invalid = Le serveur n’a pas compris cette demande.
refused-link_expired = Ce lien n’est plus valable.
refused-link_revoked = Ce lien a été retiré.
refused-link_unknown = Ce lien ne mène nulle part.
refused-message_private = Ce message reste entre cette personne et l’équipe : il ne peut pas être cité.
refused-no_comments = Les commentaires ne sont pas ouverts sur ce tableau.
refused-no_dots = Ce tableau n’a pas de gommettes.
refused-no_groups = Il n’y a pas encore de groupe.
refused-not_a_group = Cette salle n’est pas un groupe.
refused-not_allowed = Votre rôle ne le permet pas.
refused-not_by_hands = Ce vote ne se compte pas à main levée.
refused-not_counted = Les voix ne sont pas encore comptées.
refused-not_revealed = Les post-its ne sont pas encore dévoilés.
refused-not_yours = { $kind ->
    [microphone] Chacun rouvre son micro soi-même. Demandez-le-lui.
   *[text] Ce texte n’est pas de vous.
}
refused-only_watches = Cette personne suit en spectatrice : elle ne peut pas prendre la parole.
refused-own_link = C’est le lien par lequel vous êtes là : il ne peut pas être retiré d’ici.
refused-poll_closed = Ce vote est clos.
refused-poll_not_closed = Ce vote n’est pas encore clos.
refused-poll_not_open = Ce vote n’est pas encore ouvert.
refused-poll_started = Ce vote a déjà commencé.
refused-retention_promised = L’atelier est clos : les données ne peuvent être gardées plus longtemps que ce qui a été annoncé.
refused-room_full = { $most ->
    [one] Ce groupe est complet : il n’a qu’une place. Choisissez-en un autre.
   *[other] Ce groupe est complet ({ $most } places). Choisissez-en un autre.
}
refused-rooms_full = Il n’y a pas assez de places dans les groupes.
refused-session_unknown = Votre entrée n’est plus valable. Ouvrez de nouveau le lien de votre invitation.
refused-staff_only = Cette salle est réservée à l’équipe.
refused-staff_sorts = Ici, c’est l’équipe qui range les post-its.
refused-step_closed = Cette séquence est terminée. Votre texte est gardé ici.
refused-step_started = Cette séquence a déjà commencé.
refused-text_full = Ce texte tient en { $most } caractères.
refused-too_fast = C’est un peu rapide. Réessayez dans un instant.
refused-too_large = C’est trop long pour être envoyé.
refused-too_late = Cette heure n’est pas possible.
refused-too_long = { $most ->
    [one] Ce texte est trop long : un seul caractère au plus.
   *[other] Ce texte est trop long ({ $most } caractères au plus).
}
refused-too_many_attempts = Trop d’essais en peu de temps. Attendez une minute.
refused-too_many_choices = { $most ->
    [one] Une seule réponse est possible.
   *[other] { $most } réponses au plus.
}
refused-too_many_citations = Cette conclusion cite déjà beaucoup de post-its.
refused-too_many_dots = { $on ->
    [note] Vous avez déjà mis toutes les gommettes possibles sur ce post-it.
   *[board] Vous avez placé toutes vos gommettes. Reprenez-en une pour la mettre ailleurs.
}
refused-too_many_rehearsals = { $most ->
    [one] Des robots sont déjà dans une répétition, et ce serveur n’en porte pas davantage. Attendez qu’elle se termine, ou répétez sans robots.
   *[other] Des robots sont déjà dans { $most } répétitions, et ce serveur n’en porte pas davantage. Attendez que l’une d’elles se termine, ou répétez sans robots.
}
refused-too_many_rooms = { $most ->
    [one] Il y a déjà un groupe, et pas de place pour un autre.
   *[other] Il y a déjà { $most } groupes, et pas de place pour un autre.
}
refused-too_many_steps = { $most ->
    [one] Il y a déjà une séquence, et pas de place pour une autre.
   *[other] Il y a déjà { $most } séquences, et pas de place pour une autre.
}
refused-unknown = { $kind ->
    [time_zone] Le serveur ne connaît pas ce fuseau horaire. Choisissez-en un voisin.
   *[other] Cela n’existe plus, ou n’est plus dans votre salle.
}
refused-update_forged = Ces mots n’ont pas pu être attribués. Ils sont gardés ici : ajoutez-les de nouveau.
refused-update_invalid = Ces mots n’ont pas pu être ajoutés. Ils sont gardés ici : ajoutez-les de nouveau.
refused-voting_closed = Le vote par gommettes n’est pas ouvert.
refused-workshop_closed = L’atelier est terminé.
refused-workshop_full = L’atelier est complet.
refused-amending_closed = Le délai pour demander un amendement est passé.
refused-amending_open = Les amendements sont encore possibles : attendez la date annoncée.
refused-amendments_undecided = Des amendements attendent une réponse.
refused-minutes_approved = Ce compte rendu est approuvé : il ne change plus.
refused-minutes_empty = Quelque chose a été effacé depuis : reprenez d’abord les faits du journal.
refused-minutes_in_hand = Une version est déjà en préparation : publiez-la ou retirez-la d’abord.
refused-minutes_opened = Cette version a été montrée aux personnes présentes : elle ne peut plus être retirée.
refused-not_approved = Ce compte rendu n’est pas approuvé.
refused-not_attended = Seules les personnes présentes à l’atelier peuvent demander un amendement.
refused-too_many_amendments = Vous avez demandé { $most } amendements : c’est le maximum.
refused-written_elsewhere = Vous écrivez dans un autre onglet. Vos mots d’ici sont gardés : ajoutez-les de nouveau.

rehearsal-band = Répétition.
rehearsal-nothing = Rien de ce qui se passe ici ne compte, et tout sera supprimé.
rehearsal-pace = Le temps passe { $pace } fois plus vite.
refused-not_a_rehearsal = Ceci n’est pas une répétition.
refused-rehearsal = Le compte rendu d’une répétition ne se publie pas.
time-paused = En pause
refused-email_invalid = Cette adresse n’est pas complète.
refused-provider_unreachable = Le service d’identification ne répond pas. Réessayez dans une minute.
# $left : combien d’essais restent
refused-sign_in_code_wrong = { $left ->
    [0] Ce n’est pas ce code. Demandez-en un autre.
    [one] Ce n’est pas ce code. Il reste un essai.
   *[other] Ce n’est pas ce code. Il reste { $left } essais.
}
refused-sign_in_failed = L’identification n’a pas abouti. Recommencez.
refused-sign_in_over = Cette demande n’est plus valable. Recommencez.
refused-sign_in_weak = Ce moyen de s’identifier n’est pas assez sûr ici. Recommencez avec un autre moyen du même service.

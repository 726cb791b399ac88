# Les activités : tableau de post-its, votes, document, échange, pause. Pour les citoyens et pour l’équipe.

view-failed = Cette partie de la page n’a pas pu être chargée.

board = Tableau
columns = Colonnes
column-empty = Pas encore de post-it ici.
column-empty-hidden = Rien de vous ici pour l’instant.
column-more = Afficher la suite ({ $count })
board-hidden = Chaque personne écrit de son côté. Les post-its de toutes seront dévoilés ensemble.
board-hidden-staff = Les post-its sont cachés. Chaque personne ne voit que les siens jusqu’à ce que vous les dévoiliez.
board-anonymous-short = Écriture anonyme : votre nom n’est pas gardé avec ce que vous écrivez.
board-anonymous = Jusqu’à la fin de l’atelier, un code permet seulement de reconnaître vos propres post-its, pour que vous puissiez les modifier. Il est ensuite détruit, et plus personne ne peut dire qui a écrit quoi.

note-write = Écrire un post-it
note-add = Ajouter le post-it
note-add-here = Ajouter ici
note-text = Votre texte
note-placeholder = Une idée par post-it
note-hint = Tout le monde dans la salle le verra.
note-hint-hidden = Visible par vous uniquement, jusqu’à la mise en commun.
note-left = { $left ->
    [one] Encore { $left } caractère.
   *[other] Encore { $left } caractères.
}
note-too-long = { $over ->
    [one] { $over } caractère de trop.
   *[other] { $over } caractères de trop.
}
note-empty = Écrivez d’abord quelque chose.
note-column = Colonne
note-paper = Papier
note-edit = Modifier
note-edited = modifié
note-drop = Retirer
note-move = Déplacer vers…
note-move-title = Déplacer ce post-it
note-movable = post-it déplaçable
note-unstack = Sortir de la pile
note-comment = Commenter
note-comments = { $count ->
    [0] Commentaires
    [one] { $count } commentaire
   *[other] { $count } commentaires
}
note-only-you = Visible par vous uniquement
note-moved-by = { $name } le déplace
note-yours = Vous
note-anonymous = Anonyme
comment-write = Écrire un commentaire
comment-drop = Retirer le commentaire

stack-count = { $count ->
    [one] { $count } post-it
   *[other] { $count } post-its groupés
}
stack-title = Nommer la pile
stack-title-label = Ce que disent ces post-its

move-first = Au début
move-after = Après « { $text } »
move-onto = Grouper avec « { $text } »
move-lifted = Post-it soulevé. Flèches pour le déplacer, Espace pour le poser, Échap pour annuler.
move-position = Place { $position } sur { $count } dans { $column }.
move-dropped = Post-it posé.
move-cancelled = Déplacement annulé.

dots-left = { $left ->
    [0] Toutes vos gommettes sont placées.
    [one] Il vous reste { $left } gommette sur { $all }.
   *[other] Il vous reste { $left } gommettes sur { $all }.
}
dots-add = { $mine ->
    [0] Mettre une gommette
    [one] Mettre une gommette de plus, vous en avez mis { $mine }
   *[other] Mettre une gommette de plus, vous en avez mis { $mine }
}
dots-remove = { $mine ->
    [one] Reprendre votre gommette
   *[other] Reprendre une gommette, vous en avez mis { $mine }
}
dots-take = Reprendre une gommette
dots-total = { $count ->
    [one] { $count } gommette
   *[other] { $count } gommettes
}

poll-none = Aucun vote n’est ouvert pour l’instant.
poll-named = Vote nominatif : votre nom sera publié avec le résultat.
poll-single = Une seule réponse
poll-multiple = Jusqu’à { $most } réponses
poll-vote = Voter
poll-choose-first = Choisissez d’abord une réponse.
poll-sending = Votre vote part…
poll-done = Votre vote est pris en compte.
poll-your-choice = Votre choix
poll-change = Changer mon vote
poll-take-back = Retirer mon vote
poll-later = Résultat à la fin.
poll-hands = Vote à main levée : levez la main dans la salle quand votre réponse est appelée.
poll-closed = Le vote est clos. Le résultat n’est pas encore publié.
poll-turnout = { $turnout ->
    [0] Aucun vote pour l’instant, { $people ->
        [one] sur { $people } personne.
       *[other] sur { $people } personnes.
    }
    [one] { $turnout } personne sur { $people } a voté.
   *[other] { $turnout } personnes sur { $people } ont voté.
}
poll-votes = { $votes ->
    [one] { $votes } voix · { $share }
   *[other] { $votes } voix · { $share }
}
poll-as-table = Le même résultat en tableau
poll-answer = Réponse
poll-voices = Voix
poll-share = Part
poll-who = Qui a répondu quoi
poll-nobody = Personne

discussion-beside = Échangez de vive voix. Ce que vous tapez s’affiche dans les messages de la salle.

break = C’est la pause.
break-until = Reprise à { $time }.

# Dit par les lecteurs d’écran.
news-notes = { $count ->
    [one] Un nouveau post-it dans { $column }
   *[other] { $count } nouveaux post-its dans { $column }
}
news-comments = { $count ->
    [one] Un nouveau commentaire
   *[other] { $count } nouveaux commentaires
}
news-poll-open = Vote ouvert : { $question }
news-poll-closed = Vote clos : { $question }
news-poll-published = Résultat publié : { $question }

# $phase : d’où vient le post-it
note-carried = repris de « { $step } »
note-origin = Repris de « { $phase } »
note-came-from = Écrit à { $name }

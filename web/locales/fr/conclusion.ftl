# La conclusion : un texte écrit à plusieurs, rubrique par rubrique. Pour les citoyens et pour l’équipe.

conclusion = Conclusion
conclusion-opening = Le texte arrive…
conclusion-elsewhere = Cette conclusion est celle d’une autre salle.
conclusion-read-only = Vous lisez ce texte.
conclusion-left = { $left ->
    [one] Encore { $left } caractère pour tout le texte.
   *[other] Encore { $left } caractères pour tout le texte.
}
conclusion-full = Le texte a atteint sa longueur. Raccourcissez un passage pour en écrire un autre.
conclusion-frozen = Ce texte est figé : plus personne n’y écrit.
conclusion-amended = Ce texte a été repris puis figé de nouveau.
conclusion-voting = Ce texte est mis au vote.
conclusion-adopted = Ce texte est adopté.
conclusion-rejected = Ce texte n’est pas adopté.
conclusion-reopened = Le texte est rouvert : vous pouvez de nouveau y écrire.
conclusion-since = Depuis { $time }.

field-agreed = Nous sommes d’accord
field-agreed-hint = Ce que tout le monde dans le groupe peut dire.
field-disagreed = Nous ne sommes pas d’accord
field-disagreed-hint = Ce qui reste en débat, et entre quelles positions.
field-proposals = Nos propositions
field-proposals-hint = Ce que vous demandez, une proposition par ligne.
field-questions = Questions ouvertes
field-questions-hint = Ce qu’il faudrait savoir pour décider.
field-minority = Avis minoritaire
field-minority-hint = Ce que certains pensent et que les autres ne partagent pas.
field-untitled = Rubrique
field-empty = Rien n’est écrit ici.

write = Écrire
editor-loading = L’éditeur arrive…
saved = Sauvegardé
saving = Sauvegarde en cours
saved-later = Partira au retour du réseau
writers = En train d’écrire
writers-none = Personne n’écrit en ce moment.
news-writes = { $name } écrit dans { $field }

pen-tools = Mise en forme de { $field }
pen-bold = Gras
pen-italic = Italique
pen-bullets = Liste à puces
pen-numbers = Liste numérotée
pen-undo = Annuler
pen-redo = Rétablir
pen-done = Terminé
plain = Texte simple
plain-hint = Sans mise en forme. Un post-it cité est un numéro entre crochets. Échap pour terminer.
plain-others = { $names } écrit aussi ici

cite = Citer
cite-again = Citer encore
cite-note = Citer un post-it
cite-notes = Post-its à citer
cite-in = Citer dans
cite-search = Chercher un mot
cite-none = Aucun post-it à citer : cette salle n’en a pas écrit.
cite-not-found = Aucun post-it ne contient ces mots.
citation = post-it
citation-of = Post-it cité, { $author }
citation-title = Post-it cité
citation-removed = Ce post-it n’est pas visible d’ici, ou il a été retiré. Voici ses mots au moment où il a été cité.
citation-changed = Le post-it a changé depuis. Il dit maintenant :
citation-drop = Retirer la citation
citations-beside = Cités sans place dans le texte :
note-quoted = Votre post-it est cité dans la conclusion
note-quoted-by-all = Cité dans la conclusion
news-quoted = Votre post-it est cité dans la conclusion : « { $text } »

authors = Qui a écrit quoi
authors-hide = Revenir au texte
authors-key = Couleurs de chaque personne
authors-loading = Recherche de qui a écrit quoi…
authors-failed = On ne sait pas en ce moment qui a écrit quoi. Réessayez plus tard.

history = Versions
history-hint = Le texte tel qu’il était à ces moments. Y revenir n’efface rien.
history-none = Il n’y a pas encore de version à montrer.
history-loading = Recherche des versions…
history-failed = Les versions n’ont pas pu être lues. Réessayez plus tard.
history-back = Toutes les versions
history-at = À { $time }
history-restore = Revenir à cette version
history-restore-hint = Le texte d’aujourd’hui reste dans les versions. Tout le monde verra le changement.

lost-words = Ces mots n’ont pas pu être ajoutés à « { $field } ».
lost-put-back = Remettre dans le texte
lost-copy = Copier les mots
lost-copied = Copié
lost-discard = Jeter

set-fields = Rubriques du texte
set-fields-hint = Sans titre, une rubrique habituelle porte son titre habituel, dans la langue de chacun.
set-field = Titre de la rubrique { $number }
set-field-hint = Ce qu’on y écrit, en une phrase
set-field-minority = Avis minoritaire, tenu à part jusqu’au compte rendu
set-field-up = Monter la rubrique { $number }
set-field-down = Descendre la rubrique { $number }
set-field-drop = Retirer la rubrique { $number }
set-field-add = Ajouter une rubrique
set-field-add-known = Ajouter « { $title } »
set-most = Longueur de tout le texte, en caractères
set-most-hint = Une page dactylographiée en compte environ 2 000.

conclusion-figures = { $people ->
    [one] { $people } personne a écrit { $length } caractères.
   *[other] { $people } personnes ont écrit { $length } caractères.
}
conclusion-unwritten = Rien n’est encore écrit.
conclusion-freeze = Figer le texte
conclusion-reopen = Rouvrir le texte
conclusion-is-frozen = figé
conclusion-is-amended = repris, figé
conclusion-is-voting = au vote
conclusion-is-adopted = adopté
conclusion-is-rejected = non adopté
quoted-seen = Vu

# Ce que le studio refuse.

refused-changed_meanwhile = Quelqu’un a modifié cette démarche entre-temps. Relisez-la, puis recommencez.
# $nearest : une couleur, comme #0e5a47
refused-colour_unreadable = Avec cette couleur, une partie du texte serait illisible. La plus proche qui convient : { $nearest }.
refused-dates_missing = Il manque la date de début ou de fin d’une phase.
refused-dates_reversed = La fin vient avant le début.
refused-expectations_missing = Il reste à dire ce qui est attendu : sujet, degré d’association, présentation.
refused-not_published = Cette démarche n’a jamais été publiée.
refused-phase_gives_nothing = Cette phase ne donne rien que l’autre puisse reprendre.
refused-phase_needed = Une autre phase reprend ce que celle-ci a recueilli.
refused-phase_without_workshop = Cette phase n’a pas d’atelier.
refused-phases_missing = Il faut au moins une phase.
refused-phases_overlap = Deux phases du même fil se chevauchent. Changez leurs dates, ou placez-en une en parallèle.
refused-process_published = Retirez d’abord la démarche de la publication.
refused-settings_invalid = Un réglage de la phase n’est pas compris.
refused-sheet_unreadable = Ce fichier n’est pas un tableau CSV avec une colonne de textes.
refused-slug_taken = Une autre démarche a déjà cette adresse.
# $most : le nombre permis
refused-too_many_contributions = C’est trop : { $most } contributions au plus.
# $most : le nombre permis
refused-too_many_documents = C’est trop : { $most } documents au plus.
# $most : le nombre permis
refused-too_many_phases = C’est trop : { $most } phases au plus.

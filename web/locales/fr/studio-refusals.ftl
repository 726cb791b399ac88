# Ce que le studio refuse.

# $reason : le code du refus
refused-archive_refused = { $reason ->
    [already_there] Cet atelier est déjà sur ce serveur. Rien n’a été importé.
    [archive_public] C’est une archive publique, faite pour être lue : il lui manque ce qu’il faut pour l’importer. Demandez l’archive complète. Rien n’a été importé.
    [archive_newer] Cette archive vient d’une version plus récente de Palabre. Mettez ce serveur à jour, puis réessayez. Rien n’a été importé.
    [archive_truncated] Il manque une partie de ce fichier. Téléchargez de nouveau l’archive. Rien n’a été importé.
    [archive_damaged] Ce fichier a été abîmé ou modifié depuis qu’il a été fait. Rien n’a été importé.
    [archive_foreign] Ce n’est pas l’archive d’un atelier. Rien n’a été importé.
    [archive_too_big] Ce que contient cette archive est trop gros. Rien n’a été importé.
   *[other] Cette archive ne peut pas être lue ici ({ $reason }). Rien n’a été importé.
}
refused-changed_meanwhile = Quelqu’un a modifié cette démarche entre-temps. Relisez-la, puis recommencez.
# $nearest : une couleur, comme #0e5a47
refused-colour_unreadable = Avec cette couleur, une partie du texte serait illisible. La plus proche qui convient : { $nearest }.
refused-dates_missing = Il manque la date de début ou de fin d’une phase.
refused-dates_reversed = La fin vient avant le début.
refused-expectations_missing = Il reste à dire ce qui est attendu : sujet, degré d’association, présentation.
refused-not_published = Cette démarche n’a jamais été publiée.
refused-phase_gives_nothing = Cette phase ne donne rien que l’autre puisse reprendre.
refused-phase_needed = Une autre phase reprend ce que celle-ci a recueilli.
refused-phase_of_rehearsal = Une répétition disparaît au bout de trois jours : elle n’est l’atelier d’aucune phase.
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

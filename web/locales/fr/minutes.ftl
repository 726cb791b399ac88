### Le compte rendu d'un atelier.

minutes-title = Compte rendu
minutes-contents = Sommaire
minutes-date = { DATETIME($began, dateStyle: "full") }, de { DATETIME($began, timeStyle: "short") } à { DATETIME($ended, timeStyle: "short") } ({ $zone })
minutes-dates = Du { DATETIME($began, dateStyle: "full") } à { DATETIME($began, timeStyle: "short") } au { DATETIME($ended, dateStyle: "full") } à { DATETIME($ended, timeStyle: "short") } ({ $zone })
minutes-date-running = { DATETIME($began, dateStyle: "full") }, depuis { DATETIME($began, timeStyle: "short") } ({ $zone }), atelier en cours
minutes-not-held = L’atelier n’a pas encore eu lieu.
minutes-time = { DATETIME($at, timeStyle: "short") }
minutes-number = { $count }
minutes-lead = { $people ->
        [0] Personne n’a participé
        [one] { $people } personne a participé
       *[other] { $people } personnes ont participé
    }{ $groups ->
        [0] , en plénière.
        [one] , en plénière et dans { $groups } groupe.
       *[other] , en plénière et dans { $groups } groupes.
    }

minutes-figure-participants = { $count ->
        [one] participant
       *[other] participants
    }
minutes-figure-groups = { $count ->
        [one] groupe
       *[other] groupes
    }
minutes-figure-notes = { $count ->
        [one] post-it
       *[other] post-its
    }
minutes-figure-results = { $count ->
        [one] résultat publié
       *[other] résultats publiés
    }

minutes-agenda = Déroulé
minutes-attendance = Présence
minutes-groups = Groupes
minutes-speech = Temps de parole
minutes-announcements = Annonces à tous
minutes-staff = Animation
minutes-participants = Participants

minutes-column-step = Séquence
minutes-column-where = Où
minutes-column-planned = Prévu
minutes-column-began = Début
minutes-column-lasted = Durée
minutes-column-room = Salle
minutes-column-present = Présents
minutes-column-answer = Réponse
minutes-column-votes = Voix
minutes-column-share = Part des votants
minutes-column-who = Qui
minutes-column-spoken = Temps de parole
minutes-column-speakers = Personnes qui ont parlé
minutes-column-half = Part de la moitié qui a le plus parlé
minutes-column-evenness = Équilibre, de 0 à 100
minutes-column-spoken-share = Part
minutes-column-turns = Tours de parole

minutes-duration = { $minutes } min
minutes-running = en cours
minutes-not-run = non tenue
minutes-no-step = Aucune séquence n’était prévue.
minutes-no-activity = Aucune activité n’était prévue.
minutes-in-groups = { $count ->
        [one] { $count } groupe
       *[other] { $count } groupes
    }

minutes-people = { $registered ->
        [one] { $registered } personne inscrite
       *[other] { $registered } personnes inscrites
    }, { $came ->
        [one] { $came } présente
       *[other] { $came } présentes
    }. { $staff ->
        [0] Personne n’animait
        [one] { $staff } personne animait
       *[other] { $staff } personnes animaient
    }, { $viewers ->
        [0] personne ne suivait en spectateur.
        [one] { $viewers } personne suivait en spectateur.
       *[other] { $viewers } personnes suivaient en spectateur.
    }
minutes-present = { $count ->
        [0] 0 participant présent.
        [one] { $count } participant présent.
       *[other] { $count } participants présents.
    }
minutes-group-people = { $count ->
        [0] Personne n’y a eu de place.
        [one] { $count } personne y a eu sa place.
       *[other] { $count } personnes y ont eu leur place.
    }
minutes-erased = (personne effacée)

minutes-speech-measured = Compté d’après les micros ouverts, du début à la fin de l’atelier. L’équilibre est de 100 quand les participants qui parlent le font autant les uns que les autres, de 0 quand une seule personne parle.
minutes-speech-unmeasured = { $count ->
        [one] Une personne n’a pas voulu être comptée : son temps n’y est pas.
       *[other] { $count } personnes n’ont pas voulu être comptées : leur temps n’y est pas.
    }
minutes-speech-few = trop peu de monde
minutes-speech-by-person = Par personne. Cette partie est pour l’équipe : le compte rendu public ne l’a pas.
minutes-turns-by-person = Tours de parole par personne. Cette partie est pour l’équipe : le compte rendu public ne l’a pas.
minutes-turns = { $room } : { $turns ->
    [one] un tour de parole
   *[other] { $turns } tours de parole
} ({ $spoken }), dont { $questions ->
    [0] aucune question
    [one] une question
   *[other] { $questions } questions
}, { $points ->
    [0] aucun point d’ordre
    [one] un point d’ordre
   *[other] { $points } points d’ordre
} et { $written } par écrit. Ordre : { $policy ->
    [least_spoken] qui a le moins parlé d’abord
    [alternate] en alternance
    [round_table] tour de table
    [first_timers] qui n’a pas encore parlé d’abord
   *[first_come] ordre d’arrivée
}.
minutes-spoken = { $minutes ->
        [0] moins d’une minute
       *[other] { $minutes } min
    }
minutes-share-about = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }

minutes-file = Document montré : { $name }. { $shown }
minutes-file-unsaid = Son contenu n’est pas décrit.
minutes-messages = { $count ->
        [0] Aucun message écrit.
        [one] { $count } message écrit, réservé à cette salle.
       *[other] { $count } messages écrits, réservés à cette salle.
    }
minutes-marked = Messages retenus
minutes-no-note = Aucun post-it.
minutes-notes = { $count ->
        [one] { $count } post-it.
       *[other] { $count } post-its.
    }
minutes-not-revealed = { $count ->
        [one] { $count } post-it a été écrit et n’a pas été dévoilé : il n’est pas reproduit ici.
       *[other] { $count } post-its ont été écrits et n’ont pas été dévoilés : ils ne sont pas reproduits ici.
    }
minutes-anonymous = Écrits anonymement.
minutes-dots-open = Le vote par gommettes n’a pas été clos : ses totaux ne sont pas donnés.
minutes-dots-closed = { $dots ->
        [one] Chacun avait { $dots } gommette.
       *[other] Chacun avait { $dots } gommettes.
    }
minutes-dots = { $count ->
        [one] { $count } gommette
       *[other] { $count } gommettes
    }
minutes-stack = Post-its regroupés
minutes-comments = Commentaires
minutes-origin = Venu de « { $phase } », { $label }
minutes-brought = Venu de « { $phase } »

minutes-way-named = Vote nominatif.
minutes-way-secret = Vote secret.
minutes-way-hands = Vote à main levée, compté dans la salle.
minutes-choices = { $most ->
        [one] Une seule réponse.
       *[other] Jusqu’à { $most } réponses.
    }
minutes-not-published = Résultat non publié.
minutes-polls-unput = { $count ->
        [one] { $count } question préparée n’a pas été posée.
       *[other] { $count } questions préparées n’ont pas été posées.
    }
minutes-turnout = { $turnout ->
        [0] Aucun votant
        [one] { $turnout } votant
       *[other] { $turnout } votants
    }, { $present ->
        [one] { $present } personne dans la salle.
       *[other] { $present } personnes dans la salle.
    }
minutes-share = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
minutes-bar = { $count } voix · { $share }
minutes-same-table = Le même résultat en tableau
minutes-no-announcement = Aucune annonce.
minutes-made = Écrit d’après le journal de l’atelier, sans retouche.
minutes-summary = En bref
minutes-note = Note de la rédaction
minutes-amendments = Amendements acceptés
minutes-checksum = Empreinte SHA-256 du compte rendu approuvé :
minutes-unprintable = Ce fichier n’a pas de forme pour certains caractères : il montre { $sign } à leur place. Les autres formats les ont tous.
minutes-chart-alt = Diagramme en barres. Le tableau qui suit dit la même chose.
minutes-made-edited = Les faits et les chiffres viennent du journal de l’atelier, sans retouche. Le chapeau, le résumé et les notes de la rédaction sont des organisateurs ; les amendements sont des personnes présentes.

minutes-standing-draft = Version { $number }, projet du { DATETIME($at, dateStyle: "long") }, non approuvé
minutes-standing-approved = Version { $number }, approuvée le { DATETIME($at, dateStyle: "long") }
minutes-superseded = Une version plus récente a été publiée.
minutes-superseded-latest = Lire la dernière version
minutes-downloads = Télécharger
minutes-format-pdf = PDF
minutes-format-docx = Word (DOCX)
minutes-format-odt = LibreOffice (ODT)
minutes-format-html = Page (HTML)
minutes-format-md = Texte (Markdown)
minutes-format-json = Données (JSON)
minutes-verify = L’empreinte est celle des données (JSON) de ce compte rendu, telles qu’elles ont été approuvées. Pour vérifier un fichier téléchargé, calculez son empreinte, par exemple avec la commande sha256sum, et comparez-la à celle du tableau.
minutes-files = Empreintes des fichiers
minutes-column-file = Fichier
minutes-versions = Versions publiées
minutes-version = Version { $number }
minutes-scale = Des notes de { $lowest } à { $highest }.
minutes-words = { $most ->
        [one] Un mot par personne.
       *[other] Jusqu’à { $most } mots par personne.
    }
minutes-rule-borda = Compté en points : de n propositions, la première d’un classement en reçoit n − 1, la suivante n − 2, et ainsi de suite.
minutes-rule-scores = Compté en moyenne et en médiane des notes données.
minutes-rule-words = Les mots égaux, aux majuscules et aux accents près, sont comptés ensemble.
minutes-rule-votes = Chaque réponse choisie compte une voix.
minutes-abstains = Les abstentions comptent pour le quorum, pas parmi les voix exprimées.
minutes-everywhere = Posée dans toutes les salles.
minutes-quorum = Quorum : { NUMBER($share, style: "percent") } des présents.
minutes-required = Part requise : { NUMBER($share, style: "percent") } des voix exprimées.
minutes-outcome-adopted = Adopté.
minutes-outcome-rejected = Rejeté.
minutes-outcome-no_quorum = Quorum non atteint : rien n’est décidé.
minutes-column-points = Points
minutes-column-first = Mis en premier
minutes-column-mean = Moyenne
minutes-column-median = Médiane
minutes-column-ranks = Du rang 1 au rang { $last }
minutes-column-scores = De { $lowest } à { $highest }
minutes-points = { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
minutes-mean = { NUMBER($mean, maximumFractionDigits: 2) }
minutes-words-more = { $count ->
        [one] { $count } autre mot n’est pas reproduit.
       *[other] { $count } autres mots ne sont pas reproduits.
    }
minutes-by-room = Par salle
minutes-room-turnout = { $room }, { $turnout ->
        [0] aucun votant.
        [one] { $turnout } votant.
       *[other] { $turnout } votants.
    }
minutes-room-few = Le détail n’est pas donné : il dirait qui a répondu quoi.
minutes-conclusion-none = Aucune conclusion n’a été arrêtée.
minutes-conclusion-people = { $people ->
        [0] Personne n’y a écrit.
        [one] { $people } personne y a écrit.
       *[other] { $people } personnes y ont écrit.
    }
minutes-standing-drafting = Texte rouvert depuis, donné tel qu’il avait été arrêté.
minutes-standing-frozen = Texte arrêté, sans retouche.
minutes-standing-voting = Texte arrêté et mis au vote.
minutes-standing-adopted = Texte adopté.
minutes-standing-rejected = Texte rejeté.
minutes-standing-amended = Texte amendé depuis le vote.
minutes-field-agreed = D’accord
minutes-field-disagreed = Pas d’accord
minutes-field-proposals = Propositions
minutes-field-questions = Questions ouvertes
minutes-field-minority = Avis minoritaire
minutes-field-other = Conclusion
minutes-sources = D’après ces post-its
minutes-decisions = Décisions
minutes-questions = Questions ouvertes
minutes-retention = Données et consentements
minutes-consent-media = Micro et caméra étaient facultatifs : tout pouvait se faire par écrit. Rien n’a été enregistré de la voix ni de l’image.
minutes-consent-writing = On y participait par écrit : ni voix ni image n’ont été transmises.
minutes-consent-anonymous = Dans les activités anonymes, aucun nom n’est lié à ce qui a été écrit.
minutes-consent-secret = D’un vote secret, il est gardé qui a voté, jamais ce que chaque personne a choisi.
minutes-consent-named = Ce compte rendu donne le nom des personnes.
minutes-consent-unnamed = Ce compte rendu ne donne le nom de personne, sauf là où quelqu’un l’a écrit.
minutes-data-kept = Après la clôture de l’atelier, les données sont gardées ainsi :
minutes-column-data = Données
minutes-column-kept = Gardées
minutes-days = { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
minutes-kept = avec la démarche
minutes-data-identity = Noms et adresses
minutes-data-attendance = Présences
minutes-data-speech = Temps de parole de chacun
minutes-data-votes = Gommettes et votes nominatifs de chacun
minutes-data-texts = Post-its, commentaires et messages
minutes-data-uploads = Images et documents
minutes-data-drafts = Comptes rendus non publiés
minutes-purged = Effacé le { DATETIME($at, dateStyle: "long") } : { $data }.
minutes-reported = Restitué à toutes les salles à { DATETIME($at, timeStyle: "short") }.
minutes-voted = Mis au vote pendant « { $step } ».
minutes-column-ended = Fin
minutes-column-conclusion = Conclusion
minutes-turns-none = Aucun groupe n’avait de conclusion à présenter.
minutes-turn-minutes = { $minutes ->
        [one] { $minutes } minute était prévue pour chaque groupe.
       *[other] { $minutes } minutes étaient prévues pour chaque groupe.
    }
minutes-turn-waiting = N’a pas présenté.
minutes-turn-skipped = A passé son tour.
minutes-turn-empty = { $people ->
        [0] Aucune conclusion : il n’y avait personne dans ce groupe.
        [one] Aucune conclusion : { $people } personne était dans ce groupe et n’a rien écrit.
       *[other] Aucune conclusion : { $people } personnes étaient dans ce groupe et n’ont rien écrit.
    }
minutes-conclusions = Lire les conclusions
minutes-statement = Texte commun, énoncé { $number }
minutes-statement-drafting = Énoncé resté ouvert, donné tel qu’il était.
minutes-stands = { $for ->
        [0] Aucun groupe pour
        [one] { $for } groupe pour
       *[other] { $for } groupes pour
    }, { $against ->
        [0] aucun contre
       *[other] { $against } contre
    }, { $not_discussed ->
        [0] tous en ont parlé.
        [one] { $not_discussed } n’en a pas parlé.
       *[other] { $not_discussed } n’en ont pas parlé.
    }
minutes-stand-for = Pour : { $rooms }
minutes-stand-against = Contre : { $rooms }
minutes-stand-not_discussed = Sujet non abordé : { $rooms }
minutes-statement-sources = D’après ces conclusions
minutes-source = { $room }, { $field } : « { $words } »
minutes-text-voted = Le texte mis au vote
minutes-text-changed = Le texte a changé depuis ce vote.

# Visite entre groupes
# $rooms : les noms des salles visitées
minutes-visited = Conclusions ou tableaux visités : { $rooms }.
minutes-visited-none = Il n’y avait rien à visiter.
minutes-remarks-written = { $count ->
    [0] Aucune remarque n’y a été écrite.
    [one] { $count } remarque y a été écrite.
   *[other] { $count } remarques y ont été écrites.
}
minutes-remarks = Remarques d’autres groupes
minutes-stance-agree = D’accord
minutes-stance-question = Question
minutes-stance-suggestion = Suggestion
# $room : la salle d’où vient la remarque
minutes-remark-by = de { $room }
# $what : la rubrique ou le post-it
minutes-remark-about = à propos de « { $what } »

# Comment les groupes ont été composés
minutes-draw = Composition des groupes, { DATETIME($at, hour: "2-digit", minute: "2-digit") }
minutes-draw-even = Les groupes ont été tirés au sort, en nombre égal.
minutes-draw-balanced = Les groupes ont été tirés au sort, en nombre égal et aussi semblables que possible d’après les réponses données à l’inscription.
minutes-draw-ranked-way = Les groupes ont été composés d’après les préférences données, l’ordre étant tiré au sort.
minutes-draw-file = Les groupes ont été composés d’après une liste.
minutes-draw-hand = Les groupes ont été composés à la main.
minutes-draw-seed = Tirage nº { $seed }, proposition nº { $number }.
minutes-draw-checked = Le calcul peut être refait à partir de ce numéro et de la feuille de tirage, que garde l’équipe d’animation.
minutes-draw-unchecked = La feuille de tirage n’est plus gardée : des réponses ont été retirées, une personne a été effacée ou leur délai est passé.
minutes-draw-different = Chacun devait se retrouver, autant que possible, avec d’autres personnes qu’auparavant.
minutes-draw-facilitated = Une personne de l’animation était affectée à chaque groupe.
minutes-draw-bound = { $count ->
        [one] { $count } règle a été respectée (personnes ensemble, séparées ou dans un groupe donné).
       *[other] { $count } règles ont été respectées (personnes ensemble, séparées ou dans un groupe donné).
    }
minutes-draw-moved = { $count ->
        [one] { $count } personne a ensuite été placée à la main.
       *[other] { $count } personnes ont ensuite été placées à la main.
    }
minutes-draw-deviation = Écart moyen à la répartition d’ensemble : { NUMBER($people, maximumFractionDigits: 2) } personne par groupe et par réponse.
minutes-draw-again = { $count ->
        [one] { $count } paire de personnes s’était déjà trouvée dans un même groupe.
       *[other] { $count } paires de personnes s’étaient déjà trouvées dans un même groupe.
    }
minutes-draw-ranked = Sur { $all } personnes ayant donné leurs préférences, { $first } ont eu la première, { $none } aucune.
minutes-draw-few = Un tiret tient lieu des nombres inférieurs à cinq, qui pourraient désigner quelqu’un, et de ceux dont on pourrait les déduire.
minutes-not-said = Sans réponse
minutes-data-answers = Réponses à l’inscription et préférences
# $step : la séquence
minutes-carried = repris de « { $step } »
minutes-gone-on = La conclusion a été reprise pendant « { $step } ».

minutes-column-drift = Écart
minutes-drift = { $minutes } min, { $total } en tout
# $count : combien des personnes présentes ont montré qui elles sont, par une adresse ou un service
minutes-known = { $count ->
    [one] Une d’elles a confirmé qui elle est. Une identité compte pour une personne.
   *[other] { $count } d’entre elles ont confirmé qui elles sont. Une identité compte pour une personne.
}

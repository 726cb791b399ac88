"""What each table and each of its fields means, in English and in French: the dictionary of an archive."""

from __future__ import annotations

Said = tuple[str, str]

TABLES: dict[str, Said] = {
    "workshop": ("The workshop itself", "L'atelier lui-même"),
    "room": ("Rooms: plenary, groups, backstage", "Salles : plénière, groupes, coulisses"),
    "step": ("Steps of the agenda", "Séquences du déroulé"),
    "participant": ("People, staff included", "Personnes, animation comprise"),
    "attendance": ("Stays of each person", "Présences de chaque personne"),
    "speech": ("How long each person spoke", "Temps de parole de chaque personne"),
    "floor": ("How the floor of each room went round", "Comment la parole circulait dans chaque salle"),
    "hand": ("Hands that were up", "Mains levées"),
    "floor_turn": ("Turns to speak", "Tours de parole"),
    "purge": ("What was deleted when its time was over", "Ce qui a été supprimé une fois son délai passé"),
    "pseudonyms": ("Keys behind anonymous writing", "Clés de l'écriture anonyme"),
    "info": ("Activities that inform", "Activités d'information"),
    "file": ("Uploaded images and documents", "Images et documents déposés"),
    "discussion": ("Activities that are talk", "Activités de discussion"),
    "message": ("Messages", "Messages"),
    "board": ("Boards of notes", "Tableaux de post-its"),
    "note": ("Notes", "Post-its"),
    "stack": ("Stacks of notes", "Piles de post-its"),
    "dot": ("Each person's dots on a note", "Gommettes de chaque personne sur un post-it"),
    "comment": ("Comments on notes", "Commentaires de post-its"),
    "conclusion_activity": ("Activities that are writing together", "Activités d'écriture à plusieurs"),
    "conclusion": ("Conclusions", "Conclusions"),
    "citation": ("Notes quoted in conclusions", "Post-its cités dans les conclusions"),
    "poll_activity": ("Activities that are polls", "Activités de sondage"),
    "poll": ("Polls and their published results", "Sondages et leurs résultats publiés"),
    "ballot": ("Each person's answer to a poll", "Réponse de chaque personne à un sondage"),
    "roll": ("Who has voted in secret polls", "Qui a voté aux sondages secrets"),
    "report_out_activity": ("Activities in which rooms report out", "Activités de mise en commun"),
    "statement": ("Statements of common texts", "Énoncés des textes communs"),
    "break": ("Breaks", "Pauses"),
}

SHARED: dict[str, Said] = {
    "id": ("Identifier, unique in the workshop", "Identifiant, unique dans l'atelier"),
    "rev": ("Number of the change that made it what it is", "Numéro du changement qui lui a donné cet état"),
    "title": ("Title", "Titre"),
    "name": ("Name", "Nom"),
    "order": ("Sorts among its neighbours, as text", "Donne le rang parmi ses voisins, comme texte"),
    "paper": ("Colour", "Couleur"),
    "room": ("Room it belongs to", "Salle à laquelle il appartient"),
    "step": ("Step of the agenda it belongs to", "Séquence du déroulé à laquelle il appartient"),
    "activity": ("Activity it belongs to", "Activité à laquelle il appartient"),
    "plan": ("Settings of the activity, with its question", "Réglages de l'activité, avec sa question"),
    "note": ("Note it is on", "Post-it concerné"),
    "poll": ("Poll it answers", "Sondage concerné"),
    "participant": ("The person", "La personne"),
    "author": ("Who wrote it; empty when written anonymously", "Qui l'a écrit ; vide si l'écriture est anonyme"),
    "text": ("What was written", "Ce qui a été écrit"),
    "at": ("When", "Quand"),
    "edited_at": ("When its text was last edited", "Quand son texte a été modifié pour la dernière fois"),
    "closed_at": ("When it was closed; empty while it is not", "Quand il a été clos ; vide s'il ne l'est pas"),
}

OWN: dict[tuple[str, str], Said] = {
    ("workshop", "language"): ("Language of the workshop", "Langue de l'atelier"),
    ("workshop", "time_zone"): ("Time zone in which its times are told", "Fuseau horaire dans lequel on dit l'heure"),
    ("workshop", "step"): ("Step it is in", "Séquence en cours"),
    ("workshop", "groups"): ("Whether people are together or in groups", "Si l'on est ensemble ou en groupes"),
    ("workshop", "groups_close_at"): ("When groups come back", "Quand les groupes reviennent"),
    ("workshop", "can_switch"): ("Whether people may change groups", "Si l'on peut changer de groupe"),
    ("workshop", "media"): (
        "What was switched on: text, audio or video",
        "Ce qui était activé : text (écrit), audio (voix) ou video (voix et image)",
    ),
    ("workshop", "retention"): (
        "Days after closing for which each kind of data is kept; none where it stays",
        "Jours après la clôture pendant lesquels chaque sorte de données est gardée ; vide si elle reste",
    ),
    ("workshop", "rehearsal"): ("Whether it was held to try it out", "S'il s'agissait d'une répétition"),
    ("workshop", "pace"): ("How many times faster its time passed", "Combien de fois son temps passait plus vite"),
    ("room", "room_kind"): ("plenary, group or backstage", "plenary (plénière), group (groupe), backstage (coulisses)"),
    ("room", "theme"): ("What the group works on", "Ce sur quoi travaille le groupe"),
    ("room", "capacity"): ("Most people it holds", "Nombre maximal de personnes"),
    ("room", "people"): ("People seated in it, viewers aside", "Personnes qui y ont leur place, hors spectateurs"),
    ("room", "stage"): (
        "Who was heard: open (everybody), speakers (staff and those who had the floor) or fishbowl (those seated)",
        "Qui était entendu : open (tout le monde), speakers (l'animation et ceux qui avaient la parole) ou fishbowl"
        " (l'animation et ceux qui avaient une chaise)",
    ),
    ("room", "step"): (
        "While it goes at its own pace: the step it is in",
        "Tant qu'elle avance à son rythme : la séquence où elle en est",
    ),
    ("room", "began_at"): ("When it came to that step", "Quand elle est arrivée à cette séquence"),
    ("room", "ends_at"): ("When its time there is up", "Quand son temps y est écoulé"),
    ("room", "last"): ("As far as it may go by itself", "Jusqu'où elle peut aller d'elle-même"),
    ("room", "finished_at"): ("When it was done with that", "Quand elle y a terminé"),
    ("step", "minutes"): ("Planned duration in minutes", "Durée prévue en minutes"),
    ("step", "groups"): ("What each group does in it", "Ce que chaque groupe y fait"),
    ("step", "started_at"): ("When it was last started", "Dernier début"),
    ("step", "ends_at"): ("When it was to end", "Fin annoncée"),
    ("step", "ended_at"): ("When it was last left", "Dernière fin"),
    ("step", "entered_at"): (
        "When a room that went at its own pace first came to it",
        "Quand une salle qui avançait à son rythme y est arrivée la première",
    ),
    ("step", "paused_at"): ("Since when its time stood still", "Depuis quand son temps était arrêté"),
    ("participant", "role"): (
        "viewer, participant, facilitator or organizer",
        "spectateur, participant, animateur ou organisateur",
    ),
    ("participant", "room"): ("Room the person is seated in", "Salle où la personne a sa place"),
    ("participant", "group"): ("The person's group", "Groupe de la personne"),
    ("participant", "joined_at"): ("When the person first came in", "Première entrée de la personne"),
    ("participant", "email"): ("E-mail address", "Adresse électronique"),
    ("participant", "has_floor"): ("Whether the person had the floor", "Si la personne avait la parole"),
    ("participant", "muted"): ("Whether the microphone was muted", "Si le micro était coupé"),
    ("participant", "interprets"): (
        "Language into which the person interpreted; empty for most",
        "Langue vers laquelle la personne interprétait ; vide pour la plupart",
    ),
    ("participant", "erased_at"): (
        "When the person had their identity erased; empty for most",
        "Quand la personne a fait effacer son identité ; vide pour la plupart",
    ),
    ("purge", "data"): (
        "Kind of data: identity, attendance, speech, votes, texts, uploads or drafts",
        "Sorte de données : identity (identité), attendance (présences), speech (temps de parole), votes,"
        " texts (textes), uploads (fichiers déposés) ou drafts (brouillons de compte rendu)",
    ),
    ("purge", "counts"): (
        "How many records of each table it concerned",
        "Nombre d'enregistrements concernés dans chaque table",
    ),
    ("speech", "step"): (
        "Step during which it was said; empty before the first",
        "Séquence pendant laquelle cela a été dit ; vide avant la première",
    ),
    ("speech", "ms"): ("Milliseconds of speech, never while muted", "Millisecondes de parole, jamais micro coupé"),
    ("floor", "policy"): (
        "Order of contributions: first_come, least_spoken, alternate, round_table or first_timers",
        "Ordre des contributions : first_come (arrivée), least_spoken (qui a le moins parlé), alternate (alternance),"
        " round_table (tour de table) ou first_timers (qui n'a pas encore parlé)",
    ),
    ("floor", "policy_at"): ("Since when", "Depuis quand"),
    ("floor", "turn_s"): ("Seconds a turn should take; 0 without limit", "Durée d'un tour en secondes ; 0 sans limite"),
    ("floor", "seats"): ("Seats of a fishbowl", "Chaises du bocal"),
    ("floor", "waiting"): ("Hands that were up", "Mains levées"),
    ("floor", "turns"): ("Turns under way", "Tours en cours"),
    ("floor", "ended"): ("Turns that were over", "Tours achevés"),
    ("floor", "spoken_ms"): ("Milliseconds they took together", "Leur durée totale en millisecondes"),
    ("floor", "arranged_at"): (
        "Until when hands had been put in order by staff; empty if they had not",
        "Jusqu'à quand l'animation avait mis les mains en ordre ; vide sinon",
    ),
    ("hand", "hand_kind"): (
        "contribution, question or point_of_order",
        "contribution, question ou point_of_order (point d'ordre)",
    ),
    ("hand", "reason"): ("Why, of a point of order", "Le motif d'un point d'ordre"),
    ("hand", "writes"): ("Whether they would type", "Si la personne allait écrire"),
    ("hand", "declined"): ("Was a point of order, not granted", "Était un point d'ordre, refusé"),
    ("hand", "at"): ("When it was raised", "Quand la main s'est levée"),
    ("floor_turn", "step"): ("Step during which it began", "Séquence pendant laquelle il a commencé"),
    ("floor_turn", "hand_kind"): (
        "contribution, question or point_of_order",
        "contribution, question ou point_of_order (point d'ordre)",
    ),
    ("floor_turn", "writes"): ("Typed instead of spoken", "Écrit au lieu d'être dit"),
    ("floor_turn", "began_at"): ("When it began", "Début"),
    ("floor_turn", "ended_at"): ("When it ended; empty while it lasts", "Fin ; vide s'il dure"),
    ("floor_turn", "running_since"): ("Since when it went on; empty if not", "Depuis quand il courait ; vide sinon"),
    ("floor_turn", "interrupted"): ("By a question", "Interrompu par une question"),
    ("floor_turn", "ms"): ("Milliseconds it took, pauses aside", "Durée en millisecondes, hors pauses"),
    ("attendance", "came_at"): ("When the stay began", "Début de la présence"),
    ("attendance", "left_at"): ("When it ended; empty while it lasts", "Fin de la présence ; vide si elle dure"),
    ("pseudonyms", "key"): ("The key; blank once the workshop is closed", "La clé ; vide une fois l'atelier clos"),
    ("file", "media_type"): ("Kind of file", "Type de fichier"),
    ("file", "size"): ("Size in bytes", "Taille en octets"),
    ("file", "sha256"): ("SHA-256 of its bytes, its name in files/", "SHA-256 de ses octets, son nom dans files/"),
    ("file", "by"): ("Who uploaded it", "Qui l'a déposé"),
    ("message", "reach"): (
        "all, room, staff (a call for help) or person (the answer)",
        "all (à tous), room (la salle), staff (appel à l'aide) ou person (la réponse)",
    ),
    ("message", "said_in"): (
        "Turn in which it was typed instead of spoken; empty for most",
        "Tour de parole où il a été écrit au lieu d'être dit ; vide pour la plupart",
    ),
    ("message", "room"): ("Room in which it was said", "Salle où il a été dit"),
    ("message", "step"): ("Step during which it was said", "Séquence pendant laquelle il a été dit"),
    ("message", "author_is_staff"): ("Whether staff wrote it", "S'il vient de l'animation"),
    ("message", "to"): ("To whom", "À qui"),
    ("message", "for_minutes"): ("Whether the minutes quote it", "S'il est cité dans le compte rendu"),
    ("message", "settled_at"): ("When staff had dealt with what was asked", "Quand la demande a été réglée"),
    ("message", "asked_in"): ("Room from which help was asked", "Salle d'où l'aide a été demandée"),
    ("board", "revealed"): ("Whether everybody's notes were shown", "Si les post-its de tous étaient visibles"),
    ("board", "voting"): (
        "Voting with dots: none, open or closed",
        "Vote par gommettes : none (aucun), open (ouvert), closed (clos)",
    ),
    ("note", "column"): ("Column, named in the board's plan", "Colonne, nommée dans les réglages du tableau"),
    ("note", "stack"): ("Stack it lies in", "Pile où il se trouve"),
    ("note", "origin"): (
        "Contribution of an earlier phase it was brought from; empty when written here",
        "Contribution d'une phase précédente dont il vient ; vide s'il a été écrit ici",
    ),
    ("note", "dots"): ("Dots on it; empty while people vote", "Gommettes reçues ; vide pendant le vote"),
    ("note", "text_rev"): (
        "Number of the change that last edited its text",
        "Numéro du changement qui a modifié son texte",
    ),
    ("dot", "count"): ("How many dots", "Nombre de gommettes"),
    ("dot", "author"): ("Whose dots, or a pseudonym", "À qui sont ces gommettes, ou un pseudonyme"),
    ("conclusion", "fields"): ("Its fields, with their titles", "Ses rubriques, avec leurs titres"),
    ("conclusion", "state"): (
        "drafting, frozen, voting, adopted, rejected or amended (frozen anew after a vote)",
        "drafting (en cours), frozen (figée), voting (au vote), adopted (adoptée), rejected (rejetée), amended (revue)",
    ),
    ("conclusion", "texts"): ("Its words in Markdown, by field", "Ses mots en Markdown, par rubrique"),
    ("conclusion", "recorded_at"): (
        "When these words were recorded; empty while it is a draft",
        "Quand ces mots ont été relevés ; vide tant qu'elle est en cours",
    ),
    ("conclusion", "people"): ("People who wrote in it", "Personnes qui y ont écrit"),
    ("conclusion", "length"): ("Its length in characters", "Sa longueur en caractères"),
    ("conclusion", "counted_at"): ("When these two were counted", "Quand ces deux nombres ont été comptés"),
    ("conclusion", "reported_at"): (
        "When it was reported out to all; empty before",
        "Quand elle a été restituée à tous ; vide avant",
    ),
    ("conclusion", "poll"): ("The last vote on it", "Le dernier vote à son sujet"),
    ("citation", "conclusion"): ("Conclusion that quotes it", "Conclusion qui le cite"),
    ("citation", "field"): ("Field that quotes it", "Rubrique qui le cite"),
    ("citation", "note"): ("Note quoted, which may be gone", "Post-it cité, peut-être retiré depuis"),
    ("citation", "text"): ("What the note said then", "Ce que disait alors le post-it"),
    ("citation", "author"): ("Author of the note, or a pseudonym", "Auteur du post-it, ou un pseudonyme"),
    ("citation", "reported"): ("Whether it was shown to all", "S'il a été montré à tous"),
    ("report_out_activity", "turns"): (
        "Rooms in the order in which they presented, with their people and whether they brought anything",
        "Salles dans l'ordre où elles ont présenté, avec leurs personnes et si elles ont apporté quelque chose",
    ),
    ("report_out_activity", "ends_at"): (
        "When the time of the room presenting was up",
        "Quand le temps de la salle qui présentait était écoulé",
    ),
    ("statement", "text"): ("What was stated", "L'énoncé"),
    ("statement", "minority"): ("View of those who do not agree", "Avis de celles et ceux qui ne sont pas d'accord"),
    ("statement", "sources"): (
        "Words it was made from: conclusion, field, room and the words in Markdown",
        "Mots dont il est tiré : conclusion, rubrique, salle et mots en Markdown",
    ),
    ("statement", "stands"): (
        "Where each room stands: for, against or not_discussed",
        "Position de chaque salle : for (pour), against (contre) ou not_discussed (pas discuté)",
    ),
    ("statement", "said"): (
        "Rooms of which somebody said where they stand; the others stand as the sources tell",
        "Salles dont quelqu'un a dit la position ; celle des autres vient des sources",
    ),
    ("statement", "state"): (
        "drafting, frozen, voting, adopted, rejected or amended (frozen anew after a vote)",
        "drafting (en cours), frozen (figé), voting (au vote), adopted (adopté), rejected (rejeté), amended (revu)",
    ),
    ("statement", "poll"): ("The last vote on it", "Le dernier vote à son sujet"),
    ("statement", "reported_at"): (
        "When it was reported out to all rooms; empty before",
        "Quand il a été restitué à toutes les salles ; vide avant",
    ),
    ("statement", "text_rev"): ("Number of the change that last edited it", "Numéro du changement qui l'a modifié"),
    ("poll", "question"): ("The question", "La question"),
    ("poll", "options"): ("Answers, with their votes once counted", "Réponses, avec leurs voix une fois comptées"),
    ("poll", "most"): ("How many answers one may choose", "Nombre de réponses que l'on peut choisir"),
    ("poll", "way"): (
        "named, secret, or hands (a show of hands)",
        "named (nominatif), secret ou hands (à main levée)",
    ),
    ("poll", "question_kind"): (
        "choice, ranking, score or words",
        "choice (choix), ranking (classement), score (note) ou words (mots)",
    ),
    ("poll", "lowest"): ("Lowest score one may give", "Note la plus basse"),
    ("poll", "highest"): ("Highest score one may give", "Note la plus haute"),
    ("poll", "quorum"): (
        "Percentage of the people present who had to answer; 0 for none",
        "Pourcentage des personnes présentes qui devaient répondre ; 0 pour aucun",
    ),
    ("poll", "required"): (
        "Percentage of the votes expressed that the first answer had to reach; 0 for none",
        "Pourcentage des suffrages exprimés que la première réponse devait atteindre ; 0 pour aucun",
    ),
    ("poll", "abstains"): ("Whether the last answer is an abstention", "Si la dernière réponse est une abstention"),
    ("poll", "everywhere"): ("Whether it was asked in every room", "S'il a été posé dans toutes les salles"),
    ("poll", "by_room"): ("Whether its result is shown by room", "Si son résultat est donné par salle"),
    ("poll", "rule"): (
        "How answers are counted: votes (each option has the votes of those who chose it), borda (of n options the"
        " first of a ballot gets n - 1 points, the next one less, the rest none), scores (mean and median), words"
        " (equal whatever their case and accents)",
        "Comment on compte : votes (chaque réponse a les voix de qui l'a choisie), borda (sur n réponses, la première"
        " d'un bulletin reçoit n - 1 points, la suivante un de moins, les autres aucun), scores (moyenne et médiane),"
        " words (mots égaux sans regarder casse ni accents)",
    ),
    ("poll", "about"): ("Text put to the vote", "Texte mis aux voix"),
    ("poll", "outcome"): (
        "adopted, rejected or no_quorum; empty where nothing was required",
        "adopted (adopté), rejected (rejeté) ou no_quorum (quorum non atteint) ; vide si rien n'était demandé",
    ),
    ("poll", "rooms"): (
        "Results by room, without those of fewer than five people",
        "Résultats par salle, sans ceux de moins de cinq personnes",
    ),
    ("poll", "more"): ("Words given beyond those listed", "Mots donnés au-delà de ceux de la liste"),
    ("poll", "state"): (
        "created, open, closed or published",
        "created (préparé), open (ouvert), closed (clos) ou published (publié)",
    ),
    ("poll", "turnout"): ("People who answered", "Personnes ayant répondu"),
    ("poll", "present"): (
        "People seated in the room when it closed, or when it was left for others before",
        "Personnes ayant place dans la salle à la clôture, ou quand on l'a quittée avant",
    ),
    ("poll", "opened_at"): ("When it was opened", "Ouverture"),
    ("poll", "closes_at"): ("When it was to close", "Clôture annoncée"),
    ("poll", "published_at"): ("When its result was published", "Publication du résultat"),
    ("ballot", "choices"): (
        "Answers chosen; in a ranking the preferred first",
        "Réponses choisies ; classées par rang",
    ),
    ("ballot", "scores"): ("Score given to each answer", "Note donnée à chaque réponse"),
    ("ballot", "words"): ("Words given", "Mots donnés"),
}


def described(table: str, field: str) -> Said:
    """Raises KeyError for a field that nobody has explained."""
    return OWN.get((table, field)) or SHARED[field]

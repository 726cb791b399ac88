# Composer les groupes, au poste d’animation ; et ce qui est demandé à l’entrée
compose-title = Composer les groupes
compose-open-page = Composer les groupes
compose-back = Revenir au poste
compose-how = Comment
compose-groups = Groupes
compose-balance = Équilibre
compose-lead = Personne n’a encore bougé. Touchez un nom pour le déplacer.
compose-none = Aucune proposition pour l’instant.
compose-sizes = { $groups ->
        [one] Un groupe
       *[other] { $groups } groupes
    } de { $least } à { $most } personnes
compose-sizes-even = { $groups ->
        [one] Un groupe
       *[other] { $groups } groupes
    } de { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
compose-none-lead = Choisissez comment répartir, puis proposez. Personne ne bouge avant que vous l’ayez décidé.
compose-number = Tirage { $seed }, proposition { $number }
compose-undo = Annuler
compose-propose = Proposer des groupes
compose-another = Autre proposition
compose-proposed = Une proposition est prête.
compose-send = Envoyer chacun dans son groupe
compose-open = Les groupes sont déjà ouverts.
compose-moves = { $count ->
        [one] { $count } personne change de salle tout de suite.
       *[other] { $count } personnes changent de salle tout de suite.
    }
compose-late = Les retardataires iront là où il manque du monde.
compose-keep = Garder pour plus tard
compose-kept = Gardé pour plus tard
compose-kept-name = Gardé, tirage { $seed }
compose-unseated = Sans groupe
compose-leads = anime
compose-pinned = reste ici
compose-move = Déplacer { $name }
compose-full = complet
compose-better = équilibre meilleur
compose-worse = équilibre moins bon
compose-same = sans effet
compose-unseat = Sans groupe pour l’instant
compose-pin = Garder à { $room }
compose-unpin = Ne plus garder ici
compose-rule = Une règle pour la prochaine proposition
compose-other = Avec qui
compose-nobody = Choisissez une personne
compose-together = Mettre ensemble
compose-apart = Séparer
compose-way = Comment répartir
compose-way-even = Au hasard
compose-way-even-hint = Un tirage au sort, en nombre égal : les groupes diffèrent d’une personne au plus.
compose-way-balanced = Équilibré
compose-way-balanced-hint = D’après l’inscription : un tirage au sort, puis des échanges jusqu’à ce que les groupes se ressemblent.
compose-way-ranked = D’après les préférences
compose-way-ranked-hint = Chacun classe les groupes sur son téléphone ; on évite d’abord les vœux les plus éloignés.
compose-way-file = D’après une liste
compose-way-file-hint = Deux colonnes : nom ou adresse, puis groupe.
compose-way-hand = À la main
compose-way-hand-hint = Personne n’est placé ; touchez un nom pour lui donner un groupe.
compose-ranked = { $count ->
        [0] Personne n’a encore donné ses préférences.
        [one] { $count } personne a donné ses préférences.
       *[other] { $count } personnes ont donné leurs préférences.
    }
compose-ask-ranks = Demander maintenant les préférences
compose-file = Fichier CSV
compose-table = ou la liste elle-même
compose-balanced = Équilibrer
compose-no-question = Rien n’est demandé à l’inscription.
compose-different = Avec d’autres personnes qu’auparavant
compose-facilitated = Une personne de l’animation par groupe
compose-rules = À respecter
compose-no-rule = Touchez un nom pour garder quelqu’un dans un groupe, mettre deux personnes ensemble ou les séparer.
compose-stays = { $name } reste à { $room }
compose-are-together = { $names } : ensemble
compose-are-apart = { $names } : séparés
compose-drop-rule = Retirer cette règle
compose-unmatched = { $count ->
        [one] { $count } ligne n’a placé personne
       *[other] { $count } lignes n’ont placé personne
    }
compose-line-person = Ligne { $line } : personne ne s’appelle { $who }.
compose-line-group = Ligne { $line } : aucun groupe ne s’appelle { $group }.
compose-line-several = Ligne { $line } : plusieurs personnes s’appellent { $who }.
compose-line-twice = Ligne { $line } : { $who } a déjà un groupe.
compose-drafts = Propositions
compose-deviation = Écart moyen : { NUMBER($people, maximumFractionDigits: 2) } personne.
compose-again = { $count ->
        [one] { $count } paire s’est déjà rencontrée.
       *[other] { $count } paires se sont déjà rencontrées.
    }
compose-wishes = { $first } sur { $all } ont leur premier choix.
compose-answer = Réponse
compose-unsaid = Sans réponse
compose-off = à regarder
compose-public = Tirage { $seed }. Avec ce numéro et la feuille de tirage, l’équipe peut refaire le calcul.
registration = Questions à l’inscription
registration-lead = Facultatif. Les réponses servent à équilibrer les groupes. Chaque personne voit ce qu’on lui demande et pourquoi, et peut retirer ses réponses. Ne demandez que ce qui sert.
registration-none = Rien n’est demandé.
registration-add = Ajouter une question
registration-edit = Modifier
registration-drop = Retirer
registration-title = Question
registration-options = Réponses, une par ligne
registration-options-hint = De 2 à 20. Une réponse dont les mots ne changent pas garde ses voix.
registration-required = réponse nécessaire
registration-must = Il faut répondre pour entrer
registration-tier = Sorte de données
registration-tier-ordinary = Données ordinaires
registration-tier-ordinary-hint = Un quartier, un usage.
registration-tier-personal = Données personnelles
registration-tier-personal-hint = L’âge, le genre, le métier.
registration-tier-sensitive = Données sensibles
registration-tier-sensitive-hint = La santé, les opinions, l’origine : personne n’est obligé de répondre.
retain-answers = Réponses à l’inscription et préférences
retain-answers-hint = Les nombres par groupe restent ; le tirage ne pourra plus être refait.
room-least = Au moins (personnes)
room-least-hint = Quand chacun choisit, un groupe qui a son compte attend que les autres aient le leur.
refused-answers_needed = Il manque une réponse nécessaire.
refused-apart_contradicts = Ces personnes devraient être à la fois séparées et ensemble :
refused-apart_too_many = Il y a moins de groupes que de personnes à séparer :
refused-draw_sent = Cette proposition a servi : elle ne change plus.
refused-facilitators_too_few = Il y a { $rooms } groupes et { $facilitators } personnes pour les animer.
refused-least_too_many = Le groupe ne peut pas recevoir autant de monde qu’il en demande.
refused-people_too_few = Les groupes demandent { $least } personnes, il y en a { $people }.
refused-pins_contradict = Ces personnes ensemble devraient être dans plusieurs groupes :
refused-pins_too_many = Trop de personnes doivent rester dans ce groupe :
refused-rules_too_tight = Aucune répartition ne respecte toutes les règles. Cela bloque ici :
refused-same_options = Deux réponses ont les mêmes mots.
refused-sensitive_required = Personne ne doit être obligé de donner une donnée sensible.
refused-together_too_many = Trop de personnes ensemble pour un groupe :
refused-too_many_questions = Pas plus de { $most } questions.

# Les règles de fonctionnement : ce que le logiciel range, tire au sort, compte et montre, et ce que cela fausse.

rules-title = Règles de fonctionnement
# $organization : le nom de la collectivité
rules-lead = Comment les ateliers de { $organization } rangent, tirent au sort, comptent et montrent, et ce que cela peut fausser. Le programme fait ce qui est écrit ici ; son code peut être lu par tout le monde.

rules-order = L’ordre des choses
rules-order-notes = Dans une colonne, les post-its sont dans l’ordre où ils ont été écrits. Qui en déplace un change l’ordre pour tout le monde.
rules-order-options = Les réponses d’un vote sont dans l’ordre choisi par l’équipe, le même pour tout le monde. Cet ordre n’est pas tiré au sort : on sait que les premières lignes d’une liste sont un peu plus choisies.
rules-order-results = À l’écran, un résultat publié va du plus choisi au moins choisi ; à égalité, dans l’ordre de la question.
rules-order-rooms = Les salles présentent leurs conclusions dans l’ordre que l’équipe leur donne.
# $contributions : combien de contributions sur une page
rules-order-processes = À l’accueil, la démarche la plus récente vient d’abord. Sur la page d’une phase, les contributions sont dans l’ordre où elles ont été reçues, les { $contributions } premières seulement ; toutes sont dans l’export.
rules-order-machine = Aucun programme ne trie, ne note, ne résume, ne traduit ni ne regroupe ce que vous écrivez. Les post-its sont rapprochés par des personnes.

rules-groups = Les groupes
rules-groups-choice = Quand chaque personne choisit, les places vont dans l’ordre d’arrivée, jusqu’à la limite du groupe.
rules-groups-draw = Quand on répartit, l’ordre des personnes est tiré au sort, puis chacune va dans le groupe le moins nombreux. Sans groupe plein, les tailles diffèrent d’une personne au plus. Qui avait déjà un groupe le garde.
rules-groups-blind = Ce tirage ne regarde ni l’âge, ni le quartier, ni qui se connaît : un groupe peut ne pas ressembler à la salle.
rules-groups-late = Qui arrive en retard va dans le groupe ouvert le moins nombreux. L’équipe peut déplacer une personne.

rules-counts = Compter
rules-counts-people = Le programme compte les personnes entrées, sans vérifier leur identité. Qui entre deux fois sous deux noms compte deux fois ; l’équipe voit les noms.
rules-counts-dots = Gommettes : chaque personne en a le même nombre. Les totaux sont cachés tant que le vote est ouvert, puis additionnés.
rules-counts-choice = Choix : une réponse a autant de voix que de personnes qui l’ont choisie.
rules-counts-ranking = Classement : de n réponses, la première d’un bulletin reçoit n − 1 points, la suivante n − 2, et ainsi de suite ; celle qui n’est pas classée, aucun. C’est la méthode de Borda : une réponse ajoutée qui ressemble à une autre peut changer l’ordre.
rules-counts-scores = Notes : la moyenne et la médiane, parmi les personnes qui ont noté.
# $words : combien de mots sont montrés
rules-counts-words = Mots libres : ceux qui ne diffèrent que par les accents, les majuscules ou les espaces comptent ensemble, les synonymes non. Les { $words } plus donnés sont montrés.
rules-counts-outcome = Décision : un texte est adopté si « pour » atteint la part demandée des voix exprimées et dépasse toute autre réponse. L’abstention compte pour le quorum, pas pour la part. Le quorum est une part des personnes présentes. À égalité, rien n’est adopté.
rules-counts-hands = À main levée, l’équipe compte et saisit les chiffres : le résultat vaut ce que vaut son compte.
rules-counts-final = Une réponse nominative peut changer tant que le vote est ouvert. Un bulletin secret est définitif.

rules-hidden = Ce qui reste caché
rules-hidden-notes = Avant d’être dévoilés, vos post-its ne sont lus que par vous : ni les autres, ni l’équipe, sauf où elle relit avant d’afficher.
rules-hidden-votes = Un vote nominatif publie qui a répondu quoi. Un vote secret garde qui a voté, jamais ce que chaque personne a choisi.
# $fewest : combien de personnes
rules-hidden-few = Par salle, aucun résultat n’est montré quand moins de { $fewest } personnes ont répondu, ni quand il pourrait se déduire du reste.
rules-hidden-anonymous = Dans une activité anonyme, personne ne voit votre nom. Jusqu’à la clôture, le serveur sait encore quels textes sont les vôtres, pour que vous puissiez les changer ; ensuite la clé est détruite.

rules-staff = Ce que peut l’équipe d’animation
rules-staff-reads = Elle lit les messages et ce qui est dévoilé dans toutes les salles, et les textes écrits à plusieurs pendant qu’ils s’écrivent.
rules-staff-listens = Elle peut écouter et voir une salle sans y être, et elle voit combien de temps chaque personne a parlé.
rules-staff-moderates = Elle peut corriger, déplacer ou retirer un texte, renommer ou déplacer une personne, lui couper le micro. Elle ne peut pas ouvrir un micro, ni voter, ni changer un vote.
rules-staff-kept = Chaque action est écrite dans le journal de l’atelier et va dans son archive complète. Aucun chiffre de modération n’en est publié pour l’instant.
rules-staff-sets = Elle choisit les questions, leur ordre, les durées, les limites et ce qui est mis au vote : c’est ce qui oriente le plus un atelier.

rules-voices = Voix et image
# $faces_phone, $faces : combien de visages
rules-voices-loudest = Quand plusieurs personnes parlent à la fois, seules les voix les plus fortes passent. On voit { $faces_phone } visages au plus sur un téléphone, { $faces } sur un ordinateur ; tous sont dans la liste.
rules-voices-time = Le temps de parole est mesuré au micro : un bruit fort peut compter comme de la parole. Qui écrit n’y est pas compté.

rules-limits = Les limites
# $note, $message : des nombres de caractères ; $notes : un nombre de post-its
rules-limits-text = Un post-it a { $note } caractères au plus, un message { $message }. Un tableau a { $notes } post-its au plus.
# $people, $groups : des nombres
rules-limits-people = Un atelier accueille { $people } personnes et { $groups } groupes au plus ; au-delà, la porte se ferme et le dit.
rules-limits-here = Ce que disent les personnes présentes n’est pas ce que pense toute une ville : qui n’a ni le temps, ni l’appareil, ni la langue de l’atelier n’y est pas. Qui écrit ou parle vite y prend plus de place.

rules-moderation = Garder l’ordre
rules-moderation-report = Toute personne peut signaler un texte, une fois, pour un motif. L’équipe lit le signalement sans le nom de qui signale ; la personne qui signale apprend ce qui en a été fait.
rules-moderation-hidden = Un texte masqué disparaît pour tout le monde, du compte rendu et de l’archive publique aussi. La personne qui l’a écrit le voit encore et lit pourquoi. L’équipe peut le rétablir. Masquer ou signaler ne dit jamais qui a écrit.
rules-moderation-pending = Où l’équipe relit avant d’afficher, elle lit chaque texte avant les autres, même dans un tableau qui n’est pas encore dévoilé.
rules-moderation-out = L’équipe peut faire attendre à la porte, fermer l’entrée, exclure une personne. Qui est exclu peut revenir ; ce qui a été écrit reste.
rules-moderation-ban = Un bannissement vaut pour la personne, son lien personnel et le navigateur qui se souvient d’elle. Un autre navigateur, ou le même dont la mémoire a été effacée, n’est pas reconnu. Seule une personne d’un rang supérieur exclut une personne de l’équipe.

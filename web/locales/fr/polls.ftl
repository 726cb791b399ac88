# Sondages : ce que la salle et la régie en disent.

refused-already_voted = Vous avez déjà voté. Un vote secret ne se change pas.
refused-empty_ballot = Choisissez d’abord une réponse.
refused-vote_open = Un vote secret est en cours. L’archive complète sera prête quand il sera clos.

retention-answers = Réponses à l’inscription et préférences

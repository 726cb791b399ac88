retention-answers = Answers at registration and preferences

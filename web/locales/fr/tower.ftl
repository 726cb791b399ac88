# Ce qui attend l’équipe
alerts = À traiter
alerts-none = Rien ne vous attend.
alert-since = { $minutes ->
    [0] à l’instant
   *[other] depuis { $minutes } min
}
alert-help = Aide pour { $room }
alert-help-person = { $name } demande de l’aide
alert-go = J’y vais
alert-answer = Répondre
alert-settle = C’est réglé

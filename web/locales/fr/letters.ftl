# Les courriels que le serveur envoie.

# $organization : le nom de l’organisation
letter-code-subject = Votre code pour le studio de { $organization }
letter-code-text = Voici le code pour entrer dans le studio de { $organization }. Saisissez-le dans la page où vous l’avez demandé.
letter-code-minutes = { $minutes ->
    [one] Il est valable une minute, une seule fois.
   *[other] Il est valable { $minutes } minutes, une seule fois.
}
letter-code-not-you = Si vous n’avez rien demandé, ne faites rien : personne n’entre sans ce code. Ne le donnez à personne.
# $workshop : le titre de l’atelier
letter-door-subject = Votre code pour « { $workshop } »
letter-door-text = Voici le code pour participer à l’atelier « { $workshop } ». Saisissez-le dans la page où vous l’avez demandé.
letter-door-not-you = Si vous n’avez rien demandé, ne faites rien : votre adresse n’est pas gardée. Ne donnez ce code à personne.
letter-invitation-subject = { $organization } vous invite dans son studio
# $name : la personne invitée
letter-invitation-hello = Bonjour { $name },
# $role : son rôle
letter-invitation-text = { $organization } prépare ses démarches et ses ateliers dans un studio, et vous y invite avec le rôle { $role ->
    [administrator] d’administration
    [organizer] d’organisation
   *[facilitator] d’animation
}.
letter-invitation-days = { $days ->
    [one] Ce lien est à vous seul, pendant un jour et pour une entrée. Ensuite, un code envoyé à cette adresse suffit.
   *[other] Ce lien est à vous seul, pendant { $days } jours et pour une entrée. Ensuite, un code envoyé à cette adresse suffit.
}
letter-invitation-open = Entrer dans le studio

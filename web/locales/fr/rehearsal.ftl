# Répéter un atelier avec des robots
rehearsal = Répétition
rehearse = Répéter avec des robots
rehearse-text = Une copie de cet atelier s’ouvre, avec ses séquences et ses groupes, sans personne ni rien de ce qui a été écrit. Les groupes y ont assez de places pour les robots. Des robots y écrivent, votent, parlent, lèvent la main. Vous animez pour de vrai.
rehearsal-open = Ouvrir la répétition
rehearsal-robots = Robots et fin
rehearsal-minutes = Durée de la répétition, en minutes
rehearsal-minutes-hint = Le déroulé prévoit { $planned } min. Le temps passe d’autant plus vite, et les comptes à rebours le montrent.
robots-count = Nombre de robots
robots-hint = 60 au plus. Ils viennent et partent comme des participants.
robots-none = 0 : ils s’en vont tous.
robots-send = Appliquer
robots-here = { $count ->
    [0] Il n’y a pas de robot en ce moment.
    [one] Un robot est là.
   *[other] { $count } robots sont là.
}
rehearsal-end = Terminer et supprimer la répétition
rehearsal-end-hint = Tout ce qui s’y est passé disparaît. Sans cela, elle est supprimée au bout de trois jours.

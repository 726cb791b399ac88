# L’agenda pendant l’atelier : pauses, salles libérées, retards.

refused-not_released = Cette salle suit déjà la plénière.
refused-step_passed = Cette salle a dépassé cette séquence, ou ne peut pas aller aussi loin.
refused-agenda_changed = Quelqu’un vient de modifier l’agenda. Rien n’a été changé ; voyez où il en est.
refused-steps_differ = Ces deux séquences ne vont pas ensemble : une salle aurait deux choses à faire à la fois.
agenda-early = { $minutes } min d’avance
extend-minus-1 = − 1 min
step-pause = Mettre en pause
step-resume = Reprendre
step-over = { $minutes } min de plus que prévu
step-under = { $minutes } min de moins que prévu
step-skipped = sautée
step-skip = Sauter cette séquence
step-unskip = Ne plus la sauter
step-planned = Au lieu de
key-shorten = Une minute de moins
key-pause = Mettre en pause, reprendre

catch-up = Comment rattraper ?
catch-up-shorten = Raccourcir la suite
catch-up-merge = Réunir deux séquences
catch-up-skip = Sauter une séquence
catch-up-extend = Finir plus tard
catch-up-gained = { $minutes } min gagnées
catch-up-shorter = { $title } : { $to } min au lieu de { $from }
catch-up-merged = « { $first } » et « { $later } » deviennent une séquence de { $to } min au lieu de { $from }. Une discussion laisse la place à l’autre activité.
catch-up-skipped = « { $title } » ({ $minutes } min) reste dans l’agenda, barrée ; « Passer à » va à la suivante.
catch-up-extended = La fin annoncée à tout le monde devient { $time }. Rien n’est raccourci.

next-released-stay = { $count ->
    [one] Une salle avance à son rythme et n’y va pas.
   *[other] { $count } salles avancent à leur rythme et n’y vont pas.
}
next-released-follow = { $count ->
    [one] La salle qui avançait à son rythme suit de nouveau la plénière.
   *[other] Les { $count } salles qui avançaient à leur rythme suivent de nouveau la plénière.
}
next-passes = { $count ->
    [one] La séquence barrée est sautée.
   *[other] { $count } séquences barrées sont sautées.
}

release-button = Laisser avancer seules
release-title = Laisser des salles avancer à leur rythme
release-how = Une salle passe à la séquence suivante dès que la moitié des personnes présentes ont fini. Le sort y désigne à chaque fois qui lit, qui veille à l’heure et qui prend des notes.
release-rooms = Salles
release-last = Jusqu’à
release-hint = Arrivée là, une salle attend. Toutes reviennent quand vous les rappelez, quand les groupes ferment, ou quand la plénière va plus loin.
release-submit = Laisser avancer
release-recall = { $count ->
    [one] Rappeler la salle à la plénière
   *[other] Rappeler les { $count } salles à la plénière
}
room-advance = La faire passer à la suite
room-extend = Lui donner 5 minutes de plus
room-recall = La ramener à la plénière
room-released = À son rythme
room-finished = A terminé, attend les autres

# L’agenda pendant l’atelier : pauses, salles libérées, retards.

refused-not_released = Cette salle suit déjà la plénière.
refused-step_passed = Cette salle a dépassé cette séquence, ou ne peut pas aller aussi loin.
refused-agenda_changed = Quelqu’un vient de modifier l’agenda. Rien n’a été changé ; voyez où il en est.
refused-steps_differ = Ces deux séquences ne vont pas ensemble : une salle aurait deux choses à faire à la fois.

# L’agenda pendant l’atelier : pauses, salles libérées, retards.

refused-not_released = Cette salle suit déjà la plénière.
refused-step_passed = Cette salle a dépassé cette séquence, ou ne peut pas aller aussi loin.

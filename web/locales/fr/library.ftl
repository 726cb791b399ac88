# Les déroulés de l’organisation : les garder, les reprendre dans un atelier.

library = Déroulés à réutiliser
library-lead = Ceux que vous avez gardés d’un atelier ou d’un fichier. On part d’eux pour un nouvel atelier, et on les insère dans un atelier en cours.
library-none = Aucun pour l’instant. Dans le menu d’un atelier, « Garder le déroulé » en met un ici.
library-actions = Actions sur { $title }
library-steps = { $count ->
    [one] { $count } séquence
   *[other] { $count } séquences
}
library-rename = Renommer
library-rename-title = Renommer « { $title } »
library-name = Nom
library-export = Télécharger le fichier
library-drop = Supprimer
library-drop-title = Supprimer « { $title } » ?
library-drop-text = Les ateliers qui en sont partis ne changent pas. Téléchargez le fichier d’abord si vous voulez pouvoir le remettre.
library-import = Importer un déroulé
library-import-do = Importer
library-import-lead = Le fichier téléchargé ici ou dans une autre installation.
library-file = Fichier du déroulé
library-file-big = Ce fichier est trop gros : 256 Ko au plus, et 60 Ko par langue. Rien n’a été importé.
library-import-name = Nom dans la bibliothèque
library-import-name-hint = Laissez vide pour garder celui du fichier.
library-save = Garder le déroulé
library-save-lead = Les séquences et les groupes tels qu’ils sont maintenant, sans les personnes, leurs écrits, ni les images et documents montrés.
library-save-big = Ce déroulé est trop long pour être gardé : 60 Ko au plus.
library-purpose = À quoi il sert
library-when = Quand l’utiliser
library-optional = Facultatif.
library-saved = « { $title } » est gardé.
library-own = Les vôtres
library-shipped = Méthodes éprouvées
library-minutes = { $minutes } minutes tel quel.

refused-agenda_empty = Cet atelier n’a encore aucune séquence à garder.
refused-agenda_gone = Quelqu’un a supprimé ce déroulé entre-temps.
refused-agenda_taken = Un autre déroulé a déjà ce nom.
refused-agenda_unreadable = Ce fichier n’est pas un déroulé que Palabre peut lire. Rien n’a été importé.
# $most : le nombre permis
refused-too_many_agendas = C’est trop : { $most } déroulés au plus. Supprimez-en un d’abord.

# Insérer une méthode
insert = Insérer une méthode
insert-do = { $count ->
    [one] Insérer { $count } séquence
   *[other] Insérer { $count } séquences
}
insert-method = Méthode ou déroulé
insert-minutes = Durée en tout, en minutes
insert-minutes-hint = Chaque séquence en prend sa part.
insert-adds = Ce qui s’ajoute
insert-groups = en groupes
insert-plenary = en plénière
insert-both = en plénière et en groupes
insert-moves = on change de table
insert-no-groups = Il n’y a pas encore de groupe : ajoutez-en pour les séquences en groupes.
insert-loading = Chargement des méthodes…
insert-failed = Les méthodes ne sont pas arrivées. { $why }
act-steps-insert = { $name } a été inséré

# The organization’s agendas: kept, and used again in a workshop.

library = Agendas to use again
library-lead = Those you kept from a workshop or a file. New workshops start from them, and they can be inserted into one that runs.
library-none = None yet. “Keep the agenda” in the menu of a workshop puts one here.
library-actions = Actions on { $title }
library-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
library-rename = Rename
library-rename-title = Rename “{ $title }”
library-name = Name
library-export = Download the file
library-drop = Delete
library-drop-title = Delete “{ $title }”?
library-drop-text = Workshops that started from it do not change. Download the file first if you want to be able to put it back.
library-import = Import an agenda
library-import-do = Import
library-import-lead = The file you downloaded here or from another installation.
library-file = Agenda file
library-file-big = This file is too big: 256 kB at most, and 60 kB for each language. Nothing was imported.
library-import-name = Name in the library
library-import-name-hint = Leave empty to keep the one in the file.
library-save = Keep the agenda
library-save-lead = The steps and groups as they are now, without people, what they wrote, or the pictures and documents that are shown.
library-save-big = This agenda is too long to be kept: 60 kB at most.
library-purpose = What it is for
library-when = When to use it
library-optional = Optional.
library-saved = “{ $title }” is kept.
library-own = Yours
library-shipped = Proven methods
library-minutes = { $minutes } minutes as it is.

refused-agenda_empty = This workshop has no step to keep yet.
refused-agenda_gone = Somebody has deleted this agenda meanwhile.
refused-agenda_taken = Another agenda has this name already.
refused-agenda_unreadable = This file is no agenda that Palabre can read. Nothing was imported.
# $most: how many there may be
refused-too_many_agendas = That is too many: { $most } agendas at most. Delete one first.

# Inserting a method
insert = Insert a method
insert-do = { $count ->
    [one] Insert { $count } step
   *[other] Insert { $count } steps
}
insert-method = Method or agenda
insert-minutes = Length in all, in minutes
insert-minutes-hint = Each step takes its share.
insert-adds = What is added
insert-groups = in groups
insert-plenary = in plenary
insert-both = in plenary and in groups
insert-moves = people change tables
insert-no-groups = There is no group yet: add some for the steps in groups.
insert-loading = Fetching the methods…
insert-failed = The methods did not arrive. { $why }
act-steps-insert = { $name } was inserted

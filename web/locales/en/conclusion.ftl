# The conclusion: a text written together, part by part. For citizens and for staff.

conclusion = Conclusion
conclusion-opening = The text is coming…
conclusion-elsewhere = This conclusion belongs to another room.
conclusion-read-only = You are reading this text.
conclusion-left = { $left ->
    [one] { $left } character left for the whole text.
   *[other] { $left } characters left for the whole text.
}
conclusion-full = The text has reached its length. Shorten a passage to write another.
conclusion-frozen = This text is frozen: nobody writes in it any more.
conclusion-amended = This text was taken up again, then frozen anew.
conclusion-voting = This text is put to the vote.
conclusion-adopted = This text is adopted.
conclusion-rejected = This text is not adopted.
conclusion-reopened = The text is open again: you can write in it.
conclusion-since = Since { $time }.

field-agreed = We agree
field-agreed-hint = What everybody in the group can say.
field-disagreed = We do not agree
field-disagreed-hint = What is still debated, and between which positions.
field-proposals = Our proposals
field-proposals-hint = What you ask for, one proposal on each line.
field-questions = Open questions
field-questions-hint = What one would need to know to decide.
field-minority = Minority view
field-minority-hint = What some think and the others do not share.
field-untitled = Part
field-empty = Nothing is written here.

write = Write
editor-loading = The editor is coming…
saved = Saved
saving = Being saved
saved-later = Will leave when the network is back
writers = Writing now
writers-none = Nobody is writing at the moment.
news-writes = { $name } writes in { $field }

pen-tools = Formatting of { $field }
pen-bold = Bold
pen-italic = Italic
pen-bullets = Bulleted list
pen-numbers = Numbered list
pen-undo = Undo
pen-redo = Redo
pen-done = Done
plain = Plain text
plain-hint = Without formatting. A quoted note is a number in brackets. Escape to finish.
plain-others = { $names } also writes here

cite = Quote
cite-again = Quote again
cite-note = Quote a note
cite-notes = Notes to quote
cite-in = Quote in
cite-search = Look for a word
cite-none = No note to quote: this room has written none.
cite-not-found = No note has these words.
citation = note
citation-of = Quoted note, { $author }
citation-title = Quoted note
citation-removed = This note cannot be seen from here, or was taken away. These are its words when it was quoted.
citation-changed = The note has changed since. It now says:
citation-drop = Take the quotation out
citations-beside = Quoted without a place in the text:
note-quoted = Your note is quoted in the conclusion
note-quoted-by-all = Quoted in the conclusion
news-quoted = Your note is quoted in the conclusion: “{ $text }”

authors = Who wrote what
authors-hide = Back to the text
authors-key = Colour of each person
authors-loading = Finding out who wrote what…
authors-failed = Who wrote what is not known at the moment. Try again later.

history = Versions
history-hint = The text as it was at these moments. Going back erases nothing.
history-none = There is no version to show yet.
history-loading = Looking for versions…
history-failed = The versions could not be read. Try again later.
history-back = All versions
history-at = At { $time }
history-restore = Go back to this version
history-restore-hint = Today’s text stays among the versions. Everybody will see the change.

lost-words = These words could not be added to “{ $field }”.
lost-put-back = Put back into the text
lost-copy = Copy the words
lost-copied = Copied
lost-discard = Discard

set-fields = Parts of the text
set-fields-hint = Without a title, a usual part bears its usual title, in everybody’s language.
set-field = Title of part { $number }
set-field-hint = What is written there, in a sentence
set-field-minority = Minority view, kept apart up to the minutes
set-field-up = Move part { $number } up
set-field-down = Move part { $number } down
set-field-drop = Remove part { $number }
set-field-add = Add a part
set-field-add-known = Add “{ $title }”
set-most = Length of the whole text, in characters
set-most-hint = A typed page has about 2,000.

conclusion-figures = { $people ->
    [one] { $people } person has written { $length } characters.
   *[other] { $people } people have written { $length } characters.
}
conclusion-unwritten = Nothing is written yet.
conclusion-freeze = Freeze the text
conclusion-reopen = Reopen the text
conclusion-is-frozen = frozen
conclusion-is-amended = amended, frozen
conclusion-is-voting = at the vote
conclusion-is-adopted = adopted
conclusion-is-rejected = not adopted
quoted-seen = Seen

# What all live pages say: connection, entering, refusals, common gestures.

close = Close
cancel = Cancel
dismiss = OK
try-again = Try again
take-words-back = Take the text back
reload = Reload the page
save = Save
send = Send
sending = Sending…
more-actions = More actions
you-are = { $name } (you)
somebody = Someone
author-elsewhere = Someone else
person-erased = Person erased
text-erased = Text erased
staff = Staff

you = You
will-be-sent = Will be sent
message-write = Write a message
message-to-all = To all
message-mark = Quote in the minutes
message-unmark = Quote in the minutes no more
message-marked = In the minutes
messages-room = Messages in the room
typing-one = { $name } is writing…
typing-two = { $first } and { $second } are writing…
typing-many = Several people are writing…
messages-none = No messages yet.
viewers-read = You are watching: writing and voting are for people invited to take part.

minutes-short = { $minutes } min
time-left-minutes = { $minutes ->
    [one] Time left: { $minutes } minute
   *[other] Time left: { $minutes } minutes
}
time-is-up = Time is up

connection-offline = No network.
connection-reconnecting = The connection was lost and is coming back.
connection-keeps = What you write is kept and will leave on its own.
connection-kept = { $count ->
    [one] One item is kept and will leave on its own.
   *[other] { $count } items are kept and will leave on their own.
}

door-title = Enter the workshop
door-entering = Entering…
door-connecting = Connecting to the workshop.
door-known = You will find your room again, and everything you wrote.
door-unknown = This tab does not know yet who you are. Open the link in your invitation, or enter the workshop’s code.
door-continue = Continue as
door-other-name = Enter under another name
door-code = Enter a code

end-title = You are no longer in the workshop
end-link-revoked = The link you came by was withdrawn. Ask the organizer for the new one.
end-abuse = Too many actions left this tab in too little time. Reload the page to come back.
end-slow = Your connection could not keep up. Reload the page to come back.
end-draining = The server has stopped. Reload the page in a moment.
end-replaced = You went on in another tab.
end-erased = Your identity was erased: nobody knows any more who you were here. To come back, open the link of your invitation again.
end-outdated = Palabre has changed since this page was opened. Reload it: nothing you wrote is lost.
end-session-unknown = Your entry is no longer valid. Open the link in your invitation again.
end-browser-too-old = This browser is too old for the workshop. Update it, or come with another device.

paper-straw = Straw
paper-linden = Linden
paper-sky = Sky
paper-peach = Peach
paper-lilac = Lilac
paper-chalk = Chalk

file-loading = The document is on its way…
file-failed = The document could not be opened.
file-open = Open the document

# Refusals: one sentence per code, saying what can be done.
refused-other = This is not possible right now ({ $code }).
refused-already_founded = This workshop exists already.
refused-already_joined = This person is taking part already.
refused-already_moved = Someone else has just moved to another step.
refused-already_open = The groups are open already.
refused-board_full = { $most ->
    [one] There is no room left here: one text at most.
   *[other] There is no room left here: { $most } texts at most. Remove one to add another.
}
refused-busy = The server is very busy. Try again in a moment.
refused-by_hands = This vote is by a show of hands, in the room.
refused-client_outdated = This page is old. Reload it.
refused-code_form = A code has six characters, for example K7Q 42M.
refused-code_unknown = No workshop has this code.
refused-column_in_use = A column has notes in it and cannot be removed.
refused-conclusion_frozen = This conclusion is frozen: nobody writes in it any more.
refused-document_full = This text cannot grow any more: too much was written and removed in it.
refused-document_rewritten = The history of this text was erased. The page opens it again.
refused-edited_meanwhile = This text was changed meanwhile. Read it again before you go on.
refused-empty = The text is missing.
refused-file_kind = This kind of file cannot be shown. Choose an image or a PDF.
refused-file_damaged = This picture cannot be read, or is too large.
refused-file_lost = This file is no longer on the server.
refused-file_missing = No file was attached.
refused-foreign_origin = This request came from another site.
refused-groups_closed = The groups are closed.
refused-groups_open = The groups are open: close them first.
refused-has_contents = People have already written there.
refused-has_votes = This note has dots and can no longer be removed.
refused-in_vote = This text is being voted on: it does not change meanwhile.
refused-internal = The server made an error. Try again; if it happens again, tell the staff, with this incident code: { $id }.
refused-invalid = The server did not understand this request.
refused-link_expired = This link is no longer valid.
refused-link_revoked = This link was withdrawn.
refused-link_unknown = This link leads nowhere.
refused-message_private = This message stays between that person and the team: it cannot be quoted.
refused-no_comments = Comments are not open on this board.
refused-no_dots = This board has no dots.
refused-no_groups = There is no group yet.
refused-not_a_group = This room is not a group.
refused-not_allowed = Your role does not allow this.
refused-not_by_hands = This vote is not counted by hands.
refused-not_counted = The votes are not counted yet.
refused-not_revealed = The notes are not revealed yet.
refused-not_yours = { $kind ->
    [microphone] Everybody opens their own microphone. Ask them to.
   *[text] You did not write this text.
}
refused-only_watches = This person is only watching: they cannot speak here.
refused-own_link = This is the link you came by: it cannot be withdrawn from here.
refused-poll_closed = This vote is closed.
refused-poll_not_closed = This vote is not closed yet.
refused-poll_not_open = This vote is not open yet.
refused-poll_started = This vote has begun already.
refused-retention_promised = The workshop is closed: data cannot be kept longer than people were told.
refused-room_full = { $most ->
    [one] This group is full: it has only one place. Choose another one.
   *[other] This group is full ({ $most } places). Choose another one.
}
refused-rooms_full = There are not enough places in the groups.
refused-session_unknown = Your entry is no longer valid. Open the link in your invitation again.
refused-staff_only = This room is for staff only.
refused-staff_sorts = Here the staff sort the notes.
refused-step_closed = This step is over. Your text is kept here.
refused-step_started = This step has begun already.
refused-text_full = This text holds { $most } characters.
refused-too_fast = That was a little fast. Try again in a moment.
refused-too_large = This is too long to be sent.
refused-too_late = This time is not possible.
refused-too_long = { $most ->
    [one] This text is too long: one character at most.
   *[other] This text is too long ({ $most } characters at most).
}
refused-too_many_attempts = Too many attempts in a short time. Wait a minute.
refused-too_many_choices = { $most ->
    [one] Only one answer is possible.
   *[other] { $most } answers at most.
}
refused-too_many_citations = This conclusion quotes many notes already.
refused-too_many_dots = { $on ->
    [note] You have put all the dots you may on this note.
   *[board] You have placed all your dots. Take one back to put it elsewhere.
}
refused-too_many_rehearsals = { $most ->
    [one] Robots are in one rehearsal already, and this server carries no more. Wait until it ends, or rehearse without robots.
   *[other] Robots are in { $most } rehearsals already, and this server carries no more. Wait until one of them ends, or rehearse without robots.
}
refused-too_many_rooms = { $most ->
    [one] There is one group already, and no room for another.
   *[other] There are { $most } groups already, and no room for another.
}
refused-too_many_steps = { $most ->
    [one] There is one step already, and no room for another.
   *[other] There are { $most } steps already, and no room for another.
}
refused-unknown = { $kind ->
    [time_zone] The server does not know this time zone. Choose one nearby.
   *[other] This no longer exists, or is no longer in your room.
}
refused-update_forged = These words could not be attributed. They are kept here: add them again.
refused-update_invalid = These words could not be added. They are kept here: add them again.
refused-voting_closed = Voting with dots is not open.
refused-workshop_closed = The workshop is over.
refused-workshop_full = The workshop is full.
refused-amending_closed = The time to ask for an amendment is over.
refused-amending_open = Amendments are still possible: wait for the date that was told.
refused-amendments_undecided = Amendments are waiting for an answer.
refused-minutes_approved = These minutes are approved: they change no more.
refused-minutes_empty = Something was erased since: take the facts from the journal again first.
refused-minutes_in_hand = A version is being prepared: publish it or remove it first.
refused-minutes_opened = This version was shown to those who were there: it cannot be removed any more.
refused-not_approved = These minutes are not approved.
refused-not_attended = Only people who were at the workshop can ask for an amendment.
refused-too_many_amendments = You have asked for { $most } amendments: no more are possible.
refused-written_elsewhere = You are writing in another tab. Your words from here are kept: add them again.

rehearsal-band = Rehearsal.
rehearsal-nothing = Nothing that happens here counts, and all of it will be deleted.
rehearsal-pace = Time passes { $pace } times faster.
refused-not_a_rehearsal = This is no rehearsal.
refused-rehearsal = The minutes of a rehearsal are not published.
time-paused = Paused
refused-email_invalid = This address is not complete.
refused-provider_unreachable = The identification service does not answer. Try again in a minute.
# $left: how many tries are left
refused-sign_in_code_wrong = { $left ->
    [0] That is not the code. Ask for another one.
    [one] That is not the code. One try is left.
   *[other] That is not the code. { $left } tries are left.
}
refused-sign_in_failed = Signing in did not succeed. Start again.
refused-sign_in_over = This request is no longer valid. Start again.
refused-sign_in_weak = This way of signing in is not sure enough here. Start again with another way of the same service.

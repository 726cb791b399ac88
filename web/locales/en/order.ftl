# Order: doors, reports, texts hidden or to be read first, people put out. Read by all pages and by the minutes.

reason-insult = Hurtful words
reason-hatred = Hateful words
reason-personal = Somebody’s private life
reason-off_topic = Off topic
reason-advertising = Advertising
reason-disruption = Disrupting the workshop
reason-other = Another reason

order-act-approved = Texts read and shown
order-act-hidden = Texts hidden
order-act-restored = Texts restored
order-act-kept = Texts reported and kept
order-act-corrected = Texts reported and corrected
order-act-muted = Microphones muted
order-act-removed = People removed
order-act-banned = People banned
order-act-readmitted = People let back in
order-act-turned_away = People turned away at the door

minutes-order = Moderation
minutes-order-lead = { $reports ->
    [0] No report was received.
    [one] { $reports } report was received.
   *[other] { $reports } reports were received.
} { $hidden ->
    [0] No text is hidden.
    [one] { $hidden } text is hidden.
   *[other] { $hidden } texts are hidden.
} { $pending ->
    [0] None waits to be read.
    [one] { $pending } was not read by staff and is not shown.
   *[other] { $pending } were not read by staff and are not shown.
}
minutes-column-act = Act
minutes-column-reason = Reason
minutes-column-count = Number

# The door: the page of whoever waits, and what one reads before a shut one.
waiting-page = Waiting · { $workshop }
waiting-title = You are waiting at the door
waiting-as = You will come in as
waiting-since = Since { $at }.
waiting-lead = The team sees your name and will let you in. This page opens by itself, there is nothing to do.
waiting-offline = No network. Your place at the door is kept.
waiting-kept = You may reload this page or open it again by the same link: your place is kept.
waiting-again = See whether the door is open
join-waits = The team lets each person in: you will wait at the door for a moment.
shut-doors_locked-title = The entrance is locked
shut-doors_locked = The team has locked the entrance: nobody new comes in for now.
shut-doors_locked-do = People who are in already can come back. If you are expected, tell the person who organizes.
shut-turned_away-title = The team has not let you in
shut-turned_away = You asked to come in, and the team refused.
shut-turned_away-do = If you think this is a mistake, write to the person who organizes.
shut-removed-title = You were removed from the workshop
shut-removed = The team asked you to leave. What you wrote stays.
shut-removed-do = You may come back by the link of your invitation.
shut-banned-title = You cannot come into this workshop any more
shut-banned = The team has removed you for good. What you wrote stays, but for what was hidden.
shut-banned-do = If you think this is a mistake, write to the person who organizes: they can lift it.
shut-reason = Reason:

# What one does about a text, and about a person. $reason: one of those above; $words: what staff said of it.
text-pending = Waiting: the team reads it before it is shown.
text-to-read = To be read: nobody else reads it yet.
text-hidden = Hidden by the team: you alone still read it.
text-hidden-staff = Hidden: only the team and the person who wrote it read it.
text-hidden-for = Reason: { $reason }. { $words }
text-approve = Show
text-restore = Restore
text-hide = Hide
text-report = Report
report-title = Report this text
report-lead = The team will read it. Neither they nor anybody else see who reports.
report-why = For which reason?
report-words = A word for the team (optional)
report-words-conclusion = The words in question
report-sent = Reported. The team will read it.
report-read = Read it in the room
report-keep = Keep
report-corrected = It is corrected
report-answer-open = Reported
report-answer-kept = Reported: the team has read it and kept it.
report-answer-corrected = Reported: the team has corrected these words.
report-answer-hidden = The team has hidden a text that you reported. Thank you for saying so.
hide-title = Hide this text
hide-lead = It disappears for everybody but the person who wrote it, who reads why. You can restore it.
hide-words = A word for this person (optional)

order = Order and entrance
key-approve = Show the first text to be read
key-hide = Hide the first text to be read
alert-door = { $name } is waiting at the door
alert-pending = A text waits to be read
# $count: how many people have reported it
alert-flagged = { $count ->
    [one] A text was reported
   *[other] A text was reported by { $count } people
}
door-admit = Let in
door-admit-all = { $count ->
    [one] Let { $count } person in
   *[other] Let all { $count } in
}
door-turn-away = Turn away
turn-away-title = Turn { $name } away
turn-away-words = A word for this person (optional)
doors = Entrance of the workshop
doors-open = Open
doors-open-means = Whoever has the link comes in.
doors-waiting = With waiting
doors-waiting-means = Each person waits until the team lets them in.
doors-locked = Locked
doors-locked-means = Nobody new comes in. People who are in stay, and can come back.
moderated = Read before it is shown
moderated-means = In these rooms, messages and comments of participants wait until the team shows them.
set-moderated = Read before it is shown
set-moderated-hint = Notes, comments and remarks wait until the team shows them; so the team reads them before they are revealed.
person-put-out = Remove
put-out-title = Remove { $name }
put-out-how = For how long
put-out-words = What the person will read (optional)
put-out-list = { $count ->
    [0] Nobody is removed
    [one] { $count } person removed
   *[other] { $count } people removed
}
person-remove = Remove
person-remove-means = The person leaves. They can come back by their link.
person-ban = Ban
person-ban-means = The person leaves and cannot come back with this browser nor by their personal link, until you let them.
person-removed = Removed.
person-banned = Banned.
person-readmit = Let back in
hidden-list = { $count ->
    [0] No text is hidden
    [one] { $count } hidden text
   *[other] { $count } hidden texts
}
order-journal = Journal of moderation
order-journal-means = You alone read it. Everybody may read how many acts there were, and for which reasons.

end-removed = The team asked you to leave. What you wrote stays.
end-banned = The team has removed you from this workshop for good. What you wrote stays, but for what was hidden.
end-reason = Reason: { $reason }.
end-come-back = Come back
end-mine = What I wrote

refused-not_shown = This text waits to be read, or was hidden.
refused-own_text = You wrote it yourself.
refused-already_reported = You have reported it before.
refused-report_open = This text, or a comment on it, was reported: it cannot be removed until the team has read it.
refused-too_many_reports = You have reported { $most } texts already.
refused-not_outranked = You cannot remove a member of the team.
refused-removed = You were removed from the workshop.
refused-banned = You were removed from the workshop.
refused-doors_locked = The entrance is locked.
refused-doors_waiting = The team lets each person in.
refused-turned_away = The team has not let you in.

order-counts = In all workshops kept here:
order-none = In the workshops kept here, nothing was moderated yet.
# $action: vote, write or enter
refused-identity_required = { $action ->
    [vote] To vote in this workshop, say first who you are.
    [write] To write in this workshop, say first who you are.
   *[other] This workshop asks who you are.
}

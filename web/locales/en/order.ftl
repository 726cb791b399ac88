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

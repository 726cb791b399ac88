# The room page, for citizens.

take-part = Take part
messages = Messages
messages-unread = { $count ->
    [one] { $count } unread message
   *[other] { $count } unread messages
}
people = People
people-count = { $count ->
    [0] Nobody in the room
    [one] One person in the room
   *[other] { $count } people in the room
}
people-none = Nobody else yet.
person-away = Offline for now
help = Help
help-lead = The staff read what you write here, nobody else.
help-none = A question, a difficulty? Write it down.
help-write = Write to the staff
more = More

steps = Steps
step-of = { $number } of { $count }
step-none = Soon
step-past = past

viewer = You are watching
your-name = Your name
language = Language
mine-link = What I wrote
mine-link-hint = Your texts, your votes and a link to come back: for you alone.
leave = Leave the workshop
leave-hint = You can come back by the same link: your place and your texts stay.

shortcuts = Keyboard shortcuts
shortcuts-on = Shortcuts on
shortcuts-note = Comment on, edit, move the chosen note
shortcuts-move = Lift a note, then drop it
key-space = Space

announcement = From the staff
announcement-read = Read
answer-for-you = The staff answer you
answer-reply = Reply

group-choose = Choose your group
group-switch = Change group
group-go = Go there
group-here = You are here
group-full = Full
group-places = { $left ->
    [one] { $left } place left
   *[other] { $left } places left
}, { $people ->
    [0] nobody there yet
   *[other] { $people } already there
}
groups-closing = { $seconds ->
    [0] Back to plenary.
    [one] Back to plenary in { $seconds } second.
   *[other] Back to plenary in { $seconds } seconds.
}
group-joining = In { $seconds } s, your group joins { $name }.
groups-closing-kept = What you are writing will not be lost.

empty-before = The workshop has not begun yet. This page will follow on its own.
empty-groups = This step takes place in groups. The staff will take you there.
empty-group = Nothing is planned in this group during this step.
empty-plenary = Follow the staff: there is nothing to do here during this step.
empty-next = Next: { $title }.

closed-title = The workshop is over
closed-at = It ended at { $time }.
closed-kept = What you wrote is kept and will be in the minutes.

news-room = You are now in { $name }.
news-step = Step { $title }.
news-messages = { $count ->
    [one] One new message
   *[other] { $count } new messages
}
news-time = { $seconds ->
    [10] Ten seconds left.
    [60] One minute left.
   *[other] { $minutes } minutes left.
}

unsent = This note was not sent: the step changed while you were writing. Its text is kept.
unsent-copy = Copy the text
unsent-copied = Copied
unsent-discard = Throw away
ready-title = How far you are
ready-button = I am done
ready-count = { $count ->
    [one] 1 of { $people } is done
   *[other] { $count } of { $people } are done
}
ready-then = Once half of those present are done, your group goes on to “{ $title }”.
ready-then-wait = Once half of those present are done, your group waits for the others.
ready-finished = Your group is done. It waits for the others; you can still go back to your work.
duty-you = You
duty-reader = Read the task aloud, so that everybody starts from the same question.
duty-timekeeper = Keep the time and say when little is left.
duty-scribe = Take down what the group agrees on.

group-full-for-now = Full for now
group-waits-for = Opens again when these have enough people:
ranking-title = Which groups would you like?
ranking-lead = Press them in the order you prefer. Only the facilitators see it, to compose groups.
refused-full_for_now = This group is full for now: others still lack people.
unsent-carried = Your group has joined another. What you were writing waits for you on the new board.
closed-results = Results published since
drawn-even = Groups drawn by lot, of equal numbers.
drawn-balanced = Groups drawn by lot, as alike as can be by what people answered when they registered.
drawn-ranked = Groups made from preferences.
drawn-file = Groups made from a list.
drawn-hand = Groups made by hand.
drawn-seed = Draw no. { $seed }
drawn-lot = This number fixes chance: with it, and the same answers, the draw always gives the same groups.
drawn-moved = { $count ->
    [one] One person was placed by hand afterwards.
   *[other] { $count } people were placed by hand afterwards.
}
drawn-unsaid = no answer
drawn-dash = A dash stands for small numbers.
drawn-where = The counts of all groups will be in the minutes; the team keeps the sheet by which the sum can be done again.

# Saying who one is, where writing or voting asks for it
show-title = Say who you are
# $action: vote, write or something else
show-lead = { $action ->
    [vote] In this workshop each person votes once. Confirm who you are: you keep your name and your place.
    [write] In this workshop people write once they have confirmed who they are. You keep your name and your place.
   *[other] Confirm who you are: you keep your name and your place.
}
show-kept = What you were doing is kept, and goes out as soon as this is confirmed.
show-email = Your e-mail address
show-email-kept = It is used to send a code, and is not kept. The team sees that you have confirmed an address, never which one.
show-send = Get a code
show-sent = A code was sent to
show-code = Your code
show-code-hint = Six digits, good for ten minutes. Look among unwanted mail as well.
show-go-on = Continue
show-again = Ask for another code
# $provider: what people know the identification service by
show-openid-go = Sign in with { $provider }
show-openid-kept = You leave this page for a moment, and come back to the same place. The team sees that you have signed in, never as whom.
show-no-provider = Signing in is not possible for now: no service is set. Tell the person who organizes.
# $name: the person’s name in this workshop
show-taken = You are in this workshop already, under the name { $name }.
show-taken-means = One identity counts as one person. Go on under that name: what you were doing comes with you, the rest keeps the name you had here.
show-taken-go = Go on as { $name }
show-later = Later
show-done = It is confirmed.
show-who = Say who I am
show-to-write = To write here, confirm who you are first.

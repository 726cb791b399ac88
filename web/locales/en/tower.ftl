# What waits for staff
alerts = To do
alerts-none = Nothing waits for you.
alert-since = { $minutes ->
    [0] just now
   *[other] for { $minutes } min
}
alert-help = Help for { $room }
alert-help-person = { $name } asks for help
alert-go = I am going
alert-answer = Answer
alert-settle = Settled
alert-silent = Nothing any more in { $room }
alert-late = { $room } is past its time
alert-empty = The conclusion of { $room } is still empty
alert-lost = { $name } has lost the network
alert-lost-many = { $count } people of { $room } have lost the network
alert-lost-kept = { $count ->
    [one] Their place is kept.
   *[other] Their places are kept.
}
alert-lost-show = See who

# All rooms at a glance
tower = Control tower
tower-open = All in a table
tower-close = Close the tower
tower-hint = All rooms, with what happens in them. Arrows up and down lead from room to room.
tower-room = Room
tower-people = Present
tower-people-of = { $count ->
    [one] person
   *[other] people
}
tower-silent = Silent
tower-silent-hint = Have neither spoken nor written since the step began
tower-silent-of = { $count ->
    [one] has said and written nothing
   *[other] have said and written nothing
}
tower-balance = Balance
tower-balance-hint = 100% when all speak alike, 0% when one person alone does
tower-notes = Notes
tower-notes-of = { $count ->
    [one] note
   *[other] notes
}
tower-pace = { $count } in 1 min
tower-ready = Done
tower-ready-of = { $count ->
    [one] is done
   *[other] are done
}
tower-step = Step
tower-conclusion = Conclusion
tower-needs = Waits for somebody
tower-acts = Actions
tower-with = with { $names }
tower-waiting = Figures are on their way…
tower-none = No room needs anybody.
tower-empty = empty conclusion
tower-drafting = conclusion, { $length } characters
tower-frozen = conclusion frozen
tower-voting = conclusion put to the vote
tower-adopted = conclusion adopted
tower-rejected = conclusion rejected
tower-lost = { $count ->
    [one] 1 without network
   *[other] { $count } without network
}
tower-weak = { $count ->
    [one] 1 on a weak network
   *[other] { $count } on a weak network
}
tower-sort = Order
tower-sort-order = That of the rooms
tower-sort-need = Waits most
tower-sort-silent = Most silent
tower-sort-notes = Least written
tower-sort-time = First to end
tower-narrow = Those that need somebody

# What is refused to staff
refused-cannot_merge = { $what ->
    [gallery] Other groups look at what it wrote, or annotated it: it cannot be merged with another.
    [report_out] This group has presented its conclusion: it can no longer join another.
    [conclusion_activity] Both groups have begun a conclusion. Freeze them rather: the report out brings them together.
    [board] The two boards have other columns, are anonymous, or one of them is still hidden or in a vote: their notes cannot be brought together.
   *[other] Both groups have already worked apart on the same activity: it cannot be brought together.
}
refused-lead_changed = Somebody else leads already.
refused-moved_meanwhile = Somebody changed rooms meanwhile.
refused-not_left = Plenary does not come from this step: another one ran in between.
refused-not_plenary = Only plenary can be watched live.
refused-plenary_too_large = { $people } people are in plenary: with more than { $most } it cannot be open to all. Have it watched live, or give the floor to a few.
refused-poll_answered = People have answered already: this vote can no longer be withdrawn.

# Undoing
undo = Undo
undo-title = What you have just done
undo-list = Latest acts
undo-none = You have done nothing that can be undone.
undo-put-back = Put back
undo-is-back = Put back
undo-stale = Something else has happened since.
undo-done = Undone: { $what }
undo-not = Not undone: { $what }
act-step-start = The step { $name } began
act-step-extend = The end of { $name } changed
act-groups-open = Groups are open
act-groups-closing = The return to plenary is announced
act-groups-close = Everybody came back to plenary
act-person-move = { $name } changed rooms
act-room-edit = { $name } was changed
act-room-assign = Who is with { $name } changed
act-room-stage = Who may speak in { $name } changed
act-room-closing = The end of { $name } is announced
act-workshop-media = Sound and picture changed
act-board-reveal = Notes are revealed
act-board-hide = Notes are hidden
act-board-vote = Voting with dots changed
act-poll-open = The vote is open
act-conclusion-freeze = The conclusion is frozen
act-message-settle = The request is settled
act-message-wait = The request waits again
act-message-mark = What the minutes quote changed

# Several facilitators
lead-title = The team
lead-button = { $name } leads
lead-nobody = Nobody leads
lead-you = You lead
lead-leads = leads
lead-offered = is asked to lead
lead-in = in { $room }
lead-looks = looks at { $room }
lead-offline = offline
lead-take = Take over
lead-offer = Hand over
lead-leave = Lead no more
lead-hint = Leading forbids the others nothing: all just know who moves the workshop on.
lead-other = { $name } leads.
alert-lead-lost = { $name } was leading and has lost the network
alert-lead-offered = { $name } hands over to you
alert-lead-refuse = No, thank you
alert-unled = Nobody is with { $room }
alert-unled-detail = { $names }: offline.
assign = Who is with it
assign-title = Who is with { $name }?
assign-hint = The room stays open to the whole team.

# The end of a group
room-end = Merge or close
room-end-title = The end of { $name }
room-end-into = What becomes of its people?
room-end-home = They return to plenary
room-end-join = They join { $name }
room-end-full = { $name }: full ({ $places } places)
room-end-when = When?
room-end-in = In 60 seconds, with a countdown
room-end-now = Now
room-end-hint = What is written goes along, under the name of { $name }. A group in which nothing is written can close.
room-end-hint-home = The group closes if nothing is written in it. Otherwise merge it with another: nothing is lost.
room-end-send = End the group
room-ends-in = Ends in { $seconds } s
room-keep = Keep the group

# Writing to several rooms
message-several = To several rooms…
message-rooms = Which rooms?
message-rooms-hint = { $count ->
    [0] Choose one room at least.
    [one] One room reads it.
   *[other] { $count } rooms read it.
}
act-rotation = Tables have changed
act-room-release = { $name } goes at its own pace
act-room-recall = { $name } is called back
act-text-hide = A text is hidden
alert-end-failed = { $room } did not end
alert-merge-failed = { $room } did not join { $other }
alert-end-otherwise = Choose something else
alert-end-keep = Keep this group
alert-end-enlarge = Enlarge { $room } to { $places } places
alert-plenary = { $people } people will be in plenary
alert-rewritten = rewritten since: “{ $text }”
plenary-most = People in an open plenary
plenary-most-hint = { $most ->
    [one] With more than one person in plenary, have it watched live: staff and whoever has the floor are seen and heard, the others send nothing.
   *[other] With more than { $most } people in plenary, have it watched live: staff and whoever has the floor are seen and heard, the others send nothing.
}
step-stage-stream = Staff and whoever has the floor; plenary watches live
board-left-behind = { $count ->
    [one] One note of “{ $step }” found no place here
   *[other] { $count } notes of “{ $step }” found no place here
}
conclusion-left-behind = The conclusion of “{ $step }” is in a vote: this one begins anew.
stage-set-stream = Have it watched live

# What people show who come to take part
identity = People who take part show
identity-means = Of people who take part. Staff and those who only watch are not asked.
identity-none = A name
identity-none-means = Whoever has the link takes part.
identity-email = An e-mail address
identity-email-means = Confirmed by a code. One address, one person; the address is not kept.
identity-openid = An identification
identity-openid-means = By the service set on this server. One identity, one person; it is not kept.
identity-for = It is asked
identity-for-enter = To come in
identity-for-enter-means = Of people who come to take part from now on.
identity-for-write = To write
identity-for-write-means = Notes, comments, messages, conclusions. Everybody always takes back their own words.
identity-for-vote = To vote
identity-for-vote-means = Polls, dots, ballots and consent. A secret vote stays secret.
person-known-email = Address confirmed
person-known-openid = Identity confirmed

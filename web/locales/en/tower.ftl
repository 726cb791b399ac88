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
    [report_out] This group has presented its conclusion: it can no longer join another.
    [conclusion_activity] Both groups have begun a conclusion. Freeze them rather: the report out brings them together.
    [board] The two boards have other columns, or are anonymous: their notes cannot be brought together.
   *[other] Both groups have already worked apart on the same activity: it cannot be brought together.
}
refused-lead_changed = Somebody else leads already.
refused-moved_meanwhile = Somebody moved this person meanwhile.

# Gallery walk and moving between tables: for staff.

kind-gallery-hint = Each group reads what another has written and annotates it, then goes on to the next.
gallery-of = What is visited?
gallery-of-last = The groups’ latest work
gallery-of-hint = The conclusions, or the revealed boards of notes, of this step. They are frozen when the walk begins.
gallery-minutes-each = Minutes for each visit
gallery-anonymous = Remarks without names
gallery-anonymous-hint = Each says which group it comes from, not who wrote it.
gallery-controls = Visit { $turn } of { $turns }
gallery-next = Next visit
gallery-start = Begin the visits
gallery-end = End the visits
gallery-more = 1 min more
gallery-remarks = { $count ->
    [0] no remark
    [one] { $count } remark
   *[other] { $count } remarks
}
gallery-nothing = No group has written anything to visit.
refused-already_turned = Somebody else has just gone on to another visit.
refused-no_such_turn = There is no other visit: every group has read everything.

# Changing tables
rotate = Change tables
rotate-title = Who goes where?
rotate-how = How?
moves-next = Each table goes on to the next
moves-next-hint = The people of a table stay together.
moves-scatter = Everybody meets other people
moves-scatter-hint = The people of a table go to different ones.
moves-merge = Two tables become one
moves-merge-hint = They bring their notes, where the next step starts from them.
hosting = Who stays to welcome?
hosting-nobody = Nobody
hosting-lot = One person at each table, drawn by lot
hosting-keep = The same as last time
hosting-choose = Somebody you choose
hosting-at = Who stays at { $room }?
hosting-at-none = Nobody
rotate-preview = See who goes where
rotate-told = { $people ->
    [0] Nobody changes tables.
    [one] { $people } person changes tables.
   *[other] { $people } people change tables.
} { $hosts ->
    [0] Nobody stays to welcome.
    [one] { $hosts } stays to welcome.
   *[other] { $hosts } stay to welcome.
}
rotate-table = Table
rotate-comes = Come
rotate-from = From
rotate-stays = Stays
rotate-later = Everybody is in plenary: each goes to their new table when you open the groups again.
rotate-do = Change tables now
rotate-do-later = Keep these tables
rotate-do-start = Change tables and begin “{ $title }”
rotate-again = Propose otherwise
rotate-host-tag = host
step-moves = Before this step, people change tables
step-moves-none = Nobody changes tables
step-stage = Who speaks during this step
step-stage-none = As before
step-stage-open = Everybody
step-stage-speakers = Staff and whoever has the floor
step-stage-fishbowl = A fishbowl of a few seats
goes-on = Start from
goes-on-none = Nothing: begin anew
goes-on-board-hint = The revealed notes of the same group, and of groups that joined it, are brought along.
goes-on-conclusion-hint = The group takes up its conclusion as it is, with the remarks it has received.

refused-nobody_to_move = There must be two tables with somebody at each.
refused-not_at_table = This person is not at this table.
refused-rotation_gone = The proposal has changed: look at the new one.

workshop-from-method = A proven method
workshop-from-method-hint = World café, 1-2-4-all, fishbowl, consent round… with its steps and instructions.
workshop-method = Method
workshop-method-suits = For { $least } to { $most } people, { $minutes } minutes as it is.

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

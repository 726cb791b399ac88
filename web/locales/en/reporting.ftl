# Report out: groups present their conclusions, and a common text is written. For citizens and staff.

report-now = Now
report-rooms = Groups
report-no-rooms = No group has a conclusion to present.
report-before = Groups are about to present their conclusions.
report-between = Another group is about to present.
report-over = All groups have presented.
report-rank = Group { $number } of { $all }
report-presents = { $room } presents its conclusion
report-follows = { $room } will follow.
report-last = This is the last group.
report-empty = No conclusion.
report-empty-people = { $people ->
    [0] There was nobody in this group.
    [one] { $people } person was in this group and wrote nothing.
   *[other] { $people } people were in this group and wrote nothing.
}
report-not-shown = This group does not present its conclusion.
report-hidden = Its conclusion is not shown at the moment.
report-rewritten = This group is rewriting its conclusion: only the group and the staff see it.
report-coming = Its words will be here in a moment.
report-conclusions = Conclusions of the groups
report-shown-later = Its conclusion will be seen here when the group presents it.

turn-waiting = To come
turn-presenting = Now
turn-presented = Presented
turn-skipped = Passes
turn-people = { $people ->
    [0] nobody
    [one] { $people } person
   *[other] { $people } people
}
turn-empty = { $people ->
    [0] no conclusion, 0 people
    [one] no conclusion, { $people } person
   *[other] no conclusion, { $people } people
}

common-text = Common text
common-text-none = No statement yet. Take sentences from a conclusion, or write a statement.
statement-number = Statement { $number }
minority-view = Minority view
minority-hint = What those who do not agree think. It stays beside the statement, in the minutes too.
stand-for = For
stand-against = Against
stand-not-discussed = Did not discuss it
stands = { $for ->
    [0] No group for
    [one] { $for } group for
   *[other] { $for } groups for
}, { $against ->
    [0] none against
   *[other] { $against } against
}, { $none ->
    [0] all discussed it
   *[other] { $none } did not discuss it
}
statement-vote = Result of the vote
statement-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
statement-see-source = See it in the conclusion of { $room }
statement-reported = Reported out to all rooms

standing-drafting = Being written
standing-frozen = Frozen
standing-voting = Put to the vote
standing-adopted = Adopted
standing-rejected = Rejected
standing-amended = Amended since the vote
vote-result = { $for } for, { $against } against, { $abstained ->
    [0] no abstention
    [one] { $abstained } abstention
   *[other] { $abstained } abstentions
}
vote-no-quorum = Not enough votes to decide

news-statements = { $count ->
    [one] A new statement in the common text
   *[other] { $count } new statements in the common text
}
news-adopted = Adopted: { $text }
news-rejected = Rejected: { $text }

report-present = Give the floor to { $room }
report-end = End the presentations
report-minute-more = + 1 minute
turns-order = Order of groups
turns-title = Order of presentations
turn-earlier = Let { $room } present earlier
turn-later = Let { $room } present later
turn-skip = Skip
turn-unskip = Put back
turn-present = Present now
conclusion-reopen-hides = It is shown to all: reopened, it no longer is.
conclusion-show = Show to all
conclusion-hide = Show no longer
pick-words = Take sentences
pick-title = Take sentences
pick-into = Into
pick-cite = Add as a source
pick-first = Choose a sentence first.
pick-none = No conclusion has been shown yet.
statement-actions = Act on this statement
statement-new = New statement
statement-add = Add a statement
statement-edit = Edit
statement-edit-title = Edit the statement
statement-text = Statement
statement-stands = Where groups stand
stands-title = Where groups stand
statement-cite = Add a source
statement-up = Move up
statement-down = Move down
statement-move = Move to…
statement-move-title = Move this statement
statement-merge = Merge…
statement-merge-title = Merge two statements
statement-merge-with = With
statement-merge-do = Merge
statement-merge-hint = The sources and stands of both are kept: a group that is against one of them is against the merged statement.
statement-freeze = Freeze
statement-reopen = Reopen
statement-report = Report out to all rooms
statement-unreport = Report out no longer
statement-drop = Remove
statement-drop-title = Remove this statement
statement-drop-text = Its text, its sources and its minority view disappear from the common text.
statements-report = { $count ->
    [one] Report out the statement
   *[other] Report out the { $count } statements
}
put-to-vote = Put to the vote
vote-open = Open the vote
vote-statement = Do you adopt this statement? “{ $text }”
vote-conclusion = Do you adopt the conclusion of { $room }?
vote-for = For
vote-against = Against
vote-abstain = I abstain
vote-way = How to answer
vote-named = By name: all will see who answered what
vote-secret = Secret: nobody will know who chose what
vote-hands = Show of hands: you count the hands
vote-required = Majority, in %
vote-required-hint = Adopted if “for” reaches this share of the votes expressed, and has more than “against”.
vote-quorum = Quorum, in %
vote-quorum-hint = Share of those present who must vote. 0: none.
vote-freezes = The text does not change during the vote.

kind-report_out = Report out
kind-report_out-hint = Groups present their conclusions in turn, and a common text is written.
report-of = Conclusions of the step
report-of-last = The last that has any
report-of-hint = They are frozen when the report out begins, and seen by all when their group presents.
report-minutes-each = Minutes for each group

refused-already_presenting = Somebody has just given the floor to another group.
refused-not_in_conclusion = The conclusion does not say these words, or no longer.
refused-not_reported = This conclusion has not been shown to all yet.
refused-statement_frozen = This statement is frozen: reopen it first.
refused-common_text_full = It is full: there are { $most } already.
refused-was_voted = This statement was put to the vote: it stays in the minutes.

# The gallery walk: each group reads what another has written, and annotates it.

kind-gallery = Gallery walk

gallery-visiting = You are reading { $room }
gallery-turn = Visit { $turn } of { $turns }
gallery-none = There is nothing to read for now. You can talk about what you have read.
gallery-done = Your group has read everything.
gallery-rewritten = This group is rewriting its conclusion. It comes back here once it is frozen.
gallery-goes-back = Your remarks are shown to this group.
gallery-anonymous-told = They do not bear your name.

remarks = Remarks of other groups
remarks-count = { $count ->
    [one] { $count } remark of another group
   *[other] { $count } remarks of other groups
}
remarks-here = Remarks
remarks-none = No remark yet.
remark-write = Write a remark
remark-on = About
remark-on-all = The whole
remark-stance = Your remark
stance-agree = Agree
stance-question = Question
stance-suggestion = Suggestion
remark-text = In a few words
remark-send = Send to the group
remark-drop = Take this remark back
remark-drop-other = Remove the remark by { $name }
remark-from = { $room }
remark-yours = you
remark-about = About “{ $what }”
remark-sent = Remark sent.
news-remarks = { $count ->
    [one] A new remark of another group.
   *[other] { $count } new remarks of other groups.
}
news-visit = You are now reading { $room }.

refused-no_visit = Your group visits nothing at the moment.
refused-too_many_remarks = There are { $most } remarks here already.

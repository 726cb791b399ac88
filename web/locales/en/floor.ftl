# The floor: raising a hand, waiting, speaking or typing in one's turn.

floor = Speaking queue
hand-raise = Raise hand
hand-up = Hand is up
hand-title = Ask for the floor
hand-title-up = Your hand is up
hand-change = Change my request
hand-for = What for
hand-contribution = A contribution
hand-contribution-hint = You wait for your turn.
hand-question = Question
hand-question-hint = About what has just been said. It comes before contributions.
hand-point = Point of order
hand-point-hint = About how we debate. It comes before everything else, if the facilitators accept it.
hand-reason = Which one, in a few words?
hand-lower = Lower hand
hand-declined = Your point of order was not granted. Your request stays in the queue.
hand-speaking = It is your turn already.

floor-place = { $place ->
    [1] You are next
    [2] You are 2nd
    [3] You are 3rd
   *[other] You are number { $place }
}
floor-wait = { $minutes ->
    [0] Soon
    [one] In about a minute
   *[other] In about { $minutes } minutes
}
floor-more = { $count ->
    [one] And one more person
   *[other] And { $count } more people
}
floor-waiting = { $count ->
    [one] One person is waiting to speak
   *[other] { $count } people are waiting to speak
}
floor-speaks = has the floor
floor-seated = is in the centre
floor-stands = paused
floor-interrupted = while a question is asked
floor-write = Type instead of speaking
floor-write-hint = In your turn the room reads what you type, as you type it.
floor-speak = Speak instead of typing

turn-yours = It is your turn
seat-yours = You are in the centre
turn-paused = Your turn is paused
turn-interrupted = A question first: then the floor is yours again
turn-finish = End my turn
seat-leave = Leave my chair
turn-time = { $spoken }
turn-time-of = { $spoken } of { $limit }
turn-over = Time is up, please come to an end.
turn-type = Your text
turn-type-hint = Everybody reads it while you type. At the end it becomes a message.
words-of = { $name } is typing in turn
words-none = The words appear here as they are typed.
words-said = { $name }: { $words }
message-in-turn = With the floor

hands = Raised hands
hands-none = No hand is up.
hand-unspoken = has not spoken yet
hand-writes = in writing
hand-actions = Actions for { $name }’s request
hand-first = Move to the head
hand-earlier = Move one place up
hand-later = Move one place down
hand-move = { $name }, place { $place }. Move with the up and down arrows
hand-move-hint = Drag, or up and down arrows
hand-moved = { $name } is now at place { $place }
hand-decline = Decline the point of order
hand-lower-other = Lower the hand
floor-turn = Give the floor
floor-pause = Pause
floor-resume = Give the floor back
floor-rules = Rules
floor-rules-title = The floor in { $name }
floor-order = Order of contributions
policy-first_come = First come, first served
policy-first_come-hint = The first hand up speaks first.
policy-least_spoken = Who has spoken least first
policy-least_spoken-hint = By the speaking time measured in the whole workshop.
policy-alternate = Alternating
policy-alternate-hint = Always the group, or the answer, that had the fewest turns.
floor-alternate-by = Alternate between
floor-alternate-groups = groups
policy-round_table = Round the table
policy-round_table-hint = All hands go up: everybody speaks once.
policy-first_timers = Who has not spoken yet first
policy-first_timers-hint = Then first come, first served.
floor-anew = Forget the order made by hand
floor-round-anew = Go round the table once more
floor-minutes = Length of a turn, in minutes
floor-minutes-hint = Nothing cuts anybody off: people are reminded. 0: no limit.
floor-seats = Chairs in the centre
floor-seats-hint = For a fishbowl: the queue fills the free chairs.
stage-fishbowl = Fishbowl
stage-set-fishbowl = Open a fishbowl
key-floor = Give the floor to the next person
alert-point = Point of order by { $name }

refused-already_speaking = Somebody has the floor already.
refused-not_speaking = This turn is over.
refused-no_seat = { $most ->
    [one] The only chair is taken.
   *[other] All { $most } chairs are taken.
}

# The agenda during the workshop: pauses, released rooms, delays.

refused-not_released = This room follows plenary already.
refused-step_passed = This room is past that step, or may not go as far.
refused-agenda_changed = Somebody has just changed the agenda. Nothing was changed; see how it stands.
refused-steps_differ = These two steps do not go together: a room would have two things to do at once.
agenda-early = { $minutes } min early
extend-minus-1 = − 1 min
step-pause = Pause
step-resume = Resume
step-over = { $minutes } min longer than planned
step-under = { $minutes } min shorter than planned
step-skipped = skipped
step-skip = Skip this step
step-unskip = Do not skip it
step-planned = Instead of
key-shorten = One minute less
key-pause = Pause, resume

catch-up = How to catch up?
catch-up-shorten = Shorten what follows
catch-up-merge = Merge two steps
catch-up-skip = Skip a step
catch-up-extend = End later
catch-up-gained = { $minutes } min gained
catch-up-shorter = { $title }: { $to } min instead of { $from }
catch-up-merged = “{ $first }” and “{ $later }” become one step of { $to } min instead of { $from }. A discussion gives way to the other activity.
catch-up-skipped = “{ $title }” ({ $minutes } min) stays in the agenda, struck out; “Go to” leads to the one after it.
catch-up-extended = The end announced to everybody becomes { $time }. Nothing is shortened.

next-released-stay = { $count ->
    [one] One room goes at its own pace and does not follow.
   *[other] { $count } rooms go at their own pace and do not follow.
}
next-released-follow = { $count ->
    [one] The room that went at its own pace follows plenary again.
   *[other] The { $count } rooms that went at their own pace follow plenary again.
}
next-passes = { $count ->
    [one] The step struck out is skipped.
   *[other] { $count } steps struck out are skipped.
}

release-button = Let go on alone
release-title = Let rooms go at their own pace
release-how = A room goes on to the next step as soon as half of those present are done. For each step it is drawn by lot who reads out, who keeps the time and who takes notes.
release-rooms = Rooms
release-last = As far as
release-hint = Once there, a room waits. All come back when you recall them, when the groups close, or when plenary goes further.
release-submit = Let go on
release-recall = { $count ->
    [one] Recall the room to plenary
   *[other] Recall the { $count } rooms to plenary
}
room-advance = Move it to the next step
room-extend = Give it 5 more minutes
room-recall = Bring it back to plenary
room-released = At its own pace
room-finished = Done, waiting for the others

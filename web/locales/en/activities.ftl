# The activities: board of notes, polls, document, discussion, break. For citizens and staff.

view-failed = This part of the page could not be loaded.

board = Board
columns = Columns
column-empty = No notes here yet.
column-empty-hidden = Nothing from you here yet.
column-more = Show more ({ $count })
board-hidden = Everyone writes on their own. All notes will be revealed together.
board-hidden-staff = Notes are hidden. Each person sees only their own until you reveal them.
board-anonymous-short = Anonymous writing: your name is not kept with what you write.
board-anonymous = Until the workshop ends, a code only serves to recognise your own notes, so that you can change them. It is then destroyed, and nobody can tell any more who wrote what.

note-write = Write a note
note-add = Add the note
note-add-here = Add here
note-text = Your text
note-placeholder = One idea per note
note-hint = Everyone in the room will see it.
note-hint-hidden = Visible to you only, until notes are revealed.
note-left = { $left ->
    [one] { $left } character left.
   *[other] { $left } characters left.
}
note-too-long = { $over ->
    [one] { $over } character too many.
   *[other] { $over } characters too many.
}
note-empty = Write something first.
note-column = Column
note-paper = Paper
note-edit = Edit
note-edited = edited
note-drop = Remove
note-move = Move to…
note-move-title = Move this note
note-movable = movable note
note-unstack = Take out of the stack
note-comment = Comment
note-comments = { $count ->
    [0] Comments
    [one] { $count } comment
   *[other] { $count } comments
}
note-only-you = Visible to you only
note-moved-by = { $name } is moving it
note-yours = You
note-anonymous = Anonymous
comment-write = Write a comment
comment-drop = Remove the comment

stack-count = { $count ->
    [one] { $count } note
   *[other] { $count } notes stacked
}
stack-title = Name the stack
stack-title-label = What these notes say

move-first = At the top
move-after = After “{ $text }”
move-onto = Stack with “{ $text }”
move-lifted = Note lifted. Arrows move it, Space drops it, Escape cancels.
move-position = { $position } of { $count } in { $column }.
move-dropped = Note dropped.
move-cancelled = Move cancelled.

dots-left = { $left ->
    [0] All your dots are placed.
    [one] You have { $left } dot left of { $all }.
   *[other] You have { $left } dots left of { $all }.
}
dots-add = { $mine ->
    [0] Place a dot
    [one] Place one more dot, you have placed { $mine }
   *[other] Place one more dot, you have placed { $mine }
}
dots-remove = { $mine ->
    [one] Take your dot back
   *[other] Take a dot back, you have placed { $mine }
}
dots-take = Take a dot back
dots-total = { $count ->
    [one] { $count } dot
   *[other] { $count } dots
}

poll-none = No vote is open yet.
poll-named = Named vote: your name will be published with the result.
poll-single = One answer only
poll-multiple = Up to { $most } answers
poll-vote = Vote
poll-choose-first = Choose an answer first.
poll-sending = Your vote is leaving…
poll-done = Your vote is counted.
poll-your-choice = Your choice
poll-change = Change my vote
poll-take-back = Take my vote back
poll-later = Result at the end.
poll-hands = Show of hands: raise your hand in the room when your answer is called.
poll-closed = The vote is closed. The result is not published yet.
poll-turnout = { $turnout ->
    [0] No votes yet, of { $people ->
        [one] { $people } person.
       *[other] { $people } people.
    }
    [one] { $turnout } person of { $people } has voted.
   *[other] { $turnout } people of { $people } have voted.
}
poll-votes = { $votes ->
    [one] { $votes } vote · { $share }
   *[other] { $votes } votes · { $share }
}
poll-as-table = The same result as a table
poll-answer = Answer
poll-voices = Votes
poll-share = Share
poll-who = Who answered what
poll-nobody = Nobody

discussion-beside = Talk together. What you type appears in the messages of the room.

break = This is the break.
break-until = We go on at { $time }.

# Said by screen readers.
news-notes = { $count ->
    [one] One new note in { $column }
   *[other] { $count } new notes in { $column }
}
news-comments = { $count ->
    [one] One new comment
   *[other] { $count } new comments
}
news-poll-open = Vote open: { $question }
news-poll-closed = Vote closed: { $question }
news-poll-published = Result published: { $question }

note-carried = from “{ $step }”
note-origin = From “{ $phase }”
note-came-from = Written in { $name }

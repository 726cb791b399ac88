# The facilitator’s desk: agenda, what citizens see, rooms, people.

desk = Facilitator’s desk
desk-menu = Menu of the desk
present = { $count } present
watching = { $count } watching
time-now = It is
panels = Parts of the desk
panel-screen = Room
panel-groups = Groups
workshop-closed = The workshop is over. It can still be read and exported.
http-failed = The server does not answer. Try again in a moment.

# Forms
form-leave = Discard what you have changed?
form-throw-away = Discard
form-go-on = Go on

# Agenda
agenda = Agenda
agenda-ends = Ends around { $time }
agenda-total = { $time } in all
duration = { $hours } h { $minutes }
agenda-late = { $minutes } min late
agenda-empty = No step yet. Add the first one.
planned-at = Planned at
time-left = Time left:
cell-plenary = Plenary · { $what }
cell-groups = { $count ->
    [0] In groups · { $what }
    [one] { $count } group · { $what }
   *[other] { $count } groups · { $what }
}
cell-empty = nothing planned
extend-1 = + 1 min
extend-5 = + 5 min
step-lasted = done in { $minutes } min
step-actions = Actions for { $title }
step-go = Go there now
step-edit = Edit
step-drop = Delete
step-drop-title = Delete “{ $title }”?
step-drop-text = The step and what is planned in it leave the agenda. What people have written cannot be deleted this way.
step-add-button = Add a step
step-add-title = New step
step-edit-title = Edit the step
step-add = Add
step-add-hint = You will then choose what plenary and the groups do.
step-title = Name
step-title-hint = Everybody reads it at the top of the screen.
step-minutes = Planned length, in minutes
step-place = Place in the agenda
step-first = At the beginning
step-after = After { $title }
move-up = Move up
move-down = Move down
plan-plenary = Activity in plenary
plan-groups = Activity of the groups
plan-clear = Empty the plenary

# Going on
next-to = Go to
next-begin = Begin with
next-last = Last step
next-plenary = { $people ->
    [0] Next: { $what }, { $minutes } min.
    [one] The one person here goes to this step: { $what }, { $minutes } min.
   *[other] All { $people } people go to this step together: { $what }, { $minutes } min.
}
next-groups = { $people ->
    [one] Each room goes to this step. In groups: { $what }, { $minutes } min.
   *[other] All { $people } people go there, each in their room. In groups: { $what }, { $minutes } min.
}
next-plenary-only = Planned in plenary: { $what }, { $minutes } min.
next-empty = Everybody goes there, but nothing is planned in plenary ({ $minutes } min).
next-groups-stay = The groups stay open and have nothing to do there: call everybody back first.
next-votes-stay = { $count ->
    [one] A vote is open: it stays open, and you can close it afterwards.
   *[other] { $count } votes are open: they stay open, and you can close them afterwards.
}
next-then-groups = You can then open the groups.
next-nothing-lost = Nothing is deleted, and you can come back to the step before.
next-none = There is no step after this one.
next-no-steps = Add a step to the agenda to begin.
next-closed = The workshop is over.
already-moved = Somebody else has just moved on. We are now at { $title }.

# What a cell of the agenda holds
kind-info = Information
kind-info-hint = A text, an image or a document to read.
kind-discussion = Discussion
kind-discussion-hint = People talk; messages are written beside.
kind-board = Board
kind-board-hint = Notes in columns, then dots.
kind-conclusion = Conclusion
kind-conclusion-hint = A text written together, field by field.
kind-poll = Vote
kind-poll-hint = One or several questions with choices.
kind-break = Break
kind-break-hint = Nothing to do until work resumes.
plan-title-room = { $title } · { $room }
plan-title-groups = { $title } · all groups
plan-kind = Kind of activity
plan-question = Question asked
plan-question-hint = It is the largest text on the screen.
plan-instructions = Instructions
info-text = Text
info-file = Image or document
info-file-choose = Choose a file
info-file-other = Choose another file
info-file-hint = PNG, JPEG, WebP, GIF or PDF, 10 MB at most.
info-file-drop = Remove
info-file-sending = Sending the file…
info-alt = What this file shows
info-alt-hint = For those who do not see it. One sentence is enough.
set-columns = Columns
set-column = Column { $number }
set-column-add = Add a column
set-column-drop = Remove column { $number }
set-writing = Writing
set-hidden = Hide notes until you reveal them
set-hidden-hint = Everybody writes without being led by the others.
set-anonymous = Anonymous
set-anonymous-hint = The name is neither shown nor kept with the text, not even for the team.
set-comments = Comments under the notes
set-sorting = Everybody may move and stack
set-sorting-hint = Otherwise only the team sorts other people’s notes.
set-dots = Dots for each person
set-dots-hint = 0: no voting on this board.
set-dots-per-note = At most on one note
question-add = Add a question
question-add-hint = Questions stay hidden until you open them.
question-number = Question { $number }
question-drop = Remove
question-new = New question
question-text = Question
question-options = Possible answers
question-options-hint = One answer on each line.
question-two = At least two answers are needed.
question-twenty = { $most } answers at most.
question-option-long = An answer has { $most } characters at most.
question-way = How do people answer?
way-named = Each person on their screen
way-named-hint = Who answered what is published with the result.
way-hands = By a show of hands
way-hands-hint = You count the hands in the room and type the numbers.
question-choices = How many answers?
choices-one = Only one
choices-several = Several, at most
choices-most = Number of answers at most
question-prepare = Prepare
question-prepare-hint = Only the team sees it for now. You open it when you want.

# What citizens see
screen-title = What citizens see
screen-step = { $place } of { $of }
screen-messages = Messages
screen-activity = Activity
screen-empty = Nothing is planned here for this step.
screen-before = The workshop has not begun. People who come in wait here.
controls = Lead the activity
controls-edit = Edit the activity
controls-choose = Choose an activity
board-notes = { $count ->
    [0] No note
    [one] { $count } note
   *[other] { $count } notes
}
board-authors = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
board-is-hidden = Notes hidden
board-reveal = Reveal the notes
board-hide = Hide again
voting-start = Open voting with dots
voting-open = Voting open
voting-close = Close voting
voting-closed = Voting closed
voting-again = Open voting again
voting-after = Voting opens once the notes are revealed.
poll-is-created = Ready
poll-is-open = Open
poll-is-closed = Closed
poll-is-published = Published
poll-open = Open
poll-open-title = Open the question
poll-open-hint = Everybody in the room gets it at once.
poll-open-hands-hint = The room sees the question; you count the hands.
poll-length = Until when?
poll-until = Until I close it
poll-for = { $minutes } min
poll-close = Close
poll-publish = Publish the result
poll-drop = Delete the question “{ $question }”
poll-answered = { $turnout ->
    [one] { $turnout } answer of { $people }
   *[other] { $turnout } answers of { $people }
}
poll-by-hands = by a show of hands
poll-count = Type the hands
poll-count-title = Hands counted
poll-count-hint = The result is shown only when you publish it.
poll-count-first = Type the hands counted to publish.
polls-unfinished = { $count ->
    [one] { $count } vote to finish
   *[other] { $count } votes to finish
}

# Rooms
rooms = Rooms
rooms-none = Add groups to work side by side.
room-add-button = Add a group
room-add-title = New group
room-add = Add
room-edit = Edit
room-edit-title = Edit { $name }
room-drop = Delete
room-drop-title = Delete { $name }?
room-drop-text = Only an empty group in which nothing was written can be deleted.
room-name = Name
room-theme = What the group works on
room-paper = Paper
room-capacity = Number of places
room-capacity-hint = Leave empty for no limit.
room-people = { $count ->
    [0] Nobody
    [one] { $count } person
   *[other] { $count } people
}
room-places = { $left ->
    [one] { $left } place left
   *[other] { $left } places left
}
room-full = Full
room-offline = { $count } offline
room-with = with
room-calls = { $count ->
    [one] Asks for help
   *[other] { $count } calls for help
}
room-here = You are here
room-look = Look
room-go = Go there
room-message = Write to this room
room-actions = Actions for { $name }
go-backstage = Back to backstage
groups-choosing = People choose their group
groups-open = Groups open
groups-open-button = Open the groups
groups-open-title = Open the groups
groups-open-all = Place everybody
groups-send = Send everybody to their group
groups-filling = How to fill them
fill-draw = At random, evenly
fill-draw-hint = Everybody leaves at once.
fill-choose = Everybody chooses
fill-choose-hint = One leaves once one has chosen; you place the others afterwards.
fill-again = As last time
fill-again-hint = Everybody finds their group again, newcomers are spread.
groups-rest-drawn = Those who have chosen stay where they are. The others are spread evenly.
groups-can-switch = People may change groups themselves
groups-size = { $groups } groups of { $each ->
    [one] { $each } person
   *[other] { $each } people
}. Latecomers go where people are missing.
groups-sizes = { $groups } groups of { $least } or { $most } people. Latecomers go where people are missing.
groups-short = The groups have { $places } places for { $people } people. Add a group or places.
groups-late = Once the groups are open, latecomers go where people are missing.
recall = Back to plenary
recall-60 = Call back in 60 s
recall-in = { $seconds ->
    [0] Everybody comes back.
    [one] Everybody comes back in { $seconds } second.
   *[other] Everybody comes back in { $seconds } seconds.
}
recall-more = + 60 s
recall-cancel = Stay in groups
recall-now = Now

# People
people-title = People
people-search = Find a person
people-where = Show
people-everywhere = All rooms
people-offline = Offline ({ $count })
people-none-found = Nobody matches.
people-nobody = Nobody has come in yet. Share the link.
people-viewers = { $count ->
    [one] { $count } person watches without taking part.
   *[other] { $count } people watch without taking part.
}
person-offline = Offline
person-group = Group { $name }
person-move = Move
person-actions = Actions for { $name }
person-write = Write
person-rename = Rename
move-title = Move { $name }
move-here = Is there already
move-hint = The person changes rooms at once and keeps all they have written.
rename-title = Rename { $name }
rename-name = Name shown to everybody
message-title = Write
message-short = Message
message-to = To whom?
message-everybody = To everybody, in all rooms
message-text = Message
message-all-hint = The message is shown at the top of every screen, viewers included.
message-room-hint = { $count ->
    [one] Only the room { $name } reads it.
   *[other] Only the { $count } people in { $name } read it.
}
message-person-title = Write to { $name }
message-person-hint = Only { $name } and the team read it.
message-said = Exchange with the team

# Sharing, exports, the end
share-button = Invite
share-dialog = Invite
share-dialog-lead = People come in by the link, by the code, or by aiming a phone at the picture.
share-page = Page to project or print
links-loading = The links are coming…
link-participant = Take part
link-viewer = Watch
link-facilitator = Facilitate
link-organizer = Organize
link-code = Code
link-copy = Copy the link
link-copied = Copied
link-not-copied = Your browser does not allow copying. Select the address.
link-uses = { $count ->
    [0] Never used
    [one] { $count } entry
   *[other] { $count } entries
}
link-qr = Picture to aim a phone at, { $role }
link-revoke = Withdraw
link-revoke-text = People who came by this link are disconnected and cannot come back by it. What they have written stays.
link-new = New link
link-for = For
link-label = A note for yourself
link-make = Make
exports = Exports
export-take = Download
export-minutes = Word, approve and publish the minutes
export-pdf = Minutes to print (PDF)
export-pdf-hint = Readable by all and made to last: PDF/UA and PDF/A.
export-docx = Minutes in Word (DOCX)
export-docx-hint = With styles, to work on.
export-odt = Minutes in LibreOffice (ODT)
export-odt-hint = The same, in the open format.
export-html = Minutes, a page to read
export-html-hint = To read, print or send.
export-md = Minutes, Markdown text
export-md-hint = To use in another document.
export-archive = Whole archive
export-archive-hint = Everything, with names. To be kept by you.
export-public = Public archive
export-public-hint = Everything, without names. May be published.
ending-button = End the workshop…
ending-title = End the workshop
ending-submit = End it for good
ending-writing = Nobody can write or vote any more. Open votes are counted.
ending-anonymous = The keys of anonymous writing are destroyed: nobody can find out any more who wrote what.
ending-exports = Minutes and archives stay available.
ending-votes = { $count ->
    [one] The result of one vote is not published:
   *[other] The results of { $count } votes are not published:
}
ending-votes-later = You can still publish from the facilitator’s desk afterwards, and type in the hands counted.
ending-sure = I understand: this cannot be undone.
ending-done = The workshop is over. The keys of anonymous writing have been destroyed.

# Settings and keys
workshop-edit = Edit the workshop
workshop-title = Title
workshop-language = Language of the workshop
workshop-language-hint = That of the entrance page, for those who choose none, and of the minutes.
workshop-zone = Time zone
workshop-zone-hint = Times in the minutes and documents follow this zone.

settings = Language and keys
settings-language = Language of this page
keys = Keys
keys-on = One-letter keys
keys-on-hint = Switch them off if you dictate or if keys go off by themselves.
key-next = Go to the button “Go to”
key-extend = One minute more
key-groups = Open the groups, or call everybody back
key-rooms = Look at a room
key-escape = Esc
key-close = Close what is open

# Told to screen readers
news-now = New step: { $title }
news-asked = { $count ->
    [one] Somebody asks for help
   *[other] { $count } people ask for help
}
news-groups-closed = Everybody is back in plenary
news-groups-choosing = People choose their group
news-groups-open = The groups are open

# Erasing a person
erase = Erase
erase-title = Erase { $name }?
erase-lead = At the person’s request. It is for good. What is to be erased?
erase-name = Their identity
erase-name-means = Their name and address. Their texts stay, signed “Person erased”.
erase-texts = Their identity and their texts
erase-texts-means = Their post-its, comments, messages and amendments go too, from the history as well. Their place stays, empty. What they wrote without a name goes too, as long as the workshop is not closed.
erase-stays = Counts stay: votes, dots, attendance without a name.
erase-together = Conclusions written together and minutes already published do not change; the history of who wrote what in a conclusion disappears with their texts. What conclusions quote of their post-its disappears, also where the process took it up; what was laid from it on a board of another workshop before stays there, without a name.
erase-ends = The person leaves the workshop, and their personal link no longer opens.
erase-files = It is done at once in the workshop, within the day in the server’s files. Backups and archives already made do not change.

# Retention
retain = How long data is kept
retain-lead = Counted from the end of the workshop, and readable by everybody. After that the data is deleted, and the proof of it kept.
retain-identity = Names and addresses
retain-identity-hint = Who was there, under what name. Afterwards texts stay without a name.
retain-attendance = Attendance
retain-attendance-hint = When each person came and left.
retain-speech = Speaking time
retain-speech-hint = How long each person spoke.
retain-votes = Named answers to polls
retain-votes-hint = Results stay; who answered what disappears.
retain-texts = Texts
retain-texts-hint = Post-its, comments, messages. Conclusions written together stay.
retain-uploads = Files
retain-uploads-hint = Images and documents shown during the workshop.
retain-drafts = Drafts
retain-drafts-hint = Drafts of the minutes and amendments not published.
retain-days = { $days ->
    [30] one month
    [90] three months
    [180] six months
    [365] one year
    [730] two years
    [one] { $days } day
   *[other] { $days } days
}
retain-kept = kept with the process
retain-closed = The workshop is over: a time can still be shortened, not lengthened.

# The studio of the organization: processes and phases, workshops, documents, branding.

studio = Studio
studio-home = Studio, all processes
studio-home-all = All processes
studio-nav = Go to
studio-door = Enter the studio
studio-opening = The studio is coming…
studio-saving = Saving…
studio-saved = Everything is saved
studio-unsaved = Changes not saved yet
studio-quit = Leave
nav-all = Processes
nav-others = Other processes
nav-workshops = Workshops of no process
nav-organization = Organization
part-phases = Phases
part-about = Presentation
part-documents = Documents
leaving-title = Leave without saving?
leaving-text = What you changed on this page is not saved yet.
form-undo = Undo my changes
list-add = Add
list-drop = Remove { $name } { $number }
setting-none = None
refused-unreachable = The server does not answer. Try again in a moment; what you typed is still here.

# Home
home-empty = No process yet
home-empty-text = A process says what is open to debate, how far participation goes and when it happens. Its phases divide it in time: information, workshops.
phases-count = { $count ->
    [0] No phase
    [one] { $count } phase
   *[other] { $count } phases
}
free-none = None. A workshop can also be prepared without a process.
standing-draft = Draft
standing-published = Published process
standing-archived = Archived

# A process
process-new = New process
process-create = Create the process
process-title = Title
process-slug = Address of the page
process-slug-form = Plain letters, figures and hyphens.
process-slug-published = The process is published: another address breaks the links already given out.
process-page = See the page
process-actions = Actions on the process
process-publish = Publish
process-published = The process is published.
process-withdraw = Withdraw
process-archive = Archive
process-export = Export
process-remove = Delete
withdraw-title = Withdraw “{ $title }”?
withdraw-text = Only the team sees the page any more, and the doors of its workshops close to the public. Nothing is erased: you can publish it again.
archive-title = Archive “{ $title }”?
archive-text = The page and its documents can still be read. Nothing in it is open to participation any more.
remove-title = Delete “{ $title }”?
remove-text = The process disappears for good, with:
remove-phases = { $count ->
    [0] no phase
    [one] { $count } phase and its text
   *[other] { $count } phases and their texts
}
remove-documents = { $count ->
    [0] no document
    [one] { $count } document
   *[other] { $count } documents
}
remove-contributions = { $count ->
    [0] No contribution is lost.
    [one] { $count } gathered contribution is lost.
   *[other] { $count } gathered contributions are lost.
}
remove-workshops = { $count ->
    [0] It has no workshop.
    [one] Its workshop is not deleted: it stays in the list of workshops of no process.
   *[other] Its { $count } workshops are not deleted: they stay in the list of workshops of no process.
}

# Before publication
check-missing = { $count ->
    [one] One thing is missing before publication
   *[other] { $count } things are missing before publication
}
check-ready = Everything is ready for publication
check-ready-text = Everybody will see the page at its address. You can still change everything.
check-there = : done
check-lead = A presentation in a few lines
check-lead-why = It is what people read first, and what shared links show.
check-scope = What is open to debate
check-scope-why = Nobody should give an evening without knowing what they can influence.
check-integration = How far participation goes
check-integration-why = Inform, consult, concert or co-produce: say it before, not after.
check-phases = At least one phase
check-phases-why = Without a phase there is nothing to take part in.
check-dates = A calendar: the beginning and end of each phase
check-dates-why = People plan by these dates; the dates themselves open and close each phase.
check-dates-which = Dates are missing for: { $phases }.
check-overlap = Phases that do not overlap
check-overlap-why = { $phases } happen at the same time. Change a date, or give one of them a parallel track.

# Presentation and expectations
process-lead = Presentation
process-lead-hint = Two or three sentences, at the top of the page.
expectations = What can be expected of it
expectations-lead = Said beforehand to everybody who is asked for their time. Needed for publication.
process-scope = What is open to debate
process-scope-hint = What contributions can really influence.
process-closed = What is not
process-closed-hint = Decisions already taken, constraints, budget. Optional, and often appreciated.
process-integration = How far participation goes
integration-inform = Inform
integration-inform-hint = A decision is explained. Questions are answered.
integration-consult = Consult
integration-consult-hint = Opinions are gathered. The organization decides, and says what it took up.
integration-concert = Concert
integration-concert-hint = A solution is sought together. The organization decides on that basis.
integration-coproduce = Co-produce
integration-coproduce-hint = It is written and decided together. The organization commits to carry it out.
process-promises = Commitments
process-promises-hint = What the organization promises, one line each: to answer, to report, by when.
process-promise = Commitment { $number }
process-promise-add = Add a commitment
process-promise-drop = Remove commitment { $number }
process-practical = Practical
process-contact = Contact
process-contact-hint = Whom to write to or call, also about accessibility or personal data.
process-language = Language of the page
process-zone = Time zone
process-zone-hint = All dates of the process follow this clock.
process-stale = Somebody else changed the process meanwhile. Your text is still here.
process-stale-theirs = Take their version
process-stale-ours = Keep mine

# Documents
documents-lead = What is good to have read before taking part: plans, studies, minutes.
documents-none = No document yet.
document-add = Add a document
document-file = File
document-title = Title, as people will read it
document-facts = { $kind } · { $size }
document-drop = Remove
document-drop-named = Remove { $title }
document-drop-sure = Remove this document?

# Phases
phase-add = Add a phase
phase-add-short = Add
phase-new = New phase
phase-edit = Edit the phase
phase-edit-title = Edit “{ $title }”
phase-actions = Actions on { $title }
phase-title = Name of the phase
phase-method = What people do in it
phase-when = When
phase-starts = From
phase-ends = To
phase-when-hint = By the clock of { $zone }. These dates open and close the phase by themselves.
phase-track = Parallel track
phase-track-hint = Leave empty for the main sequence. A phase that runs beside another bears the name of a track, for example “In writing”.
phase-track-named = in parallel: { $track }
phase-text = Text of the phase
phase-takes = Starts from what was given by
phase-takes-hint = These contributions can become post-its at the very start of the workshop.
phase-outcome = What came of it
phase-outcome-hint = Told on the page to those who took part, once the phase is over.
phase-undated = No dates yet
phase-from = From { $date }
phase-dates = { $from } – { $to }
phase-earlier = A week earlier
phase-later = A week later
phase-drop = Delete the phase
phase-drop-title = Delete the phase “{ $title }”?
phase-drop-text = Its text, dates and settings disappear.
phase-drop-workshop = Its workshop stays, outside the process.
phases-none = A process moves by phases: people are informed, they meet, they are told what came of it. Add the first one.
phases-undated = No dates:
timeline-hint = Drag a phase to move it, or one of its ends to make it longer. On the keyboard: Shift and the arrows. The same moves are in the menu of the phase.
standing-phase-past = past
standing-phase-now = running
standing-phase-later = to come
moment = { $day } at { $time }
door-open = Open.
door-open-until = Open until { $at }.
door-opens = Opens { $at }.
door-over = Closed since { $at }.
door-remaining = { $count ->
    [0] No place left.
    [one] One place left.
   *[other] { $count } places left.
}
door-draft = Closed to the public while the process is a draft. The team can come in and rehearse.
door-archived = Closed: the process is archived.
door-no_dates = Closed: the hour of its beginning or end is missing.
door-not_yet = Not open yet.
door-closed = Closed: the workshop is over.
door-full = Full.
door-invited = Open to those who have a link or a code.
door-staff = Open to the team only.
door-nothing_there = Closed: there is no workshop yet.

# Settings of methods: setting-METHOD-FIELD
setting-information-shows_contributions = Show the gathered contributions
setting-workshop-starts_at = Beginning of the workshop
setting-workshop-ends_at = End of the workshop
setting-workshop-opens_before = Doors open, in minutes before the beginning
setting-workshop-who = Who may come in
setting-workshop-who-everyone = Everybody, from the page
setting-workshop-who-invited = Those who have a link or a code
setting-workshop-who-staff = The team only
setting-workshop-most = Number of places
setting-workshop-most-hint = Leave empty if there is no limit.
setting-workshop-shows_contributions = Show everybody what is taken from it: adopted texts and results of votes

# Contributions
contributions = Contributions
contributions-count = { $count ->
    [0] no contribution
    [one] { $count } contribution
   *[other] { $count } contributions
}
contributions-lead = What this phase has gathered, here or elsewhere: meeting, questionnaire, suggestion box. Later phases can start from it.
contributions-workshop = What the workshop has decided can be handed to later phases, with where it came from.
contributions-public = Everybody reads it on the page of the phase, once the process is published.
contributions-private = Nothing of it is shown on the page of the phase, as its settings say.
contributions-collect = Take up the workshop’s conclusions
contributions-none = No contribution yet.
contributions-more = { $count ->
    [one] Show the last one
   *[other] Show more ({ $count })
}
contribution-add = New contribution
contribution-drop = Remove “{ $text }”
import-button = Import a table
import-title = Import contributions
import-file = CSV file
import-hint = A table saved as CSV, one contribution per line. You will see what is taken before importing.
import-head = The first line holds the column titles
import-text = Text
import-title-column = Title
import-author = Author
import-column = Column { $number }
import-preview = { $count ->
    [0] Nothing to take
    [one] One contribution will be taken
   *[other] { $count } contributions will be taken; here are the first
}
import-skipped = { $count ->
    [one] One line without text is left aside.
   *[other] { $count } lines without text are left aside.
}
import-do = { $count ->
    [0] Import
    [one] Import one contribution
   *[other] Import { $count } contributions
}
import-empty = This file has no line.
import-long = This file has more than { $most } lines. Cut it into several.
import-no-text = No line has a text in the chosen column.
import-no-file = Choose a file.

# Workshops
workshop-new = Create a workshop
workshop-create = Create
workshop-none = This phase has no workshop yet. Create it here, empty, from a template or from another workshop.
workshop-gone = The workshop of this phase does not exist any more. You can create another.
workshop-gone-title = Workshop not found
workshop-from = Start from
workshop-from-evening = A usual evening
workshop-from-evening-hint = Welcome, post-its in three groups, break, sharing. Everything can be changed afterwards.
workshop-from-empty = Nothing
workshop-from-empty-hint = A plenary and a room for the team.
workshop-from-copy = Another workshop
workshop-from-copy-hint = Its groups, agenda and instructions, without its people or what they wrote.
workshop-from-file = A saved template
workshop-from-file-hint = The file you get by “Save as a template”, here or elsewhere.
workshop-source = Workshop to copy
workshop-file = Template file
workshop-file-unread = This file is not a workshop template.
workshop-copy-of = { $title } (copy)
workshop-duplicate = Repeat the workshop
workshop-duplicate-do = Repeat
workshop-duplicate-text = Groups, agenda, instructions and settings are taken. People, what they wrote and how they voted are not.
repeat-where = Where
repeat-phase = A new phase of this process
repeat-phase-hint = With the same text and settings, on another date.
repeat-apart = A workshop of no process
repeat-apart-hint = To be prepared apart; it appears on no page.
repeat-date = The new phase begins on
workshop-opening = The workshop is opening…
workshop-not-entered = The workshop could not be opened.
workshop-alone = Workshop
workshop-of = Part of “{ $title }”
workshop-no-hour = The hour is set in the settings of the phase
workshop-hours = { $from } – { $to }
workshop-when = Workshop on { $day }, { $time }
workshop-desk = Facilitator’s desk
workshop-repeat = Repeat the workshop
workshop-links = Links and QR
workshop-actions = Actions on the workshop
workshop-template = Save as a template
workshop-close = End the workshop
workshop-remove = Delete the workshop
workshop-over = Over
workshop-running = Begun
workshop-ready = Not begun yet
workshop-remove-text = The workshop disappears for good, with all that was done in it:
workshop-remove-archive = Whoever is there is disconnected and its links lead nowhere. To keep a trace, export the archive from the facilitator’s desk first.
lost-steps = { $count ->
    [0] no step
    [one] { $count } step
   *[other] { $count } steps
}
lost-people = { $count ->
    [0] nobody came
    [one] { $count } person came
   *[other] { $count } people came
}
lost-notes = { $count ->
    [0] no post-it
    [one] { $count } post-it
   *[other] { $count } post-its
}
lost-messages = { $count ->
    [0] no message
    [one] { $count } message
   *[other] { $count } messages
}
lost-conclusions = { $count ->
    [0] no conclusion
    [one] { $count } conclusion written together
   *[other] { $count } conclusions written together
}
lost-polls = { $count ->
    [0] no poll
    [one] { $count } poll and its answers
   *[other] { $count } polls and their answers
}

# Grid of the workshop
grid = Agenda: steps and rooms
grid-steps = Steps
grid-total = { $time } in all.
grid-ends = Ends at { $time }.
grid-over = { $minutes ->
    [one] One minute too long
   *[other] { $minutes } minutes too long
}
cell-label = { $step }, { $room }: { $what }
cell-together = plenary
cell-plan = Plan an activity
cell-plan-plenary = Plan an activity in plenary
cell-no-question = No question
cell-no-text = Neither text nor document
cell-no-title = No question asked
cell-anonymous = Anonymous
cell-secret = Secret
cell-dots = { $count ->
    [one] { $count } dot
   *[other] { $count } dots
}
cell-fields = { $count ->
    [one] { $count } field
   *[other] { $count } fields
}
cell-questions = { $count } questions
evening-group = Group { $number }
evening-welcome = Welcome
evening-welcome-question = What brings you here tonight?
evening-ideas = Ideas
evening-ideas-question = What should stay, what should change?
evening-ideas-instructions = One idea per post-it. Each writes alone first, then they are revealed and grouped.
evening-column-1 = To keep
evening-column-2 = To change
evening-break = Break
evening-share = Sharing
evening-share-question = What do we keep from each group?

# Seeding a board
seed = Seed a board
seed-from = From
seed-board = Board
seed-column = Column
seed-preview = What will become post-its
seed-hint = The post-its say where they come from. What is on the board already is not added twice.
seed-long = will be cut
seed-most = { $most } at a time at most.
seed-do = { $count ->
    [0] Put on the board
    [one] Put one post-it on the board
   *[other] Put { $count } post-its on the board
}
seed-done = { $count ->
    [0] Everything was there already.
    [one] One post-it was put on the board.
   *[other] { $count } post-its were put on the board.
}
seed-no-source = No phase has contributions yet. Import a table into a phase, then come back here.
seed-no-board = This workshop has no board yet. Plan one in the grid.

# Branding
branding = Branding
branding-lead = All pages bear this name, this logo and this colour. The rest is derived from them, and stays readable.
branding-name = Name of the organization
branding-name-hint = Leave empty to keep the installation’s.
branding-logo = Logo
branding-logo-alt = Logo of { $name }
branding-logo-hint = PNG, JPEG, WebP or GIF, 500 kB at most, preferably on a transparent ground.
branding-colour = Colour
branding-colour-pick = Pick the colour
branding-reads = Reads well: contrast { $ratio }.
branding-buttons = Buttons are a little darker.
branding-unread = Text cannot be read on it: contrast { $ratio }, 4.5 is needed.
branding-nearest = The nearest that works:
branding-take = Take this one
branding-sample = A button on paper

# Access
team = Access to the studio
team-links = One link per colleague
team-lead = Whoever has one of these links sees and changes everything here. Give one to each, and withdraw it when they leave.
team-unnamed = Unnamed
team-own = yours
team-since = since { $date }
team-for = For whom
team-add = Create a link
team-revoke-text = Whoever came by this link has no access to the studio any more.

# Import an archive
archive-import = Import an archive
archive-import-lead = The zip file that a workshop was exported to, here or on another server. All of it is checked before anything is kept, and other workshops go on meanwhile.
archive-import-do = Import
archive-file = Archive of the workshop (.zip)
# $percent: how many hundredths have left
archive-sent = Sent: { $percent }%
archive-reading = The archive has arrived. It is being checked and read…
archive-too-big = This archive is too big: 2 GB at most. Nothing was imported.

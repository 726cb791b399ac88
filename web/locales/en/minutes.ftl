### The minutes of a workshop.

minutes-title = Minutes
minutes-contents = Contents
minutes-date = { DATETIME($began, dateStyle: "full") }, from { DATETIME($began, timeStyle: "short") } to { DATETIME($ended, timeStyle: "short") } ({ $zone })
minutes-dates = From { DATETIME($began, dateStyle: "full") }, { DATETIME($began, timeStyle: "short") }, to { DATETIME($ended, dateStyle: "full") }, { DATETIME($ended, timeStyle: "short") } ({ $zone })
minutes-date-running = { DATETIME($began, dateStyle: "full") }, since { DATETIME($began, timeStyle: "short") } ({ $zone }), workshop under way
minutes-not-held = The workshop has not taken place yet.
minutes-time = { DATETIME($at, timeStyle: "short") }
minutes-number = { $count }
minutes-lead = { $people ->
        [0] Nobody took part
        [one] { $people } person took part
       *[other] { $people } people took part
    }{ $groups ->
        [0] , in plenary.
        [one] , in plenary and in { $groups } group.
       *[other] , in plenary and in { $groups } groups.
    }

minutes-figure-participants = { $count ->
        [one] participant
       *[other] participants
    }
minutes-figure-groups = { $count ->
        [one] group
       *[other] groups
    }
minutes-figure-notes = { $count ->
        [one] note
       *[other] notes
    }
minutes-figure-results = { $count ->
        [one] published result
       *[other] published results
    }

minutes-agenda = Agenda
minutes-attendance = Attendance
minutes-groups = Groups
minutes-speech = Speaking time
minutes-announcements = Announcements to all
minutes-staff = Facilitation
minutes-participants = Participants

minutes-column-step = Step
minutes-column-where = Where
minutes-column-planned = Planned
minutes-column-began = Began
minutes-column-lasted = Lasted
minutes-column-room = Room
minutes-column-present = Present
minutes-column-answer = Answer
minutes-column-votes = Votes
minutes-column-share = Share of voters
minutes-column-who = Who
minutes-column-spoken = Time spoken
minutes-column-speakers = People who spoke
minutes-column-half = Share of the half that spoke most
minutes-column-evenness = Balance, 0 to 100
minutes-column-spoken-share = Share
minutes-column-turns = Turns

minutes-duration = { $minutes } min
minutes-running = under way
minutes-not-run = not held
minutes-no-step = No step was planned.
minutes-no-activity = No activity was planned.
minutes-in-groups = { $count ->
        [one] { $count } group
       *[other] { $count } groups
    }

minutes-people = { $registered ->
        [one] { $registered } person joined
       *[other] { $registered } people joined
    }, { $came ->
        [one] { $came } was present
       *[other] { $came } were present
    }. { $staff ->
        [0] Nobody facilitated
        [one] { $staff } person facilitated
       *[other] { $staff } people facilitated
    }, { $viewers ->
        [0] nobody watched.
        [one] { $viewers } person watched.
       *[other] { $viewers } people watched.
    }
minutes-present = { $count ->
        [0] 0 participants present.
        [one] { $count } participant present.
       *[other] { $count } participants present.
    }
minutes-group-people = { $count ->
        [0] Nobody had a seat in it.
        [one] { $count } person had a seat in it.
       *[other] { $count } people had a seat in it.
    }
minutes-erased = (person erased)

minutes-speech-measured = Counted from microphones that were on, from the beginning of the workshop to its end. The balance is 100 when the participants who speak all speak alike, 0 when one alone does.
minutes-speech-unmeasured = { $count ->
        [one] One person did not want to be measured: their time is not in it.
       *[other] { $count } people did not want to be measured: their time is not in it.
    }
minutes-speech-few = too few people
minutes-speech-by-person = By person. This part is for staff: the public minutes do not have it.
minutes-turns-by-person = Turns by person. This part is for staff: the public minutes do not have it.
minutes-turns = { $room }: { $turns ->
    [one] one turn to speak
   *[other] { $turns } turns to speak
} ({ $spoken }), of which { $questions ->
    [0] no question
    [one] one question
   *[other] { $questions } questions
}, { $points ->
    [0] no point of order
    [one] one point of order
   *[other] { $points } points of order
} and { $written } in writing. Order: { $policy ->
    [least_spoken] who had spoken least first
    [alternate] alternating
    [round_table] round the table
    [first_timers] who had not spoken yet first
   *[first_come] first come, first served
}.
minutes-spoken = { $minutes ->
        [0] less than a minute
       *[other] { $minutes } min
    }
minutes-share-about = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }

minutes-file = Document shown: { $name }. { $shown }
minutes-file-unsaid = Its content is not described.
minutes-messages = { $count ->
        [0] No message written.
        [one] { $count } message written, kept to this room.
       *[other] { $count } messages written, kept to this room.
    }
minutes-marked = Messages quoted
minutes-no-note = No note.
minutes-notes = { $count ->
        [one] { $count } note.
       *[other] { $count } notes.
    }
minutes-not-revealed = { $count ->
        [one] { $count } note was written and not revealed: it is not reproduced here.
       *[other] { $count } notes were written and not revealed: they are not reproduced here.
    }
minutes-anonymous = Written anonymously.
minutes-dots-open = Voting with dots was not closed: its totals are not given.
minutes-dots-closed = { $dots ->
        [one] Everybody had { $dots } dot.
       *[other] Everybody had { $dots } dots.
    }
minutes-dots = { $count ->
        [one] { $count } dot
       *[other] { $count } dots
    }
minutes-stack = Stacked notes
minutes-comments = Comments
minutes-origin = From “{ $phase }”, { $label }
minutes-brought = From “{ $phase }”

minutes-way-named = Named vote.
minutes-way-secret = Secret vote.
minutes-way-hands = Show of hands, counted in the room.
minutes-choices = { $most ->
        [one] One answer only.
       *[other] Up to { $most } answers.
    }
minutes-not-published = Result not published.
minutes-polls-unput = { $count ->
        [one] { $count } prepared question was not put.
       *[other] { $count } prepared questions were not put.
    }
minutes-turnout = { $turnout ->
        [0] Nobody voted
        [one] { $turnout } person voted
       *[other] { $turnout } people voted
    }, { $present ->
        [one] { $present } person in the room.
       *[other] { $present } people in the room.
    }
minutes-share = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
minutes-bar = { $count ->
        [one] { $count } vote · { $share }
       *[other] { $count } votes · { $share }
    }
minutes-same-table = The same result as a table
minutes-no-announcement = No announcement.
minutes-made = Written from the workshop's journal, unretouched.
minutes-summary = In brief
minutes-note = Editors’ note
minutes-amendments = Amendments accepted
minutes-checksum = SHA-256 checksum of the approved minutes:
minutes-unprintable = This file has no shape for some characters: it shows { $sign } in their place. The other formats have them all.
minutes-chart-alt = Bar chart. The table that follows says the same.
minutes-made-edited = Facts and figures come from the workshop’s journal, unretouched. The lead, the summary and the editors’ notes are the organizers’ words; amendments are those of people who were there.

minutes-standing-draft = Version { $number }, draft of { DATETIME($at, dateStyle: "long") }, not approved
minutes-standing-approved = Version { $number }, approved on { DATETIME($at, dateStyle: "long") }
minutes-superseded = A later version has been published.
minutes-superseded-latest = Read the latest version
minutes-downloads = Download
minutes-format-pdf = PDF
minutes-format-docx = Word (DOCX)
minutes-format-odt = LibreOffice (ODT)
minutes-format-html = Page (HTML)
minutes-format-md = Text (Markdown)
minutes-format-json = Data (JSON)
minutes-verify = The checksum is that of the data (JSON) of these minutes, as they were approved. To check a file you have downloaded, compute its checksum, for instance with the command sha256sum, and compare it with the table.
minutes-files = Checksums of the files
minutes-column-file = File
minutes-versions = Published versions
minutes-version = Version { $number }
minutes-scale = Scores from { $lowest } to { $highest }.
minutes-words = { $most ->
        [one] One word each.
       *[other] Up to { $most } words each.
    }
minutes-rule-borda = Counted in points: of n proposals, the first of a ranking gets n − 1, the next n − 2, and so on.
minutes-rule-scores = Counted as mean and median of the scores given.
minutes-rule-words = Words that are equal but for capitals and accents are counted together.
minutes-rule-votes = Each answer chosen counts as one vote.
minutes-abstains = Abstentions count for the quorum, not among the votes expressed.
minutes-everywhere = Put in all rooms.
minutes-quorum = Quorum: { NUMBER($share, style: "percent") } of those present.
minutes-required = Required share: { NUMBER($share, style: "percent") } of the votes expressed.
minutes-outcome-adopted = Adopted.
minutes-outcome-rejected = Rejected.
minutes-outcome-no_quorum = No quorum: nothing is decided.
minutes-column-points = Points
minutes-column-first = Put first
minutes-column-mean = Mean
minutes-column-median = Median
minutes-column-ranks = From rank 1 to rank { $last }
minutes-column-scores = From { $lowest } to { $highest }
minutes-points = { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
minutes-mean = { NUMBER($mean, maximumFractionDigits: 2) }
minutes-words-more = { $count ->
        [one] { $count } other word is not reproduced.
       *[other] { $count } other words are not reproduced.
    }
minutes-by-room = By room
minutes-room-turnout = { $room }, { $turnout ->
        [0] nobody voted.
        [one] { $turnout } person voted.
       *[other] { $turnout } people voted.
    }
minutes-room-few = The detail is not given: it would tell who answered what.
minutes-conclusion-none = No conclusion was settled.
minutes-conclusion-people = { $people ->
        [0] Nobody wrote in it.
        [one] { $people } person wrote in it.
       *[other] { $people } people wrote in it.
    }
minutes-standing-drafting = Reopened since, given as it had been settled.
minutes-standing-frozen = Settled, unretouched.
minutes-standing-voting = Settled and put to the vote.
minutes-standing-adopted = Adopted.
minutes-standing-rejected = Rejected.
minutes-standing-amended = Amended since the vote.
minutes-field-agreed = Agreed
minutes-field-disagreed = Disagreed
minutes-field-proposals = Proposals
minutes-field-questions = Open questions
minutes-field-minority = Minority view
minutes-field-other = Conclusion
minutes-sources = From these notes
minutes-decisions = Decisions
minutes-questions = Open questions
minutes-retention = Data and consents
minutes-consent-media = Microphone and camera were optional: everything could be done in writing. No voice and no image was recorded.
minutes-consent-writing = People took part in writing: neither voice nor image was transmitted.
minutes-consent-anonymous = In anonymous activities no name is tied to what was written.
minutes-consent-secret = Of a secret vote it is kept who voted, never what each person chose.
minutes-consent-named = These minutes give people’s names.
minutes-consent-unnamed = These minutes give nobody’s name, but where somebody has written it.
minutes-data-kept = After the workshop was closed, data is kept as follows:
minutes-column-data = Data
minutes-column-kept = Kept
minutes-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
minutes-kept = with the process
minutes-data-identity = Names and addresses
minutes-data-attendance = Attendance
minutes-data-speech = How long each person spoke
minutes-data-votes = Each person’s dots and named votes
minutes-data-texts = Notes, comments and messages
minutes-data-uploads = Images and documents
minutes-data-drafts = Minutes that were not published
minutes-purged = Deleted on { DATETIME($at, dateStyle: "long") }: { $data }.
minutes-reported = Reported out to all rooms at { DATETIME($at, timeStyle: "short") }.
minutes-voted = Put to the vote during “{ $step }”.
minutes-column-ended = End
minutes-column-conclusion = Conclusion
minutes-turns-none = No group had a conclusion to present.
minutes-turn-minutes = { $minutes ->
        [one] { $minutes } minute was planned for each group.
       *[other] { $minutes } minutes were planned for each group.
    }
minutes-turn-waiting = Did not present.
minutes-turn-skipped = Passed.
minutes-turn-empty = { $people ->
        [0] No conclusion: there was nobody in this group.
        [one] No conclusion: { $people } person was in this group and wrote nothing.
       *[other] No conclusion: { $people } people were in this group and wrote nothing.
    }
minutes-conclusions = Read the conclusions
minutes-statement = Common text, statement { $number }
minutes-statement-drafting = Left open, given as it was.
minutes-stands = { $for ->
        [0] No group for
        [one] { $for } group for
       *[other] { $for } groups for
    }, { $against ->
        [0] none against
       *[other] { $against } against
    }, { $not_discussed ->
        [0] all discussed it.
       *[other] { $not_discussed } did not discuss it.
    }
minutes-stand-for = For: { $rooms }
minutes-stand-against = Against: { $rooms }
minutes-stand-not_discussed = Did not discuss it: { $rooms }
minutes-statement-sources = From these conclusions
minutes-source = { $room }, { $field }: “{ $words }”
minutes-text-voted = The text put to the vote
minutes-text-changed = The text has changed since this vote.

# Gallery walk
# $rooms: the names of the rooms visited
minutes-visited = Conclusions or boards visited: { $rooms }.
minutes-visited-none = There was nothing to visit.
minutes-remarks-written = { $count ->
    [0] No remark was written there.
    [one] { $count } remark was written there.
   *[other] { $count } remarks were written there.
}
minutes-remarks = Remarks of other groups
minutes-stance-agree = Agrees
minutes-stance-question = Question
minutes-stance-suggestion = Suggestion
# $room: the room the remark comes from
minutes-remark-by = from { $room }
# $what: the field or the note
minutes-remark-about = about “{ $what }”

# How groups were composed
minutes-draw = How groups were composed, { DATETIME($at, hour: "2-digit", minute: "2-digit") }
minutes-draw-even = Groups were drawn by lot, of equal size.
minutes-draw-balanced = Groups were drawn by lot, of equal size and as alike as possible in what people answered when they registered.
minutes-draw-ranked-way = Groups were composed by the preferences people gave, in an order drawn by lot.
minutes-draw-file = Groups were composed from a list.
minutes-draw-hand = Groups were composed by hand.
minutes-draw-seed = Draw no. { $seed }, proposal no. { $number }.
minutes-draw-checked = The sum can be done again from this number and the sheet of the draw, which the facilitators keep.
minutes-draw-unchecked = The sheet of the draw is not kept any more: answers were taken back, somebody was erased, or their time is over.
minutes-draw-different = People were to be with others than before, as far as possible.
minutes-draw-facilitated = A facilitator was assigned to each group.
minutes-draw-bound = { $count ->
        [one] { $count } rule was respected (people together, apart or in a given group).
       *[other] { $count } rules were respected (people together, apart or in a given group).
    }
minutes-draw-moved = { $count ->
        [one] { $count } person was then placed by hand.
       *[other] { $count } people were then placed by hand.
    }
minutes-draw-deviation = Mean deviation from the whole: { NUMBER($people, maximumFractionDigits: 2) } of a person for each group and answer.
minutes-draw-again = { $count ->
        [one] { $count } pair of people had been in the same group before.
       *[other] { $count } pairs of people had been in the same group before.
    }
minutes-draw-ranked = Of { $all } people who gave their preferences, { $first } got the first, { $none } none.
minutes-draw-few = A dash stands for numbers below five, which could point to somebody, and for those from which they could be worked out.
minutes-not-said = Not said
minutes-data-answers = Answers at registration and preferences
# $step: the step
minutes-carried = brought along from “{ $step }”
minutes-gone-on = The conclusion was taken up again during “{ $step }”.

minutes-column-drift = Drift
minutes-drift = { $minutes } min, { $total } in all
# $count: how many of those who were there have shown who they are, by an address or a service
minutes-known = { $count ->
    [one] One of them confirmed who they are. One identity counts as one person.
   *[other] { $count } of them confirmed who they are. One identity counts as one person.
}

# Coming into the studio, the people who do, their log and how the server is doing.

# $email: an address
sign-code-sent = If { $email } is known here, a code has just been sent to it. It is good for ten minutes, in this page only.
sign-code = Code received by e-mail
sign-enter = Enter
sign-other = Use another address
sign-email = E-mail address
sign-ask = Receive a code
sign-or = or
# $provider: for instance ProConnect
sign-with = Continue with { $provider }
sign-link = Do you have a studio link? Open it: that is enough.
invited-text = You are invited into the studio. This invitation works once; after that, a code sent to your address is enough.
invited-accept = Enter the studio
invited-sign-in = Enter with a code

colleagues = Colleagues
colleagues-lead = Each person comes in their own name, by a code sent to their address. Withdrawing access or changing a role ends their sessions at once.
colleagues-none = Nobody is invited yet.
colleague-own = you
# $date: a day
colleague-since = Here since { $date }
colleague-invited = Invitation sent on { $date }
colleague-expired = Invitation expired on { $date }
colleague-name = Name
colleague-role = Role
# $name: a person
colleague-role-of = Role of { $name }
colleague-invite = Invite
colleague-again = Invite again
colleague-revoke = Withdraw access
colleague-revoke-text = { $name } will no longer have access to the studio, nor to the workshops entered from it.
# $email: an address
colleague-sent = Invitation sent to { $email }.
staff-administrator = Administrator
staff-organizer = Organizer
staff-facilitator = Facilitator
staff-administrator-hint = Everything, including access, the log and the state of the server.
staff-organizer-hint = Writes processes and workshops.
staff-facilitator-hint = Reads the studio and facilitates workshops, without changing them here.

log = Log of acts
# $days: for how many days it is kept
log-lead = Who did what in the studio, and what was taken out of it. No name of citizens, no text. Kept for { $days } days.
log-export = Take along (CSV)
log-nobody = Staff of a workshop
log-more = Show more
log-empty = Nothing has been done yet.

status = State of the server
status-again = Read again
# $version, $python: version numbers
status-version = Palabre { $version }, Python { $python }
status-well = In order
status-look = To look at
status-database = Database
# $kind: sqlite or postgresql; $ms: in how many thousandths of a second
status-database-answers = { $kind }, answers in { $ms } ms
status-redis = Redis
status-media = Voice and video
status-answers = Answers
status-silent = Does not answer
status-unused = Not used here
status-mail = E-mails
# $server: a machine's name
status-mail-by = By { $server }.
status-mail-log = No mail server is set: they are written into the program’s log.
# $waiting, $failing, $lost: numbers of e-mails
status-mail-queue = Waiting: { $waiting }; tried in vain: { $failing }; given up this week: { $lost }.
status-disk = Disk space
# $free, $total: sizes
status-disk-free = { $free } free of { $total }
status-purge = Last deletion of what is due
status-purge-none = Not yet: it takes place every hour
# $count: how many
status-processes = { $count ->
    [one] One process serves the pages
   *[other] { $count } processes serve the pages
}
# $since: a moment; $lag: the longest wait
status-process = Since { $since }. People connected: { $people }. Workshops open: { $workshops }. Longest wait: { $lag } ms.

refused-already_colleague = This person has access to the studio already.
refused-last_administrator = There must be at least one administrator: invite another one first.
refused-not_invited = This address has no access to the studio. Ask an administrator for an invitation.
refused-own_role = This is your own access: somebody else has to change it.

# What was done
act-agenda-add = Agenda added to the library
act-agenda-drop = Agenda removed from the library
act-agenda-edit = Agenda of the library renamed
act-archive-export = Archive taken
act-archive-import = Archive imported
act-branding-edit = Branding changed
act-colleague-invite = Colleague invited
act-colleague-revoke = Colleague’s access withdrawn
act-colleague-role = Colleague’s role changed
act-contributions-collect = Workshop’s results collected
act-contributions-drop = Contribution or result removed
act-contributions-give = Contributions added
act-contributions-seed = Contributions laid on a board
act-document-add = Document added
act-document-drop = Document removed
act-link-add = Studio link made
act-link-revoke = Studio link withdrawn
act-log-export = This log taken
act-minutes-export = Minutes taken
act-process-add = Process made
act-process-archive = Process archived
act-process-drop = Process deleted
act-process-edit = Process or phase changed
act-process-export = Process taken
act-process-publish = Process published
act-process-withdraw = Process withdrawn
act-session-begin = Came into the studio
act-session-end = Left the studio
act-workshop-add = Workshop made
act-workshop-close = Workshop closed
act-workshop-drop = Workshop deleted
act-workshop-duplicate = Workshop copied
act-workshop-enter = Entered a workshop

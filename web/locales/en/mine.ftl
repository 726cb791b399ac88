# What a person wrote and what remains of it: their page, their way back, erasing, periods.

mine-title = What I wrote
mine-lead = For you alone. This page stays open after the workshop.
mine-wait = Your texts are coming…
mine-nobody = This browser does not know who you are in this workshop. Open this page where you were during the workshop, or by your personal link.
mine-failed = Your texts could not be read. Reload the page in a moment.
mine-file = my-data
mine-as = You are
mine-closed = The workshop ended on { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
mine-open = The workshop is under way.
mine-to-workshop = Go to the workshop
mine-none = Nothing here.
mine-notes = My notes
mine-comments = My comments
mine-remarks = My remarks on other groups’ work
mine-messages = My messages
mine-votes = My votes
mine-presence = When I was there
mine-conclusions = My words in the conclusions
mine-conclusions-hint = What you typed yourself and is still there.
mine-at = { DATETIME($at, dateStyle: "long", timeStyle: "short") }
mine-anonymous = without your name
mine-note-dots = { $count ->
    [0] no dot
    [one] one dot
   *[other] { $count } dots
}
mine-note-comments = { $count ->
    [one] one comment
   *[other] { $count } comments
}
mine-quoted = Quoted in a conclusion:
mine-reported = shown to all rooms
mine-in-minutes = Read it in the published minutes
mine-field-agreed = What we agree on
mine-field-disagreed = What we do not agree on
mine-field-proposals = Our proposals
mine-field-questions = Open questions
mine-field-minority = Minority view
mine-lost = You may have written here without a name as well. At closing, the key between these notes and their authors was destroyed: nobody can tell any more which are yours.
mine-board = Board
mine-comment-on = Under the note
mine-remark-to = For
mine-received = From staff, to you
mine-reach-room = To the room
mine-reach-all = To everybody
mine-reach-staff = To staff
mine-reach-person = To one person
mine-secret = You voted. Nobody can know what you chose, not even the City.
mine-dots = { $count ->
    [one] One dot on
   *[other] { $count } dots on
}
mine-stay = There from { DATETIME($at, dateStyle: "long", timeStyle: "short") }
mine-stay-until = until { DATETIME($at, dateStyle: "long", timeStyle: "short") }
mine-spoken = { $minutes ->
    [0] Less than a minute of speech,
    [one] One minute of speech,
   *[other] { $minutes } minutes of speech,
}
mine-turn = { $kind ->
    [question] A question
    [point_of_order] A point of order
   *[other] A turn to speak
} on { DATETIME($at, dateStyle: "long", timeStyle: "short") }, { $minutes ->
    [0] less than a minute,
    [one] one minute,
   *[other] { $minutes } minutes,
}
text-gone = Text erased
name-gone = Person erased

mine-minutes = The minutes
mine-minutes-there = The minutes say what became of your texts. Until they are approved you may propose to change something.
mine-minutes-published = The minutes are published: they say what became of your texts.
mine-minutes-go = Read the minutes
mine-minutes-none = They are not published yet. They will appear here.

mine-amendment-proposed = Addition asked for, not settled yet.
mine-amendment-accepted = Addition accepted.
mine-amendment-refused = Addition refused.

mine-back = Come back later
mine-back-lead = A link of your own opens this page on another device, or later.
mine-back-make = Show my link
mine-back-secret = Keep it to yourself: whoever has it comes in here in your place.
mine-back-revoke = Withdraw this link
mine-back-revoked = The link leads nowhere any more. Devices that came in by it are disconnected.
mine-refused = This could not be done. Try again in a moment.

mine-leave = Sign out everywhere
mine-leave-lead = Closes the workshop on all your devices, this one included. Your texts stay.
mine-leave-back = To come back under your name afterwards, keep your personal link first.
mine-leave-go = Sign out of all my devices
mine-left = Your devices are signed out
mine-left-means = Your personal link, if you kept it, brings you back here.

mine-take = Take my data along
mine-take-lead = A zip file: everything as JSON, and a CSV table for each kind of text.
mine-take-go = Download

mine-erase = Erase
mine-erase-lead = What do you want to erase?
mine-erase-name = My identity
mine-erase-name-means = Your name and your address. Your texts stay, signed “Person erased”.
mine-erase-texts = My identity and my texts
mine-erase-texts-means = { $count ->
    [0] You have no text here.
    [one] Your text goes too, from history as well. Its place stays, empty.
   *[other] Your { $count } texts go too, from history as well. Their places stay, empty.
}
mine-erase-stays = Counts stay: votes, dots, presence without a name.
mine-erase-collective = Conclusions written together and minutes already published do not change; the history that says who wrote what in them goes with your texts. What conclusions quote of your post-its disappears, also where the process took it up; what was laid from it on a board of another workshop before stays there, without a name.
mine-erase-anonymous = Your texts without a name can still be found: they go with the others. Once the workshop is closed this will not be possible.
mine-erase-lost = What you wrote without a name can no longer be found, nor erased: nobody knows that it was you.
mine-erase-ends = You leave the workshop. This page and your personal link will not open any more.
mine-erase-files = It is done at once in the workshop, within the day in the server’s files. Backups and archives made before do not change.
mine-erase-sure = I understand that this is for good
mine-erase-go = Erase
mine-done = It is erased
mine-done-name = Your name and your address are no longer in this workshop.
mine-done-texts = { $count ->
    [0] There was no text to erase.
    [one] Nor is your text.
   *[other] Nor are your { $count } texts.
}

back-lead = This is your personal link.
back-hint = It opens what you wrote, and the workshop while it is under way.

retention-title = How long your data is kept
retention-identity = Name and address
retention-attendance = Hours of presence
retention-speech = Speaking time
retention-votes = Who voted what (results stay)
retention-texts = Notes, comments, messages
retention-uploads = Uploaded documents
retention-drafts = Drafts of the minutes
retention-days = { $days ->
    [one] One day after closing
   *[other] { $days } days after closing
}
retention-until = Until { DATETIME($at, dateStyle: "long") }
retention-done = Deleted on { DATETIME($at, dateStyle: "long") }
retention-kept = Kept with the process
retention-commands = Technical traces of your actions
retention-commands-day = One day
retention-rest = Your IP address is never kept. Nothing is recorded of your voice or your picture.

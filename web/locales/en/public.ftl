# The pages anybody may read: processes, phases, privacy, accessibility.

public-skip = Skip to the content
public-software = Palabre, free software
public-hour = { DATETIME($at, timeStyle: "short") }
public-moment = { $day } at { $hour }
public-span = From { $first } to { $last }

home-processes = Consultations
home-lead-processes = What is being discussed, and what came of what was.
home-current = Under way
home-archived = Over

public-process-next = Next meeting
public-process-where = Where are we?
public-process-beside = At the same time
public-process-archived = This consultation is over. It can still be read.
public-process-promises = What is promised
public-process-open = Open to debate:
public-process-closed = Not open to debate:
public-process-calendar = Calendar
public-process-no-meeting = No meeting to come.
public-process-hours = { $first } to { $last }
public-process-until = , until { $hour }
public-process-subscribe = Add the consultation to my calendar
public-process-to-calendar = Add to my calendar
public-process-documents = To read
public-process-document = { $kind }, { $size } kB
public-process-question = A question?

public-integration-inform = You are told, and your questions get an answer.
public-integration-consult = Your view is asked for before the decision, and the answer is published.
public-integration-concert = Proposals are made with you; what is not taken up is explained.
public-integration-coproduce = You decide together with the authority.

public-phase-past = Over
public-phase-now = Now
public-phase-to_come = To come
public-phase-outcome = What came of it
public-phase-read = { $count ->
    [one] Read the contribution
   *[other] Read the { $count } contributions
}
public-phase-read-tallies = { $count ->
    [one] Read the result of the vote
   *[other] Read the results of the votes ({ $count })
}
public-phase-contributions = { $count ->
    [one] One contribution
   *[other] { $count } contributions
}
public-phase-more = And { $count } more, in the export of the consultation.
public-phase-tallies = Results of the votes
public-phase-minutes = Read the minutes
public-phase-kept = For how long this workshop’s data is kept
public-phase-back = Back to the consultation
contribution-weight = { $people ->
    [one] supported by one person
   *[other] supported by { $people } people
}

public-door-join = Enter the workshop
public-door-draft = This consultation is not published yet.
public-door-archived = The consultation is over.
public-door-no_dates = The date is not set yet.
public-door-not_yet = The door opens on { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
public-door-over = It was open until { DATETIME($end, dateStyle: "long", timeStyle: "short") }.
public-door-closed = The workshop is over.
public-door-full = The workshop is full.
public-door-invited = One comes in with the link or the code of an invitation.
public-door-staff = For the facilitators only.
public-door-nothing_there = The workshop is being prepared.
public-door-remaining = { $places ->
    [one] One place is left.
   *[other] { $places } places are left.
}

privacy-title = Privacy
privacy-lead = What { $organization } keeps of you, why, and until when. This page is made from the settings of this server.
privacy-what = What is kept
privacy-name = The name you give when you come in. A first name will do; no account is asked for.
privacy-texts = What you write: notes, comments, messages, conclusions.
privacy-votes = Your dots and the answers given under your name. A secret vote keeps who voted, never what each person chose.
privacy-presence = When you were there, and in which room.
privacy-staff = Of colleagues with access to the studio: name, e-mail address, role, and what they did there, for a year. Nothing of this for people who take part.
privacy-speech = How long you spoke, and nothing of your voice.
privacy-consents = What you agree to, and what stays optional
privacy-media = Microphone and camera are optional: they open only when you ask for it, and everything can be done in writing.
privacy-no-recording = Nothing is recorded, neither voice nor image. They pass through the server and do not stay there.
privacy-no-media = This server carries neither voice nor image: one takes part in writing.
privacy-anonymous = In an anonymous activity your name is not tied to what you write; the key that could tell is destroyed when the workshop ends.
privacy-no-cookies = No cookie follows you. Your browser keeps what it takes to come back to your place, on your device.
privacy-where = Where these data are
privacy-no-third = On this server only. No page asks anything of another site.
privacy-helpers = To find a way through networks, voice and image also rely on:
privacy-addresses = Network addresses are written in no log.
privacy-how-long = For how long
privacy-no-workshop = No workshop is published now. Each workshop tells its periods before one comes in.
privacy-rights = Your rights
privacy-rights-mine = Read again and take home all that you wrote: the page “What I wrote” of each workshop exports it.
privacy-rights-erase = Have your name erased, and your texts if you wish, from the same page.
privacy-rights-complain = If the answer does not satisfy you, you may turn to the data protection authority of your country.

accessibility-title = Accessibility
accessibility-lead = { $organization } wants everybody to be able to read, write, speak and vote here.
accessibility-state = State
accessibility-goal = These pages aim at level AA of WCAG 2.2 and of the French RGAA 4.1.
accessibility-not-audited = They have not been audited by others yet: so we declare no conformance.
accessibility-done = What is done, and checked with each version
accessibility-keyboard = Everything can be done by keyboard: each drag has a menu “Move to…”.
accessibility-reader = News are announced to screen readers without cutting off what one reads.
accessibility-writing = Who does not speak or hear can do everything in writing.
accessibility-sight = Contrasts are 4.5 to 1 at least, nothing is told by colour alone, and text can be enlarged to 400%.
accessibility-motion = Nothing moves where your device asks for calm.
accessibility-tests = Automatic checks (axe) pass on the pages, in French, English and Arabic.
accessibility-limits = What is still hard
accessibility-board = A board of several hundred notes takes long to go through with a screen reader.
accessibility-speech = Speech has no captions.
accessibility-documents = Documents put here by the authority are as it made them.
accessibility-tell = Tell us what is wrong
accessibility-contact = Write to the contact of the consultation, naming the page and your device.
accessibility-defender = Without a satisfying answer, you may turn to the body in charge in your country.

browsers-title = Browsers
browsers-lead = With what these pages are tried, and with what they should work.
browsers-tested = Tried with each version
browsers-chromium = Chromium, whose engine is that of Chrome, Edge, Brave and Opera: pages, room and facilitators’ desk, on a phone and on a computer.
browsers-firefox = Firefox: coming in, writing, voting, voice and image.
browsers-from = From
browsers-versions = Chrome and Edge 105, Firefox 113, Safari 16.4 (iPhone and iPad: iOS 16.4).
browsers-script = These pages can be read without JavaScript; the room of a workshop needs it.
browsers-not = Not tried automatically
browsers-safari = Safari. It should work from the version named; tell us what is missing.
browsers-media = Voice and image
browsers-media-hint = The browser asks for microphone and camera when you open them. Behind a very closed network, writing always works.

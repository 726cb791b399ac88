# The server's pages: home, coming in, refused links, sharing.

page-languages = Languages
page-home = Enter a code
page-scripts = This page needs JavaScript. Allow it for this site, or open the link in another browser.

home-title = Join a workshop
home-lead = With the code given in the room or in your invitation.

code-label = Your code
code-hint = Six characters, capital letters or not.
code-go = Continue
code-error-form = A code has six characters, such as K7Q 42M.
code-error-unknown = No workshop has this code. Check it with the person who gave it to you.

# $workshop: the workshop's title
join-page = Come in · { $workshop }
join-name = Your name
join-name-hint = A first name is enough. The people in your room will see it.
join-name-hint-viewer = Optional. Only the facilitation team will see it.
join-go = Enter the workshop
# $people: how many people are connected
join-here = { $people ->
    [one] One person is already here.
   *[other] { $people } people are already here.
}
join-as-viewer = You are coming to watch.
join-as-participant = You are coming to take part: read, write, vote.
join-as-facilitator = You are coming to facilitate.
join-as-organizer = You are coming to organize.
join-viewer-name = Audience

continue-title = You have been here before
continue-lead = You will find your room and everything you wrote.
continue-as = Continue as
continue-other = Not you? Enter your name below.

entered-wait = Coming in…

error-empty = Write a name, even just a first name.
# $most: the length allowed, in characters
error-too_long = This name is too long: { $most } characters at most.
error-invalid = This name has characters that cannot be kept.

shut-link_unknown-title = This link leads nowhere
shut-link_unknown = It is incomplete, or it comes from another site.
shut-link_unknown-do = Open it from your invitation, in full, or enter the workshop’s code.
shut-link_expired-title = This link is no longer valid
# $at: until when it was
shut-link_expired = One could come in by it until { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
shut-link_expired-do = Ask the organizer for a new link, or enter another code.
shut-link_revoked-title = This link has been withdrawn
shut-link_revoked = The organizer has replaced it.
shut-link_revoked-do = Ask them for the new link, or enter another code.
shut-workshop_closed-title = This workshop is over
shut-workshop_closed = It ended on { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
shut-workshop_closed-do = The person who organized it has the minutes.
shut-were-there = Were you there?
shut-workshop_full-title = This workshop is full
# $most: the number of places
shut-workshop_full = It holds { $most } people, and they are all here.
shut-workshop_full-do = Tell the organizer: they can open another workshop.
shut-too_many_attempts-title = Too many codes tried
shut-too_many_attempts = Too many wrong codes came from your network in a short time.
shut-too_many_attempts-do = Wait a minute, or open the link in your invitation.
shut-too_fast-title = Too many people at once
shut-too_fast = Many people came in from your network in a short time.
shut-too_fast-do = Go back and try again in a minute.
shut-busy-title = The server is too busy
shut-busy = Your coming in could not be recorded.
shut-busy-do = Go back and try again in a few seconds.

missing-title = There is no such page
missing = The address may be incomplete. To join a workshop, its code is enough.
fault-title = The server made an error
# $id: the number under which it is logged
fault = It is not your doing. Try again. If it happens again, give the person who runs the server this incident code: { $id }
not-built-title = The pages have not been built
not-built = The server works, but its part for browsers has not been built. Run “make setup”, then reload this page.

share-title = Invite
share-lead = People come in by the link, by the code, or by pointing a phone at the picture.
share-wait = The links are coming…
share-failed = The links could not be read. Open this page again from your desk.
share-print = Print
share-code = Code
share-link = Link
share-copy = Copy the link
share-copied = Copied
share-expires = Valid until
share-qr = The link, as a picture to point a phone at
share-role-participant = Take part
share-role-participant-hint = For the people invited: read, write, vote.
share-role-viewer = Watch
share-role-viewer-hint = For a screen in the hall, or to follow without writing.
share-role-facilitator = Facilitate
share-role-facilitator-hint = For the facilitation team only.
share-role-organizer = Organize
share-role-organizer-hint = Gives every right. Keep it to yourself.

new-plenary = Plenary
new-backstage = Backstage

join-rehearsal = This is a rehearsal, with robots: nothing that happens in it counts.

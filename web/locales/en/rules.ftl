# The operating rules: what the software orders, draws, counts and shows, and what bias comes of it.

rules-title = Operating rules
# $organization: the name of the organization
rules-lead = How the workshops of { $organization } order, draw, count and show, and what bias may come of it. The program does what is written here; its code can be read by anybody.

rules-order = The order of things
rules-order-notes = In a column, notes are in the order in which they were written. Whoever moves one changes the order for everybody.
rules-order-options = The answers of a poll are in the order chosen by the staff, the same for everybody. That order is not drawn by lot: it is known that the first lines of a list are chosen a little more often.
rules-order-results = On screen a published result goes from the most chosen to the least; equals are in the order of the question.
rules-order-rooms = Rooms present their conclusions in the order the staff gives them.
# $contributions: how many contributions on one page
rules-order-processes = On the home page the newest process comes first. On the page of a phase, contributions are in the order in which they were received, the first { $contributions } only; all of them are in the export.
rules-order-machine = No program sorts, rates, sums up, translates or groups what you write. Notes are brought together by people.

rules-groups = Groups
rules-groups-choice = Where everybody chooses, places go by order of arrival, up to the limit of the group.
rules-groups-draw = Where people are spread out, their order is drawn by lot, then each goes to the group with the fewest. Unless a group is full, sizes differ by one person at most. Whoever had a group already keeps it.
rules-groups-blind = The draw looks neither at age, nor at where people live, nor at who knows whom: a group may not be like the whole room.
rules-groups-late = Whoever comes late goes to the open group with the fewest people. The staff can move a person.

rules-counts = Counting
rules-counts-people = The program counts people who have come in, and checks nobody’s identity. Who comes in twice under two names counts twice; the staff sees the names.
rules-counts-dots = Dots: everybody has the same number. Totals are hidden while voting is open, then added up.
rules-counts-choice = Choice: an answer has as many votes as people chose it.
rules-counts-ranking = Ranking: of n answers, the first on a ballot gets n − 1 points, the next n − 2, and so on; one that is not ranked gets none. It is Borda’s method: an answer added that is like another can change the order.
rules-counts-scores = Scores: mean and median, among those who gave one.
# $words: how many words are shown
rules-counts-words = Open words: those that differ only by accents, capitals or spaces count together, synonyms do not. The { $words } given most often are shown.
rules-counts-outcome = Decision: a text is adopted when “for” reaches the share asked for of the votes expressed and has more than any other answer. Abstentions count for the quorum, not for the share. The quorum is a share of the people present. Of equals nothing is adopted.
rules-counts-hands = By show of hands, the staff counts and types the figures: the result is worth what their count is worth.
rules-counts-final = A named answer can change while the poll is open. A secret ballot is final.

rules-hidden = What stays hidden
rules-hidden-notes = Before they are revealed, your notes are read by you alone: neither by others nor by the staff, except where it reads before texts are shown.
rules-hidden-votes = A named poll publishes who answered what. A secret one keeps who voted, never what each person chose.
# $fewest: how many people
rules-hidden-few = By room, no result is shown where fewer than { $fewest } people answered, nor where it could be worked out from the rest.
rules-hidden-anonymous = In an anonymous activity nobody sees your name. Until it closes the server still knows which texts are yours, so that you can change them; then the key is destroyed.

rules-staff = What the staff can do
rules-staff-reads = They read messages and what is revealed in all rooms, and texts written together while they are being written.
rules-staff-listens = They can hear and see a room without being in it, and they see how long each person has spoken.
rules-staff-moderates = They can correct, move or remove a text, rename or move a person, switch off a microphone. They cannot open a microphone, nor vote, nor change a vote.
rules-staff-kept = Every action is written in the journal of the workshop and goes into its complete archive. No figures of moderation are published for now.
rules-staff-sets = They choose the questions, their order, the durations, the limits and what is put to the vote: nothing steers a workshop more.

rules-voices = Voice and image
# $faces_phone, $faces: how many faces
rules-voices-loudest = When several people speak at once, only the loudest voices come through. One sees { $faces_phone } faces at most on a phone, { $faces } on a computer; everybody is in the list.
rules-voices-time = Speaking time is measured at the microphone: a loud noise may count as speech. Whoever writes is not counted there.

rules-limits = Limits
# $note, $message: numbers of characters; $notes: a number of notes
rules-limits-text = A note has { $note } characters at most, a message { $message }. A board has { $notes } notes at most.
# $people, $groups: numbers
rules-limits-people = A workshop holds { $people } people and { $groups } groups at most; beyond that its door shuts, and says so.
rules-limits-here = What the people present say is not what a whole town thinks: whoever lacks the time, the device or the language of the workshop is not there. Whoever writes or speaks fast takes more room.

rules-moderation = Keeping order
rules-moderation-report = Anybody can report a text, once, for a reason. The team reads the report without the name of who makes it; that person is told what became of it.
rules-moderation-hidden = A hidden text disappears for everybody, from the minutes and the public archive too. Whoever wrote it still sees it and reads why. The team can restore it. Hiding or reporting never tells who wrote.
rules-moderation-pending = Where the team reads before texts are shown, it reads each one before the others, even on a board that is not revealed yet.
rules-moderation-out = The team can let people wait at the door, lock the entrance, and remove a person. Whoever was removed can come back; what they wrote stays.
rules-moderation-ban = A ban holds for the person, their personal link and the browser that remembers them. Another browser, or the same one with its memory cleared, is not recognized. Only somebody of a higher rank removes a member of the team.

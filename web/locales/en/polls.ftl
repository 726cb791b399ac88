# Polls: what the room and the desk say of them.

refused-already_voted = You have already voted. A secret vote cannot be changed.
refused-empty_ballot = Choose an answer first.
refused-vote_open = A secret vote is under way. The full archive will be ready once it is closed.

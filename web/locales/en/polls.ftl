# Polls: what the room and the desk say of them.

refused-already_voted = You have already voted. A secret vote cannot be changed.
refused-empty_ballot = Choose an answer first.
refused-vote_open = A secret vote is under way. The full archive will be ready once it is closed.

poll-secret = Secret vote.
poll-secret-promise = Nobody will know what you chose, not even the City.
poll-secret-few = What you choose is kept with no name. But you are fewer than five: the result can give it away.
poll-secret-final = You will not be able to change this vote.
poll-secret-sure = Vote for good?
poll-secret-back = Go back
poll-secret-vote = Cast my vote
poll-secret-done = Your vote is in the box. It is final.
poll-everywhere = Asked in every room.
poll-to-ballot = Your vote is awaited

ranking-hint = Touch the answers in your order of preference. You can leave some out.
ranking-first = Rank at least one answer first.
ranking-take = Put “{ $option }” at rank { $rank }
ranking-up = Move “{ $option }” up
ranking-down = Move “{ $option }” down
ranking-leave = Leave “{ $option }” out
ranking-now = { $option }: rank { $rank } of { $of }
ranking-left = { $option }: left out

score-hint = From { $lowest } (not at all) to { $highest } (entirely). You can leave an answer without a score.
score-first = Give at least one score first.

words-hint = { $most ->
    [1] One word or a short phrase.
   *[other] Up to { $most } words or short phrases.
}
words-number = Word { $number }
words-first = Write a word first.

outcome-adopted = Adopted.
outcome-rejected = Rejected.
outcome-no_quorum = Quorum not reached.
result-quorum = { $quorum }% of the people present had to answer.
result-required = “{ $option }” needed at least { $required }% of the votes expressed, and more than any other answer.
result-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
} · 1st choice: { $first }
result-score = { $mean } of { $highest } · median { $median }
result-no-score = no score
result-word = { $votes ->
    [one] once
   *[other] { $votes } times
}
result-nothing = No answer.
result-more = { $count ->
    [one] One other word, given less often.
   *[other] { $count } other words, given less often.
}
result-column-points = Points
result-column-rank = Rank { $rank }
result-column-mean = Mean
result-column-median = Median
result-by-room = The result by room
result-by-room-hint = Where fewer than five people answered, nothing is shown.
result-room = Room
result-answers = Answers
result-withheld = too few answers

rule-votes = Each answer has as many votes as people chose it.
rule-borda = On each ballot the last possible place is worth 0 points, the one before 1, and so on; an answer left out gets none. Points add up (Borda count).
rule-scores = Means are compared; the median is the score in the middle, which a few extreme scores do not move. Who gave an answer no score does not count for it.
rule-words = Words that differ only in capitals or accents are counted together.

# The desk.
question-kind = Which kind of question?
question-kind-choice = A choice
question-kind-ranking = A ranking
question-kind-score = Scores
question-kind-words = Words of their own
question-kind-choice-hint = People choose among answers.
question-kind-ranking-hint = People put the answers in order; points add up (Borda count).
question-kind-score-hint = People score each answer; the result gives mean, median and distribution.
question-kind-words-hint = Everybody writes their words; the same words are counted together.
question-three = With an abstention, at least three answers are needed.
question-words = Words for each person, at most
question-lowest = Lowest score
question-highest = Highest score
question-everywhere = In every room at once
question-everywhere-hint = Everybody in the workshop answers the same question, wherever they are.
question-by-room = Show the result of each room too
question-by-room-hint = Never that of fewer than five people.
question-conditions = Quorum and majority
question-quorum = Quorum, in % of those present
question-quorum-hint = Empty: none.
question-required = Majority, in % of votes expressed
question-required-hint = For the first answer, which must also have more than each of the others. Empty: none.
question-abstains = The last answer is an abstention
question-abstains-hint = It counts for the quorum, not for the majority.
way-secret = In secret, on their screen
way-secret-hint = It is known who voted, never what each person chose. A vote given is final.
poll-open-everywhere-hint = Everybody in the workshop gets it at once.
poll-open-secret-hint = The number of voters is updated every five seconds.
poll-open-few-hint = Fewer than five people are here: the result can give away who chose what.
poll-publish-few-hint = Fewer than five votes: published, the result can give away who chose what.
poll-count-room = Where did you count?
poll-count-all = All rooms together

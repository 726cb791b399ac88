# The results of a workshop, where other phases start from them: on the public page and in the studio.

tally-answer = Answer
tally-votes = Votes
tally-borda = Points
tally-scores = Mean
tally-words = Times
tally-median = Median
tally-number = { NUMBER($count, maximumFractionDigits: 2) }
tally-group = Asked in the group “{ $group }” only.
tally-way-named = Named vote.
tally-way-secret = Secret vote.
tally-way-hands = Show of hands.
tally-turnout = { $voters ->
    [0] Nobody answered, of { $present }.
    [one] One person of { $present } answered.
   *[other] { $voters } people of { $present } answered.
}
tally-scale = Scores from { $lowest } to { $highest }.
tally-withheld = Fewer than { $fewest } people answered: the numbers are not shown, they would tell who answered what.

# In the studio.
tallies = Results taken up
tallies-lead = The results that the workshop has published. Those you take out come back when you take up its conclusions again.
tally-figure = { $option }: { $count }
tally-withheld-here = Too few answers: the page of the phase does not show these numbers.
tally-drop = Take out the result “{ $question }”

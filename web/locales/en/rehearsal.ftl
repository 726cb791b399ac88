# Rehearsing a workshop with robots
rehearsal = Rehearsal
rehearse = Rehearse with robots
rehearse-text = A copy of this workshop opens, with its steps and groups, without anybody and without what was written. Its groups have places enough for the robots. Robots write, vote, speak and raise their hands in it. You facilitate for real.
rehearsal-open = Open the rehearsal
rehearsal-robots = Robots and end
rehearsal-minutes = How long it is to take, in minutes
rehearsal-minutes-hint = The agenda plans { $planned } min. Time passes that much faster, and countdowns show it.
robots-count = Number of robots
robots-hint = 60 at most. They come and go as participants do.
robots-none = 0: all of them leave.
robots-send = Apply
robots-here = { $count ->
    [0] There is no robot at the moment.
    [one] One robot is here.
   *[other] { $count } robots are here.
}
rehearsal-end = End and delete the rehearsal
rehearsal-end-hint = All that happened in it goes. Otherwise it is deleted after three days.

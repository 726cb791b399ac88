# What waits for staff
alerts = To do
alerts-none = Nothing waits for you.
alert-since = { $minutes ->
    [0] just now
   *[other] for { $minutes } min
}
alert-help = Help for { $room }
alert-help-person = { $name } asks for help
alert-go = I am going
alert-answer = Answer
alert-settle = Settled

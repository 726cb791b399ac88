# Composing groups, at the desk; and what is asked at the door
compose-title = Compose groups
compose-open-page = Compose groups
compose-back = Back to the desk
compose-how = How
compose-groups = Groups
compose-balance = Balance
compose-lead = Nobody has moved yet. Press a name to move it.
compose-none = No proposal yet.
compose-sizes = { $groups ->
        [one] One group
       *[other] { $groups } groups
    } of { $least } to { $most } people
compose-sizes-even = { $groups ->
        [one] One group
       *[other] { $groups } groups
    } of { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
compose-none-lead = Choose how to share people out, then propose. Nobody moves before you have decided so.
compose-number = Draw { $seed }, proposal { $number }
compose-undo = Undo
compose-propose = Propose groups
compose-another = Another proposal
compose-proposed = A proposal is ready.
compose-send = Send everybody to their group
compose-open = Groups are open already.
compose-moves = { $count ->
        [one] { $count } person changes rooms at once.
       *[other] { $count } people change rooms at once.
    }
compose-late = Late arrivals go where people are missing.
compose-keep = Keep for later
compose-kept = Kept for later
compose-kept-name = Kept, draw { $seed }
compose-unseated = Without a group
compose-leads = facilitates
compose-pinned = stays here
compose-move = Move { $name }
compose-full = full
compose-better = better balance
compose-worse = worse balance
compose-same = no effect
compose-unseat = No group for now
compose-pin = Keep in { $room }
compose-unpin = Keep here no more
compose-rule = A rule for the next proposal
compose-other = With whom
compose-nobody = Choose a person
compose-together = Put together
compose-apart = Keep apart
compose-way = How to share out
compose-way-even = By lot
compose-way-even-hint = Drawn by lot, of equal size: groups differ by one person at most.
compose-way-balanced = Balanced
compose-way-balanced-hint = By what people said at registration: drawn by lot, then exchanged until groups are alike.
compose-way-ranked = By preferences
compose-way-ranked-hint = People rank groups on their phones; the farthest wishes are avoided first.
compose-way-file = From a list
compose-way-file-hint = Two columns: name or address, then group.
compose-way-hand = By hand
compose-way-hand-hint = Nobody is placed; press a name to give them a group.
compose-ranked = { $count ->
        [0] Nobody has given their preferences yet.
        [one] { $count } person has given their preferences.
       *[other] { $count } people have given their preferences.
    }
compose-ask-ranks = Ask for preferences now
compose-file = CSV file
compose-table = or the list itself
compose-balanced = Balance
compose-no-question = Nothing is asked at registration.
compose-different = With others than before
compose-facilitated = One facilitator for each group
compose-rules = To respect
compose-no-rule = Press a name to keep somebody in a group, to put two people together or keep them apart.
compose-stays = { $name } stays in { $room }
compose-are-together = { $names }: together
compose-are-apart = { $names }: apart
compose-drop-rule = Remove this rule
compose-unmatched = { $count ->
        [one] { $count } line placed nobody
       *[other] { $count } lines placed nobody
    }
compose-line-person = Line { $line }: nobody is called { $who }.
compose-line-group = Line { $line }: no group is called { $group }.
compose-line-several = Line { $line }: several people are called { $who }.
compose-line-twice = Line { $line }: { $who } has a group already.
compose-drafts = Proposals
compose-deviation = Mean deviation: { NUMBER($people, maximumFractionDigits: 2) } of a person.
compose-again = { $count ->
        [one] { $count } pair has met before.
       *[other] { $count } pairs have met before.
    }
compose-wishes = { $first } of { $all } have their first choice.
compose-answer = Answer
compose-unsaid = Not said
compose-off = worth a look
compose-public = Draw { $seed }. With this number and the sheet of the draw, staff can do the sum again.
registration = Questions at registration
registration-lead = Optional. Answers serve to balance groups. People see what they are asked and why, and can take their answers back. Ask only what serves.
registration-none = Nothing is asked.
registration-add = Add a question
registration-edit = Edit
registration-drop = Remove
registration-title = Question
registration-options = Answers, one on each line
registration-options-hint = From 2 to 20. An answer whose words stay keeps those who gave it.
registration-required = answer needed
registration-must = One has to answer to come in
registration-tier = Kind of data
registration-tier-ordinary = Ordinary data
registration-tier-ordinary-hint = A district, a habit.
registration-tier-personal = Personal data
registration-tier-personal-hint = Age, gender, profession.
registration-tier-sensitive = Sensitive data
registration-tier-sensitive-hint = Health, opinions, origin: nobody has to answer.
retain-answers = Answers at registration and preferences
retain-answers-hint = Numbers by group stay; the sum of a draw can no longer be done again.
room-least = At least (people)
room-least-hint = When people choose, a group that has enough waits until the others do.
refused-answers_needed = An answer that is needed is missing.
refused-apart_contradicts = These people would have to be both apart and together:
refused-apart_too_many = There are fewer groups than people to keep apart:
refused-draw_sent = This proposal has served: it does not change any more.
refused-facilitators_too_few = There are { $rooms } groups and { $facilitators } people to facilitate them.
refused-least_too_many = The group cannot hold as many people as it needs.
refused-people_too_few = Groups need { $least } people, there are { $people }.
refused-pins_contradict = These people together would have to be in several groups:
refused-pins_too_many = Too many people have to stay in this group:
refused-rules_too_tight = No groups respect every rule. It fails here:
refused-same_options = Two answers have the same words.
refused-sensitive_required = Nobody may have to say what is sensitive.
refused-together_too_many = Too many people together for one group:
refused-too_many_questions = No more than { $most } questions.

# The e-mails that the server sends.

# $organization: the organization's name
letter-code-subject = Your code for the studio of { $organization }
letter-code-text = Here is the code to enter the studio of { $organization }. Type it in the page where you asked for it.
letter-code-minutes = { $minutes ->
    [one] It is good for one minute, once only.
   *[other] It is good for { $minutes } minutes, once only.
}
letter-code-not-you = If you asked for nothing, do nothing: nobody comes in without this code. Give it to nobody.
# $workshop: the title of the workshop
letter-door-subject = Your code for “{ $workshop }”
letter-door-text = Here is the code to take part in the workshop “{ $workshop }”. Type it in the page where you asked for it.
letter-door-not-you = If you asked for nothing, do nothing: your address is not kept. Give this code to nobody.
letter-invitation-subject = { $organization } invites you into its studio
# $name: who is invited
letter-invitation-hello = Hello { $name },
# $role: their role
letter-invitation-text = { $organization } prepares its processes and workshops in a studio, and invites you there as { $role ->
    [administrator] an administrator
    [organizer] an organizer
   *[facilitator] a facilitator
}.
letter-invitation-days = { $days ->
    [one] This link is yours alone, for one day and one entry. After that, a code sent to this address is enough.
   *[other] This link is yours alone, for { $days } days and one entry. After that, a code sent to this address is enough.
}
letter-invitation-open = Enter the studio

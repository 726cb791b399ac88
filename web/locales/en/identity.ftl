# Saying who one is before coming in, where a workshop asks.

who-email-lead = To take part in this workshop, confirm an e-mail address: a code is sent there. One address, one person.
who-email = Your e-mail address
who-email-kept = It is used to send the code, and is not kept. The server keeps only a fingerprint of it, for this workshop alone, to know you when you come back.
who-send = Receive a code
who-sent = A code was sent to
who-code = Your code
who-code-hint = Six digits, good for ten minutes. Look among unwanted mail too.
who-go-on = Continue
who-again = Ask for another code
who-openid-lead = To take part in this workshop, identify yourself. One identity, one person.
# $provider: what people know the identification service by
who-openid-go = Identify with { $provider }
who-openid-kept = What the service says of you is not kept. The server keeps only a fingerprint of it, for this workshop alone, to know you when you come back.
who-no-provider = Identification is not possible for now: no service is set. Tell the person who organizes.
who-email_invalid = This address is not complete.
# $left: how many tries are left
who-sign_in_code_wrong = { $left ->
    [0] That is not the code. Ask for another.
    [one] That is not the code. One try is left.
   *[other] That is not the code. { $left } tries are left.
}
who-sign_in_over = This code is no longer valid. Ask for another.

refused-identity_erased = What concerned you in this workshop was erased: this identity no longer comes in.
refused-identity_taken = Somebody else in the workshop has confirmed this identity already.

shut-sign_in_over-title = This identification is no longer valid
shut-sign_in_over = It took too long, or was used already.
shut-sign_in_over-do = Open the link of your invitation again and start over.
shut-sign_in_failed-title = Identification did not succeed
shut-sign_in_failed = The service did not confirm who you are.
shut-sign_in_failed-do = Open the link of your invitation again and start over.
shut-sign_in_weak-title = This way of signing in is not sure enough
shut-sign_in_weak = The service confirmed who you are, but in a way that is less sure than what is asked here.
shut-sign_in_weak-do = Start again, and choose another way that the service offers. If none will do, tell the person who organizes.
shut-provider_unreachable-title = The identification service does not answer
shut-provider_unreachable = You are not in the workshop yet.
shut-provider_unreachable-do = Open the link of your invitation again in a minute.
shut-identity_erased-title = This identity no longer comes into the workshop
shut-identity_erased = What concerned you in this workshop was erased.
shut-identity_erased-do = As each identity counts as one person, it cannot come back. You can come to watch, if the workshop is open to the public.

privacy-identity = Where a workshop asks for an address or an identification to come in, write or vote: a fingerprint, made with this server’s key and for this workshop alone, from which neither the address nor the identity can be found. The address stays for as long as it takes to send the code, ten minutes at most. When you go through an identification service, a cookie stays in your browser until you are back, ten minutes at most.

# What will be asked later, of whoever comes in freely
identity-later-vote = To vote, you will confirm who you are later on.
identity-later-write = To write, you will confirm who you are later on.
identity-later-both = To write and to vote, you will confirm who you are later on.

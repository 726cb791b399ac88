# Dire qui l’on est avant d’entrer, là où un atelier le demande.

who-email-lead = Pour participer à cet atelier, confirmez une adresse électronique : un code y est envoyé. Une adresse, une personne.
who-email = Votre adresse électronique
who-email-kept = Elle sert à envoyer le code, et n’est pas gardée. Le serveur n’en garde qu’une empreinte, propre à cet atelier, pour vous reconnaître si vous revenez.
who-send = Recevoir un code
who-sent = Un code a été envoyé à
who-code = Votre code
who-code-hint = Six chiffres, valables dix minutes. Regardez aussi dans les courriers indésirables.
who-go-on = Continuer
who-again = Demander un autre code
who-openid-lead = Pour participer à cet atelier, identifiez-vous. Une identité, une personne.
# $provider : le nom sous lequel le service d’identification est connu
who-openid-go = S’identifier avec { $provider }
who-openid-kept = Ce que le service dit de vous n’est pas gardé. Le serveur n’en garde qu’une empreinte, propre à cet atelier, pour vous reconnaître si vous revenez.
who-no-provider = L’identification n’est pas possible pour l’instant : aucun service n’est réglé. Prévenez la personne qui organise.
who-email_invalid = Cette adresse n’est pas complète.
# $left : combien d’essais restent
who-sign_in_code_wrong = { $left ->
    [0] Ce n’est pas ce code. Demandez-en un autre.
    [one] Ce n’est pas ce code. Il reste un essai.
   *[other] Ce n’est pas ce code. Il reste { $left } essais.
}
who-sign_in_over = Ce code n’est plus valable. Demandez-en un autre.

refused-identity_erased = Ce qui vous concerne dans cet atelier a été effacé : cette identité n’y entre plus.
refused-identity_taken = Une autre personne de l’atelier a déjà confirmé cette identité.

shut-sign_in_over-title = Cette identification n’est plus valable
shut-sign_in_over = Elle a duré trop longtemps, ou elle a déjà servi.
shut-sign_in_over-do = Rouvrez le lien de votre invitation et recommencez.
shut-sign_in_failed-title = L’identification n’a pas abouti
shut-sign_in_failed = Le service n’a pas confirmé qui vous êtes.
shut-sign_in_failed-do = Rouvrez le lien de votre invitation et recommencez.
shut-sign_in_weak-title = Ce moyen de s’identifier n’est pas assez sûr
shut-sign_in_weak = Le service a confirmé qui vous êtes, mais par un moyen moins sûr que celui qui est demandé ici.
shut-sign_in_weak-do = Recommencez, et choisissez un autre moyen que propose le service. Si aucun ne convient, prévenez la personne qui organise.
shut-provider_unreachable-title = Le service d’identification ne répond pas
shut-provider_unreachable = Vous n’êtes pas encore dans l’atelier.
shut-provider_unreachable-do = Rouvrez le lien de votre invitation dans une minute.
shut-identity_erased-title = Cette identité n’entre plus dans l’atelier
shut-identity_erased = Ce qui vous concerne dans cet atelier a été effacé.
shut-identity_erased-do = Comme chaque identité compte pour une personne, elle ne peut pas y revenir. Vous pouvez venir regarder, si l’atelier est ouvert au public.

privacy-identity = Là où un atelier demande une adresse ou une identification pour entrer, écrire ou voter : une empreinte, faite avec la clé de ce serveur et propre à cet atelier, dont on ne peut tirer ni l’adresse ni l’identité. L’adresse reste le temps d’envoyer le code, dix minutes au plus. Quand vous passez par un service d’identification, un cookie reste dans votre navigateur jusqu’à votre retour, dix minutes au plus.

# Ce qui sera demandé plus tard, à qui entre librement
identity-later-vote = Pour voter, vous confirmerez ensuite qui vous êtes.
identity-later-write = Pour écrire, vous confirmerez ensuite qui vous êtes.
identity-later-both = Pour écrire et pour voter, vous confirmerez ensuite qui vous êtes.

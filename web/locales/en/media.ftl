# Voice and video: how one comes, who speaks, devices, difficulties.

media = Sound and picture
media-audio = Sound

# Before entering
come-title = How are you coming?
come-change = You can change at any time.
come-video = With microphone and camera
come-video-hint = People hear you and see you.
come-audio = With microphone
come-audio-hint = People hear you.
come-text = Read and write
come-text-hint = Notes, votes, messages. You can listen to the others if you like.
come-why = The microphone and the camera open only if you choose them. Your browser will then ask for your agreement.
come-not-recorded = Nothing is recorded: sound and picture pass live, and nobody keeps them.
check-title = Your picture, your sound
check-title-audio = Your sound
check-asking = Your browser is asking for your agreement. Choose “Allow”.
check-try = Say a few words to try the microphone.
check-heard = You can be heard well.
check-faint = You can hardly be heard. Come closer to the microphone.
check-silent = Nothing comes from this microphone. Is it the right one?
check-no-microphone = No microphone for now.
check-devices = Change microphone, camera or speakers
check-devices-audio = Change microphone or speakers
check-muted = Enter with the microphone off
check-muted-hint = You open it when you want to speak.
check-enter = Enter the room
check-enter-anyway = Enter anyway
check-back = Back
reach-title = The way to the room
reach-trying = Trying the way to the room…
reach-good = Sound and picture get through.
reach-detour = Sound and picture get through by a detour: there may be a small delay.
reach-blocked = Sound and picture do not get through from here. Try another Wi-Fi or the network of your phone. You can also come to read and write: that works from here.
reach-again = Try again

# Devices
microphone = Microphone
camera = Camera
speakers = Speakers
device-default = The browser’s choice
device-number = { $kind } { $number }
camera-flip = Turn the camera round
sound-test = Play two notes
sound-testing = Two notes…
sound-hint = You hear nothing? Turn the volume up, or choose other speakers.
sound-hint-system = You hear nothing? Turn the volume up, or change the speakers in the settings of your device.
trouble-microphone-denied = The browser refuses the microphone. Press the padlock or the settings beside the address, allow the microphone, then try again.
trouble-microphone-missing = No microphone was found. Plug one in, or come to read and write.
trouble-microphone-busy = Another program is using the microphone. Close it, then try again.
trouble-microphone-ended = The microphone no longer answers. Plug it in again, or choose another.
trouble-microphone-insecure = This page was not opened by a secure address (https): the browser gives it no microphone.
trouble-camera-denied = The browser refuses the camera. Press the padlock or the settings beside the address, allow the camera, then try again.
trouble-camera-missing = No camera was found. You can come without one.
trouble-camera-busy = Another program is using the camera. Close it, then try again.
trouble-camera-ended = The camera no longer answers. Plug it in again, or choose another.
trouble-camera-insecure = This page was not opened by a secure address (https): the browser gives it no camera.
trouble-both-denied = The browser refuses the microphone and the camera. Press the padlock or the settings beside the address, allow them, then try again.
trouble-both-insecure = This page was not opened by a secure address (https): the browser gives it neither microphone nor camera.
trouble-screen = The screen could not be shown. The system of your device may forbid it to the browser.
device-lost = “{ $name }” no longer answers. Another device has taken its place.

# What one opens and closes
talk = Speak
talk-hint = Choose how you come
microphone-on = Mic open
microphone-on-hint = Press to close it
microphone-off = Mic off
microphone-off-hint = Press to open it
microphone-hold = Hold
microphone-hold-hint = Hold down to speak
microphone-reserved = Mic reserved
camera-on = on
camera-off = off
camera-reserved = reserved
screen-share = Show my screen
screen-stop = Stop showing my screen
reserved-why = Only those who have the floor are heard just now. The staff can give it to you.
muted-talking = Your microphone is off: nobody hears you.
muted-by-staff = The staff have switched your microphone off. You can open it again when you want to speak.
floor-given = You have the floor.
floor-given-hint = Open your microphone: the room hears you.
interprets-you = You interpret into this language: { $language }. Only those who choose it hear you.
held = You are heard

# Faces
faces = In the room
faces-large = Large
speaks = speaking
speaks-own = speaking
face-muted = microphone off
face-screen = { $name }’s screen
face-weak = Weak network
face-gone = Coming back…
face-pin = Keep { $name } large
face-unpin = Stop keeping { $name } large
face-enlarge = Full screen
face-interprets = interpreter
faces-others = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
faces-alone = Nobody else has come with a microphone or a camera yet.
speaks-nobody = Nobody is speaking
speaks-one = { $name } is speaking
speaks-two = { $first } and { $second } are speaking
speaks-many = { $name } and others are speaking
fold = Fold
unfold = Show
shrink = Smaller
view = Display
view-side = Faces beside
view-speaker = Whoever speaks, large
view-grid = Everybody in a grid
view-none = Sound only, no pictures

# Where the connection stands
listen-text = You read and write. Nobody hears you.
listen-viewer = Listen to and watch what happens in the room.
listen-viewer-audio = Listen to what is said in the room.
listen-join = Listen and watch
listen-join-audio = Listen
standing-connecting = Setting up the sound…
standing-interrupted = The sound is interrupted, we are bringing it back.
standing-elsewhere = The sound has moved to another tab or device.
standing-here = Continue here
standing-gesture = The browser waits for your agreement to play sound.
standing-sound = Turn the sound on
standing-retry = Try again
standing-retrying = We keep trying.
standing-help = What can I do?
failed-unreachable = Sound and picture do not get through from here.
refused-media_off = Sound and picture are not open on this server.
failed-busy = There is no room left for sound and picture just now.
refused-viewers_full = There is no place left to listen live.
refused-media_lost = The server for sound and picture does not answer.
refused-offer_invalid = This browser and the server do not understand each other. Update the browser, or take another one.
failed-cut = The server has cut sound and picture for this device.

# Settings
settings-media = Adjust sound and picture
settings-audio = Adjust the sound
come-change-button = Change how I take part
come-now-video = You have come with microphone and camera.
come-now-audio = You have come with a microphone.
come-now-listen = You are listening, without a microphone.
come-now-text = You read and write, without listening.
audio-only = Sound only, no pictures
audio-only-hint = For a weak network or a limited plan.
saves-data = Save data
saves-data-hint = Small pictures only, both ways.
hold-to-talk = Hold the button to speak
hold-to-talk-hint = The microphone closes as soon as you let go.
hold-space = While the microphone is off, holding the Space key opens it for as long as you speak.
stop-listening = Stop listening
interpreter = Listen in
interpreter-none = The voice of the room
interpreter-of = { $language }, by { $name }
spoken-you = You have spoken for { $time }.
spoken-not-yet = You have not spoken into the microphone yet.
duration-spoken = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
}

# A problem with sound or picture
trouble = A problem with sound or picture?
trouble-seen = What we see from here
trouble-none = Nothing unusual: sound and picture flow well between this device and the room.
trouble-off = Sound and picture are not open in this tab.
trouble-nothing_in = Nothing comes from the room any more. Check the Wi-Fi; we keep trying.
trouble-nothing_out = Your voice and picture no longer reach the room. Check the Wi-Fi; we keep trying.
trouble-loss_in = Part of what the room says gets lost on the way. Move closer to the Wi-Fi, or switch to sound only.
trouble-loss_out = Part of what you say gets lost on the way. Move closer to the Wi-Fi, or switch your camera off.
trouble-slow_in = Your network is slow: pictures are made smaller. Sound goes first.
trouble-slow_out = Your network sends slowly: your picture is made smaller. Without the camera your voice has more room.
trouble-processor = The device can hardly keep up. Close other programs or tabs, or switch to sound only.
trouble-late = Sound takes long to travel. Leave a pause before you speak.
trouble-relayed = The direct way is closed on this network: everything passes a relay, with a small delay.
trouble-tcp = The direct way is closed on this network: everything takes a detour, with a small delay.
trouble-muted = Your microphone is off: nobody hears you.
trouble-gesture = The browser holds back the sound of the page.
trouble-audio-only = You have chosen sound only: pictures do not come.
trouble-figures = The figures
trouble-path = Path
path-udp = direct
path-tcp = detour by TCP
path-relay = relay
path-none = none
trouble-round-trip = There and back
trouble-ms = { $ms } ms
trouble-lost-in = Lost coming in
trouble-lost-out = Lost going out
trouble-rate-in = Received
trouble-rate-out = Sent
trouble-kbps = { $rate } kbit/s
trouble-try = To try
try-unheard = People do not hear me
try-unheard-steps = See first whether your microphone is open. Speak: the bars should move. If they do not, choose another microphone in the settings.
try-unhearing = I hear nothing
try-unhearing-steps = Turn up the volume of the device. Play the two notes: if you do not hear them, choose other speakers. Unplug and plug in your headset again.
try-unseen = People do not see me
try-unseen-steps = See whether your camera is on and nothing covers it. Close other programs that use it.
try-choppy = Sound or picture stutters
try-choppy-steps = Move closer to the Wi-Fi or use a cable. Switch to sound only. Close what is downloading.
try-again-call = Set up the connection afresh
try-ask = Ask the staff

# People
person-microphone-on = microphone open
person-microphone-off = microphone off
person-camera-on = camera on
person-muted = switched off by the staff
person-floor = has the floor
person-interprets = interpreter: { $language }
person-weak = weak network
person-unreached = out of reach

# Told to screen readers
news-call-on = You hear the room.
news-call-interrupted = The sound is interrupted.
news-microphone-on = Microphone open.
news-microphone-off = Microphone off.
news-screen = { $name } is showing their screen.

# The desk
desk-call = Your voice and your picture
desk-call-join = Come with microphone or camera
desk-heard-in = You are heard in { $room }.
desk-silent-in = In { $room }.
desk-listen = Listen to this room
desk-listen-stop = Stop listening to this room
desk-voices = Voices in { $name }
desk-listen-hint = You stay in { $room }: nobody hears you here.
stage-speakers = Floor reserved
stage-set-open = Let everybody speak
stage-set-speakers = Reserve the floor
room-mute = Switch the room’s microphones off
floor-give = Give the floor
floor-take = Take the floor back
person-mute = Switch the microphone off
person-interpret = Interpreter…
interpret-title = { $name } interprets
interpret-language = Into which language?
interpret-none = Does not interpret
interpret-hint = Their voice is then heard only by those who choose it.
media-form = Sound and picture of the workshop
media-form-hint = What is off is asked of nobody. Writing and voting is always possible.
media-text = In writing only
media-text-hint = No microphones, no cameras: notes, votes and messages.
media-voice = With voices
media-voice-hint = Microphones, no cameras. Suits a weak network.
media-video = With voices and pictures
media-video-hint = Microphones, cameras and shown screens.
spoken-title = Speaking time
spoken-where = Count
spoken-everywhere = The whole workshop
spoken-step = This step
spoken-in = In { $name }
spoken-nobody = Nobody has spoken into a microphone yet.
spoken-silent = { $count ->
    [one] One person has not spoken yet.
   *[other] { $count } people have not spoken yet.
}
spoken-how = Measured on the voices the server receives, never while a microphone is off. Each person sees their own total, the staff see everybody’s.

# How speech is shared
nudge-much = You have spoken for { $time } of { $of } in this step.
nudge-hands = { $count ->
    [one] Somebody else has raised a hand.
   *[other] { $count } others have raised a hand.
}
nudge-nothing = You can speak whenever you like.
nudge-alone = Only you see this message.
balance-shared = Speech is shared
balance-some = Some people speak more
balance-few = Few people speak most of the time
balance-of-hundred = { $evenness } of 100
balance-how = 100: everybody speaks as much. 0: one person alone speaks.
balance-unmeasured = { $count ->
    [one] One person did not want to be measured.
   *[other] { $count } people did not want to be measured.
}
measure = Count how long I speak
measure-hint = The staff and you see it. Everybody else sees the balance of the room only.
measure-not = Your time is no longer counted, and what was counted no longer is. The balance of the room says that one person is not in it.
nudges = A word in private
nudges-hint = Whoever speaks much, or not yet, is told now and then, and nobody else sees it.
spoken-unmeasured = { $count ->
    [one] One person does not want to be measured.
   *[other] { $count } people do not want to be measured.
}
stage-stream = Watched live
stream-why = You are watching live. Raise your hand: the microphone opens when the team gives you the floor.
stream-floor = Choose how you come on stage; nobody hears you before.

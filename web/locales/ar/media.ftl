# الصوت والصورة: كيف نأتي ومن يتكلم والأجهزة والصعوبات.

media = الصوت والصورة
media-audio = الصوت

# قبل الدخول
come-title = كيف تأتي؟
come-change = يمكنك التغيير في أي وقت.
come-video = بالميكروفون والكاميرا
come-video-hint = يسمعك الآخرون ويرونك.
come-audio = بالميكروفون
come-audio-hint = يسمعك الآخرون.
come-text = القراءة والكتابة
come-text-hint = أوراق وتصويت ورسائل. ويمكنك الاستماع إلى الآخرين إن أردت.
come-why = لا يُفتح الميكروفون ولا الكاميرا إلا إذا اخترتهما. عندها يطلب المتصفح موافقتك.
come-not-recorded = لا شيء يُسجَّل: يمرّ الصوت والصورة مباشرة ولا يحتفظ بهما أحد.
check-title = صورتك وصوتك
check-title-audio = صوتك
check-asking = يطلب المتصفح موافقتك. اختر «السماح».
check-try = قل بضع كلمات لتجربة الميكروفون.
check-heard = صوتك مسموع جيدًا.
check-faint = صوتك يكاد لا يُسمع. اقترب من الميكروفون.
check-silent = لا يصل شيء من هذا الميكروفون. هل هو الصحيح؟
check-no-microphone = لا ميكروفون حاليًا.
check-devices = تغيير الميكروفون أو الكاميرا أو السماعات
check-devices-audio = تغيير الميكروفون أو السماعات
check-muted = الدخول والميكروفون مغلق
check-muted-hint = تفتحه متى أردت الكلام.
check-enter = الدخول إلى القاعة
check-enter-anyway = الدخول مع ذلك
check-back = رجوع
reach-title = الطريق إلى القاعة
reach-trying = نجرّب الاتصال بالقاعة…
reach-good = الصوت والصورة يمرّان.
reach-detour = الصوت والصورة يمرّان عبر طريق أطول: قد يكون هناك تأخر قليل.
reach-blocked = الصوت والصورة لا يمرّان من هنا. جرّب شبكة لاسلكية أخرى أو شبكة الهاتف. ويمكنك أيضًا القراءة والكتابة: هذا يعمل من هنا.
reach-again = التجربة من جديد

# الأجهزة
microphone = الميكروفون
camera = الكاميرا
speakers = السماعات
device-default = اختيار المتصفح
device-number = { $kind } { $number }
camera-flip = قلب الكاميرا
sound-test = تشغيل نغمتين
sound-testing = نغمتان…
sound-hint = لا تسمع شيئًا؟ ارفع الصوت أو اختر سماعات أخرى.
sound-hint-system = لا تسمع شيئًا؟ ارفع الصوت أو غيّر السماعات في إعدادات الجهاز.
trouble-microphone-denied = يرفض المتصفح الميكروفون. المس القفل أو الإعدادات قرب العنوان واسمح بالميكروفون ثم أعد المحاولة.
trouble-microphone-missing = لم يُعثر على أي ميكروفون. صِل واحدًا، أو اكتفِ بالقراءة والكتابة.
trouble-microphone-busy = برنامج آخر يستعمل الميكروفون. أغلقه ثم أعد المحاولة.
trouble-microphone-ended = لم يعد الميكروفون يستجيب. أعد وصله أو اختر غيره.
trouble-microphone-insecure = لم تُفتح هذه الصفحة بعنوان آمن (https): لا يعطيها المتصفح ميكروفونًا.
trouble-camera-denied = يرفض المتصفح الكاميرا. المس القفل أو الإعدادات قرب العنوان واسمح بالكاميرا ثم أعد المحاولة.
trouble-camera-missing = لم يُعثر على أي كاميرا. يمكنك الدخول من دونها.
trouble-camera-busy = برنامج آخر يستعمل الكاميرا. أغلقه ثم أعد المحاولة.
trouble-camera-ended = لم تعد الكاميرا تستجيب. أعد وصلها أو اختر غيرها.
trouble-camera-insecure = لم تُفتح هذه الصفحة بعنوان آمن (https): لا يعطيها المتصفح كاميرا.
trouble-both-denied = يرفض المتصفح الميكروفون والكاميرا. المس القفل أو الإعدادات قرب العنوان واسمح بهما ثم أعد المحاولة.
trouble-both-insecure = لم تُفتح هذه الصفحة بعنوان آمن (https): لا يعطيها المتصفح ميكروفونًا ولا كاميرا.
trouble-screen = تعذّر عرض الشاشة. قد يمنع نظام الجهاز المتصفح من ذلك.
device-lost = لم يعد «{ $name }» يستجيب. حلّ جهاز آخر محله.

# ما يُفتح ويُغلق
talk = الكلام
talk-hint = اختيار طريقة المشاركة
microphone-on = الميكروفون مفتوح
microphone-on-hint = اضغط لإغلاقه
microphone-off = الميكروفون مغلق
microphone-off-hint = اضغط لفتحه
microphone-hold = استمر بالضغط
microphone-hold-hint = استمر بالضغط لتتكلم
microphone-reserved = الكلام محجوز
camera-on = مفتوحة
camera-off = مغلقة
camera-reserved = محجوزة
screen-share = عرض شاشتي
screen-stop = إيقاف عرض شاشتي
reserved-why = لا يُسمع الآن إلا من أُعطي الكلمة. يمكن لفريق التنشيط أن يعطيك إياها.
muted-talking = الميكروفون مغلق: لا أحد يسمعك.
muted-by-staff = أغلق فريق التنشيط ميكروفونك. يمكنك فتحه من جديد متى أردت الكلام.
floor-given = الكلمة لك.
floor-given-hint = افتح الميكروفون: القاعة تسمعك.
interprets-you = أنت تترجم إلى هذه اللغة: { $language }. لا يسمعك إلا من اختارها.
held = صوتك مسموع

# الوجوه
faces = في القاعة
faces-large = بحجم كبير
speaks = بصدد الكلام
speaks-own = بصدد الكلام
face-muted = الميكروفون مغلق
face-screen = شاشة { $name }
face-weak = شبكة ضعيفة
face-gone = في طريق العودة…
face-pin = إبقاء { $name } بحجم كبير
face-unpin = عدم إبقاء { $name } بحجم كبير
face-enlarge = ملء الشاشة
face-interprets = ترجمة فورية
faces-others = { $count ->
    [one] شخص آخر
    [two] شخصان آخران
    [few] { $count } آخرون
   *[other] { $count } آخر
}
faces-alone = لم يأت أحد غيرك بميكروفون أو كاميرا بعد.
speaks-nobody = لا أحد يتكلم
speaks-one = { $name } بصدد الكلام
speaks-two = { $first } و{ $second } بصدد الكلام
speaks-many = { $name } وآخرون بصدد الكلام
fold = طيّ
unfold = إظهار
shrink = تصغير
view = طريقة العرض
view-side = الوجوه جانبًا
view-speaker = المتكلم بحجم كبير
view-grid = الجميع في شبكة
view-none = صوت فقط دون صور

# حال الاتصال
listen-text = أنت تقرأ وتكتب. لا أحد يسمعك.
listen-viewer = استمع إلى ما يجري في القاعة وشاهده.
listen-viewer-audio = استمع إلى ما يقال في القاعة.
listen-join = الاستماع والمشاهدة
listen-join-audio = الاستماع
standing-connecting = جارٍ وصل الصوت…
standing-interrupted = انقطع الصوت ونحن نعيده.
standing-elsewhere = انتقل الصوت إلى نافذة أخرى أو جهاز آخر.
standing-here = المتابعة هنا
standing-gesture = ينتظر المتصفح موافقتك على الصوت.
standing-sound = تشغيل الصوت
standing-retry = إعادة المحاولة
standing-retrying = نواصل المحاولة.
standing-help = ما العمل؟
failed-unreachable = الصوت والصورة لا يمرّان من هنا.
refused-media_off = الصوت والصورة غير مفتوحين على هذا الخادم.
failed-busy = لم يبق مكان للصوت والصورة الآن.
refused-viewers_full = لم يبق مكان للاستماع المباشر.
refused-media_lost = خادم الصوت والصورة لا يجيب.
refused-offer_invalid = هذا المتصفح والخادم لا يتفاهمان. حدّث المتصفح أو استعمل غيره.
failed-cut = قطع الخادم الصوت والصورة عن هذا الجهاز.

# الإعدادات
settings-media = ضبط الصوت والصورة
settings-audio = ضبط الصوت
come-change-button = تغيير طريقة مشاركتي
come-now-video = أنت هنا بالميكروفون والكاميرا.
come-now-audio = أنت هنا بالميكروفون.
come-now-listen = أنت تستمع دون ميكروفون.
come-now-text = أنت تقرأ وتكتب دون استماع.
audio-only = صوت فقط دون صور
audio-only-hint = لشبكة ضعيفة أو اشتراك محدود.
saves-data = توفير البيانات
saves-data-hint = صور صغيرة فقط في الاتجاهين.
hold-to-talk = الاستمرار بالضغط على الزر للكلام
hold-to-talk-hint = يُغلق الميكروفون حالما ترفع إصبعك.
hold-space = والميكروفون مغلق، يفتحه الاستمرار بالضغط على مفتاح المسافة ما دمت تتكلم.
stop-listening = إيقاف الاستماع
interpreter = الاستماع بـ
interpreter-none = صوت القاعة
interpreter-of = { $language }، مع { $name }
spoken-you = تكلمت { $time }.
spoken-not-yet = لم تتكلم في الميكروفون بعد.
duration-spoken = { $minutes ->
    [0] { $seconds } ث
   *[other] { $minutes } د { $seconds } ث
}

# مشكلة في الصوت أو الصورة
trouble = مشكلة في الصوت أو الصورة؟
trouble-seen = ما نراه من هنا
trouble-none = لا شيء غير عادي: الصوت والصورة يمرّان جيدًا بين هذا الجهاز والقاعة.
trouble-off = الصوت والصورة غير مفتوحين في هذه النافذة.
trouble-nothing_in = لم يعد شيء يصل من القاعة. تحقق من الشبكة اللاسلكية، ونحن نواصل المحاولة.
trouble-nothing_out = لم يعد صوتك ولا صورتك يصلان إلى القاعة. تحقق من الشبكة اللاسلكية، ونحن نواصل المحاولة.
trouble-loss_in = يضيع في الطريق بعض ما يقال في القاعة. اقترب من الشبكة اللاسلكية أو اكتف بالصوت.
trouble-loss_out = يضيع في الطريق بعض ما تقوله. اقترب من الشبكة اللاسلكية أو أغلق الكاميرا.
trouble-slow_in = شبكتك بطيئة: تُصغَّر الصور. الصوت يمرّ أولًا.
trouble-slow_out = شبكتك ترسل ببطء: تُصغَّر صورتك. إغلاق الكاميرا يترك لصوتك مكانًا أوسع.
trouble-processor = الجهاز يكاد لا يلحق. أغلق برامج أو نوافذ أخرى أو اكتف بالصوت.
trouble-late = يستغرق الصوت وقتًا طويلًا ذهابًا وإيابًا. اترك لحظة صمت قبل أن تتكلم.
trouble-relayed = الطريق المباشر مغلق على هذه الشبكة: يمرّ كل شيء عبر وسيط مع تأخر قليل.
trouble-tcp = الطريق المباشر مغلق على هذه الشبكة: يمرّ كل شيء عبر طريق أطول مع تأخر قليل.
trouble-muted = الميكروفون مغلق: لا أحد يسمعك.
trouble-gesture = يحبس المتصفح صوت الصفحة.
trouble-audio-only = اخترت الصوت فقط: لا تأتي الصور.
trouble-figures = القياسات
trouble-path = الطريق
path-udp = مباشر
path-tcp = طريق أطول عبر TCP
path-relay = وسيط
path-none = لا شيء
trouble-round-trip = ذهابًا وإيابًا
trouble-ms = { $ms } م.ث
trouble-lost-in = ضاع في الوصول
trouble-lost-out = ضاع في الإرسال
trouble-rate-in = الاستقبال
trouble-rate-out = الإرسال
trouble-kbps = { $rate } كيلوبت/ث
trouble-try = للتجربة
try-unheard = لا يسمعونني
try-unheard-steps = انظر أولًا هل الميكروفون مفتوح. تكلم: يجب أن تتحرك الأعمدة. إن لم تتحرك فاختر ميكروفونًا آخر في الإعدادات.
try-unhearing = لا أسمع شيئًا
try-unhearing-steps = ارفع صوت الجهاز. شغّل النغمتين: إن لم تسمعهما فاختر سماعات أخرى. افصل السماعة ثم صِلها من جديد.
try-unseen = لا يرونني
try-unseen-steps = انظر هل الكاميرا مفتوحة وهل يغطيها شيء. أغلق البرامج الأخرى التي تستعملها.
try-choppy = الصوت أو الصورة متقطع
try-choppy-steps = اقترب من الشبكة اللاسلكية أو استعمل سلكًا. اكتف بالصوت. أوقف ما يُنزَّل في الأثناء.
try-again-call = إعادة الاتصال من البداية
try-ask = سؤال فريق التنشيط

# الأشخاص
person-microphone-on = الميكروفون مفتوح
person-microphone-off = الميكروفون مغلق
person-camera-on = الكاميرا مفتوحة
person-muted = أغلقه فريق التنشيط
person-floor = أُعطيت له الكلمة
person-interprets = ترجمة فورية: { $language }
person-weak = شبكة ضعيفة
person-unreached = خارج التغطية

# ما يُقال لقارئات الشاشة
news-call-on = أنت تسمع القاعة.
news-call-interrupted = انقطع الصوت.
news-microphone-on = الميكروفون مفتوح.
news-microphone-off = الميكروفون مغلق.
news-screen = عرض شاشة { $name }.

# مكتب التنشيط
desk-call = صوتك وصورتك
desk-call-join = الدخول بميكروفون أو كاميرا
desk-heard-in = صوتك مسموع في { $room }.
desk-silent-in = في { $room }.
desk-listen = الاستماع إلى هذه القاعة
desk-listen-stop = إيقاف الاستماع إلى هذه القاعة
desk-voices = الأصوات في { $name }
desk-listen-hint = أنت باقٍ في { $room }: لا أحد يسمعك هنا.
stage-speakers = الكلمة محجوزة
stage-set-open = فتح الكلام للجميع
stage-set-speakers = حجز الكلمة
room-mute = إغلاق ميكروفونات القاعة
floor-give = إعطاء الكلمة
floor-take = استرجاع الكلمة
person-mute = إغلاق الميكروفون
person-interpret = ترجمة فورية…
interpret-title = الترجمة الفورية: { $name }
interpret-language = إلى أي لغة؟
interpret-none = لا ترجمة
interpret-hint = لا يسمع هذا الصوت عندئذ إلا من اختاره.
media-form = صوت الورشة وصورتها
media-form-hint = ما هو مغلق لا يُطلب من أحد. الكتابة والتصويت ممكنان دائمًا.
media-text = بالكتابة فقط
media-text-hint = لا ميكروفون ولا كاميرا: أوراق وتصويت ورسائل.
media-voice = بالصوت
media-voice-hint = ميكروفونات دون كاميرات. يناسب شبكة ضعيفة.
media-video = بالصوت والصورة
media-video-hint = ميكروفونات وكاميرات وشاشات معروضة.
spoken-title = مدة الكلام
spoken-where = الحساب
spoken-everywhere = الورشة كلها
spoken-step = هذه المحطة
spoken-in = في { $name }
spoken-nobody = لم يتكلم أحد في الميكروفون بعد.
spoken-silent = { $count ->
    [one] شخص واحد لم يتكلم بعد.
    [two] شخصان لم يتكلما بعد.
    [few] { $count } أشخاص لم يتكلموا بعد.
   *[other] { $count } شخصًا لم يتكلموا بعد.
}
spoken-how = يُقاس على الأصوات التي يستقبلها الخادم، ولا يُقاس أبدًا والميكروفون مغلق. يرى كل شخص مجموعه، ويرى فريق التنشيط مجموع الجميع.

# توزيع الكلام
nudge-much = تكلمت { $time } من أصل { $of } في هذه المحطة.
nudge-hands = { $count ->
    [one] رفع شخص آخر يده.
    [two] رفع شخصان آخران أيديهما.
    [few] رفع { $count } أشخاص آخرين أيديهم.
    [many] رفع { $count } شخصًا آخر أيديهم.
   *[other] رفع { $count } شخص آخر أيديهم.
}
nudge-nothing = يمكنك أن تتكلم متى شئت.
nudge-alone = لا يرى هذه الرسالة أحد غيرك.
balance-shared = الكلام موزّع بين الجميع
balance-some = بعض الأشخاص يتكلمون أكثر
balance-few = قلة من الأشخاص تتكلم كثيرًا
balance-of-hundred = { $evenness } من 100
balance-how = 100: الجميع يتكلمون بالقدر نفسه. 0: شخص واحد فقط يتكلم.
balance-unmeasured = { $count ->
    [one] لم يرغب شخص واحد في أن يُحسب وقته.
    [two] لم يرغب شخصان في أن يُحسب وقتهما.
    [few] لم يرغب { $count } أشخاص في أن يُحسب وقتهم.
    [many] لم يرغب { $count } شخصًا في أن يُحسب وقتهم.
   *[other] لم يرغب { $count } شخص في أن يُحسب وقتهم.
}
measure = احسب مدة كلامي
measure-hint = تراها أنت وفريق التنشيط. ولا يرى الآخرون إلا توازن القاعة.
measure-not = لم يعد وقتك يُحسب، وما حُسب منه لم يعد محسوبًا. ويذكر توازن القاعة أن شخصًا غير مشمول فيه.
nudges = تنبيه على انفراد
nudges-hint = من يتكلم كثيرًا أو لم يتكلم بعد يُنبَّه من حين إلى آخر، ولا يرى ذلك أحد سواه.
spoken-unmeasured = { $count ->
    [one] لا يرغب شخص واحد في أن يُحسب وقته.
    [two] لا يرغب شخصان في أن يُحسب وقتهما.
    [few] لا يرغب { $count } أشخاص في أن يُحسب وقتهم.
    [many] لا يرغب { $count } شخصًا في أن يُحسب وقتهم.
   *[other] لا يرغب { $count } شخص في أن يُحسب وقتهم.
}
stage-stream = بث مباشر
stream-why = أنت تتابع البث مباشرة. ارفع يدك: يُفتح الميكروفون حين يعطيك الفريق الكلمة.
stream-floor = اختر كيف تصعد إلى المنصة؛ لا أحد يسمعك قبل ذلك.

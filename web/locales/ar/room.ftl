# صفحة القاعة، للمواطنين.

take-part = المشاركة
messages = الرسائل
messages-unread = { $count ->
    [one] رسالة واحدة غير مقروءة
    [two] رسالتان غير مقروءتين
    [few] { $count } رسائل غير مقروءة
   *[other] { $count } رسالة غير مقروءة
}
people = الأشخاص
people-count = { $count ->
    [0] لا أحد في القاعة
    [one] شخص واحد في القاعة
    [two] شخصان في القاعة
    [few] { $count } أشخاص في القاعة
   *[other] { $count } شخصًا في القاعة
}
people-none = لا أحد غيرك بعد.
person-away = غير متصل حاليًا
help = مساعدة
help-lead = يقرأ فريق التنشيط ما تكتبه هنا، ولا أحد غيره.
help-none = سؤال أو صعوبة؟ اكتبها.
help-write = اكتب إلى الفريق
more = المزيد

steps = المحطات
step-of = { $number } من { $count }
step-none = قريبًا
step-past = انتهت

viewer = أنت تشاهد
your-name = اسمك
language = اللغة
mine-link = ما كتبتُه
mine-link-hint = نصوصك وأصواتك ورابط للعودة: لك وحدك.
leave = مغادرة الورشة
leave-hint = يمكنك العودة بالرابط نفسه: مكانك ونصوصك باقية.

shortcuts = اختصارات لوحة المفاتيح
shortcuts-on = الاختصارات مفعّلة
shortcuts-note = التعليق على الورقة المختارة أو تعديلها أو نقلها
shortcuts-move = رفع ورقة ثم وضعها
key-space = مسافة

announcement = إعلان من الفريق
announcement-read = قرأته
answer-for-you = الفريق يجيبك
answer-reply = الرد

group-choose = اختر مجموعتك
group-switch = تغيير المجموعة
group-go = أذهب إليها
group-here = أنت هنا
group-full = مكتملة
group-places = { $left ->
    [zero] لا مكان شاغر، العدد الحالي: { $people }
    [one] مكان واحد شاغر، العدد الحالي: { $people }
    [two] مكانان شاغران، العدد الحالي: { $people }
    [few] { $left } أماكن شاغرة، العدد الحالي: { $people }
   *[other] { $left } مكانًا شاغرًا، العدد الحالي: { $people }
}
groups-closing = { $seconds ->
    [0] العودة إلى الجلسة العامة.
    [one] العودة إلى الجلسة العامة بعد ثانية واحدة.
    [two] العودة إلى الجلسة العامة بعد ثانيتين.
    [few] العودة إلى الجلسة العامة بعد { $seconds } ثوانٍ.
   *[other] العودة إلى الجلسة العامة بعد { $seconds } ثانية.
}
group-joining = بعد { $seconds } ث تنضم مجموعتك إلى { $name }.
groups-closing-kept = لن يضيع ما تكتبه الآن.

empty-before = لم تبدأ الورشة بعد. ستتابع هذه الصفحة من تلقاء نفسها.
empty-groups = تجري هذه المحطة في مجموعات. سيأخذك الفريق إليها.
empty-group = لا شيء مقرر في هذه المجموعة خلال هذه المحطة.
empty-plenary = تابع مع الفريق: لا شيء مطلوب هنا خلال هذه المحطة.
empty-next = بعد ذلك: { $title }.

closed-title = انتهت الورشة
closed-at = انتهت على الساعة { $time }.
closed-kept = ما كتبته محفوظ وسيرد في المحضر.

news-room = أنت الآن في { $name }.
news-step = المحطة { $title }.
news-messages = { $count ->
    [one] رسالة جديدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
   *[other] { $count } رسالة جديدة
}
news-time = { $seconds ->
    [10] بقيت عشر ثوانٍ.
    [60] بقيت دقيقة واحدة.
   *[other] بقيت { $minutes } دقائق.
}

unsent = لم تُرسل هذه الورقة: تغيّرت المحطة بينما كنت تكتبها. نصها محفوظ.
unsent-copy = نسخ النص
unsent-copied = نُسخ
unsent-discard = تجاهل
ready-title = أين وصلت
ready-button = انتهيت
ready-count = { $count ->
    [zero] لم ينته أحد من { $people }
    [one] انتهى واحد من { $people }
    [two] انتهى اثنان من { $people }
   *[other] انتهى { $count } من { $people }
}
ready-then = حين ينتهي نصف الحاضرين تنتقل مجموعتك إلى «{ $title }».
ready-then-wait = حين ينتهي نصف الحاضرين تنتظر مجموعتك الآخرين.
ready-finished = انتهت مجموعتك وهي تنتظر الآخرين، وما زال بإمكانك متابعة عملك.
duty-you = أنت
duty-reader = قراءة المطلوب بصوت عال، لينطلق الجميع من السؤال نفسه.
duty-timekeeper = مراقبة الوقت والتنبيه حين يقل.
duty-scribe = تدوين ما تتفق عليه المجموعة.

group-full-for-now = مكتملة الآن
group-waits-for = تُفتح من جديد عندما تكتفي:
ranking-title = أي المجموعات تفضّل؟
ranking-lead = اضغط عليها حسب ترتيب تفضيلك. لا يراها سوى فريق التنشيط لتشكيل المجموعات.
refused-full_for_now = هذه المجموعة مكتملة الآن: لا تزال مجموعات أخرى ينقصها أشخاص.
unsent-carried = انضمت مجموعتك إلى أخرى. ما كنت تكتبه ينتظرك على اللوحة الجديدة.
closed-results = نتائج نُشرت بعد ذلك
drawn-even = مجموعات بالقرعة وبأعداد متساوية.
drawn-balanced = مجموعات بالقرعة، متشابهة قدر الإمكان بحسب أجوبة التسجيل.
drawn-ranked = مجموعات بحسب التفضيلات.
drawn-file = مجموعات بحسب قائمة.
drawn-hand = مجموعات رُتبت يدويًا.
drawn-seed = قرعة رقم { $seed }
drawn-lot = هذا الرقم يثبّت المصادفة: معه ومع الأجوبة نفسها تعطي القرعة المجموعات نفسها دائمًا.
drawn-moved = { $count ->
    [one] ثم وُضع شخص واحد يدويًا.
    [two] ثم وُضع شخصان يدويًا.
    [few] ثم وُضع { $count } أشخاص يدويًا.
   *[other] ثم وُضع { $count } شخصًا يدويًا.
}
drawn-unsaid = بلا جواب
drawn-dash = تحل الشرطة محل الأعداد الصغيرة.
drawn-where = أعداد كل المجموعات ستكون في المحضر، ويحتفظ الفريق بالورقة التي تسمح بإعادة الحساب.

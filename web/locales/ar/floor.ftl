# الكلمة: رفع اليد والانتظار والكلام أو الكتابة في الدور.

floor = دور الكلام
hand-raise = رفع اليد
hand-up = اليد مرفوعة
hand-title = طلب الكلمة
hand-title-up = يدك مرفوعة
hand-change = تغيير طلبي
hand-for = نوع الطلب
hand-contribution = مداخلة
hand-contribution-hint = تنتظر دورك.
hand-question = سؤال
hand-question-hint = عما قيل للتو. يأتي قبل المداخلات.
hand-point = نقطة نظام
hand-point-hint = عن طريقة النقاش. تأتي قبل كل شيء إن قبلها فريق التنشيط.
hand-reason = ما هي، في كلمات قليلة؟
hand-lower = إنزال اليد
hand-declined = لم تُقبل نقطة النظام. يبقى طلبك في الصف.
hand-speaking = إنه دورك الآن.

floor-place = { $place ->
    [1] دورك هو التالي
   *[other] أنت رقم { $place }
}
floor-wait = { $minutes ->
    [0] قريبًا
    [one] بعد دقيقة تقريبًا
    [two] بعد دقيقتين تقريبًا
    [few] بعد { $minutes } دقائق تقريبًا
   *[other] بعد { $minutes } دقيقة تقريبًا
}
floor-more = { $count ->
    [one] وشخص آخر
    [two] وشخصان آخران
    [few] و{ $count } أشخاص آخرين
   *[other] و{ $count } شخصًا آخر
}
floor-waiting = { $count ->
    [one] شخص واحد ينتظر الكلمة
    [two] شخصان ينتظران الكلمة
    [few] { $count } أشخاص ينتظرون الكلمة
   *[other] { $count } شخصًا ينتظر الكلمة
}
floor-speaks = له الكلمة
floor-seated = في الوسط
floor-stands = متوقف مؤقتًا
floor-interrupted = ريثما يُطرح سؤال
floor-write = الكتابة بدل الكلام
floor-write-hint = في دورك تقرأ القاعة ما تكتبه أولًا بأول.
floor-speak = الكلام بدل الكتابة

turn-yours = إنه دورك
seat-yours = أنت في الوسط
turn-paused = دورك متوقف مؤقتًا
turn-interrupted = سؤال أولًا: ثم تعود الكلمة إليك
turn-finish = إنهاء دوري
seat-leave = مغادرة كرسيي
turn-time = { $spoken }
turn-time-of = { $spoken } من { $limit }
turn-over = انتهى الوقت، فكّر في الختام.
turn-type = نصك
turn-type-hint = يقرؤه الجميع وأنت تكتبه. وفي النهاية يصبح رسالة.
words-of = { $name } يكتب في دوره
words-none = تظهر الكلمات هنا فور كتابتها.
words-said = { $name }: { $words }
message-in-turn = في دوره

hands = الأيدي المرفوعة
hands-none = لا يد مرفوعة.
hand-unspoken = لم يتكلم بعد
hand-writes = كتابةً
hand-actions = إجراءات لطلب { $name }
hand-first = نقل إلى الرأس
hand-earlier = تقديم بمكان واحد
hand-later = تأخير بمكان واحد
hand-move = { $name }، المكان { $place }. النقل بالسهمين أعلى وأسفل
hand-move-hint = السحب، أو السهمان أعلى وأسفل
hand-moved = { $name } في المكان { $place }
hand-decline = رفض نقطة النظام
hand-lower-other = إنزال اليد
floor-turn = إعطاء الكلمة
floor-pause = إيقاف مؤقت
floor-resume = إعادة الكلمة
floor-rules = القواعد
floor-rules-title = الكلمة في { $name }
floor-order = ترتيب المداخلات
policy-first_come = حسب ترتيب الطلب
policy-first_come-hint = من رفع يده أولًا يتكلم أولًا.
policy-least_spoken = من تكلم أقل أولًا
policy-least_spoken-hint = حسب وقت الكلام المقيس في الورشة كلها.
policy-alternate = بالتناوب
policy-alternate-hint = دائمًا المجموعة أو الجواب الذي كان له أقل عدد من الأدوار.
floor-alternate-by = التناوب بين
floor-alternate-groups = المجموعات
policy-round_table = بالدور حول الطاولة
policy-round_table-hint = تُرفع كل الأيدي: يتكلم كل شخص مرة واحدة.
policy-first_timers = من لم يتكلم بعد أولًا
policy-first_timers-hint = ثم حسب ترتيب الطلب.
floor-anew = ترك الترتيب الذي وُضع باليد
floor-round-anew = دورة جديدة حول الطاولة
floor-minutes = مدة الدور بالدقائق
floor-minutes-hint = لا شيء يقطع الكلام: يُذكَّر بالمدة فقط. 0: بلا حد.
floor-seats = الكراسي في الوسط
floor-seats-hint = لنقاش الحلقة: يملأ الصف الكراسي الشاغرة.
stage-fishbowl = نقاش الحلقة
stage-set-fishbowl = فتح نقاش الحلقة
key-floor = إعطاء الكلمة للشخص التالي
alert-point = نقطة نظام من { $name }

refused-already_speaking = هناك من له الكلمة الآن.
refused-not_speaking = انتهى هذا الدور.
refused-no_seat = { $most ->
    [one] الكرسي الوحيد مشغول.
   *[other] الكراسي كلها مشغولة، وعددها { $most }.
}

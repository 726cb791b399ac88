# ما ينتظر الفريق
alerts = للمعالجة
alerts-none = لا شيء ينتظرك.
alert-since = { $minutes ->
    [0] الآن
   *[other] منذ { $minutes } د
}
alert-help = مساعدة لـ { $room }
alert-help-person = طلب مساعدة من { $name }
alert-go = أذهب إليهم
alert-answer = إجابة
alert-settle = تمّ
alert-silent = لم يعد يحدث شيء في { $room }
alert-late = تجاوزت { $room } وقتها
alert-empty = خلاصة { $room } ما زالت فارغة
alert-lost = انقطعت الشبكة عن { $name }
alert-lost-many = انقطعت الشبكة عن { $count } من { $room }
alert-lost-kept = { $count ->
    [one] مكانه محفوظ.
   *[other] أماكنهم محفوظة.
}
alert-lost-show = عرض من هم

# كل القاعات في نظرة
tower = برج المراقبة
tower-open = كلها في جدول
tower-close = إغلاق البرج
tower-hint = كل القاعات وما يحدث فيها. ينقلك السهمان إلى أعلى وإلى أسفل من قاعة إلى أخرى.
tower-room = القاعة
tower-people = الحاضرون
tower-people-of = { $count ->
    [one] شخص
    [two] شخصان
    [few] أشخاص
   *[other] شخصًا
}
tower-silent = صامتون
tower-silent-hint = لم يتكلموا ولم يكتبوا منذ بدء المحطة
tower-silent-of = { $count ->
    [one] لم يقل ولم يكتب شيئًا
   *[other] لم يقولوا ولم يكتبوا شيئًا
}
tower-balance = التوازن
tower-balance-hint = 100 % حين يتكلم الجميع بالتساوي، و0 % حين يتكلم شخص واحد
tower-notes = الأوراق
tower-notes-of = { $count ->
    [two] ورقتان
    [few] أوراق
   *[other] ورقة
}
tower-pace = { $count } في دقيقة
tower-ready = انتهوا
tower-ready-of = { $count ->
    [one] انتهى
   *[other] انتهوا
}
tower-step = المحطة
tower-conclusion = الخلاصة
tower-needs = ينتظر أحدًا
tower-acts = إجراءات
tower-with = مع { $names }
tower-waiting = الأرقام في الطريق…
tower-none = لا قاعة تحتاج إلى أحد.
tower-empty = خلاصة فارغة
tower-drafting = خلاصة من { $length } حرفًا
tower-frozen = خلاصة مثبتة
tower-voting = خلاصة قيد التصويت
tower-adopted = خلاصة معتمدة
tower-rejected = خلاصة مرفوضة
tower-lost = { $count ->
    [one] واحد بلا شبكة
   *[other] { $count } بلا شبكة
}
tower-weak = { $count ->
    [one] واحد شبكته ضعيفة
   *[other] { $count } شبكتهم ضعيفة
}
tower-sort = الترتيب
tower-sort-order = ترتيب القاعات
tower-sort-need = الأكثر انتظارًا
tower-sort-silent = الأكثر صمتًا
tower-sort-notes = الأقل كتابة
tower-sort-time = الأولى انتهاءً
tower-narrow = التي تحتاج إلى أحد

# ما يُرفض للفريق
refused-cannot_merge = { $what ->
    [gallery] تنظر مجموعات أخرى إلى ما كتبته أو علّقت عليه: لا يمكن ضمّها إلى غيرها.
    [report_out] عرضت هذه المجموعة خلاصتها: لا يمكنها بعد الآن الانضمام إلى غيرها.
    [conclusion_activity] بدأت المجموعتان خلاصتين. ثبّتهما بدلًا من ذلك: العرض العام يجمعهما.
    [board] للوحتين أعمدة مختلفة، أو هما بلا أسماء، أو إحداهما ما زالت مخفية أو قيد التصويت: لا يمكن جمع أوراقهما.
   *[other] عملت المجموعتان منفصلتين على النشاط نفسه: لا يمكن جمعه.
}
refused-lead_changed = هناك من يقود بالفعل.
refused-moved_meanwhile = انتقل شخص إلى قاعة أخرى في هذه الأثناء.
refused-not_left = لم تأتِ الجلسة العامة من هذه المحطة: جرت محطة أخرى بينهما.
refused-not_plenary = الجلسة العامة وحدها تُتابَع بثًّا مباشرًا.
refused-plenary_too_large = في الجلسة العامة { $people } شخصًا: فوق { $most } لا يمكن فتحها للجميع. اجعلها بثًّا مباشرًا أو أعطِ الكلمة لبعضهم.
refused-poll_answered = أجاب أشخاص بالفعل: لم يعد سحب هذا التصويت ممكنًا.

# التراجع
undo = تراجع
undo-title = ما فعلته للتو
undo-list = آخر الأفعال
undo-none = لم تفعل شيئًا يمكن التراجع عنه.
undo-put-back = إعادة كما كان
undo-is-back = أُعيد كما كان
undo-stale = حدث شيء آخر منذ ذلك الحين.
undo-done = تمّ التراجع: { $what }
undo-not = لم يتم التراجع: { $what }
act-step-start = بدأت المحطة { $name }
act-step-extend = تغيّر وقت نهاية { $name }
act-groups-open = المجموعات مفتوحة
act-groups-closing = أُعلنت العودة إلى الجلسة العامة
act-groups-close = عاد الجميع إلى الجلسة العامة
act-person-move = انتقل { $name } إلى قاعة أخرى
act-room-edit = عُدّلت { $name }
act-room-assign = تغيّر من يرافق { $name }
act-room-stage = تغيّر من له الكلام في { $name }
act-room-closing = أُعلنت نهاية { $name }
act-workshop-media = تغيّر الصوت والصورة
act-board-reveal = كُشفت الأوراق
act-board-hide = أُخفيت الأوراق
act-board-vote = تغيّر التصويت بالنقاط
act-poll-open = التصويت مفتوح
act-conclusion-freeze = ثُبّتت الخلاصة
act-message-settle = عولج الطلب
act-message-wait = الطلب ينتظر من جديد
act-message-mark = تغيّر ما يقتبسه المحضر

# عدة منشّطين
lead-title = الفريق
lead-button = { $name } يقود
lead-nobody = لا أحد يقود
lead-you = أنت تقود
lead-leads = يقود
lead-offered = عُرضت عليه القيادة
lead-in = في { $room }
lead-looks = يتابع { $room }
lead-offline = غير متصل
lead-take = تولّي القيادة
lead-offer = تسليم القيادة
lead-leave = التخلي عن القيادة
lead-hint = القيادة لا تمنع الآخرين من شيء: يعرف الجميع فقط من يسيّر الورشة.
lead-other = { $name } يقود.
alert-lead-lost = كان { $name } يقود وانقطعت عنه الشبكة
alert-lead-offered = { $name } يسلّمك القيادة
alert-lead-refuse = لا، شكرًا
alert-unled = لا أحد يرافق { $room }
alert-unled-detail = { $names }: غير متصل.
assign = من يرافقها
assign-title = من يرافق { $name }؟
assign-hint = تبقى القاعة مفتوحة للفريق كله.

# نهاية مجموعة
room-end = ضمّ أو إغلاق
room-end-title = نهاية { $name }
room-end-into = إلى أين يذهب أعضاؤها؟
room-end-home = يعودون إلى الجلسة العامة
room-end-join = ينضمون إلى { $name }
room-end-full = { $name }: ممتلئة ({ $places } أماكن)
room-end-when = متى؟
room-end-in = بعد 60 ثانية، مع عدّ تنازلي
room-end-now = الآن
room-end-hint = ما كُتب يذهب مع المجموعة باسم { $name }. المجموعة التي لم يُكتب فيها شيء يمكن إغلاقها.
room-end-hint-home = تُغلق المجموعة إن لم يُكتب فيها شيء. وإلا فضمّها إلى أخرى: لا يضيع شيء.
room-end-send = إنهاء المجموعة
room-ends-in = تنتهي بعد { $seconds } ث
room-keep = إبقاء المجموعة

# الكتابة إلى عدة قاعات
message-several = إلى عدة قاعات…
message-rooms = أي قاعات؟
message-rooms-hint = { $count ->
    [0] اختر قاعة واحدة على الأقل.
    [one] تقرؤه قاعة واحدة.
   *[other] تقرؤه { $count } من القاعات.
}
act-rotation = تغيّرت الطاولات
act-room-release = { $name } تسير على وتيرتها
act-room-recall = استُدعيت { $name }
act-text-hide = أُخفي نص
alert-end-failed = لم تنتهِ { $room }
alert-merge-failed = لم تنضم { $room } إلى { $other }
alert-end-otherwise = اختيار حل آخر
alert-end-keep = الإبقاء على هذه المجموعة
alert-end-enlarge = { $places ->
    [two] توسيع { $room } إلى مقعدين
    [few] توسيع { $room } إلى { $places } مقاعد
   *[other] توسيع { $room } إلى { $places } مقعدًا
}
alert-plenary = { $people ->
    [two] سيحضر الجلسة العامة شخصان
    [few] سيحضر الجلسة العامة { $people } أشخاص
   *[other] سيحضر الجلسة العامة { $people } شخصًا
}
alert-rewritten = أُعيدت كتابته بعدها: «{ $text }»
plenary-most = عدد الأشخاص في جلسة عامة مفتوحة
plenary-most-hint = { $most ->
    [one] فوق شخص واحد في الجلسة العامة اجعلها بثًّا مباشرًا: يُرى ويُسمع الفريق ومن له الكلمة، ولا يرسل الآخرون شيئًا.
    [two] فوق شخصين في الجلسة العامة اجعلها بثًّا مباشرًا: يُرى ويُسمع الفريق ومن له الكلمة، ولا يرسل الآخرون شيئًا.
    [few] فوق { $most } أشخاص في الجلسة العامة اجعلها بثًّا مباشرًا: يُرى ويُسمع الفريق ومن له الكلمة، ولا يرسل الآخرون شيئًا.
   *[other] فوق { $most } شخصًا في الجلسة العامة اجعلها بثًّا مباشرًا: يُرى ويُسمع الفريق ومن له الكلمة، ولا يرسل الآخرون شيئًا.
}
step-stage-stream = الفريق ومن له الكلمة، والجلسة العامة تتابع مباشرة
board-left-behind = { $count ->
    [one] ورقة واحدة من «{ $step }» لم تجد مكانًا هنا
   *[other] { $count } من أوراق «{ $step }» لم تجد مكانًا هنا
}
conclusion-left-behind = خلاصة «{ $step }» قيد التصويت: تبدأ هذه من جديد.
stage-set-stream = جعلها بثًّا مباشرًا

# ما يُطلب ممن يأتي للمشاركة
identity = يُطلب من المشاركين
identity-means = ممن يشارك. لا يُسأل الفريق ولا الجمهور الذي يشاهد.
identity-none = اسم
identity-none-means = يشارك كل من لديه الرابط.
identity-email = عنوان بريد إلكتروني
identity-email-means = يؤكده رمز. عنوان واحد لشخص واحد، ولا يُحفظ العنوان.
identity-openid = تعريف بالهوية
identity-openid-means = عبر الخدمة المضبوطة على هذا الخادم. هوية واحدة لشخص واحد، ولا تُحفظ.
identity-for = يُطلب ذلك
identity-for-enter = للدخول
identity-for-enter-means = ممن يأتي للمشاركة من الآن فصاعدًا.
identity-for-write = للكتابة
identity-for-write-means = الورقات والتعليقات والرسائل والخلاصات. يسحب كل شخص كلماته دائمًا.
identity-for-vote = للتصويت
identity-for-vote-means = الاستطلاعات والنقاط والاقتراع والموافقة. يبقى التصويت السري سريًا.
person-known-email = عنوان مؤكَّد
person-known-openid = هوية مؤكَّدة

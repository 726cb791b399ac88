# مكتب التنشيط: البرنامج، ما يراه المواطنون، القاعات، الأشخاص.

desk = مكتب التنشيط
desk-menu = قائمة المكتب
present = { $count ->
    [0] لا حاضرين
    [one] حاضر واحد
    [two] حاضران
    [few] { $count } حاضرين
   *[other] { $count } حاضرًا
}
watching = { $count ->
    [one] مشاهد واحد
    [two] مشاهدان
    [few] { $count } مشاهدين
   *[other] { $count } مشاهدًا
}
time-now = الساعة الآن
panels = أقسام المكتب
panel-screen = القاعة
panel-groups = المجموعات
workshop-closed = انتهت الورشة. ما زالت قراءتها وتصديرها ممكنين.
http-failed = الخادم لا يجيب. أعد المحاولة بعد لحظة.

# الاستمارات
form-leave = هل تتخلى عما عدّلته؟
form-throw-away = أتخلى عنه
form-go-on = أواصل

# البرنامج
agenda = البرنامج
agenda-ends = النهاية المتوقعة { $time }
agenda-total = { $time } إجمالًا
duration = { $hours } س { $minutes } د
agenda-late = تأخّر { $minutes } د
agenda-empty = لا محطة بعد. أضف الأولى.
planned-at = كان مقررًا في
time-left = بقي
cell-plenary = الجلسة العامة · { $what }
cell-groups = { $count ->
    [0] في مجموعات · { $what }
    [one] مجموعة واحدة · { $what }
    [two] مجموعتان · { $what }
    [few] { $count } مجموعات · { $what }
   *[other] { $count } مجموعة · { $what }
}
cell-empty = لا شيء مقرر
extend-1 = + 1 د
extend-5 = + 5 د
step-lasted = تمّت في { $minutes } د
step-actions = إجراءات { $title }
step-go = الانتقال إليها الآن
step-edit = تعديل
step-drop = حذف
step-drop-title = حذف «{ $title }»؟
step-drop-text = تختفي المحطة وما قُرّر فيها من البرنامج. أما ما كتبه الأشخاص فلا يُحذف بهذه الطريقة.
step-add-button = إضافة محطة
step-add-title = محطة جديدة
step-edit-title = تعديل المحطة
step-add = إضافة
step-add-hint = ستختار بعد ذلك نشاط الجلسة العامة ونشاط المجموعات.
step-title = الاسم
step-title-hint = يقرؤه الجميع في أعلى الشاشة.
step-minutes = المدة المقررة بالدقائق
step-place = الموضع في البرنامج
step-first = في البداية
step-after = بعد { $title }
move-up = إلى الأعلى
move-down = إلى الأسفل
plan-plenary = نشاط الجلسة العامة
plan-groups = نشاط المجموعات
plan-clear = إفراغ الجلسة العامة

# الانتقال إلى التالي
next-to = الانتقال إلى
next-begin = البدء بـ
next-last = آخر محطة
next-plenary = { $people ->
    [0] التالي: { $what }، { $minutes } د.
    [one] ينتقل الحاضر الوحيد إلى هذه المحطة: { $what }، { $minutes } د.
    [two] ينتقل الحاضران معًا إلى هذه المحطة: { $what }، { $minutes } د.
    [few] ينتقل الأشخاص الـ{ $people } معًا إلى هذه المحطة: { $what }، { $minutes } د.
   *[other] ينتقل الجميع ({ $people }) معًا إلى هذه المحطة: { $what }، { $minutes } د.
}
next-groups = ينتقل الجميع ({ $people }) إليها كلٌّ في قاعته. في المجموعات: { $what }، { $minutes } د.
next-plenary-only = مقرر في الجلسة العامة: { $what }، { $minutes } د.
next-empty = ينتقل الجميع إليها، لكن لا شيء مقرر في الجلسة العامة ({ $minutes } د).
next-groups-stay = تبقى المجموعات مفتوحة ولا نشاط لها هناك: استدعِ الجميع أولًا.
next-votes-stay = { $count ->
    [one] هناك تصويت مفتوح: يبقى مفتوحًا، ويمكنك إغلاقه لاحقًا.
    [two] هناك تصويتان مفتوحان: يبقيان مفتوحين، ويمكنك إغلاقهما لاحقًا.
   *[other] هناك تصويتات مفتوحة ({ $count }): تبقى مفتوحة، ويمكنك إغلاقها لاحقًا.
}
next-then-groups = يمكنك بعدها فتح المجموعات.
next-nothing-lost = لا يُمحى شيء، ويمكن العودة إلى المحطة السابقة.
next-none = لا محطة بعد هذه.
next-no-steps = أضف محطة إلى البرنامج للبدء.
next-closed = انتهت الورشة.
already-moved = غيّر شخص آخر المحطة للتوّ. نحن الآن في { $title }.

# ما تحتويه خانة من البرنامج
kind-info = معلومة
kind-info-hint = نص أو صورة أو مستند للقراءة.
kind-discussion = نقاش
kind-discussion-hint = يتكلم الناس، وتُكتب الرسائل جانبًا.
kind-board = لوحة
kind-board-hint = أوراق في أعمدة ثم نقاط.
kind-conclusion = خلاصة
kind-conclusion-hint = نص يُكتب جماعيًا، بابًا بعد باب.
kind-poll = تصويت
kind-poll-hint = سؤال أو أكثر مع خيارات.
kind-break = استراحة
kind-break-hint = لا شيء يُطلب حتى استئناف العمل.
plan-title-room = { $title } · { $room }
plan-title-groups = { $title } · كل المجموعات
plan-kind = نوع النشاط
plan-question = السؤال المطروح
plan-question-hint = هو أكبر نص على الشاشة.
plan-instructions = التعليمات
info-text = النص
info-file = صورة أو مستند
info-file-choose = اختيار ملف
info-file-other = اختيار ملف آخر
info-file-hint = PNG أو JPEG أو WebP أو GIF أو PDF، ‏10 ميغابايت على الأكثر.
info-file-drop = إزالة
info-file-sending = جارٍ إرسال الملف…
info-alt = ما يُظهره هذا الملف
info-alt-hint = لمن لا يراه. تكفي جملة واحدة.
set-columns = الأعمدة
set-column = العمود { $number }
set-column-add = إضافة عمود
set-column-drop = إزالة العمود { $number }
set-writing = الكتابة
set-hidden = إخفاء الأوراق إلى أن تكشفها
set-hidden-hint = يكتب كل شخص دون أن يتأثر بالآخرين.
set-anonymous = كتابة مجهولة
set-anonymous-hint = لا يُعرض الاسم ولا يُحفظ مع النص، حتى لفريق التنشيط.
set-comments = تعليقات تحت الأوراق
set-sorting = يمكن للجميع النقل والتجميع
set-sorting-hint = وإلا فالفريق وحده يرتب أوراق الآخرين.
set-dots = عدد النقاط لكل شخص
set-dots-hint = 0: لا تصويت في هذه اللوحة.
set-dots-per-note = الحد الأقصى على الورقة
question-add = إضافة سؤال
question-add-hint = تبقى الأسئلة مخفية إلى أن تفتحها.
question-number = السؤال { $number }
question-drop = إزالة
question-new = سؤال جديد
question-text = السؤال
question-options = الأجوبة الممكنة
question-options-hint = جواب في كل سطر.
question-two = يلزم جوابان على الأقل.
question-twenty = { $most } جوابًا على الأكثر.
question-option-long = طول الجواب { $most } حرفًا على الأكثر.
question-way = كيف يُجاب؟
way-named = كل شخص على شاشته
way-named-hint = يُنشر مع النتيجة من أجاب بماذا.
way-hands = برفع الأيدي
way-hands-hint = تعدّ الأيدي في القاعة وتُدخل الأعداد.
question-choices = كم جوابًا؟
choices-one = جواب واحد
choices-several = عدة أجوبة، على الأكثر
choices-most = أقصى عدد من الأجوبة
question-prepare = تحضير
question-prepare-hint = لا يراه الآن إلا الفريق. تفتحه متى تشاء.

# ما يراه المواطنون
screen-title = ما يراه المواطنون
screen-step = { $place } من { $of }
screen-messages = الرسائل
screen-activity = النشاط
screen-empty = لا شيء مقرر هنا في هذه المحطة.
screen-before = لم تبدأ الورشة. ينتظر الداخلون هنا.
controls = إدارة النشاط
controls-edit = تعديل النشاط
controls-choose = اختيار نشاط
board-notes = { $count ->
    [0] لا أوراق
    [one] ورقة واحدة
    [two] ورقتان
    [few] { $count } أوراق
   *[other] { $count } ورقة
}
board-authors = { $count ->
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
   *[other] { $count } شخصًا
}
board-is-hidden = الأوراق مخفية
board-reveal = كشف الأوراق
board-hide = إخفاؤها من جديد
voting-start = فتح التصويت بالنقاط
voting-open = التصويت مفتوح
voting-close = إغلاق التصويت
voting-closed = التصويت مغلق
voting-again = فتح التصويت من جديد
voting-after = يُفتح التصويت بعد كشف الأوراق.
poll-is-created = جاهز
poll-is-open = مفتوح
poll-is-closed = مغلق
poll-is-published = منشور
poll-open = فتح
poll-open-title = فتح السؤال
poll-open-hint = يصل فورًا إلى كل من في القاعة.
poll-open-hands-hint = ترى القاعة السؤال، وأنت تعدّ الأيدي.
poll-length = إلى متى؟
poll-until = إلى أن أغلقه
poll-for = { $minutes } د
poll-close = إغلاق
poll-publish = نشر النتيجة
poll-drop = حذف السؤال «{ $question }»
poll-answered = الأجوبة: { $turnout } من { $people }
poll-by-hands = برفع الأيدي
poll-count = إدخال الأيدي
poll-count-title = الأيدي المعدودة
poll-count-hint = لا تُعرض النتيجة إلا عندما تنشرها.
poll-count-first = أدخل الأيدي المعدودة كي تنشر.
polls-unfinished = { $count ->
    [one] تصويت واحد لم يكتمل
    [two] تصويتان لم يكتملا
    [few] { $count } تصويتات لم تكتمل
   *[other] { $count } تصويتًا لم يكتمل
}

# القاعات
rooms = القاعات
rooms-none = أضف مجموعات للعمل بالتوازي.
room-add-button = إضافة مجموعة
room-add-title = مجموعة جديدة
room-add = إضافة
room-edit = تعديل
room-edit-title = تعديل { $name }
room-drop = حذف
room-drop-title = حذف { $name }؟
room-drop-text = لا تُحذف إلا مجموعة فارغة لم يُكتب فيها شيء.
room-name = الاسم
room-theme = موضوع العمل
room-paper = الورق
room-capacity = عدد الأماكن
room-capacity-hint = اتركه فارغًا إن لم يكن هناك حد.
room-people = { $count ->
    [0] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
   *[other] { $count } شخصًا
}
room-places = { $left ->
    [one] مكان شاغر واحد
    [two] مكانان شاغران
    [few] { $left } أماكن شاغرة
   *[other] { $left } مكانًا شاغرًا
}
room-full = مكتملة
room-offline = { $count } بلا اتصال
room-with = مع
room-calls = { $count ->
    [one] طلب مساعدة
    [two] طلبا مساعدة
    [few] { $count } طلبات مساعدة
   *[other] { $count } طلب مساعدة
}
room-here = أنت هنا
room-look = مشاهدة
room-go = دخول
room-message = الكتابة إلى هذه القاعة
room-actions = إجراءات { $name }
go-backstage = العودة إلى الكواليس
groups-choosing = يختار كل شخص مجموعته
groups-open = المجموعات مفتوحة
groups-open-button = فتح المجموعات
groups-open-title = فتح المجموعات
groups-open-all = وضع الجميع في مجموعات
groups-send = إرسال كل شخص إلى مجموعته
groups-filling = طريقة التوزيع
fill-draw = بالقرعة، بالتساوي
fill-draw-hint = يذهب الجميع فورًا.
fill-choose = كل شخص يختار
fill-choose-hint = يذهب من اختار، ثم تضع الباقين.
fill-again = كما في المرة السابقة
fill-again-hint = يعود كل شخص إلى مجموعته ويُوزَّع الجدد.
groups-rest-drawn = يبقى من اختار حيث هو، ويُوزَّع الآخرون بالتساوي.
groups-can-switch = يمكن تغيير المجموعة ذاتيًا
groups-size = عدد المجموعات { $groups }، في كل منها { $each }. يذهب المتأخرون حيث ينقص الناس.
groups-sizes = عدد المجموعات { $groups }، في كل منها { $least } أو { $most }. يذهب المتأخرون حيث ينقص الناس.
groups-short = أماكن المجموعات { $places } والأشخاص { $people }. أضف مجموعة أو أماكن.
groups-late = بعد فتح المجموعات يذهب المتأخرون حيث ينقص الناس.
recall = العودة إلى الجلسة العامة
recall-60 = استدعاء الجميع خلال 60 ث
recall-in = { $seconds ->
    [0] يعود الجميع.
    [one] يعود الجميع خلال ثانية واحدة.
    [two] يعود الجميع خلال ثانيتين.
    [few] يعود الجميع خلال { $seconds } ثوانٍ.
   *[other] يعود الجميع خلال { $seconds } ثانية.
}
recall-more = + 60 ث
recall-cancel = إلغاء العودة
recall-now = الآن

# الأشخاص
people-title = الأشخاص
people-search = البحث عن شخص
people-where = عرض
people-everywhere = كل القاعات
people-offline = بلا اتصال ({ $count })
people-none-found = لا أحد يطابق البحث.
people-nobody = لم يدخل أحد بعد. شارك الرابط.
people-viewers = { $count ->
    [one] شخص واحد يشاهد دون مشاركة.
    [two] شخصان يشاهدان دون مشاركة.
    [few] { $count } أشخاص يشاهدون دون مشاركة.
   *[other] { $count } شخصًا يشاهدون دون مشاركة.
}
person-offline = بلا اتصال
person-group = مجموعة { $name }
person-move = نقل
person-actions = إجراءات { $name }
person-write = كتابة رسالة
person-rename = تغيير الاسم
move-title = نقل { $name }
move-here = موجود هنا
move-hint = يغيّر الشخص القاعة فورًا ويحتفظ بكل ما كتبه.
rename-title = تغيير اسم { $name }
rename-name = الاسم الظاهر للجميع
message-title = كتابة رسالة
message-short = رسالة
message-to = إلى من؟
message-everybody = إلى الجميع، في كل القاعات
message-text = الرسالة
message-all-hint = تظهر الرسالة في أعلى كل الشاشات، ومنها شاشات المشاهدين.
message-room-hint = لا يقرؤها إلا من في { $name } ({ $count }).
message-person-title = الكتابة إلى { $name }
message-person-hint = لا يقرؤها إلا { $name } وفريق التنشيط.
message-said = المراسلة مع الفريق

# المشاركة والتصدير والنهاية
share-button = دعوة
share-dialog = دعوة
share-dialog-lead = يكون الدخول بالرابط أو بالرمز أو بتوجيه الهاتف نحو الصورة.
share-page = صفحة للعرض أو الطباعة
links-loading = الروابط قادمة…
link-participant = المشاركة
link-viewer = المشاهدة
link-facilitator = التنشيط
link-organizer = التنظيم
link-code = الرمز
link-copy = نسخ الرابط
link-copied = نُسخ
link-not-copied = متصفحك لا يسمح بالنسخ. حدّد العنوان.
link-uses = { $count ->
    [0] لم يُستعمل
    [one] دخول واحد
    [two] دخولان
    [few] دخل به { $count }
   *[other] دخل به { $count }
}
link-qr = صورة يوجَّه إليها الهاتف، { $role }
link-revoke = سحب
link-revoke-text = يُقطع اتصال من دخلوا بهذا الرابط ولا يعودون به. يبقى ما كتبوه.
link-new = رابط جديد
link-for = لأجل
link-label = علامة لك
link-make = إنشاء
exports = التصدير
export-take = تنزيل
export-minutes = تحرير المحضر واعتماده ونشره
export-pdf = المحضر للطباعة (PDF)
export-pdf-hint = يقرؤه الجميع ويبقى طويلا: PDF/UA و PDF/A.
export-docx = المحضر في Word ‏(DOCX)
export-docx-hint = بأنماط جاهزة لمتابعة العمل عليه.
export-odt = المحضر في LibreOffice ‏(ODT)
export-odt-hint = نفسه بالصيغة المفتوحة.
export-html = المحضر، صفحة للقراءة
export-html-hint = للقراءة أو الطباعة أو الإرسال.
export-md = المحضر، نص Markdown
export-md-hint = لاستعماله في مستند آخر.
export-archive = الأرشيف الكامل
export-archive-hint = كل شيء مع الأسماء. احتفظ به لنفسك.
export-public = الأرشيف العمومي
export-public-hint = كل شيء دون أسماء. يمكن نشره.
ending-button = إنهاء الورشة…
ending-title = إنهاء الورشة
ending-submit = إنهاء نهائي
ending-writing = لن يستطيع أحد الكتابة أو التصويت. تُعدّ الأصوات المفتوحة.
ending-anonymous = تُتلف مفاتيح الكتابة المجهولة: لن يعرف أحد بعدها من كتب ماذا.
ending-exports = يبقى المحضر والأرشيف متاحين.
ending-votes = { $count ->
    [one] نتيجة تصويت واحد لم تُنشر:
    [two] نتيجتا تصويتين لم تُنشرا:
   *[other] نتائج تصويتات ({ $count }) لم تُنشر:
}
ending-votes-later = يمكنك بعد ذلك أيضًا النشر من مكتب التنشيط، وإدخال الأيدي المعدودة فيه.
ending-sure = فهمت: لا رجعة في هذا.
ending-done = انتهت الورشة. أُتلفت مفاتيح الكتابة المجهولة.

# الإعدادات والاختصارات
workshop-edit = تعديل الورشة
workshop-title = العنوان
workshop-language = لغة الورشة
workshop-language-hint = لغة صفحة الدخول لمن لا يختار لغة، ولغة المحضر.
workshop-zone = المنطقة الزمنية
workshop-zone-hint = تتبع أوقات المحضر والوثائق هذه المنطقة.

settings = اللغة والاختصارات
settings-language = لغة هذه الصفحة
keys = الاختصارات
keys-on = اختصارات بمفتاح واحد
keys-on-hint = أوقفها إن كنت تُملي بصوتك أو إن كانت المفاتيح تُضغط وحدها.
key-next = الذهاب إلى زر «الانتقال إلى»
key-extend = دقيقة إضافية
key-groups = فتح المجموعات أو استدعاء الجميع
key-rooms = مشاهدة قاعة
key-escape = Esc
key-close = إغلاق ما هو مفتوح

# ما يُقال لقارئات الشاشة
news-now = محطة جديدة: { $title }
news-asked = { $count ->
    [one] شخص يطلب المساعدة
    [two] شخصان يطلبان المساعدة
    [few] { $count } أشخاص يطلبون المساعدة
   *[other] { $count } شخصًا يطلبون المساعدة
}
news-groups-closed = عاد الجميع إلى الجلسة العامة
news-groups-choosing = يختار كل شخص مجموعته
news-groups-open = المجموعات مفتوحة

# محو شخص
erase = محو
erase-title = محو { $name }؟
erase-lead = بطلب من الشخص نفسه. لا رجعة فيه. ما الذي يُمحى؟
erase-name = هويته
erase-name-means = اسمه وعنوانه. تبقى نصوصه موقعة «شخص محذوف».
erase-texts = هويته ونصوصه
erase-texts-means = تختفي أيضًا أوراقه وتعليقاته ورسائله وتعديلاته، ومن السجل كذلك. يبقى مكانها فارغًا. ويُمحى ما كتبه دون اسم ما دامت الورشة غير مختومة.
erase-stays = تبقى الأعداد: الأصوات والنقاط والحضور دون اسم.
erase-together = الخلاصات المكتوبة جماعيًا والمحاضر المنشورة لا تتغير؛ ويختفي مع نصوصه سجلُّ من كتب ماذا في الخلاصة. وما تقتبسه الخلاصات من أوراقه يختفي، وكذلك حيث أخذه المسار منها؛ أما ما وُضع منه من قبل على لوحة ورشة أخرى فيبقى هناك دون اسم.
erase-ends = يخرج الشخص من الورشة، ولا يعود رابطه الشخصي صالحًا.
erase-files = يتم ذلك فورًا في الورشة، وخلال اليوم في ملفات الخادم. النسخ الاحتياطية والأرشيفات السابقة لا تتغير.

# مدد الاحتفاظ
retain = مدد الاحتفاظ بالمعطيات
retain-lead = تُحسب من نهاية الورشة، ويمكن للجميع قراءتها. بعد انقضائها تُحذف المعطيات ويُحتفظ بما يثبت ذلك.
retain-identity = الأسماء والعناوين
retain-identity-hint = من كان حاضرًا وبأي اسم. بعدها تبقى النصوص دون اسم.
retain-attendance = الحضور
retain-attendance-hint = متى جاء كل شخص ومتى غادر.
retain-speech = مدة الكلام
retain-speech-hint = كم تكلم كل شخص.
retain-votes = الأجوبة الاسمية في التصويت
retain-votes-hint = تبقى النتائج؛ ويختفي من أجاب بماذا.
retain-texts = النصوص
retain-texts-hint = الأوراق والتعليقات والرسائل. تبقى الخلاصات المكتوبة جماعيًا.
retain-uploads = الملفات
retain-uploads-hint = الصور والوثائق المعروضة خلال الورشة.
retain-drafts = المسودات
retain-drafts-hint = مسودات المحضر والتعديلات غير المنشورة.
retain-days = { $days ->
    [30] شهر
    [90] ثلاثة أشهر
    [180] ستة أشهر
    [365] سنة
    [730] سنتان
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
   *[other] { $days } يومًا
}
retain-kept = تبقى مع المسار
retain-closed = انتهت الورشة: يمكن تقصير المدة، لا تمديدها.

### محضر الورشة.

minutes-title = المحضر
minutes-contents = المحتويات
minutes-date = { DATETIME($began, dateStyle: "full") }، من { DATETIME($began, timeStyle: "short") } إلى { DATETIME($ended, timeStyle: "short") } ({ $zone })
minutes-dates = من { DATETIME($began, dateStyle: "full") }، { DATETIME($began, timeStyle: "short") }، إلى { DATETIME($ended, dateStyle: "full") }، { DATETIME($ended, timeStyle: "short") } ({ $zone })
minutes-date-running = { DATETIME($began, dateStyle: "full") }، منذ { DATETIME($began, timeStyle: "short") } ({ $zone })، والورشة جارية
minutes-not-held = لم تُعقد الورشة بعد.
minutes-time = { DATETIME($at, timeStyle: "short") }
minutes-number = { $count }
minutes-lead = { $people ->
        [0] لم يشارك أحد
        [one] شارك شخص واحد
        [two] شارك شخصان
        [few] شارك { $people } أشخاص
        [many] شارك { $people } شخصًا
       *[other] شارك { $people } شخص
    }{ $groups ->
        [0] {" "}في الجلسة العامة.
        [one] {" "}في الجلسة العامة وفي مجموعة واحدة.
        [two] {" "}في الجلسة العامة وفي مجموعتين.
        [few] {" "}في الجلسة العامة وفي { $groups } مجموعات.
       *[other] {" "}في الجلسة العامة وفي { $groups } مجموعة.
    }

minutes-figure-participants = { $count ->
        [one] مشارك
        [two] مشاركان
        [few] مشاركين
        [many] مشاركًا
       *[other] مشارك
    }
minutes-figure-groups = { $count ->
        [two] مجموعتان
        [few] مجموعات
       *[other] مجموعة
    }
minutes-figure-notes = { $count ->
        [two] ورقتان
        [few] أوراق
       *[other] ورقة
    }
minutes-figure-results = { $count ->
        [two] نتيجتان منشورتان
        [few] نتائج منشورة
       *[other] نتيجة منشورة
    }

minutes-agenda = سير الورشة
minutes-attendance = الحضور
minutes-groups = المجموعات
minutes-speech = وقت الكلام
minutes-announcements = إعلانات للجميع
minutes-staff = التنشيط
minutes-participants = المشاركون

minutes-column-step = المحطة
minutes-column-where = المكان
minutes-column-planned = المدة المقررة
minutes-column-began = البداية
minutes-column-lasted = المدة الفعلية
minutes-column-room = القاعة
minutes-column-present = الحاضرون
minutes-column-answer = الجواب
minutes-column-votes = الأصوات
minutes-column-share = النسبة من المصوّتين
minutes-column-who = من
minutes-column-spoken = مدة الكلام
minutes-column-speakers = عدد المتكلمين
minutes-column-half = حصة النصف الأكثر كلامًا
minutes-column-evenness = التوازن، من 0 إلى 100
minutes-column-spoken-share = النسبة
minutes-column-turns = الأدوار

minutes-duration = { $minutes } د
minutes-running = جارية
minutes-not-run = لم تُعقد
minutes-no-step = لم تكن هناك أي محطة مقررة.
minutes-no-activity = لم يكن هناك أي نشاط مقرر.
minutes-in-groups = { $count ->
        [one] مجموعة واحدة
        [two] مجموعتان
        [few] { $count } مجموعات
       *[other] { $count } مجموعة
    }

minutes-people = عدد المسجلين: { $registered }. عدد الحاضرين: { $came }. عدد المنشطين: { $staff }. عدد المتفرجين: { $viewers }.
minutes-present = { $count ->
        [0] 0 مشارك حاضر.
        [one] مشارك واحد حاضر.
        [two] مشاركان حاضران.
        [few] { $count } مشاركين حاضرين.
        [many] { $count } مشاركًا حاضرًا.
       *[other] { $count } مشارك حاضر.
    }
minutes-group-people = { $count ->
        [0] لم يكن لأحد مكان فيها.
        [one] كان لشخص واحد مكان فيها.
        [two] كان لشخصين مكان فيها.
        [few] كان لـ { $count } أشخاص مكان فيها.
        [many] كان لـ { $count } شخصًا مكان فيها.
       *[other] كان لـ { $count } شخص مكان فيها.
    }
minutes-erased = (شخص حُذفت بياناته)

minutes-speech-measured = محسوب من الميكروفونات المفتوحة، من بداية الورشة إلى نهايتها. يكون التوازن 100 حين يتساوى كلام المشاركين المتكلمين، و0 حين يتكلم شخص واحد فقط.
minutes-speech-unmeasured = { $count ->
        [one] لم يرغب شخص واحد في أن يُحسب وقته، فهو غير مشمول.
        [two] لم يرغب شخصان في أن يُحسب وقتهما، فهما غير مشمولين.
        [few] لم يرغب { $count } أشخاص في أن يُحسب وقتهم، فهم غير مشمولين.
        [many] لم يرغب { $count } شخصًا في أن يُحسب وقتهم، فهم غير مشمولين.
       *[other] لم يرغب { $count } شخص في أن يُحسب وقتهم، فهم غير مشمولين.
    }
minutes-speech-few = عدد قليل جدًا
minutes-speech-by-person = حسب الأشخاص. هذا الجزء لفريق التنشيط: لا يرد في المحضر العام.
minutes-turns-by-person = الأدوار حسب الأشخاص. هذا الجزء لفريق التنشيط: لا يرد في المحضر العام.
minutes-turns = { $room }: { $turns ->
    [one] دور واحد في الكلام
    [two] دوران في الكلام
    [few] { $turns } أدوار في الكلام
   *[other] { $turns } دورًا في الكلام
} ({ $spoken })، منها { $questions ->
    [0] لا سؤال
    [one] سؤال واحد
    [two] سؤالان
    [few] { $questions } أسئلة
   *[other] { $questions } سؤالًا
}، { $points ->
    [0] لا نقطة نظام
    [one] نقطة نظام واحدة
    [two] نقطتا نظام
    [few] { $points } نقاط نظام
   *[other] { $points } نقطة نظام
}، و{ $written } كتابةً. الترتيب: { $policy ->
    [least_spoken] من تكلم أقل أولًا
    [alternate] بالتناوب
    [round_table] بالدور حول الطاولة
    [first_timers] من لم يتكلم بعد أولًا
   *[first_come] حسب ترتيب الطلب
}.
minutes-spoken = { $minutes ->
        [0] أقل من دقيقة
       *[other] { $minutes } د
    }
minutes-share-about = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }

minutes-file = الوثيقة المعروضة: { $name }. { $shown }
minutes-file-unsaid = محتواها غير موصوف.
minutes-messages = { $count ->
        [0] لم تُكتب أي رسالة.
        [one] كُتبت رسالة واحدة، وهي خاصة بهذه القاعة.
        [two] كُتبت رسالتان، وهما خاصتان بهذه القاعة.
        [few] كُتبت { $count } رسائل، وهي خاصة بهذه القاعة.
       *[other] كُتبت { $count } رسالة، وهي خاصة بهذه القاعة.
    }
minutes-marked = رسائل مدرجة
minutes-no-note = لا توجد أوراق.
minutes-notes = { $count ->
        [one] ورقة واحدة.
        [two] ورقتان.
        [few] { $count } أوراق.
       *[other] { $count } ورقة.
    }
minutes-not-revealed = { $count ->
        [one] كُتبت ورقة واحدة ولم تُكشف، فلا يرد نصها هنا.
        [two] كُتبت ورقتان ولم تُكشفا، فلا يرد نصهما هنا.
        [few] كُتبت { $count } أوراق ولم تُكشف، فلا ترد نصوصها هنا.
       *[other] كُتبت { $count } ورقة ولم تُكشف، فلا ترد نصوصها هنا.
    }
minutes-anonymous = كُتبت دون ذكر أسماء أصحابها.
minutes-dots-open = لم يُغلق التصويت بالنقاط، فلا تُعطى مجاميعه.
minutes-dots-closed = { $dots ->
        [one] كان لكل شخص نقطة واحدة.
        [two] كان لكل شخص نقطتان.
        [few] كان لكل شخص { $dots } نقاط.
       *[other] كان لكل شخص { $dots } نقطة.
    }
minutes-dots = { $count ->
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $count } نقاط
       *[other] { $count } نقطة
    }
minutes-stack = أوراق مجمّعة
minutes-comments = تعليقات
minutes-origin = من «{ $phase }»، { $label }
minutes-brought = من «{ $phase }»

minutes-way-named = تصويت بالاسم.
minutes-way-secret = تصويت سري.
minutes-way-hands = تصويت برفع الأيدي، عُدّ في القاعة.
minutes-choices = { $most ->
        [one] جواب واحد فقط.
        [two] جوابان على الأكثر.
        [few] { $most } أجوبة على الأكثر.
       *[other] { $most } جوابًا على الأكثر.
    }
minutes-not-published = لم تُنشر النتيجة.
minutes-polls-unput = { $count ->
        [one] سؤال واحد مُعدّ لم يُطرح.
        [two] سؤالان مُعدّان لم يُطرحا.
        [few] { $count } أسئلة مُعدّة لم تُطرح.
       *[other] { $count } سؤالًا مُعدًّا لم تُطرح.
    }
minutes-turnout = عدد المصوّتين: { $turnout }. عدد من في القاعة: { $present }.
minutes-share = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
minutes-bar = { $count ->
        [one] صوت واحد · { $share }
        [two] صوتان · { $share }
        [few] { $count } أصوات · { $share }
        [many] { $count } صوتًا · { $share }
       *[other] { $count } صوت · { $share }
    }
minutes-same-table = النتيجة نفسها في جدول
minutes-no-announcement = لا توجد إعلانات.
minutes-made = كُتب هذا المحضر من سجل الورشة دون تعديل.
minutes-summary = باختصار
minutes-note = ملاحظة التحرير
minutes-amendments = التعديلات المقبولة
minutes-checksum = بصمة SHA-256 للمحضر المعتمد:
minutes-unprintable = لا يملك هذا الملف شكلا لبعض الأحرف: يعرض { $sign } مكانها. الصيغ الأخرى تحتويها كلها.
minutes-chart-alt = رسم بالأعمدة. الجدول الذي يليه يقول الشيء نفسه.
minutes-made-edited = تأتي الوقائع والأرقام من سجل الورشة دون تعديل. المقدمة والملخص وملاحظات التحرير كتبها المنظمون؛ والتعديلات كتبها الحاضرون.

minutes-standing-draft = النسخة { $number }، مسودة { DATETIME($at, dateStyle: "long") }، غير معتمدة
minutes-standing-approved = النسخة { $number }، اعتُمدت في { DATETIME($at, dateStyle: "long") }
minutes-superseded = نُشرت نسخة أحدث.
minutes-superseded-latest = اقرأ أحدث نسخة
minutes-downloads = تنزيل
minutes-format-pdf = PDF
minutes-format-docx = Word (DOCX)
minutes-format-odt = LibreOffice (ODT)
minutes-format-html = صفحة (HTML)
minutes-format-md = نص (Markdown)
minutes-format-json = بيانات (JSON)
minutes-verify = البصمة هي بصمة بيانات هذا المحضر (JSON) كما اعتُمدت. للتحقق من ملف نزّلته، احسب بصمته، مثلا بالأمر sha256sum، وقارنها بما في الجدول.
minutes-files = بصمات الملفات
minutes-column-file = الملف
minutes-versions = النسخ المنشورة
minutes-version = النسخة { $number }
minutes-scale = درجات من { $lowest } إلى { $highest }.
minutes-words = { $most ->
        [one] كلمة واحدة لكل شخص.
       *[other] عدد الكلمات لكل شخص حتى { $most }.
    }
minutes-rule-borda = يُحسب بالنقاط: من بين n من المقترحات يحصل الأول في الترتيب على n − 1، والتالي على n − 2، وهكذا.
minutes-rule-scores = يُحسب بمتوسط الدرجات ووسيطها.
minutes-rule-words = تُحسب الكلمات المتساوية معا، دون اعتبار الحركات وحجم الحروف.
minutes-rule-votes = كل جواب مختار يُحسب صوتا واحدا.
minutes-abstains = يُحسب الامتناع في النصاب لا في الأصوات المعبر عنها.
minutes-everywhere = طُرح في كل القاعات.
minutes-quorum = النصاب: { NUMBER($share, style: "percent") } من الحاضرين.
minutes-required = النسبة المطلوبة: { NUMBER($share, style: "percent") } من الأصوات المعبر عنها.
minutes-outcome-adopted = اعتُمد.
minutes-outcome-rejected = رُفض.
minutes-outcome-no_quorum = لم يكتمل النصاب: لم يُقرر شيء.
minutes-column-points = النقاط
minutes-column-first = في المرتبة الأولى
minutes-column-mean = المتوسط
minutes-column-median = الوسيط
minutes-column-ranks = من المرتبة 1 إلى المرتبة { $last }
minutes-column-scores = من { $lowest } إلى { $highest }
minutes-points = { $count ->
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $count } نقاط
       *[other] { $count } نقطة
    }
minutes-mean = { NUMBER($mean, maximumFractionDigits: 2) }
minutes-words-more = { $count ->
       *[other] عدد الكلمات الأخرى التي لم ترد هنا: { $count }.
    }
minutes-by-room = حسب القاعة
minutes-room-turnout = { $room }، عدد المصوتين: { $turnout }.
minutes-room-few = لا تُعطى التفاصيل: فهي تكشف من أجاب بماذا.
minutes-conclusion-none = لم تُثبت أي خلاصة.
minutes-conclusion-people = عدد من كتبوا فيها: { $people }.
minutes-standing-drafting = أُعيد فتح النص بعد ذلك، وهو هنا كما كان قد ثُبت.
minutes-standing-frozen = نص مثبت دون تعديل.
minutes-standing-voting = نص مثبت ومطروح للتصويت.
minutes-standing-adopted = نص معتمد.
minutes-standing-rejected = نص مرفوض.
minutes-standing-amended = نص عُدل بعد التصويت.
minutes-field-agreed = متفق عليه
minutes-field-disagreed = مختلف فيه
minutes-field-proposals = المقترحات
minutes-field-questions = الأسئلة المفتوحة
minutes-field-minority = رأي الأقلية
minutes-field-other = الخلاصة
minutes-sources = استنادا إلى هذه الأوراق
minutes-decisions = القرارات
minutes-questions = الأسئلة المفتوحة
minutes-retention = البيانات والموافقات
minutes-consent-media = كان الميكروفون والكاميرا اختياريين: كان يمكن فعل كل شيء كتابة. لم يُسجل أي صوت أو صورة.
minutes-consent-writing = كانت المشاركة كتابة: لم يُنقل صوت ولا صورة.
minutes-consent-anonymous = في الأنشطة المجهولة لا يرتبط أي اسم بما كُتب.
minutes-consent-secret = في التصويت السري يُحفظ من صوت، ولا يُحفظ أبدا ما اختاره كل شخص.
minutes-consent-named = يذكر هذا المحضر أسماء الأشخاص.
minutes-consent-unnamed = لا يذكر هذا المحضر اسم أحد، إلا حيث كتبه شخص بنفسه.
minutes-data-kept = بعد إغلاق الورشة تُحفظ البيانات على النحو التالي:
minutes-column-data = البيانات
minutes-column-kept = مدة الحفظ
minutes-days = { $days ->
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
       *[other] { $days } يوما
    }
minutes-kept = مع المسار
minutes-data-identity = الأسماء والعناوين
minutes-data-attendance = الحضور
minutes-data-speech = مدة كلام كل شخص
minutes-data-votes = نقاط كل شخص وأصواته الاسمية
minutes-data-texts = الأوراق والتعليقات والرسائل
minutes-data-uploads = الصور والوثائق
minutes-data-drafts = محاضر لم تُنشر
minutes-purged = حُذف في { DATETIME($at, dateStyle: "long") }: { $data }.
minutes-reported = أُبلغت به كل القاعات على الساعة { DATETIME($at, timeStyle: "short") }.
minutes-voted = عُرض للتصويت خلال «{ $step }».
minutes-column-ended = النهاية
minutes-column-conclusion = الخلاصة
minutes-turns-none = لم تكن لأي مجموعة خلاصة تعرضها.
minutes-turn-minutes = { $minutes ->
        [one] خُصصت لكل مجموعة دقيقة واحدة ({ $minutes }).
        [two] خُصصت لكل مجموعة دقيقتان ({ $minutes }).
        [few] خُصصت لكل مجموعة { $minutes } دقائق.
       *[other] خُصصت لكل مجموعة { $minutes } دقيقة.
    }
minutes-turn-waiting = لم تعرض خلاصتها.
minutes-turn-skipped = تخطت دورها.
minutes-turn-empty = { $people ->
        [0] لا خلاصة: لم يكن أحد في هذه المجموعة.
        [one] لا خلاصة: كان في هذه المجموعة شخص واحد ({ $people }) ولم يكتب شيئا.
        [two] لا خلاصة: كان في هذه المجموعة شخصان ({ $people }) ولم يكتبا شيئا.
        [few] لا خلاصة: كان في هذه المجموعة { $people } أشخاص ولم يكتبوا شيئا.
       *[other] لا خلاصة: كان في هذه المجموعة { $people } شخصا ولم يكتبوا شيئا.
    }
minutes-conclusions = قراءة الخلاصات
minutes-statement = النص المشترك، العبارة { $number }
minutes-statement-drafting = عبارة بقيت مفتوحة، وهي هنا كما كانت.
minutes-stands = { $for ->
        [0] لا مجموعة مع
        [one] مجموعة واحدة ({ $for }) مع
        [two] مجموعتان ({ $for }) مع
        [few] { $for } مجموعات مع
       *[other] { $for } مجموعة مع
    }، { $against ->
        [0] لا مجموعة ضد
       *[other] { $against } ضد
    }، { $not_discussed ->
        [0] ناقشتها كل المجموعات.
       *[other] { $not_discussed } لم تناقشها.
    }
minutes-stand-for = مع: { $rooms }
minutes-stand-against = ضد: { $rooms }
minutes-stand-not_discussed = لم تناقشها: { $rooms }
minutes-statement-sources = استنادا إلى هذه الخلاصات
minutes-source = { $room }، { $field }: «{ $words }»
minutes-text-voted = النص المعروض للتصويت
minutes-text-changed = تغير النص بعد هذا التصويت.

# جولة بين المجموعات
# $rooms: أسماء القاعات التي تمت زيارتها
minutes-visited = الخلاصات أو اللوحات التي تمت زيارتها: { $rooms }.
minutes-visited-none = لم يكن هناك ما يُزار.
minutes-remarks-written = { $count ->
    [0] لم تُكتب أي ملاحظة.
    [one] كُتبت ملاحظة واحدة.
    [two] كُتبت ملاحظتان.
    [few] كُتبت { $count } ملاحظات.
   *[other] كُتبت { $count } ملاحظة.
}
minutes-remarks = ملاحظات مجموعات أخرى
minutes-stance-agree = موافقة
minutes-stance-question = سؤال
minutes-stance-suggestion = اقتراح
# $room: القاعة التي جاءت منها الملاحظة
minutes-remark-by = من { $room }
# $what: الخانة أو الورقة
minutes-remark-about = حول «{ $what }»

# كيف شُكّلت المجموعات
minutes-draw = تشكيل المجموعات، { DATETIME($at, hour: "2-digit", minute: "2-digit") }
minutes-draw-even = شُكّلت المجموعات بالقرعة وبأعداد متساوية.
minutes-draw-balanced = شُكّلت المجموعات بالقرعة، بأعداد متساوية وبأكبر قدر من التشابه حسب الإجابات المقدَّمة عند التسجيل.
minutes-draw-ranked-way = شُكّلت المجموعات حسب التفضيلات المقدَّمة، وحُدّد الترتيب بالقرعة.
minutes-draw-file = شُكّلت المجموعات حسب قائمة.
minutes-draw-hand = شُكّلت المجموعات يدويًا.
minutes-draw-seed = قرعة رقم { $seed }، اقتراح رقم { $number }.
minutes-draw-checked = يمكن إعادة الحساب انطلاقًا من هذا الرقم ومن ورقة القرعة التي يحتفظ بها فريق التنشيط.
minutes-draw-unchecked = لم تعد ورقة القرعة محفوظة: سُحبت إجابات أو مُحي شخص أو انقضت مدتها.
minutes-draw-different = كان على كل شخص أن يلتقي، قدر الإمكان، بأشخاص غير الذين التقاهم من قبل.
minutes-draw-facilitated = عُيّن شخص من فريق التنشيط لكل مجموعة.
minutes-draw-bound = { $count ->
        [zero] لم تُحدَّد أي قاعدة.
        [one] رُوعيت قاعدة واحدة (أشخاص معًا أو متفرقون أو في مجموعة معيّنة).
        [two] رُوعيت قاعدتان (أشخاص معًا أو متفرقون أو في مجموعة معيّنة).
        [few] رُوعيت { $count } قواعد (أشخاص معًا أو متفرقون أو في مجموعة معيّنة).
       *[other] رُوعيت { $count } قاعدة (أشخاص معًا أو متفرقون أو في مجموعة معيّنة).
    }
minutes-draw-moved = { $count ->
        [zero] لم يُنقل أحد يدويًا بعد ذلك.
        [one] نُقل شخص واحد يدويًا بعد ذلك.
        [two] نُقل شخصان يدويًا بعد ذلك.
        [few] نُقل { $count } أشخاص يدويًا بعد ذلك.
       *[other] نُقل { $count } شخصًا يدويًا بعد ذلك.
    }
minutes-draw-deviation = متوسط الفرق عن التوزيع العام: { NUMBER($people, maximumFractionDigits: 2) } شخص لكل مجموعة وكل إجابة.
minutes-draw-again = { $count ->
        [zero] لم يسبق لأي شخصين أن اجتمعا في مجموعة واحدة.
        [one] شخصان سبق أن اجتمعا في مجموعة واحدة.
        [two] حالتان لشخصين سبق أن اجتمعا في مجموعة واحدة.
        [few] { $count } حالات لشخصين سبق أن اجتمعا في مجموعة واحدة.
       *[other] { $count } حالة لشخصين سبق أن اجتمعا في مجموعة واحدة.
    }
minutes-draw-ranked = من بين { $all } قدّموا تفضيلاتهم، حصل { $first } على التفضيل الأول، ولم يحصل { $none } على أي منها.
minutes-draw-few = تقوم الشرطة مقام الأعداد الأقل من خمسة، إذ قد تدل على شخص بعينه، ومقام الأعداد التي يمكن استنتاجها منها.
minutes-not-said = دون إجابة
minutes-data-answers = إجابات التسجيل والتفضيلات
# $step: the step
minutes-carried = منقولة من «{ $step }»
minutes-gone-on = استُؤنفت كتابة الخلاصة خلال «{ $step }».

minutes-column-drift = الفارق
minutes-drift = { $minutes } د، المجموع { $total }
# $count: كم من الحاضرين أكّدوا من هم، بعنوان أو بخدمة
minutes-known = { $count ->
    [one] أكّد شخص واحد منهم هويته. كل هوية تُحسب شخصًا واحدًا.
    [two] أكّد شخصان منهم هويتيهما. كل هوية تُحسب شخصًا واحدًا.
    [few] أكّد { $count } أشخاص منهم هوياتهم. كل هوية تُحسب شخصًا واحدًا.
   *[other] أكّد { $count } شخصًا منهم هوياتهم. كل هوية تُحسب شخصًا واحدًا.
}

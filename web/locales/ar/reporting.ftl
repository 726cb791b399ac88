# عرض الخلاصات: تعرض المجموعات خلاصاتها ويُكتب نص مشترك. للمواطنين ولفريق التنشيط.

report-now = الآن
report-rooms = المجموعات
report-no-rooms = ليس لأي مجموعة خلاصة تعرضها.
report-before = ستعرض المجموعات خلاصاتها.
report-between = ستعرض مجموعة أخرى بعد قليل.
report-over = عرضت كل المجموعات خلاصاتها.
report-rank = المجموعة { $number } من { $all }
report-presents = تعرض { $room } خلاصتها
report-follows = تليها { $room }.
report-last = هذه آخر مجموعة.
report-empty = لا توجد خلاصة.
report-empty-people = { $people ->
    [0] لم يكن أحد في هذه المجموعة.
    [one] كان في هذه المجموعة شخص واحد ولم يكتب شيئًا.
    [two] كان في هذه المجموعة شخصان ولم يكتبا شيئًا.
    [few] كان في هذه المجموعة { $people } أشخاص ولم يكتبوا شيئًا.
   *[other] كان في هذه المجموعة { $people } شخصًا ولم يكتبوا شيئًا.
}
report-not-shown = لا تعرض هذه المجموعة خلاصتها.
report-hidden = خلاصتها غير معروضة الآن.
report-rewritten = تعيد هذه المجموعة كتابة خلاصتها: لا يراها إلا هي وفريق التنشيط.
report-coming = تصل كلماتها بعد لحظة.
report-conclusions = خلاصات المجموعات
report-shown-later = ستظهر خلاصتها هنا حين تعرضها المجموعة.

turn-waiting = لاحقًا
turn-presenting = الآن
turn-presented = عُرضت
turn-skipped = تتخطى دورها
turn-people = { $people ->
    [0] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
   *[other] { $people } شخصًا
}
turn-empty = { $people ->
    [0] لا خلاصة، 0 أشخاص
    [one] لا خلاصة، شخص واحد
    [two] لا خلاصة، شخصان
    [few] لا خلاصة، { $people } أشخاص
   *[other] لا خلاصة، { $people } شخصًا
}

common-text = النص المشترك
common-text-none = لا توجد عبارة بعد. خذ جملًا من إحدى الخلاصات أو اكتب عبارة.
statement-number = العبارة { $number }
minority-view = رأي الأقلية
minority-hint = ما يراه غير الموافقين. يبقى إلى جانب العبارة، وفي المحضر أيضًا.
stand-for = مع
stand-against = ضد
stand-not-discussed = لم تناقشها
stands = { $for ->
    [0] لا مجموعة مع
    [one] مجموعة واحدة مع
    [two] مجموعتان مع
    [few] { $for } مجموعات مع
   *[other] { $for } مجموعة مع
}، { $against ->
    [0] لا مجموعة ضد
   *[other] { $against } ضد
}، { $none ->
    [0] ناقشتها كل المجموعات
   *[other] { $none } لم تناقشها
}
statement-vote = نتيجة التصويت
statement-sources = { $count ->
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
   *[other] { $count } مصدرًا
}
statement-see-source = انظر في خلاصة { $room }
statement-reported = أُبلغت بها كل القاعات

standing-drafting = قيد الكتابة
standing-frozen = مثبّت
standing-voting = معروض للتصويت
standing-adopted = معتمد
standing-rejected = مرفوض
standing-amended = معدّل بعد التصويت
vote-result = { $for } مع، { $against } ضد، { $abstained ->
    [0] لا امتناع
   *[other] { $abstained } امتناع
}
vote-no-quorum = الأصوات غير كافية لاتخاذ قرار

news-statements = { $count ->
    [one] عبارة جديدة في النص المشترك
    [two] عبارتان جديدتان في النص المشترك
    [few] { $count } عبارات جديدة في النص المشترك
   *[other] { $count } عبارة جديدة في النص المشترك
}
news-adopted = اعتُمد: { $text }
news-rejected = رُفض: { $text }

report-present = إعطاء الكلمة إلى { $room }
report-end = إنهاء العروض
report-minute-more = + دقيقة
turns-order = ترتيب المجموعات
turns-title = ترتيب العروض
turn-earlier = تقديم عرض { $room }
turn-later = تأخير عرض { $room }
turn-skip = تخطٍّ
turn-unskip = إعادة
turn-present = العرض الآن
conclusion-reopen-hides = هي معروضة على الجميع: إن أعدت فتحها لم تعد معروضة.
conclusion-show = إظهار للجميع
conclusion-hide = إخفاء
pick-words = أخذ جمل
pick-title = أخذ جمل
pick-into = في
pick-cite = إضافة كمصدر
pick-first = اختر جملة أولًا.
pick-none = لم تُعرض أي خلاصة بعد.
statement-actions = إجراءات على هذه العبارة
statement-new = عبارة جديدة
statement-add = إضافة عبارة
statement-edit = تعديل
statement-edit-title = تعديل العبارة
statement-text = العبارة
statement-stands = مواقف المجموعات
stands-title = مواقف المجموعات
statement-cite = إضافة مصدر
statement-up = إلى أعلى
statement-down = إلى أسفل
statement-move = نقل إلى…
statement-move-title = نقل هذه العبارة
statement-merge = دمج…
statement-merge-title = دمج عبارتين
statement-merge-with = مع
statement-merge-do = دمج
statement-merge-hint = تبقى مصادر العبارتين ومواقف المجموعات: من يعارض إحداهما يعارض العبارة المدموجة.
statement-freeze = تثبيت
statement-reopen = إعادة فتح
statement-report = إبلاغ كل القاعات
statement-unreport = إلغاء الإبلاغ
statement-drop = حذف
statement-drop-title = حذف هذه العبارة
statement-drop-text = يختفي نصها ومصادرها ورأي الأقلية فيها من النص المشترك.
statements-report = { $count ->
    [one] إبلاغ القاعات بالعبارة
    [two] إبلاغ القاعات بالعبارتين
    [few] إبلاغ القاعات بـ { $count } عبارات
   *[other] إبلاغ القاعات بـ { $count } عبارة
}
put-to-vote = عرض للتصويت
vote-open = فتح التصويت
vote-statement = هل تعتمد هذه العبارة؟ «{ $text }»
vote-conclusion = هل تعتمد خلاصة { $room }؟
vote-for = مع
vote-against = ضد
vote-abstain = أمتنع
vote-way = طريقة الإجابة
vote-named = اسمي: سيرى الجميع من أجاب بماذا
vote-secret = سري: لن يعرف أحد من اختار ماذا
vote-hands = برفع الأيدي: أنت تعدّ الأيدي
vote-required = الأغلبية، بالمئة
vote-required-hint = يُعتمد النص إذا بلغت «مع» هذه النسبة من الأصوات المعبَّر عنها وتجاوزت «ضد».
vote-quorum = النصاب، بالمئة
vote-quorum-hint = نسبة الحاضرين الذين يجب أن يصوّتوا. 0: لا نصاب.
vote-freezes = لا يتغيّر النص أثناء التصويت.

kind-report_out = عرض الخلاصات
kind-report_out-hint = تعرض المجموعات خلاصاتها بالدور ويُكتب نص مشترك.
report-of = خلاصات المحطة
report-of-last = آخر محطة فيها خلاصات
report-of-hint = تُثبَّت حين يبدأ العرض، ويراها الجميع حين تعرضها مجموعتها.
report-minutes-each = دقائق لكل مجموعة

refused-already_presenting = أعطى شخص آخر الكلمة للتوّ إلى مجموعة أخرى.
refused-not_in_conclusion = لا تقول الخلاصة هذه الكلمات، أو لم تعد تقولها.
refused-not_reported = لم تُعرض هذه الخلاصة على الجميع بعد.
refused-statement_frozen = هذه العبارة مثبّتة: أعد فتحها أولًا.
refused-common_text_full = اكتمل العدد: يوجد { $most } بالفعل.
refused-was_voted = عُرضت هذه العبارة للتصويت: تبقى في المحضر.

# الجولة بين المجموعات: تقرأ كل مجموعة ما كتبته أخرى وتعلق عليه.

kind-gallery = جولة بين المجموعات

gallery-visiting = تقرأ الآن { $room }
gallery-turn = الزيارة { $turn } من { $turns }
gallery-none = لا شيء للقراءة الآن. يمكنك الحديث عما قرأت.
gallery-done = قرأت مجموعتك كل شيء.
gallery-rewritten = تعيد هذه المجموعة كتابة خلاصتها. ستعود هنا عند تجميدها.
gallery-goes-back = تظهر ملاحظاتك لهذه المجموعة.
gallery-anonymous-told = لا تحمل اسمك.

remarks = ملاحظات مجموعات أخرى
remarks-count = { $count ->
    [one] ملاحظة من مجموعة أخرى
    [two] ملاحظتان من مجموعات أخرى
    [few] { $count } ملاحظات من مجموعات أخرى
   *[other] { $count } ملاحظة من مجموعات أخرى
}
remarks-here = الملاحظات
remarks-none = لا ملاحظات بعد.
remark-write = اكتب ملاحظة
remark-on = حول
remark-on-all = الكل
remark-stance = ملاحظتك
stance-agree = موافقة
stance-question = سؤال
stance-suggestion = اقتراح
remark-text = في بضع كلمات
remark-send = أرسل إلى المجموعة
remark-drop = اسحب هذه الملاحظة
remark-drop-other = احذف ملاحظة { $name }
remark-from = { $room }
remark-yours = أنت
remark-about = حول «{ $what }»
remark-sent = أُرسلت الملاحظة.
news-remarks = { $count ->
    [one] ملاحظة جديدة من مجموعة أخرى.
    [two] ملاحظتان جديدتان من مجموعات أخرى.
    [few] { $count } ملاحظات جديدة من مجموعات أخرى.
   *[other] { $count } ملاحظة جديدة من مجموعات أخرى.
}
news-visit = تقرأ الآن { $room }.

refused-no_visit = لا تزور مجموعتك شيئًا الآن.
refused-too_many_remarks = توجد هنا { $most } ملاحظة بالفعل.

# ما كتبه الشخص وما بقي منه: صفحته، رابط عودته، الحذف، المدد.

mine-title = ما كتبتُه
mine-lead = لك وحدك. تبقى هذه الصفحة مفتوحة بعد الورشة.
mine-wait = نصوصك في الطريق…
mine-nobody = لا يعرف هذا المتصفح من أنت في هذه الورشة. افتح هذه الصفحة حيث كنت أثناء الورشة، أو عبر رابطك الشخصي.
mine-failed = تعذّرت قراءة نصوصك. أعد تحميل الصفحة بعد لحظات.
mine-file = بياناتي
mine-as = أنت
mine-closed = انتهت الورشة في { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
mine-open = الورشة جارية الآن.
mine-to-workshop = الذهاب إلى الورشة
mine-none = لا شيء هنا.
mine-notes = أوراقي
mine-comments = تعليقاتي
mine-remarks = ملاحظاتي على عمل مجموعات أخرى
mine-messages = رسائلي
mine-votes = تصويتي
mine-presence = حضوري
mine-conclusions = كلماتي في الخلاصات
mine-conclusions-hint = ما كتبتَه بنفسك ولا يزال فيها.
mine-at = { DATETIME($at, dateStyle: "long", timeStyle: "short") }
mine-anonymous = دون اسمك
mine-note-dots = { $count ->
    [0] دون نقاط
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $count } نقاط
   *[other] { $count } نقطة
}
mine-note-comments = { $count ->
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
   *[other] { $count } تعليقًا
}
mine-quoted = مقتبسة في خلاصة:
mine-reported = عُرض على جميع القاعات
mine-in-minutes = قراءته في المحضر المنشور
mine-field-agreed = ما نتفق عليه
mine-field-disagreed = ما نختلف عليه
mine-field-proposals = مقترحاتنا
mine-field-questions = أسئلة مفتوحة
mine-field-minority = رأي الأقلية
mine-lost = ربما كتبتَ هنا أيضًا دون اسم. عند الإغلاق أُتلف المفتاح الذي يربط هذه الأوراق بكتّابها: لم يعد أحد يستطيع أن يقول أيها لك.
mine-board = لوحة
mine-comment-on = تحت الورقة
mine-remark-to = إلى
mine-received = من فريق التنشيط، إليك
mine-reach-room = إلى القاعة
mine-reach-all = إلى الجميع
mine-reach-staff = إلى فريق التنشيط
mine-reach-person = إلى شخص واحد
mine-secret = لقد صوّتَّ. لا أحد يستطيع أن يعرف ما اخترته، ولا حتى البلدية.
mine-dots = { $count ->
    [one] نقطة واحدة على
    [two] نقطتان على
    [few] { $count } نقاط على
   *[other] { $count } نقطة على
}
mine-stay = حاضر منذ { DATETIME($at, dateStyle: "long", timeStyle: "short") }
mine-stay-until = حتى { DATETIME($at, dateStyle: "long", timeStyle: "short") }
mine-spoken = { $minutes ->
    [0] أقل من دقيقة من الكلام،
    [one] دقيقة واحدة من الكلام،
    [two] دقيقتان من الكلام،
    [few] { $minutes } دقائق من الكلام،
   *[other] { $minutes } دقيقة من الكلام،
}
mine-turn = { $kind ->
    [question] سؤال
    [point_of_order] نقطة نظام
   *[other] دور في الكلام
} في { DATETIME($at, dateStyle: "long", timeStyle: "short") }، { $minutes ->
    [0] أقل من دقيقة،
    [one] دقيقة واحدة،
    [two] دقيقتان،
    [few] { $minutes } دقائق،
   *[other] { $minutes } دقيقة،
}
text-gone = نص محذوف
name-gone = شخص محذوف

mine-minutes = المحضر
mine-minutes-there = يقول المحضر ماذا حلّ بنصوصك. ما دام غير معتمد يمكنك أن تقترح تغيير شيء فيه.
mine-minutes-published = نُشر المحضر، ويقول ماذا حلّ بنصوصك.
mine-minutes-go = قراءة المحضر
mine-minutes-none = لم يُنشر بعد. سيظهر هنا.

mine-amendment-proposed = إضافة مطلوبة لم يُبتّ فيها بعد.
mine-amendment-accepted = إضافة مقبولة.
mine-amendment-refused = إضافة مرفوضة.

mine-back = العودة لاحقًا
mine-back-lead = رابط خاص بك يفتح هذه الصفحة على جهاز آخر، أو لاحقًا.
mine-back-make = إظهار رابطي
mine-back-secret = احتفظ به لنفسك: من يملكه يدخل هنا مكانك.
mine-back-revoke = سحب هذا الرابط
mine-back-revoked = لم يعد الرابط يقود إلى أي مكان. قُطعت الأجهزة التي دخلت عبره.
mine-refused = تعذّر ذلك. حاول بعد لحظات.

mine-leave = الخروج من كل الأجهزة
mine-leave-lead = تُغلق الورشة على كل أجهزتك، ومنها هذا الجهاز. تبقى نصوصك.
mine-leave-back = لتعود بعد ذلك باسمك، احتفظ أولًا برابطك الشخصي.
mine-leave-go = أخرجني من كل أجهزتي
mine-left = خرجتَ من كل أجهزتك
mine-left-means = رابطك الشخصي، إن احتفظت به، يعيدك إلى هنا.

mine-take = أخذ بياناتي
mine-take-lead = ملف zip: كل شيء بصيغة JSON، وجدول CSV لكل نوع من النصوص.
mine-take-go = تنزيل

mine-erase = الحذف
mine-erase-lead = ماذا تريد أن تحذف؟
mine-erase-name = هويتي
mine-erase-name-means = اسمك وعنوانك. تبقى نصوصك موقّعة «شخص محذوف».
mine-erase-texts = هويتي ونصوصي
mine-erase-texts-means = { $count ->
    [0] ليس لك نص هنا.
    [one] يختفي نصك أيضًا، ومن السجل كذلك. يبقى مكانه فارغًا.
    [two] يختفي نصّاك أيضًا، ومن السجل كذلك. يبقى مكانهما فارغًا.
    [few] تختفي نصوصك الـ{ $count } أيضًا، ومن السجل كذلك. تبقى أماكنها فارغة.
   *[other] تختفي نصوصك الـ{ $count } أيضًا، ومن السجل كذلك. تبقى أماكنها فارغة.
}
mine-erase-stays = تبقى الأعداد: الأصوات والنقاط والحضور دون اسم.
mine-erase-collective = لا تتغير الخلاصات المكتوبة معًا ولا المحاضر المنشورة؛ أما السجل الذي يقول من كتب ماذا فيها فيختفي مع نصوصك. وما تقتبسه الخلاصات من أوراقك يختفي، وكذلك حيث أخذه المسار منها؛ أما ما وُضع منه من قبل على لوحة ورشة أخرى فيبقى هناك دون اسم.
mine-erase-anonymous = ما زال بالإمكان إيجاد نصوصك المكتوبة دون اسم: تختفي مع غيرها. بعد إغلاق الورشة لن يعود ذلك ممكنًا.
mine-erase-lost = ما كتبتَه دون اسم لا يمكن إيجاده ولا حذفه بعد الآن: لا أحد يعرف أنه لك.
mine-erase-ends = تخرج من الورشة. لن تُفتح هذه الصفحة ولا رابطك الشخصي بعد الآن.
mine-erase-files = يتم ذلك فورًا في الورشة، وخلال اليوم في ملفات الخادم. لا تتغير النسخ الاحتياطية والأرشيفات المصنوعة من قبل.
mine-erase-sure = فهمتُ أن هذا نهائي
mine-erase-go = حذف
mine-done = تم الحذف
mine-done-name = لم يعد اسمك ولا عنوانك في هذه الورشة.
mine-done-texts = { $count ->
    [0] لم يكن هناك نص للحذف.
    [one] ولا نصك.
    [two] ولا نصّاك.
    [few] ولا نصوصك الـ{ $count }.
   *[other] ولا نصوصك الـ{ $count }.
}

back-lead = هذا رابطك الشخصي.
back-hint = يفتح ما كتبتَه، والورشة ما دامت جارية.

retention-title = كم تُحفظ بياناتك
retention-identity = الاسم والعنوان
retention-attendance = أوقات الحضور
retention-speech = وقت الكلام
retention-votes = من صوّت بماذا (تبقى النتائج)
retention-texts = الأوراق والتعليقات والرسائل
retention-uploads = الوثائق المرفوعة
retention-drafts = مسودات المحضر
retention-days = { $days ->
    [one] يوم واحد بعد الإغلاق
    [two] يومان بعد الإغلاق
    [few] { $days } أيام بعد الإغلاق
   *[other] { $days } يومًا بعد الإغلاق
}
retention-until = حتى { DATETIME($at, dateStyle: "long") }
retention-done = حُذف في { DATETIME($at, dateStyle: "long") }
retention-kept = يُحفظ مع المسار
retention-commands = الآثار التقنية لأفعالك
retention-commands-day = يوم واحد
retention-rest = لا يُحفظ عنوان IP الخاص بك أبدًا. لا يُسجَّل شيء من صوتك ولا صورتك.

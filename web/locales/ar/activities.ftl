# الأنشطة: لوحة الأوراق، التصويت، المستند، النقاش، الاستراحة. للمواطنين ولفريق التنشيط.

view-failed = تعذّر تحميل هذا الجزء من الصفحة.

board = اللوحة
columns = الأعمدة
column-empty = لا أوراق هنا بعد.
column-empty-hidden = لا شيء منك هنا بعد.
column-more = عرض المزيد ({ $count })
board-hidden = يكتب كل شخص على حدة. ستُكشف أوراق الجميع معًا.
board-hidden-staff = الأوراق مخفية. لا يرى كل شخص إلا أوراقه إلى أن تكشفها.
board-anonymous-short = كتابة مجهولة: لا يُحفظ اسمك مع ما تكتبه.
board-anonymous = إلى نهاية الورشة، يُستعمل رمز لمعرفة أوراقك أنت فقط كي تتمكن من تعديلها. ثم يُتلف، فلا يستطيع أحد بعدها أن يقول من كتب ماذا.

note-write = اكتب ورقة
note-add = أضف الورقة
note-add-here = أضف هنا
note-text = نصك
note-placeholder = فكرة واحدة في كل ورقة
note-hint = سيراها كل من في القاعة.
note-hint-hidden = لا يراها غيرك إلى أن تُكشف الأوراق.
note-left = { $left ->
    [zero] لم يبق أي حرف.
    [one] بقي حرف واحد.
    [two] بقي حرفان.
    [few] بقيت { $left } أحرف.
   *[other] بقي { $left } حرفًا.
}
note-too-long = { $over ->
    [one] حرف واحد زائد.
    [two] حرفان زائدان.
    [few] { $over } أحرف زائدة.
   *[other] { $over } حرفًا زائدًا.
}
note-empty = اكتب شيئًا أولًا.
note-column = العمود
note-paper = الورق
note-edit = تعديل
note-edited = معدّلة
note-drop = حذف
note-move = نقل إلى…
note-move-title = نقل هذه الورقة
note-movable = ورقة قابلة للنقل
note-unstack = إخراج من المجموعة
note-comment = تعليق
note-comments = { $count ->
    [0] التعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
   *[other] { $count } تعليقًا
}
note-only-you = لا يراها غيرك
note-moved-by = { $name } بصدد نقلها
note-yours = أنت
note-anonymous = مجهول
comment-write = اكتب تعليقًا
comment-drop = حذف التعليق

stack-count = { $count ->
    [one] ورقة واحدة
    [two] ورقتان مجموعتان
    [few] { $count } أوراق مجموعة
   *[other] { $count } ورقة مجموعة
}
stack-title = تسمية المجموعة
stack-title-label = ما تقوله هذه الأوراق

move-first = في البداية
move-after = بعد «{ $text }»
move-onto = جمع مع «{ $text }»
move-lifted = رُفعت الورقة. الأسهم لنقلها، المسافة لوضعها، Esc للإلغاء.
move-position = الموضع { $position } من { $count } في { $column }.
move-dropped = وُضعت الورقة.
move-cancelled = أُلغي النقل.

dots-left = { $left ->
    [0] وضعت كل نقاطك.
    [one] بقيت لك نقطة واحدة من { $all }.
    [two] بقيت لك نقطتان من { $all }.
    [few] بقيت لك { $left } نقاط من { $all }.
   *[other] بقيت لك { $left } نقطة من { $all }.
}
dots-add = { $mine ->
    [0] ضع نقطة
   *[other] ضع نقطة أخرى، عدد نقاطك هنا { $mine }
}
dots-remove = { $mine ->
    [one] استرجع نقطتك
   *[other] استرجع نقطة، عدد نقاطك هنا { $mine }
}
dots-take = استرجع نقطة
dots-total = { $count ->
    [zero] لا نقاط
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $count } نقاط
   *[other] { $count } نقطة
}

poll-none = لا تصويت مفتوح بعد.
poll-named = تصويت بالاسم: سيُنشر اسمك مع النتيجة.
poll-single = جواب واحد فقط
poll-multiple = عدد الأجوبة الممكنة: { $most }
poll-vote = صوّت
poll-choose-first = اختر جوابًا أولًا.
poll-sending = صوتك في الطريق…
poll-done = احتُسب صوتك.
poll-your-choice = اختيارك
poll-change = تغيير صوتي
poll-take-back = سحب صوتي
poll-later = النتيجة في النهاية.
poll-hands = تصويت برفع الأيدي: ارفع يدك في القاعة عندما يُنادى على جوابك.
poll-closed = أُغلق التصويت. لم تُنشر النتيجة بعد.
poll-turnout = { $turnout ->
    [0] لم يصوّت أحد بعد من أصل { $people }.
    [one] صوّت شخص واحد من أصل { $people }.
    [two] صوّت شخصان من أصل { $people }.
    [few] صوّت { $turnout } أشخاص من أصل { $people }.
   *[other] صوّت { $turnout } شخصًا من أصل { $people }.
}
poll-votes = { $votes ->
    [zero] لا أصوات · { $share }
    [one] صوت واحد · { $share }
    [two] صوتان · { $share }
    [few] { $votes } أصوات · { $share }
   *[other] { $votes } صوتًا · { $share }
}
poll-as-table = النتيجة نفسها في جدول
poll-answer = الجواب
poll-voices = الأصوات
poll-share = النسبة
poll-who = من أجاب بماذا
poll-nobody = لا أحد

discussion-beside = تحدثوا معًا. ما تكتبه يظهر في رسائل القاعة.

break = هذه استراحة.
break-until = نستأنف على الساعة { $time }.

# تقوله قارئات الشاشة.
news-notes = { $count ->
    [one] ورقة جديدة في { $column }
    [two] ورقتان جديدتان في { $column }
    [few] { $count } أوراق جديدة في { $column }
   *[other] { $count } ورقة جديدة في { $column }
}
news-comments = { $count ->
    [one] تعليق جديد
    [two] تعليقان جديدان
    [few] { $count } تعليقات جديدة
   *[other] { $count } تعليقًا جديدًا
}
news-poll-open = فُتح التصويت: { $question }
news-poll-closed = أُغلق التصويت: { $question }
news-poll-published = نُشرت النتيجة: { $question }

note-carried = من «{ $step }»
note-origin = من «{ $phase }»
note-came-from = كُتبت في { $name }

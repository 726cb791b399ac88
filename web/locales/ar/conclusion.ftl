# الخلاصة: نص يُكتب جماعيًا، خانة بعد خانة. للمواطنين ولفريق التنشيط.

conclusion = الخلاصة
conclusion-opening = النص في الطريق…
conclusion-elsewhere = هذه خلاصة قاعة أخرى.
conclusion-read-only = أنت تقرأ هذا النص.
conclusion-left = { $left ->
    [one] بقي حرف واحد للنص كله.
    [two] بقي حرفان للنص كله.
    [few] بقيت { $left } أحرف للنص كله.
   *[other] بقي { $left } حرفًا للنص كله.
}
conclusion-full = بلغ النص طوله. اختصر مقطعًا لتكتب غيره.
conclusion-frozen = هذا النص مجمّد: لم يعد أحد يكتب فيه.
conclusion-amended = أُعيد العمل على هذا النص ثم جُمّد من جديد.
conclusion-voting = هذا النص معروض للتصويت.
conclusion-adopted = اعتُمد هذا النص.
conclusion-rejected = لم يُعتمد هذا النص.
conclusion-reopened = فُتح النص من جديد: يمكنك الكتابة فيه.
conclusion-since = منذ { $time }.

field-agreed = نحن متفقون
field-agreed-hint = ما يمكن أن يقوله كل من في المجموعة.
field-disagreed = لسنا متفقين
field-disagreed-hint = ما يبقى موضع نقاش، وبين أي مواقف.
field-proposals = مقترحاتنا
field-proposals-hint = ما تطلبونه، اقتراح في كل سطر.
field-questions = أسئلة مفتوحة
field-questions-hint = ما ينبغي معرفته لاتخاذ القرار.
field-minority = رأي الأقلية
field-minority-hint = ما يراه بعضهم ولا يشاركهم فيه الآخرون.
field-untitled = خانة
field-empty = لا شيء مكتوب هنا.

write = اكتب
editor-loading = المحرر في الطريق…
saved = تم الحفظ
saving = جارٍ الحفظ
saved-later = سيُرسل عند عودة الشبكة
writers = من يكتب الآن
writers-none = لا أحد يكتب الآن.
news-writes = { $name } يكتب في { $field }

pen-tools = تنسيق { $field }
pen-bold = خط عريض
pen-italic = تشديد
pen-bullets = قائمة بنقاط
pen-numbers = قائمة مرقمة
pen-undo = تراجع
pen-redo = إعادة
pen-done = تم
plain = نص بسيط
plain-hint = بلا تنسيق. الورقة المقتبسة رقم بين معقوفين. مفتاح Esc للإنهاء.
plain-others = { $names } يكتب هنا أيضًا

cite = اقتبس
cite-again = اقتبس مجددًا
cite-note = اقتبس ورقة
cite-notes = أوراق للاقتباس
cite-in = اقتبس في
cite-search = ابحث عن كلمة
cite-none = لا ورقة للاقتباس: لم تكتب هذه القاعة أي ورقة.
cite-not-found = لا ورقة تحوي هذه الكلمات.
citation = ورقة
citation-of = ورقة مقتبسة، { $author }
citation-title = ورقة مقتبسة
citation-removed = لا تُرى هذه الورقة من هنا، أو أُزيلت. هذه كلماتها وقت اقتباسها.
citation-changed = تغيّرت الورقة منذ ذلك. تقول الآن:
citation-drop = أزل الاقتباس
citations-beside = مقتبسة بلا مكان في النص:
note-quoted = ورقتك مقتبسة في الخلاصة
note-quoted-by-all = مقتبسة في الخلاصة
news-quoted = ورقتك مقتبسة في الخلاصة: «{ $text }»

authors = من كتب ماذا
authors-hide = العودة إلى النص
authors-key = لون كل شخص
authors-loading = جارٍ البحث عمن كتب ماذا…
authors-failed = لا يُعرف الآن من كتب ماذا. حاول لاحقًا.

history = النسخ
history-hint = النص كما كان في هذه اللحظات. العودة إليها لا تمحو شيئًا.
history-none = لا نسخة لعرضها بعد.
history-loading = جارٍ البحث عن النسخ…
history-failed = تعذّرت قراءة النسخ. حاول لاحقًا.
history-back = كل النسخ
history-at = في { $time }
history-restore = عد إلى هذه النسخة
history-restore-hint = يبقى نص اليوم بين النسخ. سيرى الجميع التغيير.

lost-words = لم يمكن إضافة هذه الكلمات إلى «{ $field }».
lost-put-back = أعدها إلى النص
lost-copy = انسخ الكلمات
lost-copied = نُسخت
lost-discard = تخلّص منها

set-fields = خانات النص
set-fields-hint = الخانة المعتادة بلا عنوان تحمل عنوانها المعتاد، بلغة كل شخص.
set-field = عنوان الخانة { $number }
set-field-hint = ما يُكتب فيها، في جملة
set-field-minority = رأي الأقلية، يُحفظ منفصلًا حتى المحضر
set-field-up = ارفع الخانة { $number }
set-field-down = أنزل الخانة { $number }
set-field-drop = أزل الخانة { $number }
set-field-add = أضف خانة
set-field-add-known = أضف «{ $title }»
set-most = طول النص كله، بالأحرف
set-most-hint = في الصفحة المطبوعة نحو 2000 حرف.

conclusion-figures = { $people ->
    [one] كتب شخص واحد { $length } حرفًا.
    [two] كتب شخصان { $length } حرفًا.
    [few] كتب { $people } أشخاص { $length } حرفًا.
   *[other] كتب { $people } شخصًا { $length } حرفًا.
}
conclusion-unwritten = لم يُكتب شيء بعد.
conclusion-freeze = جمّد النص
conclusion-reopen = افتح النص من جديد
conclusion-is-frozen = مجمّد
conclusion-is-amended = معدّل، مجمّد
conclusion-is-voting = في التصويت
conclusion-is-adopted = معتمد
conclusion-is-rejected = غير معتمد
quoted-seen = اطلعت

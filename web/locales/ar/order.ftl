# النظام: الأبواب والبلاغات والنصوص المحجوبة أو المنتظرة والأشخاص المُخرَجون. تقرؤه كل الصفحات والمحضر.

reason-insult = كلام جارح
reason-hatred = كلام كراهية
reason-personal = حياة شخص خاصة
reason-off_topic = خارج الموضوع
reason-advertising = إعلان
reason-disruption = تعطيل الورشة
reason-other = سبب آخر

order-act-approved = نصوص رُوجعت ونُشرت
order-act-hidden = نصوص حُجبت
order-act-restored = نصوص أُعيدت
order-act-kept = نصوص بُلّغ عنها وبقيت
order-act-corrected = نصوص بُلّغ عنها وصُحّحت
order-act-muted = ميكروفونات كُتمت
order-act-removed = أشخاص أُخرجوا
order-act-banned = أشخاص مُنعوا
order-act-readmitted = أشخاص أُعيدوا
order-act-turned_away = أشخاص رُدّوا عند الباب

minutes-order = الإشراف
minutes-order-lead = { $reports ->
    [0] لم يصل أي بلاغ.
    [one] وصل بلاغ واحد.
    [two] وصل بلاغان.
    [few] وصلت { $reports } بلاغات.
   *[other] وصل { $reports } بلاغًا.
} { $hidden ->
    [0] لا نص محجوب.
    [one] نص واحد محجوب.
    [two] نصان محجوبان.
    [few] { $hidden } نصوص محجوبة.
   *[other] { $hidden } نصًا محجوبًا.
} { $pending ->
    [0] لا نص ينتظر المراجعة.
    [one] نص واحد لم يُراجَع ولم يُنشر.
    [two] نصان لم يُراجَعا ولم يُنشرا.
    [few] { $pending } نصوص لم تُراجَع ولم تُنشر.
   *[other] { $pending } نصًا لم يُراجَع ولم يُنشر.
}
minutes-column-act = الإجراء
minutes-column-reason = السبب
minutes-column-count = العدد

# الباب: صفحة من ينتظر، وما يُقرأ أمام باب مغلق.
waiting-page = في الانتظار · { $workshop }
waiting-title = أنت تنتظر عند الباب
waiting-as = ستدخل باسم
waiting-since = منذ { $at }.
waiting-lead = يرى الفريق اسمك وسيُدخلك. تنفتح هذه الصفحة وحدها، فلا شيء عليك فعله.
waiting-offline = انقطعت الشبكة. مكانك عند الباب محفوظ.
waiting-kept = يمكنك تحديث هذه الصفحة أو فتحها من جديد بالرابط نفسه: مكانك محفوظ.
waiting-again = انظر هل فُتح الباب
join-waits = يُدخل الفريق كل شخص بنفسه: ستنتظر قليلًا عند الباب.
shut-doors_locked-title = المدخل مغلق
shut-doors_locked = أغلق الفريق المدخل: لا يدخل أحد جديد الآن.
shut-doors_locked-do = من دخلوا من قبل يمكنهم العودة. إن كانوا ينتظرونك فأخبر الجهة المنظِّمة.
shut-turned_away-title = لم يُدخلك الفريق
shut-turned_away = رُفض طلب دخولك.
shut-turned_away-do = إن رأيت في ذلك خطأً فاكتب إلى الجهة المنظِّمة.
shut-removed-title = أُخرجت من الورشة
shut-removed = طلب منك الفريق الخروج. ما كتبته باقٍ.
shut-removed-do = يمكنك العودة بالرابط الذي في دعوتك.
shut-banned-title = لم يعد بإمكانك دخول هذه الورشة
shut-banned = أخرجك الفريق نهائيًّا. ما كتبته باقٍ إلا ما حُجب.
shut-banned-do = إن رأيت في ذلك خطأً فاكتب إلى الجهة المنظِّمة: يمكنها رفع المنع.
shut-reason = السبب:

# ما يُفعل بنص وبشخص. $reason: أحد الأسباب أعلاه؛ $words: ما قاله الفريق.
text-pending = قيد الانتظار: يقرؤه الفريق قبل نشره.
text-to-read = للمراجعة: لا يقرؤه أحد آخر بعد.
text-hidden = حجبه الفريق: أنت وحدك ما زلت تقرؤه.
text-hidden-staff = محجوب: لا يقرؤه إلا الفريق ومن كتبه.
text-hidden-for = السبب: { $reason }. { $words }
text-approve = انشر
text-restore = أعِد
text-hide = احجب
text-report = أبلِغ
report-title = أبلِغ عن هذا النص
report-lead = سيقرؤه الفريق. لا يرى الفريق ولا غيره من أبلغ.
report-why = ما السبب؟
report-words = كلمة للفريق (اختياري)
report-words-conclusion = الكلمات المقصودة
report-sent = وصل بلاغك. سيقرؤه الفريق.
report-read = اقرأ في القاعة
report-keep = اتركه
report-corrected = صُحّح
report-answer-open = أُبلغ عنه
report-answer-kept = أُبلغ عنه: قرأه الفريق وتركه.
report-answer-corrected = أُبلغ عنه: صحّح الفريق هذه الكلمات.
report-answer-hidden = حجب الفريق نصًّا أبلغت عنه. شكرًا على التنبيه.
hide-title = احجب هذا النص
hide-lead = يختفي عن الجميع إلا عمّن كتبه، وهو يقرأ السبب. يمكنك إعادته.
hide-words = كلمة لهذا الشخص (اختياري)

order = النظام والمدخل
key-approve = انشر أول نص للمراجعة
key-hide = احجب أول نص للمراجعة
alert-door = { $name } ينتظر عند الباب
alert-pending = نص ينتظر المراجعة
# $count: كم شخصًا أبلغ عنه
alert-flagged = { $count ->
    [one] أُبلغ عن نص
    [two] أبلغ شخصان عن نص
    [few] أبلغ { $count } أشخاص عن نص
   *[other] أبلغ { $count } شخصًا عن نص
}
door-admit = أدخِله
door-admit-all = { $count ->
    [one] أدخِل شخصًا واحدًا
    [two] أدخِل الاثنين
   *[other] أدخِل الـ { $count } جميعًا
}
door-turn-away = ارفض
turn-away-title = رفض دخول { $name }
turn-away-words = كلمة لهذا الشخص (اختياري)
doors = مدخل الورشة
doors-open = مفتوح
doors-open-means = يدخل كل من لديه الرابط.
doors-waiting = بالانتظار
doors-waiting-means = ينتظر كل شخص حتى يُدخله الفريق.
doors-locked = مغلق
doors-locked-means = لا يدخل أحد جديد. من في الداخل يبقى ويمكنه العودة.
moderated = القراءة قبل النشر
moderated-means = في هذه القاعات تنتظر رسائل المشاركين وتعليقاتهم حتى ينشرها الفريق.
set-moderated = القراءة قبل النشر
set-moderated-hint = تنتظر الأوراق والتعليقات والملاحظات حتى ينشرها الفريق، فيقرؤها إذن قبل كشفها.
person-put-out = أخرِجه
put-out-title = إخراج { $name }
put-out-how = إلى متى
put-out-words = ما سيقرؤه الشخص (اختياري)
put-out-list = { $count ->
    [0] لم يُخرَج أحد
    [one] شخص واحد خارجًا
    [two] شخصان خارجًا
    [few] { $count } أشخاص خارجًا
   *[other] { $count } شخصًا خارجًا
}
person-remove = أخرِج
person-remove-means = يخرج الشخص. ويمكنه العودة برابطه.
person-ban = امنع
person-ban-means = يخرج الشخص ولا يمكنه العودة بهذا المتصفح ولا برابطه الشخصي حتى تسمح له.
person-removed = أُخرج.
person-banned = مُنع.
person-readmit = اسمح بالعودة
hidden-list = { $count ->
    [0] لا نص محجوب
    [one] نص واحد محجوب
    [two] نصان محجوبان
    [few] { $count } نصوص محجوبة
   *[other] { $count } نصًّا محجوبًا
}
order-journal = سجل الإشراف
order-journal-means = أنتم وحدكم تقرؤونه. يمكن للجميع معرفة عدد الإجراءات وأسبابها.

end-removed = طلب منك الفريق الخروج. ما كتبته باقٍ.
end-banned = أخرجك الفريق من هذه الورشة نهائيًّا. ما كتبته باقٍ إلا ما حُجب.
end-reason = السبب: { $reason }.
end-come-back = عُد
end-mine = ما كتبته

refused-not_shown = هذا النص ينتظر المراجعة أو حُجب.
refused-own_text = أنت من كتبه.
refused-already_reported = أبلغت عنه من قبل.
refused-report_open = أُبلغ عن هذا النص أو عن تعليق عليه، ولا يمكن حذفه قبل أن يقرأه الفريق.
refused-too_many_reports = أبلغت عن { $most } نصوص.
refused-not_outranked = لا يمكنك إخراج عضو من الفريق.
refused-removed = أُخرجت من الورشة.
refused-banned = أُخرجت من الورشة.
refused-doors_locked = المدخل مغلق.
refused-doors_waiting = الفريق يُدخل كل شخص بنفسه.
refused-turned_away = لم يُدخلك الفريق.

order-counts = في كل الورشات المحفوظة هنا:
order-none = في الورشات المحفوظة هنا لم يُتخذ أي إجراء بعد.
# $action: vote أو write أو enter
refused-identity_required = { $action ->
    [vote] للتصويت في هذه الورشة، عرّف أولًا بنفسك.
    [write] للكتابة في هذه الورشة، عرّف أولًا بنفسك.
   *[other] تطلب هذه الورشة أن تعرّف بنفسك.
}

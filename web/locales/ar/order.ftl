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

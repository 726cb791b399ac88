# صفحات الخادم: الاستقبال والدخول والروابط المرفوضة والمشاركة.

page-languages = اللغات
page-home = إدخال رمز
page-scripts = تحتاج هذه الصفحة إلى جافاسكريبت. اسمحوا به لهذا الموقع، أو افتحوا الرابط في متصفح آخر.

home-title = الدخول إلى ورشة
home-lead = بالرمز المعطى في القاعة أو في دعوتكم.

code-label = رمزكم
code-hint = ستة أحرف أو أرقام، كبيرة كانت أو صغيرة.
code-go = متابعة
code-error-form = يتكون الرمز من ستة أحرف أو أرقام، مثل K7Q 42M.
code-error-unknown = لا توجد ورشة بهذا الرمز. تحققوا منه لدى من أعطاكم إياه.

join-page = الدخول · { $workshop }
join-name = اسمكم
join-name-hint = يكفي الاسم الأول. سيراه من معكم في القاعة.
join-name-hint-viewer = اختياري. لن يراه سوى فريق التيسير.
join-go = الدخول إلى الورشة
join-here = { $people ->
    [one] شخص واحد موجود هنا.
    [two] شخصان موجودان هنا.
    [few] { $people } أشخاص موجودون هنا.
    [many] { $people } شخصًا موجودون هنا.
   *[other] { $people } شخص موجودون هنا.
}
join-as-viewer = جئتم للمشاهدة.
join-as-participant = جئتم للمشاركة: القراءة والكتابة والتصويت.
join-as-facilitator = جئتم للتيسير.
join-as-organizer = جئتم للتنظيم.
join-viewer-name = الجمهور

continue-title = سبق أن دخلتم من هنا
continue-lead = ستجدون قاعتكم وكل ما كتبتموه.
continue-as = المتابعة باسم
continue-other = لستم أنتم؟ أدخلوا اسمكم أدناه.

entered-wait = جارٍ الدخول…

error-empty = اكتبوا اسمًا، ولو الاسم الأول فقط.
error-too_long = هذا الاسم طويل جدًا: { $most } حرفًا على الأكثر.
error-invalid = في هذا الاسم أحرف لا يمكن حفظها.

shut-link_unknown-title = هذا الرابط لا يؤدي إلى شيء
shut-link_unknown = إنه ناقص، أو إنه من موقع آخر.
shut-link_unknown-do = افتحوه كاملًا من دعوتكم، أو أدخلوا رمز الورشة.
shut-link_expired-title = لم يعد هذا الرابط صالحًا
shut-link_expired = كان يسمح بالدخول حتى { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
shut-link_expired-do = اطلبوا رابطًا جديدًا من المنظِّم، أو أدخلوا رمزًا آخر.
shut-link_revoked-title = سُحب هذا الرابط
shut-link_revoked = استبدله المنظِّم برابط آخر.
shut-link_revoked-do = اطلبوا منه الرابط الجديد، أو أدخلوا رمزًا آخر.
shut-workshop_closed-title = انتهت هذه الورشة
shut-workshop_closed = انتهت في { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
shut-workshop_closed-do = المحضر لدى من نظّمها.
shut-workshop_full-title = اكتملت هذه الورشة
shut-workshop_full = تتسع لعدد { $most } من الأشخاص، وقد اكتمل العدد.
shut-workshop_full-do = أخبروا المنظِّم: يمكنه فتح ورشة أخرى.
shut-too_many_attempts-title = جُرّبت رموز كثيرة
shut-too_many_attempts = وردت من شبكتكم رموز خاطئة كثيرة في وقت قصير.
shut-too_many_attempts-do = انتظروا دقيقة، أو افتحوا الرابط الذي في دعوتكم.
shut-busy-title = الخادم مشغول
shut-busy = تعذّر تسجيل دخولكم.
shut-busy-do = عودوا إلى الوراء وأعيدوا المحاولة بعد ثوانٍ.

missing-title = هذه الصفحة غير موجودة
missing = قد يكون العنوان ناقصًا. يكفي رمز الورشة للدخول إليها.
fault-title = وقع خطأ في الخادم
fault = ليس الخطأ منكم. أعيدوا المحاولة. وإن تكرر، فأعطوا هذا الرقم لمن يدير الخادم: { $id }
not-built-title = لم تُبنَ الصفحات بعد
not-built = الخادم يعمل، لكن الجزء الخاص بالمتصفحات لم يُبنَ. شغّلوا «make setup» ثم أعيدوا تحميل هذه الصفحة.

share-title = الدعوة
share-lead = يدخل المدعوون بالرابط أو بالرمز أو بتوجيه الهاتف نحو الصورة.
share-wait = الروابط قادمة…
share-failed = تعذّرت قراءة الروابط. أعيدوا فتح هذه الصفحة من مكتب التيسير.
share-print = طباعة
share-code = الرمز
share-link = الرابط
share-copy = نسخ الرابط
share-copied = نُسخ
share-expires = صالح حتى
share-qr = الرابط في صورة يُوجَّه الهاتف نحوها
share-role-participant = المشاركة
share-role-participant-hint = للمدعوين: القراءة والكتابة والتصويت.
share-role-viewer = المشاهدة
share-role-viewer-hint = لشاشة القاعة أو للمتابعة دون كتابة.
share-role-facilitator = التيسير
share-role-facilitator-hint = لفريق التيسير وحده.
share-role-organizer = التنظيم
share-role-organizer-hint = يعطي كل الصلاحيات. احتفظوا به لأنفسكم.

new-plenary = الجلسة العامة
new-backstage = الكواليس

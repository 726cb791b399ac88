# صفحات الخادم: الاستقبال والدخول والروابط المرفوضة والمشاركة.

page-languages = اللغات
page-home = إدخال رمز
page-scripts = تحتاج هذه الصفحة إلى جافاسكريبت. يلزم السماح به لهذا الموقع، أو فتح الرابط في متصفح آخر.

home-title = الدخول إلى ورشة
home-lead = بالرمز المعطى في القاعة أو في دعوتك.

code-label = رمزك
code-hint = ستة أحرف أو أرقام، كبيرة كانت أو صغيرة.
code-go = متابعة
code-error-form = يتكون الرمز من ستة أحرف أو أرقام، مثل K7Q 42M.
code-error-unknown = لا توجد ورشة بهذا الرمز. يمكنك التحقق منه لدى من أعطاك إياه.

join-page = الدخول · { $workshop }
join-name = اسمك
join-name-hint = يكفي الاسم الأول. سيراه من معك في القاعة.
join-name-hint-viewer = اختياري. لن يراه سوى فريق التنشيط.
join-go = الدخول إلى الورشة
join-here = { $people ->
    [one] شخص واحد موجود هنا.
    [two] شخصان موجودان هنا.
    [few] { $people } أشخاص موجودون هنا.
    [many] { $people } شخصًا موجودون هنا.
   *[other] { $people } شخص موجودون هنا.
}
join-as-viewer = جئت للمشاهدة.
join-as-participant = جئت للمشاركة: القراءة والكتابة والتصويت.
join-as-facilitator = جئت للتنشيط.
join-as-organizer = جئت للتنظيم.
join-viewer-name = الجمهور

continue-title = سبق لك الدخول من هنا
continue-lead = قاعتك وكل ما كتبته في انتظارك.
continue-as = المتابعة باسم
continue-other = لست أنت؟ يمكنك كتابة اسمك أدناه.

entered-wait = جارٍ الدخول…

error-empty = الاسم مطلوب، ولو الاسم الأول فقط.
error-too_long = هذا الاسم طويل جدًا: { $most } حرفًا على الأكثر.
error-invalid = في هذا الاسم أحرف لا يمكن حفظها.

shut-link_unknown-title = هذا الرابط لا يؤدي إلى شيء
shut-link_unknown = إنه ناقص، أو إنه من موقع آخر.
shut-link_unknown-do = يمكنك فتحه كاملًا من دعوتك، أو إدخال رمز الورشة.
shut-link_expired-title = لم يعد هذا الرابط صالحًا
shut-link_expired = كان يسمح بالدخول حتى { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
shut-link_expired-do = يمكنك طلب رابط جديد من الجهة المنظمة، أو إدخال رمز آخر.
shut-link_revoked-title = سُحب هذا الرابط
shut-link_revoked = استبدلته الجهة المنظمة برابط آخر.
shut-link_revoked-do = يمكنك طلب الرابط الجديد منها، أو إدخال رمز آخر.
shut-workshop_closed-title = انتهت هذه الورشة
shut-workshop_closed = انتهت في { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
shut-workshop_closed-do = المحضر لدى من نظّمها.
shut-were-there = هل كنت هناك؟
shut-workshop_full-title = اكتملت هذه الورشة
shut-workshop_full = تتسع لعدد { $most } من الأشخاص، وقد اكتمل العدد.
shut-workshop_full-do = يمكنك إبلاغ الجهة المنظمة: بإمكانها فتح ورشة أخرى.
shut-too_many_attempts-title = جُرّبت رموز كثيرة
shut-too_many_attempts = وردت من شبكتك رموز خاطئة كثيرة في وقت قصير.
shut-too_many_attempts-do = يلزم الانتظار دقيقة، أو فتح الرابط الذي في دعوتك.
shut-too_fast-title = دخل كثيرون في الوقت نفسه
shut-too_fast = دخل أشخاص كثيرون من شبكتك في وقت قصير.
shut-too_fast-do = يمكنك العودة إلى الوراء وإعادة المحاولة بعد دقيقة.
shut-busy-title = الخادم مشغول
shut-busy = تعذّر تسجيل دخولك.
shut-busy-do = يمكنك العودة إلى الوراء وإعادة المحاولة بعد ثوانٍ.

missing-title = هذه الصفحة غير موجودة
missing = قد يكون العنوان ناقصًا. يكفي رمز الورشة للدخول إليها.
fault-title = وقع خطأ في الخادم
fault = ليس الخطأ منك. يمكنك إعادة المحاولة. وإن تكرر، يلزم إعطاء رمز الحادث هذا لمن يدير الخادم: { $id }
not-built-title = لم تُبنَ الصفحات بعد
not-built = الخادم يعمل، لكن الجزء الخاص بالمتصفحات لم يُبنَ. يلزم تشغيل «make setup» ثم إعادة تحميل هذه الصفحة.

share-title = الدعوة
share-lead = يدخل المدعوون بالرابط أو بالرمز أو بتوجيه الهاتف نحو الصورة.
share-wait = الروابط قادمة…
share-failed = تعذّرت قراءة الروابط. يمكنك إعادة فتح هذه الصفحة من مكتب التنشيط.
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
share-role-facilitator = التنشيط
share-role-facilitator-hint = لفريق التنشيط وحده.
share-role-organizer = التنظيم
share-role-organizer-hint = يعطي كل الصلاحيات. هو لك وحدك.

new-plenary = الجلسة العامة
new-backstage = الكواليس

join-rehearsal = هذا تمرين مع روبوتات: لا شيء مما يجري فيه يُحتسب.

# الدخول إلى الاستوديو، ومن يأتي إليه، وسجل أعماله، وحالة الخادم.

# $email: عنوان
sign-code-sent = إذا كان { $email } معروفًا هنا فقد أُرسل إليه رمز الآن. يصلح لعشر دقائق، في هذه الصفحة وحدها.
sign-code = الرمز الذي وصلك بالبريد
sign-enter = دخول
sign-other = استخدام عنوان آخر
sign-email = البريد الإلكتروني
sign-ask = استلام رمز
sign-or = أو
# $provider: مثل ProConnect
sign-with = المتابعة عبر { $provider }
sign-link = لديك رابط للاستوديو؟ افتحه فهو يكفي.
invited-text = أنت مدعو إلى الاستوديو. تصلح هذه الدعوة مرة واحدة، وبعدها يكفي رمز يُرسل إلى عنوانك.
invited-accept = الدخول إلى الاستوديو
invited-sign-in = الدخول برمز

colleagues = الزملاء
colleagues-lead = يدخل كل شخص باسمه، برمز يُرسل إلى عنوانه. سحب الوصول أو تغيير الدور ينهي جلساته فورًا.
colleagues-none = لم يُدعَ أحد بعد.
colleague-own = أنت
# $date: يوم
colleague-since = هنا منذ { $date }
colleague-invited = أُرسلت الدعوة في { $date }
colleague-expired = انتهت الدعوة في { $date }
colleague-name = الاسم
colleague-role = الدور
# $name: شخص
colleague-role-of = دور { $name }
colleague-invite = دعوة
colleague-again = دعوة من جديد
colleague-revoke = سحب الوصول
colleague-revoke-text = لن يصل { $name } إلى الاستوديو بعد الآن، ولا إلى الورش التي دخلها منه.
# $email: عنوان
colleague-sent = أُرسلت الدعوة إلى { $email }.
staff-administrator = الإدارة
staff-organizer = التنظيم
staff-facilitator = التيسير
staff-administrator-hint = كل شيء، ومنه الوصول والسجل وحالة الخادم.
staff-organizer-hint = كتابة المسارات والورش.
staff-facilitator-hint = قراءة الاستوديو وتيسير الورش، دون تعديلها هنا.

log = سجل الأعمال
# $days: كم يومًا يُحفظ
log-lead = من فعل ماذا في الاستوديو، وما أُخذ منه. لا أسماء مواطنين ولا نصوص. مدة الحفظ بالأيام: { $days }.
log-export = تنزيل (CSV)
log-nobody = فريق ورشة
log-more = عرض المزيد
log-empty = لم يُفعل شيء بعد.

status = حالة الخادم
status-again = قراءة من جديد
# $version و $python: أرقام إصدارات
status-version = Palabre { $version }، Python { $python }
status-well = على ما يرام
status-look = يحتاج إلى نظر
status-database = قاعدة البيانات
# $kind: sqlite أو postgresql؛ $ms: بكم جزء من ألف من الثانية
status-database-answers = { $kind }، تجيب خلال { $ms } م.ث
status-redis = Redis
status-media = الصوت والصورة
status-answers = يجيب
status-silent = لا يجيب
status-unused = غير مستخدم هنا
status-mail = الرسائل
# $server: اسم جهاز
status-mail-by = عبر { $server }.
status-mail-log = لم يُضبط خادم بريد: تُكتب الرسائل في سجل البرنامج.
# $waiting و $failing و $lost: أعداد رسائل
status-mail-queue = قيد الانتظار: { $waiting }؛ جُرّبت دون جدوى: { $failing }؛ تُركت هذا الأسبوع: { $lost }.
status-disk = المساحة على القرص
# $free و $total: أحجام
status-disk-free = { $free } متاحة من { $total }
status-purge = آخر حذف لما حان أجله
status-purge-none = ليس بعد: يجري كل ساعة
# $count: كم
status-processes = { $count ->
    [one] عملية واحدة تخدم الصفحات
    [two] عمليتان تخدمان الصفحات
    [few] { $count } عمليات تخدم الصفحات
   *[other] { $count } عملية تخدم الصفحات
}
# $since: لحظة؛ $lag: أطول انتظار
status-process = منذ { $since }. المتصلون: { $people }. الورش المفتوحة: { $workshops }. أطول انتظار: { $lag } م.ث.

refused-already_colleague = لهذا الشخص وصول إلى الاستوديو من قبل.
refused-last_administrator = لا بد من شخص واحد على الأقل في الإدارة: ادعُ غيره أولًا.
refused-not_invited = ليس لهذا العنوان وصول إلى الاستوديو. اطلب دعوة ممن يديره.
refused-own_role = هذا وصولك أنت: يجب أن يغيّره شخص آخر.

# ما جرى فعله
act-agenda-add = إضافة برنامج إلى المكتبة
act-agenda-drop = حذف برنامج من المكتبة
act-agenda-edit = إعادة تسمية برنامج في المكتبة
act-archive-export = تنزيل أرشيف ورشة
act-archive-import = استيراد أرشيف
act-branding-edit = تعديل الهوية البصرية
act-colleague-invite = دعوة زميل
act-colleague-revoke = سحب وصول زميل
act-colleague-role = تغيير دور زميل
act-contributions-collect = جمع نتائج ورشة
act-contributions-drop = حذف مساهمة أو نتيجة
act-contributions-give = إضافة مساهمات
act-contributions-seed = وضع مساهمات على لوح
act-document-add = إضافة وثيقة
act-document-drop = حذف وثيقة
act-link-add = إنشاء رابط للاستوديو
act-link-revoke = سحب رابط للاستوديو
act-log-export = تنزيل هذا السجل
act-minutes-export = تنزيل محضر
act-process-add = إنشاء مسار
act-process-archive = أرشفة مسار
act-process-drop = حذف مسار
act-process-edit = تعديل مسار أو مرحلة
act-process-export = تنزيل مسار
act-process-publish = نشر مسار
act-process-withdraw = سحب مسار من النشر
act-session-begin = دخول إلى الاستوديو
act-session-end = خروج من الاستوديو
act-workshop-add = إنشاء ورشة
act-workshop-close = إغلاق ورشة
act-workshop-drop = حذف ورشة
act-workshop-duplicate = نسخ ورشة
act-workshop-enter = دخول إلى ورشة

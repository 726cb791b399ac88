# استوديو الجهة المنظِّمة: المسارات ومراحلها، الورشات، الوثائق، الهوية البصرية.

studio = الاستوديو
studio-home = الاستوديو، كل المسارات
studio-home-all = كل المسارات
studio-nav = الانتقال إلى
studio-door = الدخول إلى الاستوديو
studio-opening = يجري فتح الاستوديو…
studio-saving = يجري الحفظ…
studio-saved = كل شيء محفوظ
studio-unsaved = تعديلات لم تُحفظ بعد
studio-quit = مغادرة
nav-all = المسارات
nav-others = مسارات أخرى
nav-workshops = ورشات خارج المسارات
nav-organization = الجهة المنظِّمة
part-phases = المراحل
part-about = التقديم
part-documents = الوثائق
leaving-title = المغادرة دون حفظ؟
leaving-text = ما عدّلته في هذه الصفحة لم يُحفظ بعد.
form-undo = التراجع عن تعديلاتي
list-add = إضافة
list-drop = إزالة { $name } { $number }
setting-none = لا شيء
refused-unreachable = الخادم لا يجيب. أعد المحاولة بعد لحظة؛ ما كتبته ما زال هنا.

# الاستقبال
home-empty = لا يوجد أي مسار بعد
home-empty-text = يقول المسار ما هو مطروح للنقاش، وإلى أي حد تذهب المشاركة، ومتى تجري. وتقسّمه مراحله في الزمن: معلومات، ورشات.
phases-count = { $count ->
    [0] لا مرحلة
    [one] مرحلة واحدة
    [two] مرحلتان
    [few] { $count } مراحل
   *[other] { $count } مرحلة
}
free-none = لا شيء. يمكن أيضًا إعداد ورشة دون مسار.
standing-draft = مسودة
standing-published = مسار منشور
standing-archived = مؤرشف

# مسار
process-new = مسار جديد
process-create = إنشاء المسار
process-title = العنوان
process-slug = عنوان الصفحة على الشبكة
process-slug-form = حروف لاتينية دون علامات، وأرقام، وشُرط.
process-slug-published = المسار منشور: تغيير عنوانه يُبطل الروابط التي أُعطيت.
process-page = عرض الصفحة
process-actions = إجراءات على المسار
process-publish = نشر
process-published = المسار منشور.
process-withdraw = إلغاء النشر
process-archive = أرشفة
process-export = تصدير
process-remove = حذف
withdraw-title = إلغاء نشر «{ $title }»؟
withdraw-text = لن يرى الصفحة إلا الفريق، وتُغلق أبواب الورشات أمام العموم. لا يُمحى شيء: يمكنك النشر من جديد.
archive-title = أرشفة «{ $title }»؟
archive-text = تبقى الصفحة ووثائقها مقروءة. ولا يبقى فيها شيء مفتوح للمشاركة.
remove-title = حذف «{ $title }»؟
remove-text = يختفي المسار نهائيًا، ومعه:
remove-phases = { $count ->
    [0] لا مرحلة
    [one] مرحلة واحدة ونصها
    [two] مرحلتان ونصاهما
    [few] { $count } مراحل ونصوصها
   *[other] { $count } مرحلة ونصوصها
}
remove-documents = { $count ->
    [0] لا وثيقة
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $count } وثائق
   *[other] { $count } وثيقة
}
remove-contributions = { $count ->
    [0] لا تضيع أي مساهمة.
    [one] تضيع مساهمة واحدة جُمعت.
    [two] تضيع مساهمتان جُمعتا.
    [few] تضيع { $count } مساهمات جُمعت.
   *[other] تضيع { $count } مساهمة جُمعت.
}
remove-workshops = { $count ->
    [0] ليست له ورشة.
    [one] لا تُحذف ورشته: تبقى في قائمة الورشات خارج المسارات.
    [two] لا تُحذف ورشتاه: تبقيان في قائمة الورشات خارج المسارات.
    [few] لا تُحذف ورشاته الـ{ $count }: تبقى في قائمة الورشات خارج المسارات.
   *[other] لا تُحذف ورشاته الـ{ $count }: تبقى في قائمة الورشات خارج المسارات.
}

# قبل النشر
check-missing = { $count ->
    [one] قبل النشر ينقص شيء واحد
    [two] قبل النشر ينقص شيئان
    [few] قبل النشر تنقص { $count } أشياء
   *[other] قبل النشر ينقص { $count } شيئًا
}
check-ready = كل شيء جاهز للنشر
check-ready-text = ستظهر الصفحة للجميع في عنوانها. ويمكنك بعدها تعديل كل شيء.
check-there = : تم
check-lead = تقديم في بضعة أسطر
check-lead-why = هو أول ما يقرؤه الناس، وما تُظهره الروابط عند مشاركتها.
check-scope = ما هو مطروح للنقاش
check-scope-why = لا ينبغي أن يمنح أحد أمسيته دون أن يعرف ما الذي يمكنه التأثير فيه.
check-integration = إلى أي حد تذهب المشاركة
check-integration-why = إعلام أو استشارة أو تشاور أو إنتاج مشترك: قل ذلك قبلُ لا بعدُ.
check-phases = مرحلة واحدة على الأقل
check-phases-why = دون مرحلة لا شيء يُشارَك فيه.
check-dates = رزنامة: بداية كل مرحلة ونهايتها
check-dates-why = ينظّم الناس وقتهم وفق هذه التواريخ؛ وهي التي تفتح كل مرحلة وتغلقها.
check-dates-which = تنقص تواريخ: { $phases }.
check-overlap = مراحل لا تتداخل
check-overlap-why = { $phases } تجري في الوقت نفسه. غيّر تاريخًا، أو أعط إحداها خطًا موازيًا.

# التقديم والانتظارات
process-lead = تقديم
process-lead-hint = جملتان أو ثلاث، في أعلى الصفحة.
expectations = ما يمكن انتظاره منه
expectations-lead = يُقال مسبقًا لكل من يُطلب منه وقته. ضروري للنشر.
process-scope = ما هو مطروح للنقاش
process-scope-hint = ما يمكن للمساهمات أن تؤثر فيه حقًا.
process-closed = ما ليس مطروحًا
process-closed-hint = قرارات اتُّخذت، قيود، ميزانية. اختياري، وغالبًا ما يُقدَّر.
process-integration = إلى أي حد تذهب المشاركة
integration-inform = إعلام
integration-inform-hint = يُشرح قرار. وتُجاب الأسئلة.
integration-consult = استشارة
integration-consult-hint = تُجمع الآراء. تقرر الجهة، وتقول ما أخذت به.
integration-concert = تشاور
integration-concert-hint = يُبحث عن حل معًا. وتقرر الجهة على هذا الأساس.
integration-coproduce = إنتاج مشترك
integration-coproduce-hint = تكون الكتابة والقرار معًا. وتلتزم الجهة بالتنفيذ.
process-promises = التزامات
process-promises-hint = ما تعد به الجهة، سطر لكل التزام: أن تجيب، أن تقدم الحصيلة، وإلى متى.
process-promise = الالتزام { $number }
process-promise-add = إضافة التزام
process-promise-drop = إزالة الالتزام { $number }
process-practical = معلومات عملية
process-contact = للتواصل
process-contact-hint = لمن يُكتب أو يُتصل به، بما في ذلك لسؤال عن إمكانية الوصول أو المعطيات.
process-language = لغة الصفحة
process-zone = المنطقة الزمنية
process-zone-hint = كل تواريخ المسار بهذا التوقيت.
process-stale = عدّل شخص آخر المسار في هذه الأثناء. نصك ما زال هنا.
process-stale-theirs = أخذ نسخته
process-stale-ours = الاحتفاظ بنسختي

# الوثائق
documents-lead = ما يحسن أن يُقرأ قبل المشاركة: تصاميم، دراسات، محاضر.
documents-none = لا وثيقة بعد.
document-add = إضافة وثيقة
document-file = ملف
document-title = العنوان كما سيُقرأ
document-facts = { $kind } · { $size }
document-drop = إزالة
document-drop-named = إزالة { $title }
document-drop-sure = إزالة هذه الوثيقة؟

# المراحل
phase-add = إضافة مرحلة
phase-add-short = إضافة
phase-new = مرحلة جديدة
phase-edit = تعديل المرحلة
phase-edit-title = تعديل «{ $title }»
phase-actions = إجراءات على { $title }
phase-title = اسم المرحلة
phase-method = ما يجري فيها
phase-when = متى
phase-starts = من
phase-ends = إلى
phase-when-hint = بتوقيت { $zone }. هذه التواريخ تفتح المرحلة وتغلقها من تلقاء نفسها.
phase-track = خط موازٍ
phase-track-hint = اتركه فارغًا للتتابع الرئيسي. المرحلة التي تجري في الوقت نفسه مع أخرى تحمل اسم خط، مثلًا «كتابيًا».
phase-track-named = بالموازاة: { $track }
phase-text = نص المرحلة
phase-takes = تنطلق مما أعطته
phase-takes-hint = يمكن أن تصبح هذه المساهمات أوراقًا منذ بداية الورشة.
phase-outcome = ما نتج عنها
phase-outcome-hint = يُقال في الصفحة لمن شاركوا، بعد انتهاء المرحلة.
phase-undated = دون تواريخ بعد
phase-from = ابتداء من { $date }
phase-dates = { $from } – { $to }
phase-earlier = قبل ذلك بأسبوع
phase-later = بعد ذلك بأسبوع
phase-drop = حذف المرحلة
phase-drop-title = حذف المرحلة «{ $title }»؟
phase-drop-text = يختفي نصها وتواريخها وإعداداتها.
phase-drop-workshop = تبقى ورشتها، خارج المسار.
phases-none = يتقدم المسار بمراحل: إعلام، لقاء، تقديم للحصيلة. أضف الأولى.
phases-undated = دون تواريخ:
timeline-hint = اسحب مرحلة لنقلها، أو أحد طرفيها لتمديدها. بلوحة المفاتيح: Shift مع الأسهم. والحركات نفسها في قائمة المرحلة.
standing-phase-past = انتهت
standing-phase-now = جارية
standing-phase-later = قادمة
moment = { $day } على الساعة { $time }
door-open = مفتوح.
door-open-until = مفتوح حتى { $at }.
door-opens = يفتح { $at }.
door-over = مغلق منذ { $at }.
door-remaining = { $count ->
    [0] لم يبق أي مكان.
    [one] بقي مكان واحد.
    [two] بقي مكانان.
    [few] بقيت { $count } أماكن.
   *[other] بقي { $count } مكانًا.
}
door-draft = مغلق أمام العموم ما دام المسار مسودة. يمكن للفريق الدخول والتدرب.
door-archived = مغلق: المسار مؤرشف.
door-no_dates = مغلق: تنقص ساعة البداية أو النهاية.
door-not_yet = لم يُفتح بعد.
door-closed = مغلق: انتهت الورشة.
door-full = اكتمل العدد.
door-invited = مفتوح لمن لديه رابط أو رمز.
door-staff = مفتوح للفريق فقط.
door-nothing_there = مغلق: لا توجد ورشة بعد.

# إعدادات الطرق: setting-METHOD-FIELD
setting-information-shows_contributions = إظهار المساهمات المجموعة
setting-workshop-starts_at = بداية الورشة
setting-workshop-ends_at = نهاية الورشة
setting-workshop-opens_before = فتح الأبواب، بالدقائق قبل البداية
setting-workshop-who = من يمكنه الدخول
setting-workshop-who-everyone = الجميع، من الصفحة
setting-workshop-who-invited = من لديه رابط أو رمز
setting-workshop-who-staff = الفريق فقط
setting-workshop-most = عدد الأماكن
setting-workshop-most-hint = اتركه فارغًا إذا لم يكن هناك حد.
setting-workshop-shows_contributions = إظهار ما يؤخذ منها للجميع: النصوص المعتمدة ونتائج التصويت

# المساهمات
contributions = المساهمات
contributions-count = { $count ->
    [0] لا مساهمة
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { $count } مساهمات
   *[other] { $count } مساهمة
}
contributions-lead = ما جمعته هذه المرحلة، هنا أو في مكان آخر: اجتماع، استبيان، صندوق أفكار. ويمكن للمراحل التالية أن تنطلق منه.
contributions-workshop = ما قررته الورشة يمكن نقله إلى المراحل التالية، مع ذكر مصدره.
contributions-public = يقرؤه الجميع في صفحة المرحلة بعد نشر المسار.
contributions-private = لا يظهر منه شيء في صفحة المرحلة، حسب إعداداتها.
contributions-collect = أخذ خلاصات الورشة
contributions-none = لا مساهمة بعد.
contributions-more = { $count ->
    [one] إظهار الأخيرة
    [two] إظهار الباقيتين
    [few] إظهار الباقي ({ $count })
   *[other] إظهار الباقي ({ $count })
}
contribution-add = مساهمة جديدة
contribution-drop = إزالة «{ $text }»
import-button = استيراد جدول
import-title = استيراد مساهمات
import-file = ملف CSV
import-hint = جدول محفوظ بصيغة CSV، مساهمة في كل سطر. سترى ما سيؤخذ منه قبل الاستيراد.
import-head = السطر الأول يحمل عناوين الأعمدة
import-text = النص
import-title-column = العنوان
import-author = صاحب المساهمة
import-column = العمود { $number }
import-preview = { $count ->
    [0] لا شيء يؤخذ
    [one] ستؤخذ مساهمة واحدة
    [two] ستؤخذ مساهمتان
    [few] ستؤخذ { $count } مساهمات؛ هذه أولاها
   *[other] ستؤخذ { $count } مساهمة؛ هذه أولاها
}
import-skipped = { $count ->
    [one] يُترك سطر واحد دون نص.
    [two] يُترك سطران دون نص.
    [few] تُترك { $count } أسطر دون نص.
   *[other] يُترك { $count } سطرًا دون نص.
}
import-do = { $count ->
    [0] استيراد
    [one] استيراد مساهمة واحدة
    [two] استيراد مساهمتين
    [few] استيراد { $count } مساهمات
   *[other] استيراد { $count } مساهمة
}
import-empty = هذا الملف لا يحتوي على أي سطر.
import-long = في هذا الملف أكثر من { $most } سطر. قسّمه إلى عدة ملفات.
import-no-text = لا نص في أي سطر من العمود المختار.
import-no-file = اختر ملفًا.

# الورشات
workshop-new = إنشاء ورشة
workshop-create = إنشاء
workshop-none = ليست لهذه المرحلة ورشة بعد. أنشئها هنا، فارغة أو انطلاقًا من نموذج أو من ورشة أخرى.
workshop-gone = ورشة هذه المرحلة لم تعد موجودة. يمكنك إنشاء أخرى.
workshop-gone-title = ورشة غير موجودة
workshop-from = الانطلاق من
workshop-from-evening = أمسية معتادة
workshop-from-evening-hint = استقبال، أوراق في ثلاث مجموعات، استراحة، عرض مشترك. ويمكن تعديل كل شيء بعدها.
workshop-from-empty = لا شيء
workshop-from-empty-hint = جلسة عامة وقاعة للفريق.
workshop-from-copy = ورشة أخرى
workshop-from-copy-hint = مجموعاتها وبرنامجها وتوجيهاتها، دون الأشخاص وما كتبوه.
workshop-from-file = نموذج محفوظ
workshop-from-file-hint = الملف الذي تحصل عليه بـ«الحفظ كنموذج»، هنا أو في مكان آخر.
workshop-source = الورشة المراد نسخها
workshop-file = ملف النموذج
workshop-file-unread = هذا الملف ليس نموذج ورشة.
workshop-copy-of = { $title } (نسخة)
workshop-duplicate = تكرار الورشة
workshop-duplicate-do = تكرار
workshop-duplicate-text = تؤخذ المجموعات والبرنامج والتوجيهات والإعدادات. ولا يؤخذ الأشخاص ولا ما كتبوه ولا أصواتهم.
repeat-where = أين
repeat-phase = مرحلة جديدة من هذا المسار
repeat-phase-hint = بالنص والإعدادات نفسها، في تاريخ آخر.
repeat-apart = ورشة خارج المسارات
repeat-apart-hint = تُعدّ على حدة؛ ولا تظهر في أي صفحة.
repeat-date = بداية المرحلة الجديدة
workshop-opening = يجري فتح الورشة…
workshop-not-entered = تعذر فتح الورشة.
workshop-alone = ورشة
workshop-of = جزء من «{ $title }»
workshop-no-hour = تُحدَّد الساعة في إعدادات المرحلة
workshop-hours = { $from } – { $to }
workshop-when = ورشة يوم { $day }، { $time }
workshop-desk = مكتب التنشيط
workshop-repeat = تكرار الورشة
workshop-links = الروابط ورموز QR
workshop-actions = إجراءات على الورشة
workshop-template = الحفظ كنموذج
workshop-close = إنهاء الورشة
workshop-remove = حذف الورشة
workshop-over = انتهت
workshop-running = بدأت
workshop-ready = لم تبدأ بعد
workshop-remove-text = تختفي الورشة نهائيًا، ومعها كل ما جرى فيها:
workshop-remove-archive = يُقطع اتصال الحاضرين ولا تعود الروابط تؤدي إلى شيء. للاحتفاظ بأثر منها، صدّر الأرشيف أولًا من مكتب التنشيط.
lost-steps = { $count ->
    [0] لا محطة
    [one] محطة واحدة
    [two] محطتان
    [few] { $count } محطات
   *[other] { $count } محطة
}
lost-people = { $count ->
    [0] لم يأت أحد
    [one] أتى شخص واحد
    [two] أتى شخصان
    [few] أتى { $count } أشخاص
   *[other] أتى { $count } شخصًا
}
lost-notes = { $count ->
    [0] لا ورقة
    [one] ورقة واحدة
    [two] ورقتان
    [few] { $count } أوراق
   *[other] { $count } ورقة
}
lost-messages = { $count ->
    [0] لا رسالة
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
   *[other] { $count } رسالة
}
lost-conclusions = { $count ->
    [0] لا خلاصة
    [one] خلاصة واحدة كُتبت معًا
    [two] خلاصتان كُتبتا معًا
    [few] { $count } خلاصات كُتبت معًا
   *[other] { $count } خلاصة كُتبت معًا
}
lost-polls = { $count ->
    [0] لا تصويت
    [one] تصويت واحد وأجوبته
    [two] تصويتان وأجوبتهما
    [few] { $count } تصويتات وأجوبتها
   *[other] { $count } تصويتًا وأجوبتها
}

# شبكة الورشة
grid = البرنامج: المحطات والقاعات
grid-steps = المحطات
grid-total = { $time } في المجموع.
grid-ends = النهاية على الساعة { $time }.
grid-over = { $minutes ->
    [one] دقيقة زائدة
    [two] دقيقتان زائدتان
    [few] { $minutes } دقائق زائدة
   *[other] { $minutes } دقيقة زائدة
}
cell-label = { $step }، { $room }: { $what }
cell-together = الجلسة العامة
cell-plan = برمجة نشاط
cell-plan-plenary = برمجة نشاط في الجلسة العامة
cell-no-question = لا سؤال
cell-no-text = لا نص ولا وثيقة
cell-no-title = دون سؤال مطروح
cell-anonymous = دون اسم
cell-secret = سري
cell-dots = { $count ->
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $count } نقاط
   *[other] { $count } نقطة
}
cell-fields = { $count ->
    [one] خانة واحدة
    [two] خانتان
    [few] { $count } خانات
   *[other] { $count } خانة
}
cell-questions = { $count ->
    [two] سؤالان
    [few] { $count } أسئلة
   *[other] { $count } سؤالًا
}
evening-group = المجموعة { $number }
evening-welcome = استقبال
evening-welcome-question = ما الذي أتى بك هذا المساء؟
evening-ideas = أفكار
evening-ideas-question = ما الذي نحافظ عليه، وما الذي نغيّره؟
evening-ideas-instructions = فكرة واحدة في كل ورقة. يكتب كل شخص لنفسه أولًا، ثم تُكشف الأفكار وتُجمع.
evening-column-1 = نحافظ عليه
evening-column-2 = نغيّره
evening-break = استراحة
evening-share = عرض مشترك
evening-share-question = ماذا نحتفظ به من كل مجموعة؟

# ملء لوحة
seed = ملء لوحة مسبقًا
seed-from = انطلاقًا من
seed-board = اللوحة
seed-column = العمود
seed-preview = ما سيصبح أوراقًا
seed-hint = تقول الأوراق من أين أتت. وما هو على اللوحة لا يضاف مرة ثانية.
seed-long = ستُقطع
seed-most = { $most } على الأكثر في كل مرة.
seed-do = { $count ->
    [0] وضع
    [one] وضع ورقة واحدة
    [two] وضع ورقتين
    [few] وضع { $count } أوراق
   *[other] وضع { $count } ورقة
}
seed-done = { $count ->
    [0] كان كل شيء موجودًا.
    [one] وُضعت ورقة واحدة.
    [two] وُضعت ورقتان.
    [few] وُضعت { $count } أوراق.
   *[other] وُضعت { $count } ورقة.
}
seed-no-source = ليست لأي مرحلة مساهمات بعد. استورد جدولًا في مرحلة، ثم عد إلى هنا.
seed-no-board = ليست في هذه الورشة لوحة بعد. برمج واحدة في الشبكة.

# الهوية البصرية
branding = الهوية البصرية
branding-lead = تحمل كل الصفحات هذا الاسم وهذا الشعار وهذا اللون. والباقي يُشتق منها، ويبقى مقروءًا.
branding-name = اسم الجهة
branding-name-hint = اتركه فارغًا للاحتفاظ باسم المنصة.
branding-logo = الشعار
branding-logo-alt = شعار { $name }
branding-logo-hint = PNG أو JPEG أو WebP أو GIF، 500 كيلوبايت على الأكثر، ويُفضَّل على خلفية شفافة.
branding-colour = اللون
branding-colour-pick = اختيار اللون
branding-reads = مقروء جيدًا: التباين { $ratio }.
branding-buttons = الأزرار أغمق قليلًا.
branding-unread = لا يُقرأ النص عليه: التباين { $ratio }، والمطلوب 4.5.
branding-nearest = أقرب لون مناسب:
branding-take = أخذ هذا اللون
branding-sample = زر على ورق

# الدخول
team = الدخول إلى الاستوديو
team-links = رابط لكل زميل
team-lead = كل من لديه أحد هذه الروابط يرى ويعدّل كل ما هنا. أعط واحدًا لكل شخص، واسحبه عندما يغادر.
team-unnamed = دون اسم
team-own = رابطك
team-since = منذ { $date }
team-for = لمن
team-add = إنشاء رابط
team-revoke-text = من دخل بهذا الرابط لن يدخل الاستوديو بعد الآن.

# استيراد أرشيف
archive-import = استيراد أرشيف
archive-import-lead = ملف zip الذي صُدّرت إليه ورشة، هنا أو على خادم آخر. يُتحقق منه كله قبل حفظ أي شيء، وتستمر الورشات الأخرى في أثناء ذلك.
archive-import-do = استيراد
archive-file = أرشيف الورشة (.zip)
# $percent: كم من المئة أُرسل
archive-sent = أُرسل { $percent }٪
archive-reading = وصل الأرشيف. يجري التحقق منه وقراءته…
archive-too-big = هذا الأرشيف كبير جدًا: 2 غيغابايت على الأكثر. لم يُستورد شيء.

# الصفحات التي يقرؤها الجميع: المسارات والمراحل والخصوصية وسهولة الاستعمال.

public-skip = انتقل إلى المحتوى
public-software = بالابر، برنامج حر
public-hour = { DATETIME($at, timeStyle: "short") }
public-moment = { $day } على الساعة { $hour }
public-span = من { $first } إلى { $last }

home-processes = المشاورات
home-lead-processes = ما يُناقَش الآن، وما نتج عمّا نوقش.
home-current = الجارية
home-archived = المنتهية

public-process-next = الموعد القادم
public-process-where = أين وصلنا؟
public-process-beside = بالتوازي
public-process-archived = انتهت هذه المشاورة، وتبقى مقروءة.
public-process-promises = ما نلتزم به
public-process-open = مطروح للنقاش:
public-process-closed = غير مطروح للنقاش:
public-process-calendar = المواعيد
public-process-no-meeting = لا موعد قادم.
public-process-hours = من { $first } إلى { $last }
public-process-until = ، حتى { $hour }
public-process-subscribe = أضف المشاورة إلى يوميتك
public-process-to-calendar = أضف إلى يوميتك
public-process-documents = للقراءة
public-process-document = { $kind }، { $size } ك.ب
public-process-question = هل لديك سؤال؟

public-integration-inform = نُعلمك، ونجيب عن أسئلتك.
public-integration-consult = نطلب رأيك قبل القرار، وننشر الجواب.
public-integration-concert = تُبنى المقترحات معك، ونشرح ما لم يؤخذ به.
public-integration-coproduce = تقرر معنا.

public-phase-past = انتهت
public-phase-now = الآن
public-phase-to_come = قادمة
public-phase-outcome = ما نتج عنها
public-phase-read = { $count ->
    [one] اقرأ المساهمة
   *[other] اقرأ المساهمات ({ $count })
}
public-phase-read-tallies = { $count ->
    [one] اقرأ نتيجة التصويت
   *[other] اقرأ نتائج التصويت ({ $count })
}
public-phase-contributions = { $count ->
    [one] مساهمة واحدة
   *[other] المساهمات: { $count }
}
public-phase-more = وغيرها { $count }، في ملف تصدير المشاورة.
public-phase-tallies = نتائج التصويت
public-phase-minutes = قراءة المحضر
public-phase-kept = مدة الاحتفاظ ببيانات هذه الورشة
public-phase-back = عودة إلى المشاورة
contribution-weight = { $people ->
    [one] يدعمها شخص واحد
   *[other] عدد من يدعمونها: { $people }
}

public-door-join = ادخل إلى الورشة
public-door-draft = لم تُنشر هذه المشاورة بعد.
public-door-archived = انتهت المشاورة.
public-door-no_dates = لم يُحدَّد الموعد بعد.
public-door-not_yet = يُفتح الباب يوم { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
public-door-over = كان الباب مفتوحًا حتى { DATETIME($end, dateStyle: "long", timeStyle: "short") }.
public-door-closed = انتهت الورشة.
public-door-full = اكتملت الورشة.
public-door-invited = الدخول برابط الدعوة أو رمزها.
public-door-staff = لفريق التنشيط فقط.
public-door-nothing_there = الورشة قيد الإعداد.
public-door-remaining = { $places ->
    [one] بقي مكان واحد.
   *[other] الأماكن الباقية: { $places }.
}

privacy-title = الخصوصية
privacy-lead = ما تحتفظ به { $organization } عنك، ولماذا، وإلى متى. أُعدّت هذه الصفحة من إعدادات هذا الخادم.
privacy-what = ما يُحتفظ به
privacy-name = الاسم الذي تعطيه عند الدخول. يكفي الاسم الشخصي، ولا يُطلب حساب.
privacy-texts = ما تكتبه: الأوراق والتعليقات والرسائل والخلاصات.
privacy-votes = نقاطك وأجوبتك الاسمية. أما التصويت السري فيُحفظ فيه من صوّت، ولا يُحفظ أبدًا ما اختاره كل شخص.
privacy-presence = متى كنت حاضرًا، وفي أي قاعة.
privacy-staff = للزملاء الذين لهم وصول إلى الاستوديو: الاسم والبريد الإلكتروني والدور وما فعلوه فيه، لمدة سنة. ولا شيء من ذلك للمشاركين.
privacy-speech = كم من الوقت تكلمت، دون أي شيء من صوتك.
privacy-consents = ما توافق عليه، وما يبقى اختياريًا
privacy-media = الميكروفون والكاميرا اختياريان: لا يُفتحان إلا بطلبك، ويمكن فعل كل شيء كتابةً.
privacy-no-recording = لا يُسجَّل أي شيء، لا صوت ولا صورة. يمران بالخادم ولا يبقيان فيه.
privacy-no-media = لا ينقل هذا الخادم صوتًا ولا صورة: المشاركة كتابةً.
privacy-anonymous = في النشاط المجهول لا يُربط اسمك بما تكتب، ويُتلف المفتاح الذي قد يدل عليك عند انتهاء الورشة.
privacy-no-cookies = لا يتتبعك أي ملف تعريف ارتباط. يحتفظ متصفحك في جهازك بما يلزم لتعود إلى مكانك.
privacy-where = أين توجد هذه البيانات
privacy-no-third = على هذا الخادم فقط. لا تطلب أي صفحة شيئًا من موقع آخر.
privacy-helpers = لإيجاد طريق عبر الشبكات، يعتمد الصوت والصورة أيضًا على:
privacy-addresses = لا تُكتب عناوين الاتصال في أي سجل.
privacy-how-long = إلى متى
privacy-no-workshop = لا توجد ورشة منشورة الآن. تذكر كل ورشة مُددها قبل الدخول.
privacy-rights = حقوقك
privacy-rights-mine = أعد قراءة كل ما كتبته وخذه معك: صفحة «ما كتبته» في كل ورشة تصدّره.
privacy-rights-erase = اطلب محو اسمك، ونصوصك إن شئت، من الصفحة نفسها.
privacy-rights-complain = إن لم يرضك الجواب، يمكنك اللجوء إلى هيئة حماية المعطيات في بلدك.

accessibility-title = سهولة الاستعمال
accessibility-lead = تريد { $organization } أن يستطيع كل شخص القراءة والكتابة والكلام والتصويت هنا.
accessibility-state = الحالة
accessibility-goal = تسعى هذه الصفحات إلى المستوى AA من معياري WCAG 2.2 و RGAA 4.1.
accessibility-not-audited = لم يفحصها طرف آخر بعد، ولذلك لا نصرّح بالمطابقة.
accessibility-done = ما أُنجز ويُفحص مع كل إصدار
accessibility-keyboard = كل شيء ممكن بلوحة المفاتيح: لكل سحب قائمة «انقل إلى…».
accessibility-reader = يُعلَن الجديد لقارئات الشاشة دون قطع ما تقرؤه.
accessibility-writing = من لا يتكلم أو لا يسمع يستطيع فعل كل شيء كتابةً.
accessibility-sight = التباين 4.5 إلى 1 على الأقل، ولا تقوم معلومة على اللون وحده، ويكبر النص حتى ٪400.
accessibility-motion = تتوقف الحركة إذا طلب جهازك ذلك.
accessibility-tests = تنجح فحوص آلية (axe) على الصفحات بالفرنسية والإنجليزية والعربية.
accessibility-limits = ما يبقى صعبًا
accessibility-board = تصفح لوح فيه مئات الأوراق طويل بقارئ الشاشة.
accessibility-speech = لا تُكتب ترجمة للصوت.
accessibility-documents = الوثائق التي وضعتها الجهة المنظمة هي كما أعدّتها.
accessibility-tell = أخبرنا بما لا يعمل
accessibility-contact = اكتب إلى جهة الاتصال في المشاورة، واذكر الصفحة وجهازك.
accessibility-defender = إن لم تجد جوابًا مرضيًا، يمكنك اللجوء إلى الجهة المختصة في بلدك.

browsers-title = المتصفحات
browsers-lead = بماذا جُرّبت هذه الصفحات، وبماذا ينبغي أن تعمل.
browsers-tested = جُرّبت مع كل إصدار
browsers-chromium = كروميوم، ومحركه هو محرك كروم وإيدج وبريف وأوبرا: الصفحات والقاعة ومكتب التنشيط، على الهاتف والحاسوب.
browsers-firefox = فايرفوكس: الدخول والكتابة والتصويت والصوت والصورة.
browsers-from = ابتداءً من
browsers-versions = كروم وإيدج 105، فايرفوكس 113، سفاري 16.4 (آيفون وآيباد: iOS 16.4).
browsers-script = تُقرأ هذه الصفحات دون جافاسكريبت، أما قاعة الورشة فتحتاج إليه.
browsers-not = لم يُجرَّب آليًا
browsers-safari = سفاري. ينبغي أن يعمل ابتداءً من الإصدار المذكور؛ أخبرنا بما ينقص.
browsers-media = الصوت والصورة
browsers-media-hint = يطلب المتصفح الإذن للميكروفون والكاميرا عند فتحهما. خلف شبكة مغلقة جدًا، تعمل الكتابة دائمًا.

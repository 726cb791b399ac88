# ما ينتظر الفريق
alerts = للمعالجة
alerts-none = لا شيء ينتظرك.
alert-since = { $minutes ->
    [0] الآن
   *[other] منذ { $minutes } د
}
alert-help = مساعدة لـ { $room }
alert-help-person = طلب مساعدة من { $name }
alert-go = أذهب إليهم
alert-answer = إجابة
alert-settle = تمّ
alert-silent = لم يعد يحدث شيء في { $room }
alert-late = تجاوزت { $room } وقتها
alert-empty = خلاصة { $room } ما زالت فارغة
alert-lost = انقطعت الشبكة عن { $name }
alert-lost-many = انقطعت الشبكة عن { $count } من { $room }
alert-lost-kept = { $count ->
    [one] مكانه محفوظ.
   *[other] أماكنهم محفوظة.
}
alert-lost-show = عرض من هم

# كل القاعات في نظرة
tower = برج المراقبة
tower-open = كلها في جدول
tower-close = إغلاق البرج
tower-hint = كل القاعات وما يحدث فيها. ينقلك السهمان إلى أعلى وإلى أسفل من قاعة إلى أخرى.
tower-room = القاعة
tower-people = الحاضرون
tower-people-of = { $count ->
    [one] شخص
   *[other] أشخاص
}
tower-silent = صامتون
tower-silent-hint = لم يتكلموا ولم يكتبوا منذ بدء المحطة
tower-silent-of = { $count ->
    [one] لم يقل ولم يكتب شيئًا
   *[other] لم يقولوا ولم يكتبوا شيئًا
}
tower-balance = التوازن
tower-balance-hint = 100 % حين يتكلم الجميع بالتساوي، و0 % حين يتكلم شخص واحد
tower-notes = الأوراق
tower-notes-of = { $count ->
    [one] ورقة
   *[other] أوراق
}
tower-pace = { $count } في دقيقة
tower-ready = انتهوا
tower-ready-of = { $count ->
    [one] انتهى
   *[other] انتهوا
}
tower-step = المحطة
tower-conclusion = الخلاصة
tower-needs = ينتظر أحدًا
tower-acts = إجراءات
tower-with = مع { $names }
tower-waiting = الأرقام في الطريق…
tower-none = لا قاعة تحتاج إلى أحد.
tower-empty = خلاصة فارغة
tower-drafting = خلاصة من { $length } حرفًا
tower-frozen = خلاصة مثبتة
tower-voting = خلاصة قيد التصويت
tower-adopted = خلاصة معتمدة
tower-rejected = خلاصة مرفوضة
tower-lost = { $count ->
    [one] واحد بلا شبكة
   *[other] { $count } بلا شبكة
}
tower-weak = { $count ->
    [one] واحد شبكته ضعيفة
   *[other] { $count } شبكتهم ضعيفة
}
tower-sort = الترتيب
tower-sort-order = ترتيب القاعات
tower-sort-need = الأكثر انتظارًا
tower-sort-silent = الأكثر صمتًا
tower-sort-notes = الأقل كتابة
tower-sort-time = الأولى انتهاءً
tower-narrow = التي تحتاج إلى أحد

# ما يُرفض للفريق
refused-cannot_merge = { $what ->
    [report_out] عرضت هذه المجموعة خلاصتها: لا يمكنها بعد الآن الانضمام إلى غيرها.
    [conclusion_activity] بدأت المجموعتان خلاصتين. ثبّتهما بدلًا من ذلك: العرض العام يجمعهما.
    [board] للوحتين أعمدة مختلفة، أو هما بلا أسماء: لا يمكن جمع أوراقهما.
   *[other] عملت المجموعتان منفصلتين على النشاط نفسه: لا يمكن جمعه.
}
refused-lead_changed = هناك من يقود بالفعل.
refused-moved_meanwhile = نُقل هذا الشخص في هذه الأثناء.

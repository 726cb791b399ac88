# جدول الأعمال أثناء الورشة: التوقفات والقاعات المستقلة والتأخر.

refused-not_released = هذه القاعة تتبع الجلسة العامة من قبل.
refused-step_passed = تجاوزت هذه القاعة تلك المحطة، أو لا يمكنها بلوغها.
refused-agenda_changed = غيّر شخص آخر البرنامج للتو. لم يتغير شيء؛ اطّلع على حاله الآن.
refused-steps_differ = لا تجتمع هاتان المحطتان: سيكون لقاعة أمران في وقت واحد.
agenda-early = تقدّم بـ { $minutes } د
extend-minus-1 = − 1 د
step-pause = إيقاف مؤقت
step-resume = استئناف
step-over = { $minutes } د أكثر من المقرر
step-under = { $minutes } د أقل من المقرر
step-skipped = متجاوَزة
step-skip = تجاوز هذه المحطة
step-unskip = عدم تجاوزها
step-planned = بدلًا من
key-shorten = دقيقة أقل
key-pause = إيقاف مؤقت أو استئناف

catch-up = كيف نتدارك التأخر؟
catch-up-shorten = تقصير ما يلي
catch-up-merge = جمع محطتين
catch-up-skip = تجاوز محطة
catch-up-extend = تأخير النهاية
catch-up-gained = كسب { $minutes } د
catch-up-shorter = { $title }: { $to } د بدلًا من { $from }
catch-up-merged = تصير «{ $first }» و«{ $later }» محطة واحدة من { $to } د بدلًا من { $from }. ويفسح النقاش المكان للنشاط الآخر.
catch-up-skipped = تبقى «{ $title }» ({ $minutes } د) في البرنامج مشطوبة، ويقود زر الانتقال إلى ما بعدها.
catch-up-extended = تصير النهاية المعلنة للجميع { $time }. لا يُقصَّر شيء.

next-released-stay = { $count ->
    [zero] لا قاعة تتقدم وحدها.
    [one] قاعة واحدة تتقدم بإيقاعها ولا تنتقل.
    [two] قاعتان تتقدمان بإيقاعهما ولا تنتقلان.
    [few] { $count } قاعات تتقدم بإيقاعها ولا تنتقل.
   *[other] { $count } قاعة تتقدم بإيقاعها ولا تنتقل.
}
next-released-follow = { $count ->
    [one] القاعة التي كانت تتقدم بإيقاعها تتبع الجلسة العامة من جديد.
    [two] القاعتان اللتان كانتا تتقدمان بإيقاعهما تتبعان الجلسة العامة من جديد.
   *[other] القاعات التي كانت تتقدم بإيقاعها ({ $count }) تتبع الجلسة العامة من جديد.
}
next-passes = { $count ->
    [one] تُتجاوز المحطة المشطوبة.
    [two] تُتجاوز محطتان مشطوبتان.
   *[other] تُتجاوز المحطات المشطوبة ({ $count }).
}

release-button = تركها تتقدم وحدها
release-title = ترك قاعات تتقدم بإيقاعها
release-how = تنتقل القاعة إلى المحطة التالية حالما ينتهي نصف الحاضرين. وتحدد القرعة كل مرة من يقرأ ومن يراقب الوقت ومن يدوّن.
release-rooms = القاعات
release-last = حتى
release-hint = تنتظر القاعة حين تبلغها. وتعود كلها حين تستدعيها، أو حين تُغلق المجموعات، أو حين تتقدم الجلسة العامة أبعد من ذلك.
release-submit = ترك التقدم
release-recall = { $count ->
    [one] استدعاء القاعة إلى الجلسة العامة
    [two] استدعاء القاعتين إلى الجلسة العامة
   *[other] استدعاء القاعات ({ $count }) إلى الجلسة العامة
}
room-advance = نقلها إلى المحطة التالية
room-extend = منحها 5 دقائق إضافية
room-recall = إعادتها إلى الجلسة العامة
room-released = بإيقاعها
room-finished = انتهت وتنتظر الآخرين

# ما تقوله كل الصفحات الحية: الاتصال والدخول والرفض والحركات المشتركة.

close = إغلاق
cancel = إلغاء
dismiss = حسنًا
try-again = إعادة المحاولة
take-words-back = استرجاع النص
reload = إعادة تحميل الصفحة
save = حفظ
send = إرسال
sending = جارٍ الإرسال…
more-actions = إجراءات أخرى
you-are = { $name } (أنت)
somebody = شخص ما
author-elsewhere = شخص آخر
person-erased = شخص محذوف
text-erased = نص محذوف
staff = فريق التنشيط

you = أنت
will-be-sent = سيُرسل
message-write = اكتب رسالة
message-to-all = إلى الجميع
message-mark = إدراج في المحضر
message-unmark = إزالة من المحضر
message-marked = في المحضر
messages-room = رسائل القاعة
typing-one = { $name } بصدد الكتابة…
typing-two = { $first } و{ $second } بصدد الكتابة…
typing-many = عدة أشخاص بصدد الكتابة…
messages-none = لا رسائل بعد.
viewers-read = أنت تشاهد: الكتابة والتصويت للمدعوين إلى المشاركة.

minutes-short = { $minutes } د
time-left-minutes = { $minutes ->
    [zero] الوقت المتبقي: أقل من دقيقة
    [one] الوقت المتبقي: دقيقة واحدة
    [two] الوقت المتبقي: دقيقتان
    [few] الوقت المتبقي: { $minutes } دقائق
    [many] الوقت المتبقي: { $minutes } دقيقة
   *[other] الوقت المتبقي: { $minutes } دقيقة
}
time-is-up = انتهى الوقت

connection-offline = لا توجد شبكة.
connection-reconnecting = انقطع الاتصال ونحن نعيده.
connection-keeps = ما تكتبه محفوظ وسيُرسل تلقائيًا.
connection-kept = { $count ->
    [zero] لا شيء في الانتظار.
    [one] عنصر واحد محفوظ وسيُرسل تلقائيًا.
    [two] عنصران محفوظان وسيُرسلان تلقائيًا.
    [few] { $count } عناصر محفوظة وستُرسل تلقائيًا.
    [many] { $count } عنصرًا محفوظًا وستُرسل تلقائيًا.
   *[other] { $count } عنصر محفوظ وستُرسل تلقائيًا.
}

door-title = الدخول إلى الورشة
door-entering = جارٍ الدخول…
door-connecting = جارٍ الاتصال بالورشة.
door-known = ستجد قاعتك وكل ما كتبته.
door-unknown = لا تعرف هذه النافذة من أنت بعد. افتح رابط الدعوة، أو أدخل رمز الورشة.
door-continue = المتابعة باسم
door-other-name = الدخول باسم آخر
door-code = إدخال رمز

end-title = لم تعد في الورشة
end-link-revoked = سُحب الرابط الذي دخلت به. اطلب الرابط الجديد من الجهة المنظمة.
end-abuse = صدرت عن هذه النافذة إجراءات كثيرة في وقت قصير. أعد تحميل الصفحة للعودة.
end-slow = لم يعد اتصالك قادرًا على المواكبة. أعد تحميل الصفحة للعودة.
end-draining = توقف الخادم. أعد تحميل الصفحة بعد قليل.
end-replaced = تابعت في نافذة أخرى.
end-erased = حُذفت هويتك: لم يعد أحد يعرف من كنت هنا. للعودة افتح رابط دعوتك من جديد.
end-outdated = تغيّر بالابر منذ فتح هذه الصفحة. أعد تحميلها: لن يضيع شيء مما كتبته.
end-session-unknown = لم يعد دخولك صالحًا. افتح رابط الدعوة من جديد.
end-browser-too-old = هذا المتصفح قديم جدًا للورشة. حدّثه أو استعمل جهازًا آخر.

paper-straw = قشّ
paper-linden = زيزفون
paper-sky = سماء
paper-peach = خوخ
paper-lilac = ليلك
paper-chalk = طباشير

file-loading = المستند في الطريق…
file-failed = تعذّر فتح المستند.
file-open = فتح المستند

# الرفض: جملة لكل رمز تقول ما يمكن فعله.
refused-other = هذا غير ممكن الآن ({ $code }).
refused-already_founded = هذه الورشة موجودة من قبل.
refused-already_joined = هذا الشخص مشارك من قبل.
refused-already_moved = انتقل شخص آخر للتو إلى محطة أخرى.
refused-already_open = المجموعات مفتوحة من قبل.
refused-board_full = { $most ->
    [one] لم يبق مكان هنا: نص واحد على الأكثر.
    [two] لم يبق مكان هنا: نصان على الأكثر.
    [few] لم يبق مكان هنا: { $most } نصوص على الأكثر. احذف نصًا لتضيف آخر.
    [many] لم يبق مكان هنا: { $most } نصًا على الأكثر. احذف نصًا لتضيف آخر.
   *[other] لم يبق مكان هنا: { $most } نص على الأكثر. احذف نصًا لتضيف آخر.
}
refused-busy = الخادم مشغول جدًا. أعد المحاولة بعد لحظة.
refused-by_hands = هذا التصويت برفع الأيدي في القاعة.
refused-client_outdated = هذه الصفحة قديمة. أعد تحميلها.
refused-code_form = يتكوّن الرمز من ستة أحرف، مثل K7Q 42M.
refused-code_unknown = لا توجد ورشة بهذا الرمز.
refused-column_in_use = يوجد في أحد الأعمدة أوراق، فلا يمكن حذفه.
refused-conclusion_frozen = هذه الخلاصة مجمّدة: لم يعد أحد يكتب فيها.
refused-document_full = لا يمكن لهذا النص أن يكبر أكثر: كُتب فيه وحُذف الكثير.
refused-document_rewritten = مُحي تاريخ هذا النص. تفتحه الصفحة من جديد.
refused-edited_meanwhile = عُدّل هذا النص في هذه الأثناء. أعد قراءته قبل المتابعة.
refused-empty = النص ناقص.
refused-file_kind = لا يمكن عرض هذا النوع من الملفات. اختر صورة أو ملف PDF.
refused-file_damaged = تعذّرت قراءة هذه الصورة، أو هي أكبر من اللازم.
refused-file_lost = لم يعد هذا الملف على الخادم.
refused-file_missing = لم يُرفق أي ملف.
refused-foreign_origin = جاء هذا الطلب من موقع آخر.
refused-groups_closed = المجموعات مغلقة.
refused-groups_open = المجموعات مفتوحة: أغلقها أولًا.
refused-has_contents = كتب فيها أشخاص من قبل.
refused-has_votes = نالت هذه الورقة نقاطًا ولم يعد حذفها ممكنًا.
refused-in_vote = هذا النص معروض للتصويت: لا يتغيّر أثناء ذلك.
refused-internal = وقع خطأ في الخادم. أعد المحاولة، وإن تكرر فأخبر فريق التنشيط بهذا الرمز للحادث: { $id }.
refused-invalid = لم يفهم الخادم هذا الطلب.
refused-link_expired = لم يعد هذا الرابط صالحًا.
refused-link_revoked = سُحب هذا الرابط.
refused-link_unknown = لا يؤدي هذا الرابط إلى أي مكان.
refused-message_private = تبقى هذه الرسالة بين هذا الشخص والفريق: لا يمكن الاستشهاد بها.
refused-no_comments = التعليقات غير مفتوحة في هذه اللوحة.
refused-no_dots = لا توجد نقاط في هذه اللوحة.
refused-no_groups = لا توجد مجموعة بعد.
refused-not_a_group = هذه القاعة ليست مجموعة.
refused-not_allowed = دورك لا يسمح بذلك.
refused-not_by_hands = لا يُحسب هذا التصويت برفع الأيدي.
refused-not_counted = لم تُحسب الأصوات بعد.
refused-not_revealed = لم تُكشف الأوراق بعد.
refused-not_yours = { $kind ->
    [microphone] كل شخص يفتح ميكروفونه بنفسه. اطلب منه ذلك.
   *[text] هذا النص ليس لك.
}
refused-only_watches = هذا الشخص متفرج: لا يمكنه الكلام هنا.
refused-own_link = هذا هو الرابط الذي دخلت به: لا يمكن سحبه من هنا.
refused-poll_closed = هذا التصويت مغلق.
refused-poll_not_closed = لم يُغلق هذا التصويت بعد.
refused-poll_not_open = لم يُفتح هذا التصويت بعد.
refused-poll_started = بدأ هذا التصويت من قبل.
refused-retention_promised = انتهت الورشة: لا يمكن الاحتفاظ بالبيانات مدة أطول مما أُعلن.
refused-room_full = { $most ->
    [one] هذه المجموعة مكتملة: فيها مكان واحد. اختر مجموعة أخرى.
    [two] هذه المجموعة مكتملة: فيها مكانان. اختر مجموعة أخرى.
    [few] هذه المجموعة مكتملة ({ $most } أماكن). اختر مجموعة أخرى.
    [many] هذه المجموعة مكتملة ({ $most } مكانًا). اختر مجموعة أخرى.
   *[other] هذه المجموعة مكتملة ({ $most } مكان). اختر مجموعة أخرى.
}
refused-rooms_full = الأماكن في المجموعات غير كافية.
refused-session_unknown = لم يعد دخولك صالحًا. افتح رابط الدعوة من جديد.
refused-staff_only = هذه القاعة مخصصة لفريق التنشيط.
refused-staff_sorts = فريق التنشيط هو من يرتب الأوراق هنا.
refused-step_closed = انتهت هذه المحطة. نصك محفوظ هنا.
refused-step_started = بدأت هذه المحطة من قبل.
refused-text_full = يتسع هذا النص لـ { $most } حرف.
refused-too_fast = هذا سريع بعض الشيء. أعد المحاولة بعد لحظة.
refused-too_large = هذا أطول من أن يُرسل.
refused-too_late = هذا الوقت غير ممكن.
refused-too_long = { $most ->
    [one] هذا النص طويل جدًا: حرف واحد على الأكثر.
    [two] هذا النص طويل جدًا: حرفان على الأكثر.
    [few] هذا النص طويل جدًا ({ $most } أحرف على الأكثر).
    [many] هذا النص طويل جدًا ({ $most } حرفًا على الأكثر).
   *[other] هذا النص طويل جدًا ({ $most } حرف على الأكثر).
}
refused-too_many_attempts = محاولات كثيرة في وقت قصير. انتظر دقيقة.
refused-too_many_choices = { $most ->
    [one] يمكن اختيار جواب واحد فقط.
    [two] يمكن اختيار جوابين على الأكثر.
    [few] يمكن اختيار { $most } أجوبة على الأكثر.
    [many] يمكن اختيار { $most } جوابًا على الأكثر.
   *[other] يمكن اختيار { $most } جواب على الأكثر.
}
refused-too_many_citations = هذه الخلاصة تقتبس أوراقًا كثيرة من قبل.
refused-too_many_dots = { $on ->
    [note] وضعت كل النقاط الممكنة على هذه الورقة.
   *[board] وضعت كل نقاطك. استرجع واحدة لتضعها في مكان آخر.
}
refused-too_many_rehearsals = { $most ->
    [one] الروبوتات في تمرين واحد الآن ولا يحتمل هذا الخادم أكثر. انتظر انتهاءه أو تمرّن من دون روبوتات.
    [two] الروبوتات في تمرينين الآن ولا يحتمل هذا الخادم أكثر. انتظر انتهاء أحدهما أو تمرّن من دون روبوتات.
    [few] الروبوتات في { $most } تمارين الآن ولا يحتمل هذا الخادم أكثر. انتظر انتهاء أحدها أو تمرّن من دون روبوتات.
    [many] الروبوتات في { $most } تمرينًا الآن ولا يحتمل هذا الخادم أكثر. انتظر انتهاء أحدها أو تمرّن من دون روبوتات.
   *[other] الروبوتات في { $most } تمرين الآن ولا يحتمل هذا الخادم أكثر. انتظر انتهاء أحدها أو تمرّن من دون روبوتات.
}
refused-too_many_rooms = { $most ->
    [one] توجد مجموعة واحدة ولا مكان لأخرى.
    [two] توجد مجموعتان ولا مكان لأخرى.
    [few] توجد { $most } مجموعات ولا مكان لأخرى.
    [many] توجد { $most } مجموعة ولا مكان لأخرى.
   *[other] توجد { $most } مجموعة ولا مكان لأخرى.
}
refused-too_many_steps = { $most ->
    [one] توجد محطة واحدة ولا مكان لأخرى.
    [two] توجد محطتان ولا مكان لأخرى.
    [few] توجد { $most } محطات ولا مكان لأخرى.
    [many] توجد { $most } محطة ولا مكان لأخرى.
   *[other] توجد { $most } محطة ولا مكان لأخرى.
}
refused-unknown = { $kind ->
    [time_zone] لا يعرف الخادم هذه المنطقة الزمنية. اختر منطقة قريبة.
   *[other] لم يعد هذا موجودًا، أو لم يعد في قاعتك.
}
refused-update_forged = تعذّرت نسبة هذه الكلمات. هي محفوظة هنا: أضفها من جديد.
refused-update_invalid = تعذّرت إضافة هذه الكلمات. هي محفوظة هنا: أضفها من جديد.
refused-voting_closed = التصويت بالنقاط غير مفتوح.
refused-workshop_closed = انتهت الورشة.
refused-workshop_full = الورشة مكتملة.
refused-amending_closed = انتهت مهلة طلب التعديلات.
refused-amending_open = لا تزال التعديلات ممكنة: انتظر التاريخ المعلن.
refused-amendments_undecided = توجد تعديلات تنتظر جوابا.
refused-minutes_approved = هذا المحضر معتمد: لن يتغير بعد الآن.
refused-minutes_empty = مُحي شيء منذ ذلك الحين: حدّث الوقائع من السجل أولا.
refused-minutes_in_hand = توجد نسخة قيد الإعداد: انشرها أو احذفها أولا.
refused-minutes_opened = عُرضت هذه النسخة على الحاضرين: لم يعد حذفها ممكنا.
refused-not_approved = هذا المحضر غير معتمد.
refused-not_attended = يمكن لمن حضر الورشة فقط طلب تعديل.
refused-too_many_amendments = طلبت { $most } تعديلا: هذا هو الحد الأقصى.
refused-written_elsewhere = أنت تكتب في لسان آخر. كلماتك هنا محفوظة: أضفها من جديد.

rehearsal-band = تمرين.
rehearsal-nothing = لا شيء مما يجري هنا يُحتسب، وسيُحذف كله.
rehearsal-pace = يمر الوقت أسرع بـ { $pace } مرة.
refused-not_a_rehearsal = هذا ليس تمرينًا.
refused-rehearsal = محضر التمرين لا يُنشر.
time-paused = متوقف مؤقتًا
refused-email_invalid = هذا العنوان غير مكتمل.
refused-provider_unreachable = خدمة التعريف لا تجيب. أعد المحاولة بعد دقيقة.
# $left: كم بقي من المحاولات
refused-sign_in_code_wrong = { $left ->
    [0] ليس هذا هو الرمز. اطلب رمزًا آخر.
    [one] ليس هذا هو الرمز. بقيت محاولة واحدة.
    [two] ليس هذا هو الرمز. بقيت محاولتان.
    [few] ليس هذا هو الرمز. بقيت { $left } محاولات.
   *[other] ليس هذا هو الرمز. بقيت { $left } محاولة.
}
refused-sign_in_failed = لم ينجح التعريف. ابدأ من جديد.
refused-sign_in_over = لم يعد هذا الطلب صالحًا. ابدأ من جديد.
refused-sign_in_weak = وسيلة التعريف هذه ليست موثوقة بما يكفي هنا. ابدأ من جديد بوسيلة أخرى من الخدمة نفسها.

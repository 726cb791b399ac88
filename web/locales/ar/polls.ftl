# التصويت: ما تقوله القاعة ومنصة التسيير.

refused-already_voted = صوتك مُسجَّل من قبل. التصويت السري لا يُغيَّر.
refused-empty_ballot = اختر جوابًا أولًا.
refused-vote_open = يجري الآن تصويت سري. سيكون الأرشيف الكامل جاهزًا عند إغلاقه.

poll-secret = تصويت سري.
poll-secret-promise = لن يعرف أحد ما اخترته، ولا حتى البلدية.
poll-secret-few = لا يُحفظ اختيارك مع أي اسم. لكنكم أقل من خمسة: قد تسمح النتيجة بتخمينه.
poll-secret-final = لن يمكنك تغيير هذا الصوت.
poll-secret-sure = هل تصوّت نهائيًا؟
poll-secret-back = رجوع
poll-secret-vote = إيداع صوتي
poll-secret-done = صوتك في الصندوق. وهو نهائي.
poll-everywhere = سؤال لكل القاعات.
poll-to-ballot = حان دورك للتصويت

ranking-hint = المس الأجوبة حسب ترتيب تفضيلك. يمكنك ترك بعضها جانبًا.
ranking-first = رتّب جوابًا واحدًا على الأقل أولًا.
ranking-take = ضع «{ $option }» في المرتبة { $rank }
ranking-up = ارفع «{ $option }»
ranking-down = أنزل «{ $option }»
ranking-leave = اترك «{ $option }» جانبًا
ranking-now = { $option }: المرتبة { $rank } من { $of }
ranking-left = { $option }: تُرك جانبًا

score-hint = من { $lowest } (لا أبدًا) إلى { $highest } (تمامًا). يمكنك ترك جواب بلا نقطة.
score-first = أعط نقطة واحدة على الأقل أولًا.

words-hint = { $most ->
    [1] كلمة أو عبارة قصيرة.
   *[other] عدد الكلمات أو العبارات القصيرة الممكنة: { $most }
}
words-number = الكلمة { $number }
words-first = اكتب كلمة أولًا.

outcome-adopted = اعتُمد.
outcome-rejected = رُفض.
outcome-no_quorum = لم يكتمل النصاب.
result-quorum = كان يلزم أن يجيب { $quorum }% من الحاضرين.
result-required = كان يلزم «{ $option }» على الأقل { $required }% من الأصوات المعبَّر عنها، وأكثر من أي جواب آخر.
result-points = النقاط: { $points } · الاختيار الأول: { $first }
result-score = { $mean } من { $highest } · الوسيط { $median }
result-no-score = بلا نقطة
result-word = { $votes ->
    [zero] لم تُذكر
    [one] مرة واحدة
    [two] مرتان
    [few] { $votes } مرات
   *[other] { $votes } مرة
}
result-nothing = لا جواب.
result-more = { $count ->
    [one] كلمة أخرى أقل ذكرًا.
    [two] كلمتان أخريان أقل ذكرًا.
    [few] { $count } كلمات أخرى أقل ذكرًا.
   *[other] { $count } كلمة أخرى أقل ذكرًا.
}
result-column-points = النقاط
result-column-rank = المرتبة { $rank }
result-column-mean = المتوسط
result-column-median = الوسيط
result-by-room = النتيجة حسب القاعة
result-by-room-hint = حيث أجاب أقل من خمسة أشخاص لا يُعرض شيء.
result-room = القاعة
result-answers = الأجوبة
result-withheld = أجوبة قليلة جدًا

rule-votes = لكل جواب من الأصوات بعدد من اختاروه.
rule-borda = في كل ورقة، المرتبة الأخيرة الممكنة بصفر، والتي قبلها بنقطة، وهكذا؛ والجواب المتروك لا نقاط له. وتُجمع النقاط (طريقة بوردا).
rule-scores = تُقارن المتوسطات؛ والوسيط هو النقطة في المنتصف، فلا تحركه بعض النقاط المتطرفة. ومن لم يعط جوابًا نقطة لا يُحسب فيه.
rule-words = الكلمات التي لا تختلف إلا بالتشكيل أو الأحرف الكبيرة تُحسب معًا.

# منصة التسيير.
question-kind = أي نوع من الأسئلة؟
question-kind-choice = اختيار
question-kind-ranking = ترتيب
question-kind-score = نقاط
question-kind-words = كلمات حرة
question-kind-choice-hint = يختار الناس من بين أجوبة.
question-kind-ranking-hint = يرتب الناس الأجوبة؛ وتُجمع النقاط (طريقة بوردا).
question-kind-score-hint = يعطي الناس كل جواب نقطة؛ وتُظهر النتيجة المتوسط والوسيط والتوزيع.
question-kind-words-hint = يكتب كل شخص كلماته؛ والكلمات المتماثلة تُحسب معًا.
question-three = مع الامتناع تلزم ثلاثة أجوبة على الأقل.
question-words = الكلمات لكل شخص، على الأكثر
question-lowest = أدنى نقطة
question-highest = أعلى نقطة
question-everywhere = في كل القاعات معًا
question-everywhere-hint = يجيب كل من في الورشة عن السؤال نفسه أينما كان.
question-by-room = عرض نتيجة كل قاعة أيضًا
question-by-room-hint = لا تُعرض أبدًا نتيجة أقل من خمسة أشخاص.
question-conditions = النصاب والأغلبية
question-quorum = النصاب، بالمئة من الحاضرين
question-quorum-hint = فارغ: لا نصاب.
question-required = الأغلبية، بالمئة من الأصوات المعبَّر عنها
question-required-hint = للجواب الأول، وعليه أن يتجاوز كل جواب آخر. فارغ: لا شيء.
question-abstains = الجواب الأخير امتناع
question-abstains-hint = يُحسب في النصاب، لا في الأغلبية.
way-secret = سرًّا، كلٌّ على شاشته
way-secret-hint = يُعرف من صوّت، ولا يُعرف أبدًا ما اختاره. والصوت نهائي.
poll-open-everywhere-hint = يصل فورًا إلى كل من في الورشة.
poll-open-secret-hint = يُحدَّث عدد المصوّتين كل خمس ثوانٍ.
poll-open-few-hint = الحاضرون أقل من خمسة: قد تسمح النتيجة بتخمين من اختار ماذا.
poll-publish-few-hint = أقل من خمسة أصوات: قد تسمح النتيجة عند نشرها بتخمين من اختار ماذا.
poll-count-room = أين عددت الأيدي؟
poll-count-all = كل القاعات معًا

# تشكيل المجموعات من مكتب التنشيط، وما يُسأل عند الدخول
compose-title = تشكيل المجموعات
compose-open-page = تشكيل المجموعات
compose-back = العودة إلى المكتب
compose-how = الطريقة
compose-groups = المجموعات
compose-balance = التوازن
compose-lead = لم يتحرك أحد بعد. اضغط على اسم لنقله.
compose-none = لا اقتراح بعد.
compose-sizes = { $groups ->
        [one] مجموعة واحدة
        [two] مجموعتان
        [few] { $groups } مجموعات
       *[other] { $groups } مجموعة
    }، في كل منها من { $least } إلى { $most }
compose-sizes-even = { $groups ->
        [one] مجموعة واحدة
        [two] مجموعتان
        [few] { $groups } مجموعات
       *[other] { $groups } مجموعة
    }، في كل منها { $people ->
        [one] شخص واحد
        [two] شخصان
        [few] { $people } أشخاص
       *[other] { $people } شخصًا
    }
compose-none-lead = اختر طريقة التوزيع ثم اقترح. لا يتحرك أحد قبل أن تقرر ذلك.
compose-number = القرعة { $seed }، الاقتراح { $number }
compose-undo = تراجع
compose-propose = اقتراح مجموعات
compose-another = اقتراح آخر
compose-proposed = الاقتراح جاهز.
compose-send = إرسال كل شخص إلى مجموعته
compose-open = المجموعات مفتوحة بالفعل.
compose-moves = { $count ->
        [zero] لا أحد يغيّر قاعته.
        [one] شخص واحد يغيّر قاعته فورًا.
        [two] شخصان يغيّران قاعتهما فورًا.
        [few] { $count } أشخاص يغيّرون قاعتهم فورًا.
       *[other] { $count } شخصًا يغيّرون قاعتهم فورًا.
    }
compose-late = من يتأخر يذهب إلى حيث ينقص الناس.
compose-keep = احتفاظ لوقت لاحق
compose-kept = محفوظ لوقت لاحق
compose-kept-name = محفوظ، القرعة { $seed }
compose-unseated = دون مجموعة
compose-leads = ينشّط
compose-pinned = يبقى هنا
compose-move = نقل { $name }
compose-full = مكتملة
compose-better = توازن أفضل
compose-worse = توازن أقل
compose-same = دون أثر
compose-unseat = دون مجموعة الآن
compose-pin = إبقاء في { $room }
compose-unpin = إلغاء الإبقاء هنا
compose-rule = قاعدة للاقتراح التالي
compose-other = مع من
compose-nobody = اختر شخصًا
compose-together = جمعهما معًا
compose-apart = الفصل بينهما
compose-way = طريقة التوزيع
compose-way-even = بالقرعة
compose-way-even-hint = سحب بالقرعة بأعداد متساوية؛ لا تختلف المجموعات إلا بشخص واحد على الأكثر.
compose-way-balanced = متوازن
compose-way-balanced-hint = حسب التسجيل: سحب بالقرعة، ثم تبادل حتى تتشابه المجموعات.
compose-way-ranked = حسب التفضيلات
compose-way-ranked-hint = يرتّب كل شخص المجموعات على هاتفه؛ وتُتجنب أولًا أبعد الرغبات.
compose-way-file = حسب قائمة
compose-way-file-hint = عمودان: الاسم أو البريد، ثم المجموعة.
compose-way-hand = يدويًا
compose-way-hand-hint = لا يوضع أحد؛ اضغط على اسم لتعطيه مجموعة.
compose-ranked = { $count ->
        [zero] لم يقدّم أحد تفضيلاته بعد.
        [one] قدّم شخص واحد تفضيلاته.
        [two] قدّم شخصان تفضيلاتهما.
        [few] قدّم { $count } أشخاص تفضيلاتهم.
       *[other] قدّم { $count } شخصًا تفضيلاتهم.
    }
compose-ask-ranks = طلب التفضيلات الآن
compose-file = ملف CSV
compose-table = أو القائمة نفسها
compose-balanced = الموازنة حسب
compose-no-question = لا يُسأل شيء عند التسجيل.
compose-different = مع أشخاص غير الذين سبق لقاؤهم
compose-facilitated = منشّط لكل مجموعة
compose-rules = ما يجب احترامه
compose-no-rule = اضغط على اسم لإبقاء شخص في مجموعة، أو لجمع شخصين أو الفصل بينهما.
compose-stays = { $name } يبقى في { $room }
compose-are-together = { $names }: معًا
compose-are-apart = { $names }: منفصلون
compose-drop-rule = حذف هذه القاعدة
compose-unmatched = { $count ->
        [zero] كل الأسطر وُضعت
        [one] سطر واحد لم يضع أحدًا
        [two] سطران لم يضعا أحدًا
        [few] { $count } أسطر لم تضع أحدًا
       *[other] { $count } سطرًا لم تضع أحدًا
    }
compose-line-person = السطر { $line }: لا أحد اسمه { $who }.
compose-line-group = السطر { $line }: لا مجموعة اسمها { $group }.
compose-line-several = السطر { $line }: عدة أشخاص اسمهم { $who }.
compose-line-twice = السطر { $line }: لدى { $who } مجموعة بالفعل.
compose-drafts = الاقتراحات
compose-deviation = متوسط الفرق: { NUMBER($people, maximumFractionDigits: 2) } شخص.
compose-again = { $count ->
        [zero] لم يسبق لقاء أحد بأحد.
        [one] لقاء واحد سبق.
        [two] لقاءان سبقا.
        [few] { $count } لقاءات سبقت.
       *[other] { $count } لقاء سبق.
    }
compose-wishes = حصل { $first } من { $all } على اختيارهم الأول.
compose-answer = الإجابة
compose-unsaid = دون إجابة
compose-off = يستحق النظر
compose-public = القرعة { $seed }. بهذا الرقم وبورقة القرعة يمكن لفريق التنشيط إعادة الحساب.
registration = أسئلة التسجيل
registration-lead = اختياري. تُستخدم الإجابات لموازنة المجموعات. يرى كل شخص ما يُسأل عنه ولماذا، ويمكنه سحب إجاباته. لا تسأل إلا عما يفيد.
registration-none = لا يُسأل شيء.
registration-add = إضافة سؤال
registration-edit = تعديل
registration-drop = حذف
registration-title = السؤال
registration-options = الإجابات، واحدة في كل سطر
registration-options-hint = من 2 إلى 20. الإجابة التي لا تتغير كلماتها تحتفظ بمن اختارها.
registration-required = الإجابة ضرورية
registration-must = الإجابة شرط للدخول
registration-tier = نوع البيانات
registration-tier-ordinary = بيانات عادية
registration-tier-ordinary-hint = حي أو عادة.
registration-tier-personal = بيانات شخصية
registration-tier-personal-hint = العمر أو الجنس أو المهنة.
registration-tier-sensitive = بيانات حساسة
registration-tier-sensitive-hint = الصحة أو الآراء أو الأصل: لا أحد مجبر على الإجابة.
retain-answers = إجابات التسجيل والتفضيلات
retain-answers-hint = تبقى الأعداد حسب المجموعة؛ ولا يمكن بعد ذلك إعادة حساب القرعة.
room-least = على الأقل (أشخاص)
room-least-hint = عندما يختار الناس، تنتظر المجموعة التي اكتفت حتى تكتفي الأخرى.
refused-answers_needed = تنقص إجابة ضرورية.
refused-apart_contradicts = على هؤلاء أن يكونوا منفصلين ومعًا في آن واحد:
refused-apart_too_many = المجموعات أقل من الأشخاص المطلوب فصلهم:
refused-draw_sent = استُخدم هذا الاقتراح: لم يعد يتغير.
refused-facilitators_too_few = عدد المجموعات { $rooms } وعدد المنشّطين { $facilitators }.
refused-least_too_many = لا تتسع المجموعة للعدد الذي تتطلبه.
refused-people_too_few = تتطلب المجموعات { $least } شخصًا، والموجود { $people }.
refused-pins_contradict = على هؤلاء معًا أن يكونوا في عدة مجموعات:
refused-pins_too_many = عدد كبير من الأشخاص يجب أن يبقى في هذه المجموعة:
refused-rules_too_tight = لا توجد مجموعات تحترم كل القواعد. يتعذر ذلك هنا:
refused-same_options = لإجابتين الكلمات نفسها.
refused-sensitive_required = لا يجوز إجبار أحد على ذكر ما هو حساس.
refused-together_too_many = عدد الأشخاص معًا أكبر من سعة مجموعة:
refused-too_many_questions = لا أكثر من { $most } سؤالًا.

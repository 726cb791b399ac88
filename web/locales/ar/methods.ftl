# الجولة بين المجموعات وتبديل الطاولات: للفريق.

kind-gallery-hint = تقرأ كل مجموعة ما كتبته مجموعة أخرى وتعلق عليه، ثم تنتقل إلى التالية.
gallery-of = ماذا نزور؟
gallery-of-last = آخر عمل للمجموعات
gallery-of-hint = الخلاصات، أو لوحات الأوراق المكشوفة، في هذه المحطة. تُجمد عند بدء الجولة.
gallery-minutes-each = دقائق كل زيارة
gallery-anonymous = ملاحظات دون أسماء
gallery-anonymous-hint = تذكر كل ملاحظة المجموعة التي جاءت منها، لا من كتبها.
gallery-controls = الزيارة { $turn } من { $turns }
gallery-next = الزيارة التالية
gallery-start = ابدأ الزيارات
gallery-end = أنه الزيارات
gallery-more = دقيقة إضافية
gallery-remarks = { $count ->
    [0] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
   *[other] { $count } ملاحظة
}
gallery-nothing = لم تكتب أي مجموعة ما يُزار.
refused-already_turned = غيّر شخص آخر الزيارة للتو.
refused-no_such_turn = لا زيارة أخرى: قرأت كل مجموعة كل شيء.

# تغيير الطاولات
rotate = تغيير الطاولات
rotate-title = من يذهب إلى أين؟
rotate-how = كيف؟
moves-next = تنتقل كل طاولة إلى التي تليها
moves-next-hint = يبقى أهل الطاولة معًا.
moves-scatter = يلتقي كل شخص أشخاصًا آخرين
moves-scatter-hint = يتوزع أهل الطاولة على طاولات مختلفة.
moves-merge = تصير كل طاولتين طاولة واحدة
moves-merge-hint = تحملان أوراقهما معهما إن انطلقت المحطة التالية منها.
hosting = من يبقى للاستقبال؟
hosting-nobody = لا أحد
hosting-lot = شخص واحد في كل طاولة بالقرعة
hosting-keep = الشخص نفسه كالمرة السابقة
hosting-choose = شخص تختاره أنت
hosting-at = من يبقى في { $room }؟
hosting-at-none = لا أحد
rotate-preview = اعرض من يذهب إلى أين
rotate-told = { $people ->
    [0] لا أحد يغير طاولته.
    [one] شخص واحد يغير طاولته.
    [two] شخصان يغيران طاولتهما.
    [few] { $people } أشخاص يغيرون طاولاتهم.
   *[other] { $people } شخصًا يغيرون طاولاتهم.
} { $hosts ->
    [0] لا أحد يبقى للاستقبال.
    [one] يبقى شخص واحد للاستقبال.
    [two] يبقى شخصان للاستقبال.
    [few] يبقى { $hosts } أشخاص للاستقبال.
   *[other] يبقى { $hosts } شخصًا للاستقبال.
}
rotate-table = الطاولة
rotate-comes = القادمون
rotate-from = من
rotate-stays = يبقى
rotate-later = الجميع في الجلسة العامة: يذهب كل شخص إلى طاولته الجديدة عندما تعيد فتح المجموعات.
rotate-do = غيّر الطاولات الآن
rotate-do-later = احفظ هذه الطاولات
rotate-do-start = غيّر الطاولات وابدأ «{ $title }»
rotate-again = اقترح توزيعًا آخر
rotate-host-tag = استقبال
step-moves = قبل هذه المحطة، يغير الناس طاولاتهم
step-moves-none = لا أحد يغير طاولته
step-stage = من يتكلم خلال هذه المحطة
step-stage-none = كما كان
step-stage-open = الجميع
step-stage-speakers = الفريق ومن له الكلمة
step-stage-fishbowl = حلقة من بضعة كراس
goes-on = الانطلاق من
goes-on-none = لا شيء: بداية جديدة
goes-on-board-hint = تُنقل أوراق المجموعة نفسها المكشوفة وأوراق المجموعات التي انضمت إليها.
goes-on-conclusion-hint = تستأنف المجموعة خلاصتها كما هي، مع الملاحظات التي تلقتها.

refused-nobody_to_move = يجب أن تكون هناك طاولتان فيهما أشخاص.
refused-not_at_table = هذا الشخص ليس في هذه الطاولة.
refused-rotation_gone = تغيّر المقترح: انظر إلى الجديد.

workshop-from-method = طريقة مجربة
workshop-from-method-hint = المقهى العالمي، 1-2-4-الكل، الحلقة، جولة الموافقة… بمحطاتها وتعليماتها.
workshop-method = الطريقة
workshop-method-suits = من { $least } إلى { $most } شخصًا، { $minutes } دقيقة كما هي.

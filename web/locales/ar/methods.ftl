# الجولة بين المجموعات وتبديل الطاولات: للفريق.

kind-gallery-hint = تقرأ كل مجموعة ما كتبته مجموعة أخرى وتعلق عليه، ثم تنتقل إلى التالية.
gallery-of = ماذا نزور؟
gallery-of-last = آخر عمل للمجموعات
gallery-of-hint = الخلاصات، أو لوحات الأوراق المكشوفة، في هذه المرحلة. تُجمد عند بدء الجولة.
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

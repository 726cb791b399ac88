# نتائج الورشة حيث تنطلق منها مراحل أخرى: في الصفحة العامة وفي الاستوديو.

tally-answer = الجواب
tally-votes = الأصوات
tally-borda = النقاط
tally-scores = المتوسط
tally-words = عدد المرات
tally-median = الوسيط
tally-number = { NUMBER($count, maximumFractionDigits: 2) }
tally-group = سؤال طُرح على مجموعة «{ $group }» وحدها.
tally-way-named = تصويت بالاسم.
tally-way-secret = تصويت سري.
tally-way-hands = تصويت برفع الأيدي.
tally-turnout = { $voters ->
    [0] لم يجب أحد من أصل { $present }.
    [one] أجاب شخص واحد من أصل { $present }.
    [two] أجاب شخصان من أصل { $present }.
    [few] أجاب { $voters } أشخاص من أصل { $present }.
   *[other] أجاب { $voters } شخصًا من أصل { $present }.
}
tally-scale = درجات من { $lowest } إلى { $highest }.
tally-withheld = أجاب أقل من { $fewest } أشخاص: لا تُعرض الأرقام لأنها قد تكشف من أجاب بماذا.

# في الاستوديو.
tallies = النتائج المأخوذة
tallies-lead = النتائج التي نشرتها الورشة. ما تزيله منها يعود إذا أخذت خلاصاتها من جديد.
tally-figure = { $option }: { $count }
tally-withheld-here = الأجوبة قليلة جدًا: لا تعرض صفحة المرحلة هذه الأرقام.
tally-drop = إزالة نتيجة «{ $question }»

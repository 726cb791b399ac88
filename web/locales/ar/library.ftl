# برامج الجهة المنظِّمة: حفظها واستعمالها من جديد في ورشة.

library = برامج لإعادة الاستعمال
library-lead = ما حفظته من ورشة أو من ملف. تنطلق منها ورشة جديدة، ويمكن إدراجها في ورشة جارية.
library-none = لا شيء بعد. «حفظ البرنامج» في قائمة ورشة يضع واحدًا هنا.
library-actions = إجراءات على { $title }
library-steps = { $count ->
    [zero] لا محطات
    [one] محطة واحدة
    [two] محطتان
    [few] { $count } محطات
   *[other] { $count } محطة
}
library-rename = إعادة التسمية
library-rename-title = إعادة تسمية «{ $title }»
library-name = الاسم
library-export = تنزيل الملف
library-drop = حذف
library-drop-title = حذف «{ $title }»؟
library-drop-text = الورشات التي انطلقت منه لا تتغير. نزّل الملف أولًا إن أردت أن تعيده لاحقًا.
library-import = استيراد برنامج
library-import-do = استيراد
library-import-lead = الملف الذي نُزّل هنا أو من خادم آخر.
library-file = ملف البرنامج
library-file-big = هذا الملف كبير جدًا: 256 كيلوبايت على الأكثر، و60 لكل لغة. لم يُستورد شيء.
library-import-name = الاسم في المكتبة
library-import-name-hint = اتركه فارغًا لتحتفظ باسم الملف.
library-save = حفظ البرنامج
library-save-lead = المحطات والمجموعات كما هي الآن، دون الأشخاص وما كتبوه، ودون الصور والوثائق المعروضة.
library-save-big = هذا البرنامج أطول من أن يُحفظ: 60 كيلوبايت على الأكثر.
library-purpose = الغاية منه
library-when = متى يُستعمل
library-optional = اختياري.
library-saved = حُفظ «{ $title }».
library-own = برامجكم
library-shipped = طرائق مجربة
library-minutes = { $minutes } دقيقة كما هو.

refused-agenda_empty = ليست في هذه الورشة محطة لحفظها بعد.
refused-agenda_gone = حذف أحدهم هذا البرنامج في هذه الأثناء.
refused-agenda_taken = لبرنامج آخر هذا الاسم.
refused-agenda_unreadable = ليس هذا الملف برنامجًا يمكن قراءته. لم يُستورد شيء.
# $most: العدد المسموح
refused-too_many_agendas = العدد كبير: { $most } برنامج على الأكثر. احذف واحدًا أولًا.

# إدراج طريقة
insert = إدراج طريقة
insert-do = { $count ->
    [zero] إدراج
    [one] إدراج محطة واحدة
    [two] إدراج محطتين
    [few] إدراج { $count } محطات
   *[other] إدراج { $count } محطة
}
insert-method = الطريقة أو البرنامج
insert-minutes = المدة كلها، بالدقائق
insert-minutes-hint = لكل محطة نصيبها منها.
insert-adds = ما يُضاف
insert-groups = في مجموعات
insert-plenary = في الجلسة العامة
insert-both = في الجلسة العامة وفي مجموعات
insert-moves = يغير الناس طاولاتهم
insert-no-groups = لا مجموعات بعد: أضف بعضها للمحطات التي تجري في مجموعات.
insert-loading = جارٍ جلب الطرائق…
insert-failed = لم تصل الطرائق. { $why }
act-steps-insert = أُدرج { $name }

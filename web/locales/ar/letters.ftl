# الرسائل التي يرسلها الخادم.

# $organization: اسم المنظمة
letter-code-subject = رمزك للدخول إلى استوديو { $organization }
letter-code-text = هذا رمز الدخول إلى استوديو { $organization }. اكتبه في الصفحة التي طلبته منها.
letter-code-minutes = { $minutes ->
    [one] يصلح لدقيقة واحدة، ولمرة واحدة.
    [two] يصلح لدقيقتين، ولمرة واحدة.
    [few] يصلح لمدة { $minutes } دقائق، ولمرة واحدة.
   *[other] يصلح لمدة { $minutes } دقيقة، ولمرة واحدة.
}
letter-code-not-you = إن لم تطلب شيئًا فلا تفعل شيئًا: لا يدخل أحد دون هذا الرمز. لا تعطه لأحد.
# $workshop: عنوان الورشة
letter-door-subject = رمزك للدخول إلى «{ $workshop }»
letter-door-text = هذا رمز المشاركة في الورشة «{ $workshop }». اكتبه في الصفحة التي طلبته منها.
letter-door-not-you = إن لم تطلب شيئًا فلا تفعل شيئًا: عنوانك لا يُحفظ. لا تعط هذا الرمز لأحد.
letter-invitation-subject = تدعوك { $organization } إلى الاستوديو
# $name: الشخص المدعو
letter-invitation-hello = مرحبًا { $name }،
# $role: دوره
letter-invitation-text = تُعِدّ { $organization } مساراتها وورشها في استوديو، وتدعوك إليه بدور { $role ->
    [administrator] الإدارة
    [organizer] التنظيم
   *[facilitator] التيسير
}.
letter-invitation-days = { $days ->
    [one] هذا الرابط لك وحدك، ليوم واحد ولدخول واحد. وبعد ذلك يكفي رمز يُرسل إلى هذا العنوان.
    [two] هذا الرابط لك وحدك، ليومين ولدخول واحد. وبعد ذلك يكفي رمز يُرسل إلى هذا العنوان.
    [few] هذا الرابط لك وحدك، لمدة { $days } أيام ولدخول واحد. وبعد ذلك يكفي رمز يُرسل إلى هذا العنوان.
   *[other] هذا الرابط لك وحدك، لمدة { $days } يومًا ولدخول واحد. وبعد ذلك يكفي رمز يُرسل إلى هذا العنوان.
}
letter-invitation-open = ادخل إلى الاستوديو

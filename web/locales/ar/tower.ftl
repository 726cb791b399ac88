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

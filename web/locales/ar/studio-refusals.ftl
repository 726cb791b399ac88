# ما يرفضه الاستوديو.

# $reason: رمز الرفض
refused-archive_refused = { $reason ->
    [already_there] هذه الورشة موجودة على هذا الخادم. لم يُستورد شيء.
    [archive_public] هذا أرشيف عمومي معدّ للقراءة، وينقصه ما يلزم للاستيراد. اطلب الأرشيف الكامل. لم يُستورد شيء.
    [archive_newer] أُعدّ هذا الأرشيف بإصدار أحدث من بالابر. حدّث هذا الخادم ثم أعد المحاولة. لم يُستورد شيء.
    [archive_truncated] ينقص جزء من هذا الملف. نزّل الأرشيف من جديد. لم يُستورد شيء.
    [archive_damaged] تلف هذا الملف أو عُدّل بعد إعداده. لم يُستورد شيء.
    [archive_foreign] ليس هذا أرشيف ورشة. لم يُستورد شيء.
    [archive_too_big] محتوى هذا الأرشيف كبير جدًا. لم يُستورد شيء.
   *[other] لا يمكن قراءة هذا الأرشيف هنا ({ $reason }). لم يُستورد شيء.
}
refused-changed_meanwhile = غيّر شخص آخر هذه المشاورة في هذه الأثناء. أعد قراءتها ثم حاول من جديد.
refused-colour_unreadable = لا يُقرأ بعض النص على هذا اللون. أقرب لون مناسب: { $nearest }.
refused-dates_missing = تنقص مرحلةً بدايةٌ أو نهاية.
refused-dates_reversed = النهاية قبل البداية.
refused-expectations_missing = بقي أن يُقال ما يُنتظر: الموضوع، ودرجة الإشراك، والتقديم.
refused-not_published = لم تُنشر هذه المشاورة قط.
refused-phase_gives_nothing = لا تعطي هذه المرحلة ما يمكن للأخرى أخذه.
refused-phase_needed = مرحلة أخرى تأخذ ما جمعته هذه.
refused-phase_of_rehearsal = يختفي التمرين بعد ثلاثة أيام: لا يكون ورشة لأي مرحلة.
refused-phase_without_workshop = ليس لهذه المرحلة ورشة.
refused-phases_missing = لا بد من مرحلة واحدة على الأقل.
refused-phases_overlap = تتداخل مرحلتان في المسار نفسه. غيّر تواريخهما، أو اجعل إحداهما بالتوازي.
refused-process_published = اسحب المشاورة من النشر أولًا.
refused-settings_invalid = إعداد من إعدادات المرحلة غير مفهوم.
refused-sheet_unreadable = ليس هذا الملف جدول CSV فيه عمود للنصوص.
refused-slug_taken = لمشاورة أخرى هذا العنوان.
refused-too_many_contributions = العدد كبير: { $most } مساهمة على الأكثر.
refused-too_many_documents = العدد كبير: { $most } وثيقة على الأكثر.
refused-too_many_phases = العدد كبير: { $most } مرحلة على الأكثر.

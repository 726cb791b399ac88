"""What scripted participants are called, write and say, in each language."""

from __future__ import annotations

NAMES = (
    *("Amina", "Basile", "Chloé", "Driss", "Élise", "Farid", "Gaëlle", "Hugo", "Inès", "Jonas", "Khadija", "Léo"),
    *("Maya", "Nour", "Octave", "Paola", "Quentin", "Rania", "Samuel", "Tiago", "Ursule", "Victor", "Wafa", "Yasmine"),
)

CRIES = {
    "en": ("I cannot hear the others very well.", "Where do I write a note?", "Could somebody come to our group?"),
    "fr": ("J'entends mal les autres.", "Où écrit-on un post-it ?", "Quelqu'un peut-il venir dans notre groupe ?"),
    "ar": ("لا أسمع الآخرين جيدًا.", "أين أكتب الورقة؟", "هل يأتي أحد إلى مجموعتنا؟"),
}

SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        (
            "A bench every two hundred metres, so that older people can walk to the market.",
            "Lights on the river path until the last bus has come in.",
            "One evening a month when the school yard is open to the whole street.",
            "Buses that wait for the train, not the other way round.",
            "A tool library beside the recycling centre.",
            "Trees before parking spaces when a street is dug up anyway.",
            "Say in plain words what happened to last year's proposals.",
            "A quiet room in the library for those who study at night.",
            "Slow streets around the nursery at the hours children come and go.",
            "Water fountains that work in August.",
            "Let the fire station's hall be lent for weddings again.",
            "A small fund that a neighbourhood can spend without asking first.",
        ),
        (
            "I agree, and I would start with the shortest street.",
            "Who would look after it in winter?",
            "We tried something close to this ten years ago.",
            "Could we see what it costs before we choose?",
            "That would change my mornings.",
            "I see it differently, but I understand why.",
        ),
    ),
    "fr": (
        (
            "Un banc tous les deux cents mètres, pour que les plus âgés aillent au marché à pied.",
            "De la lumière sur le chemin de la rivière jusqu'au dernier bus.",
            "Un soir par mois, la cour de l'école ouverte à toute la rue.",
            "Des bus qui attendent le train, et pas l'inverse.",
            "Une bibliothèque d'outils à côté de la déchèterie.",
            "Des arbres avant les places de parking quand on refait une rue.",
            "Dire simplement ce que sont devenues les propositions de l'an dernier.",
            "Une salle calme à la médiathèque pour ceux qui étudient le soir.",
            "Des rues lentes autour de la crèche aux heures d'entrée et de sortie.",
            "Des fontaines qui marchent en août.",
            "Prêter de nouveau la salle des pompiers pour les mariages.",
            "Une petite somme que chaque quartier dépense sans demander d'abord.",
        ),
        (
            "D'accord, et je commencerais par la rue la plus courte.",
            "Qui s'en occuperait en hiver ?",
            "On a essayé quelque chose d'approchant il y a dix ans.",
            "Peut-on voir ce que cela coûte avant de choisir ?",
            "Cela changerait mes matins.",
            "Je le vois autrement, mais je comprends pourquoi.",
        ),
    ),
    "ar": (
        (
            "مقعد كل مئتي متر ليصل كبار السن إلى السوق مشيًا.",
            "إنارة طريق النهر حتى آخر حافلة.",
            "أمسية كل شهر تُفتح فيها ساحة المدرسة لأهل الحي.",
            "حافلات تنتظر القطار لا العكس.",
            "مكتبة أدوات قرب مركز إعادة التدوير.",
            "أشجار قبل مواقف السيارات حين يُعاد رصف الشارع.",
            "قولوا لنا ببساطة ماذا حلّ بمقترحات العام الماضي.",
            "قاعة هادئة في المكتبة لمن يدرسون ليلًا.",
            "شوارع بطيئة حول الحضانة وقت الدخول والخروج.",
            "سبل ماء تعمل في شهر آب.",
        ),
        (
            "أوافق، وأبدأ بأقصر شارع.",
            "من يعتني بها في الشتاء؟",
            "جرّبنا شيئًا قريبًا من هذا قبل سنوات.",
            "هل نعرف الكلفة قبل أن نختار؟",
            "أرى الأمر على نحو آخر لكنني أفهم السبب.",
        ),
    ),
}

retention-answers = إجابات التسجيل والتفضيلات

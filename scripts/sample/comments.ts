/** What people write beside their rating, by language and by whether they are content. */
export const COMMENTS: Readonly<Record<string, { readonly good: readonly string[]; readonly bad: readonly string[] }>> =
  {
    en: {
      good: [
        'Exactly what I needed.',
        'Clear and short, thanks!',
        'Worked at the first try.',
        'Saved me an afternoon 👍',
        'Good, though the list could be shorter.',
        'Thank you, you can quote me: sam@example.org',
      ],
      bad: [
        'That is not what I asked.',
        'Too vague.',
        'Wrong for my version.',
        'Did not work.',
        'Please answer in full sentences.',
        'Half of the answer is missing.',
      ],
    },
    de: {
      good: ['Genau richtig, danke!', 'Hat sofort geklappt.', 'Gut erklärt.'],
      bad: ['Das war nicht meine Frage.', 'Leider falsch.', 'Viel zu knapp.'],
    },
    fr: { good: ['Parfait, merci !', 'Très clair.'], bad: ["Ce n'est pas ma question.", 'Trop vague.'] },
    es: { good: ['¡Perfecto!', 'Muy claro, gracias.'], bad: ['No era eso.', 'No me sirve.'] },
    tr: { good: ['Çok işime yaradı.', 'Teşekkürler!'], bad: ['Sorum bu değildi.', 'Yetersiz.'] },
    ja: { good: ['とても助かりました。', '分かりやすいです。'], bad: ['質問と違います。', '短すぎます。'] },
  };

/** What people add when they correct an answer. */
export const CORRECTIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'One thing to add: write the date next to the change so that others can follow.',
    'Please also mention that it needs the newest release.',
    'The order matters: do the last step first.',
  ],
  de: [
    'Zu ergänzen ist noch: Notieren Sie das Datum der Änderung.',
    'Richtig ist, dass der letzte Schritt zuerst kommt.',
  ],
  fr: ["Il faut ajouter que l'ordre des étapes compte beaucoup."],
  es: ['Falta decir que el orden de los pasos importa.'],
  tr: ['Adımların sırasının önemli olduğunu da eklemek gerekir.'],
  ja: ['手順の順番が大切だという点も付け加えてください。'],
};

/** The fixed words of an invitation, in the languages of the answer pages. */
export interface InvitationWords {
  readonly direction: 'ltr' | 'rtl';
  /** The button that opens the questions. */
  readonly answer: string;
  /** Before the address in the text form. */
  readonly answerHere: string;
  /** Told once, under the scale: a tap stores nothing yet. */
  readonly tapOpens: string;
  /** Why this person gets this mail: after an encounter, or as part of the customer relationship. */
  readonly why: { readonly encounter: (sender: string) => string; readonly relationship: (sender: string) => string };
  /** How much is asked. */
  readonly length: (questions: number) => string;
  readonly stopReminders: string;
  readonly unsubscribe: string;
  readonly sentBy: string;
  readonly privacy: string;
  /** Of a reminder, first line. */
  readonly reminder: string;
}

export const invitationWords = {
  en: {
    direction: 'ltr',
    answer: 'Answer',
    answerHere: 'Answer here:',
    tapOpens: 'Your choice opens a page where you can change it before you send it.',
    why: {
      encounter: (sender) =>
        `You receive this message because you were recently in contact with ${sender} as a customer.`,
      relationship: (sender) => `You receive this message because you are a customer of ${sender}, or work for one.`,
    },
    length: (questions) => (questions === 1 ? 'One question.' : `${questions} questions.`),
    stopReminders: 'Do not remind me of this survey',
    unsubscribe: 'No more surveys, please',
    sentBy: 'Sent by',
    privacy: 'How your answer is used',
    reminder: 'You have not answered yet. This is a reminder.',
  },
  fi: {
    direction: 'ltr',
    answer: 'Vastaa',
    answerHere: 'Vastaa tästä:',
    tapOpens: 'Valintasi avaa sivun, jolla voit vielä muuttaa sitä ennen lähettämistä.',
    why: {
      encounter: (sender) => `Saat tämän viestin, koska olet asioinut hiljattain asiakkaana: ${sender}.`,
      relationship: (sender) => `Saat tämän viestin, koska olet asiakas tai edustat asiakasta: ${sender}.`,
    },
    length: (questions) => (questions === 1 ? 'Yksi kysymys.' : `${questions} kysymystä.`),
    stopReminders: 'Älä muistuta minua tästä kyselystä',
    unsubscribe: 'En halua enää kyselyitä',
    sentBy: 'Lähettäjä',
    privacy: 'Näin vastaustasi käytetään',
    reminder: 'Et ole vielä vastannut. Tämä on muistutus.',
  },
  sv: {
    direction: 'ltr',
    answer: 'Svara',
    answerHere: 'Svara här:',
    tapOpens: 'Ditt val öppnar en sida där du kan ändra det innan du skickar.',
    why: {
      encounter: (sender) =>
        `Du får det här meddelandet eftersom du nyligen har varit i kontakt med ${sender} som kund.`,
      relationship: (sender) =>
        `Du får det här meddelandet eftersom du är kund hos ${sender} eller företräder en kund.`,
    },
    length: (questions) => (questions === 1 ? 'En fråga.' : `${questions} frågor.`),
    stopReminders: 'Påminn mig inte om den här enkäten',
    unsubscribe: 'Jag vill inte ha fler enkäter',
    sentBy: 'Avsändare',
    privacy: 'Så används ditt svar',
    reminder: 'Du har inte svarat ännu. Det här är en påminnelse.',
  },
  de: {
    direction: 'ltr',
    answer: 'Antworten',
    answerHere: 'Hier antworten:',
    tapOpens: 'Ihre Auswahl öffnet eine Seite, auf der Sie sie vor dem Absenden noch ändern können.',
    why: {
      encounter: (sender) =>
        `Sie erhalten diese Nachricht, weil Sie kürzlich als Kundin oder Kunde Kontakt mit ${sender} hatten.`,
      relationship: (sender) =>
        `Sie erhalten diese Nachricht, weil Sie Kundin oder Kunde von ${sender} sind oder für eine Kundenfirma arbeiten.`,
    },
    length: (questions) => (questions === 1 ? 'Eine Frage.' : `${questions} Fragen.`),
    stopReminders: 'Nicht mehr an diese Umfrage erinnern',
    unsubscribe: 'Keine Umfragen mehr erhalten',
    sentBy: 'Absender',
    privacy: 'So wird Ihre Antwort verwendet',
    reminder: 'Sie haben noch nicht geantwortet. Dies ist eine Erinnerung.',
  },
  ar: {
    direction: 'rtl',
    answer: 'أجب',
    answerHere: 'أجب هنا:',
    tapOpens: 'يفتح اختيارك صفحة يمكنك فيها تغييره قبل الإرسال.',
    why: {
      encounter: (sender) => `تصلك هذه الرسالة لأنك تعاملت مؤخرًا كعميل مع ${sender}.`,
      relationship: (sender) => `تصلك هذه الرسالة لأنك من عملاء ${sender} أو تمثّل أحد عملائها.`,
    },
    length: arabicQuestions,
    stopReminders: 'لا تذكّرني بهذا الاستبيان',
    unsubscribe: 'لا أريد المزيد من الاستبيانات',
    sentBy: 'المرسل',
    privacy: 'كيف تُستخدم إجابتك',
    reminder: 'لم تُجب بعد. هذه رسالة تذكير.',
  },
} as const satisfies Record<string, InvitationWords>;

/** Arabic counts one, two, three to ten, and the rest, each in its own form. */
function arabicQuestions(questions: number): string {
  if (questions === 1) return 'سؤال واحد.';
  if (questions === 2) return 'سؤالان.';
  return questions <= 10 ? `${questions} أسئلة.` : `${questions} سؤالًا.`;
}

export type MailLanguage = keyof typeof invitationWords;

/** The words for a language tag: its own, else English. `fi-FI` is Finnish. */
export function wordsFor(language: string): InvitationWords {
  const primary = language.toLowerCase().split('-')[0]!;
  return Object.hasOwn(invitationWords, primary) ? invitationWords[primary as MailLanguage] : invitationWords.en;
}

/** Whether a language is written from the right, also one that has no fixed words of ours. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)(-|$)/i.test(language) ? 'rtl' : 'ltr';
}

import type { RespondentWords } from './words.ts';

export const de: RespondentWords = {
  languageName: 'Deutsch',
  chooseLanguage: 'Sprache',
  next: 'Weiter',
  back: 'Zurück',
  send: 'Absenden',
  required: 'Pflichtfrage',
  optional: 'freiwillig',
  questionOf: (number, total) => `Frage ${number} von ${total}`,
  pageOf: (number, total) => `Seite ${number} von ${total}`,
  chooseOne: 'Bitte eine Antwort wählen',
  chooseAny: 'Bitte alles Zutreffende wählen',
  chooseAtMost: (most) => `Bitte höchstens ${most} wählen`,
  otherWords: 'Was sonst?',
  atMostCharacters: (longest) => `Höchstens ${longest} Zeichen`,
  preselected: (score) =>
    `Sie haben in der Nachricht ${score} gewählt. Sie können das noch ändern. Gesendet wird erst mit dem Klick auf die Schaltfläche.`,
  consentNote: 'Das entscheiden Sie selbst. Sie können es sich später anders überlegen.',
  privacy: 'So werden Ihre Antworten verwendet',
  saved: 'Ihre bisherigen Antworten sind gespeichert.',
  problems: (count) =>
    count === 1 ? 'Bitte eine Antwort noch einmal prüfen' : `Bitte ${count} Antworten noch einmal prüfen`,
  problem: {
    needed: 'Bitte beantworten Sie diese Frage.',
    'outside-scale': 'Bitte wählen Sie einen Wert der Skala.',
    'unknown-option': 'Bitte wählen Sie eine der Möglichkeiten.',
    'too-many': 'Sie haben mehr gewählt, als hier möglich ist.',
    'too-long': 'Der Text ist zu lang. Bitte kürzen Sie ihn.',
    unreadable: 'Diese Antwort ließ sich nicht lesen. Bitte schreiben Sie sie noch einmal.',
  },
  thankYou: { title: 'Vielen Dank!', text: 'Ihre Antwort ist gespeichert. Sie können diese Seite schließen.' },
  closed: {
    title: 'Diese Umfrage ist beendet',
    text: 'Antworten sind nicht mehr möglich. Danke, dass Sie mitmachen wollten.',
  },
  alreadyAnswered: { title: 'Sie haben schon geantwortet', text: 'Ihre Antwort ist bei uns angekommen. Vielen Dank!' },
  linkNotValid: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Vielleicht fehlt ein Teil der Adresse. Öffnen Sie den Link noch einmal aus der Nachricht oder kopieren Sie ihn vollständig.',
  },
  expired: { title: 'Die Frist ist abgelaufen', text: 'Diese Einladung gilt nicht mehr. Trotzdem vielen Dank.' },
  failed: {
    title: 'Etwas ist schiefgegangen',
    text: 'Ihre Antwort wurde nicht gespeichert. Was Sie geschrieben haben, steht noch hier: Bitte versuchen Sie es gleich noch einmal.',
  },
  preview: {
    note: 'Vorschau: Was Sie eingeben, wird nicht gespeichert.',
    again: 'Von vorn beginnen',
    empty: { title: 'Noch nichts zu zeigen', text: 'Die Umfrage hat noch keine Frage. Fügen Sie die erste hinzu.' },
  },
  unsubscribe: {
    title: 'Keine Umfragen mehr?',
    text: 'Wir senden keine Umfragen mehr an diese Adresse.',
    button: 'Umfragen abbestellen',
    done: { title: 'Sie erhalten keine Umfragen mehr', text: 'Das gilt ab sofort.' },
  },
  resubscribe: {
    title: 'Wieder Umfragen erhalten?',
    text: 'Wir dürfen Sie wieder nach Ihren Erfahrungen fragen, wie zuvor.',
    button: 'Umfragen wieder erlauben',
    done: {
      title: 'Sie können wieder Umfragen erhalten',
      text: 'Über den Link in jeder Nachricht können Sie sie jederzeit abbestellen.',
    },
  },
  stopReminders: {
    title: 'Keine Erinnerungen mehr?',
    text: 'Wir erinnern Sie nicht mehr an diese Umfrage. Antworten können Sie weiterhin.',
    button: 'Erinnerungen beenden',
    done: { title: 'Keine Erinnerungen mehr', text: 'An diese Umfrage werden Sie nicht mehr erinnert.' },
  },
  unsubscribeLink: 'Keine Umfragen mehr erhalten',
  stopRemindersLink: 'Nicht mehr an diese Umfrage erinnern',
  closeSurvey: 'Umfrage schließen',
  scanToAnswer: 'Zum Antworten die Kamera auf den Code richten',
  cannotKeep: {
    title: 'Hier kann gerade nicht geantwortet werden',
    text: 'Dieses Gerät kann im Moment keine Antworten speichern. Bitte geben Sie unserem Personal Bescheid.',
  },
  privacyNotice: {
    who: 'Wer fragt',
    kept: 'Was gespeichert wird',
    keptText:
      'Ihre Antworten, wann und wo Sie sie gegeben haben, in welcher Sprache und ob am Telefon oder am Computer.',
    linkedText:
      'Wurden Sie persönlich, per E-Mail, per SMS oder als angemeldete Person gefragt, werden die Antworten mit Ihren Kundendaten gespeichert. Sonst weiß niemand, dass sie von Ihnen sind.',
    notKeptText:
      'Ihre Netzwerkadresse wird nicht mit den Antworten gespeichert, was Sie anderswo tun, wird nicht verfolgt, und Ihre Antworten werden nicht verkauft.',
    rights: 'Was Sie verlangen können',
    rightsText:
      'Sie entscheiden, ob Sie antworten. Sie können Auskunft darüber verlangen, was über Sie gespeichert ist, es berichtigen oder löschen lassen und weiteren Fragen widersprechen: Schreiben Sie an die oben genannte Adresse. Sie können sich auch an die Datenschutzbehörde wenden.',
    stopText: 'In jeder Nachricht steht ein Link, der die Umfragen sofort beendet.',
  },
};

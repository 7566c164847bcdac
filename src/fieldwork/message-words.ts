import type { RespondentLanguage } from '../survey/index.ts';

/** The words of an invitation and of a reminder around those of the survey. */
interface MessageWords {
  /** Subject lines; a variant names one as `subject.plain` or `subject.question`. */
  readonly subjects: Readonly<Record<'plain' | 'question', (title: string, sender: string) => string>>;
  readonly reminderSubject: (title: string, sender: string) => string;
  readonly greeting: (name: string | undefined) => string;
  readonly ask: (minutes: number) => string;
  readonly remind: string;
  readonly button: string;
  readonly until: (day: string) => string;
  readonly origin: (sender: string) => string;
  readonly sms: (sender: string) => string;
  readonly smsReminder: (sender: string) => string;
  readonly smsStop: string;
  /** How a question is answered by a number. A hyphen: one dash makes the whole SMS twice as dear. */
  readonly smsAnswer: (low: number, high: number) => string;
  readonly smsOrLink: string;
  readonly smsStopWord: string;
  /** Asked back once, where a reply may be more than one score. */
  readonly smsAgain: (low: number, high: number) => string;
  readonly smsHelp: (sender: string) => string;
}

const en: MessageWords = {
  subjects: {
    plain: (title, sender) => `${title}: a few questions from ${sender}`,
    question: (title) => `${title}: how did it go?`,
  },
  reminderSubject: (title) => `Reminder: ${title}`,
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  ask: (minutes) => `Please tell us how it went. It takes about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  remind: 'We have not had your answer yet, so we ask once more. If you have just answered, thank you.',
  button: 'Answer the survey',
  until: (day) => `You can answer until ${day}.`,
  origin: (sender) => `You get this message because you have dealt with ${sender}.`,
  sms: (sender) => `${sender}: how did it go? Please answer a few questions:`,
  smsReminder: (sender) => `${sender}: you can still answer our survey:`,
  smsStop: 'No more surveys:',
  smsAnswer: (low, high) => `Reply with a number ${low}-${high}`,
  smsOrLink: 'Or answer here:',
  smsStopWord: 'No more surveys: reply STOP',
  smsAgain: (low, high) => `Sorry, we did not understand. Please reply with one number ${low}-${high}.`,
  smsHelp: (sender) =>
    `${sender} asks its customers for feedback. Reply with a number to answer, or STOP to get no more surveys.`,
};

const fi: MessageWords = {
  subjects: {
    plain: (title, sender) => `${title}: muutama kysymys, ${sender}`,
    question: (title) => `${title}: miten meni?`,
  },
  reminderSubject: (title) => `Muistutus: ${title}`,
  greeting: (name) => (name ? `Hei ${name},` : 'Hei,'),
  ask: (minutes) =>
    `kerrothan meille, miten meni. Vastaaminen vie noin ${minutes === 1 ? 'minuutin' : `${minutes} minuuttia`}.`,
  remind: 'emme ole vielä saaneet vastaustasi, joten kysymme vielä kerran. Jos ehdit juuri vastata, kiitos.',
  button: 'Vastaa kyselyyn',
  until: (day) => `Voit vastata ${day} asti.`,
  origin: (sender) => `Saat tämän viestin, koska olet asioinut meillä: ${sender}.`,
  sms: (sender) => `${sender}: miten meni? Vastaathan muutamaan kysymykseen:`,
  smsReminder: (sender) => `${sender}: ehdit vielä vastata kyselyymme:`,
  smsStop: 'Ei enää kyselyitä:',
  smsAnswer: (low, high) => `Vastaa numerolla ${low}-${high}`,
  smsOrLink: 'Tai vastaa tästä:',
  smsStopWord: 'Ei enää kyselyitä: vastaa LOPETA',
  smsAgain: (low, high) => `Emme ymmärtäneet vastausta. Lähetäthän yhden numeron ${low}-${high}.`,
  smsHelp: (sender) =>
    `${sender} pyytää asiakkailtaan palautetta. Vastaa numerolla, tai lähetä LOPETA, jos et halua enää kyselyitä.`,
};

const sv: MessageWords = {
  subjects: {
    plain: (title, sender) => `${title}: några frågor från ${sender}`,
    question: (title) => `${title}: hur gick det?`,
  },
  reminderSubject: (title) => `Påminnelse: ${title}`,
  greeting: (name) => (name ? `Hej ${name}!` : 'Hej!'),
  ask: (minutes) => `Berätta gärna hur det gick. Det tar ungefär ${minutes === 1 ? 'en minut' : `${minutes} minuter`}.`,
  remind: 'Vi har inte fått ditt svar ännu, så vi frågar en gång till. Har du just svarat – tack!',
  button: 'Svara på enkäten',
  until: (day) => `Du kan svara till och med ${day}.`,
  origin: (sender) => `Du får det här meddelandet eftersom du har haft kontakt med ${sender}.`,
  sms: (sender) => `${sender}: hur gick det? Svara gärna på några frågor:`,
  smsReminder: (sender) => `${sender}: du hinner fortfarande svara på vår enkät:`,
  smsStop: 'Inga fler enkäter:',
  smsAnswer: (low, high) => `Svara med en siffra ${low}-${high}`,
  smsOrLink: 'Eller svara här:',
  smsStopWord: 'Inga fler enkäter: svara STOPP',
  smsAgain: (low, high) => `Vi förstod inte svaret. Skicka gärna en siffra ${low}-${high}.`,
  smsHelp: (sender) =>
    `${sender} ber sina kunder om återkoppling. Svara med en siffra, eller STOPP om du inte vill ha fler enkäter.`,
};

const de: MessageWords = {
  subjects: {
    plain: (title, sender) => `${title}: einige Fragen von ${sender}`,
    question: (title) => `${title}: Wie ist es gelaufen?`,
  },
  reminderSubject: (title) => `Erinnerung: ${title}`,
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  ask: (minutes) =>
    `bitte sagen Sie uns, wie es gelaufen ist. Es dauert etwa ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}.`,
  remind:
    'wir haben noch keine Antwort von Ihnen und fragen deshalb noch einmal. Falls Sie gerade geantwortet haben: vielen Dank.',
  button: 'Umfrage beantworten',
  until: (day) => `Sie können bis zum ${day} antworten.`,
  origin: (sender) => `Sie erhalten diese Nachricht, weil Sie mit ${sender} zu tun hatten.`,
  sms: (sender) => `${sender}: Wie ist es gelaufen? Bitte beantworten Sie einige Fragen:`,
  smsReminder: (sender) => `${sender}: Sie können unsere Umfrage noch beantworten:`,
  smsStop: 'Keine Umfragen mehr:',
  smsAnswer: (low, high) => `Antworten Sie mit einer Zahl von ${low} bis ${high}`,
  smsOrLink: 'Oder hier antworten:',
  smsStopWord: 'Keine Umfragen mehr: STOP antworten',
  smsAgain: (low, high) =>
    `Wir haben Ihre Antwort nicht verstanden. Bitte senden Sie eine Zahl von ${low} bis ${high}.`,
  smsHelp: (sender) =>
    `${sender} bittet Kunden um Rückmeldung. Antworten Sie mit einer Zahl, oder mit STOP, wenn Sie keine Umfragen mehr möchten.`,
};

const ar: MessageWords = {
  subjects: {
    plain: (title, sender) => `${title}: بضعة أسئلة من ${sender}`,
    question: (title) => `${title}: كيف كانت تجربتك؟`,
  },
  reminderSubject: (title) => `تذكير: ${title}`,
  greeting: (name) => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
  ask: (minutes) =>
    `نودّ أن تخبرنا كيف كانت تجربتك. المدة التقريبية للإجابة: ${minutes === 1 ? 'دقيقة واحدة' : `${minutes} دقائق`}.`,
  remind: 'لم تصلنا إجابتك بعد، لذلك نسألك مرة أخرى. إن كنت قد أجبت للتو فشكرًا لك.',
  button: 'الإجابة عن الاستبيان',
  until: (day) => `يمكنك الإجابة حتى ${day}.`,
  origin: (sender) => `تصلك هذه الرسالة لأنك تعاملت مع ${sender}.`,
  sms: (sender) => `${sender}: كيف كانت تجربتك؟ نرجو الإجابة عن بضعة أسئلة:`,
  smsReminder: (sender) => `${sender}: لا يزال بإمكانك الإجابة عن استبياننا:`,
  smsStop: 'لإيقاف الاستبيانات:',
  smsAnswer: (low, high) => `أرسل رقمًا من ${low} إلى ${high}`,
  smsOrLink: 'أو أجب هنا:',
  smsStopWord: 'لإيقاف الاستبيانات أرسل: توقف',
  smsAgain: (low, high) => `لم نفهم إجابتك. نرجو إرسال رقم واحد من ${low} إلى ${high}.`,
  smsHelp: (sender) => `تطلب ${sender} آراء عملائها. أجب برقم، أو أرسل «توقف» لإيقاف الاستبيانات.`,
};

export const messageWords: Readonly<Record<RespondentLanguage, MessageWords>> = { en, fi, sv, de, ar };

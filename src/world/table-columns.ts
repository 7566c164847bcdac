/** One file of the company: what a row is, and what every column says. */
export interface WorldTable {
  readonly file: string;
  readonly row: string;
  readonly columns: Readonly<Record<string, string>>;
}

const account = 'the account';
const contact = 'the person';
const month = 'year and month';
const branch = 'org unit of the account: a branch';

/** The files by name, in the order of the README. Those of the folder `truth` hold what no real company can know. */
export const worldTables = {
  accounts: {
    file: 'accounts.csv',
    row: 'a customer: a company, or a consumer',
    columns: {
      account: 'its id: A for a company, C for a consumer',
      name: 'made up',
      kind: 'company or consumer',
      segment: 'small, middle or large; consumer',
      org_unit: branch,
      annual_revenue: 'euro a year by contract (companies)',
      margin_rate: 'margin as a share of revenue, 0..1',
      renewal_month: 'calendar month of the renewal of the contract, 1..12 (companies)',
    },
  },
  contacts: {
    file: 'contacts.csv',
    row: 'a person of an account',
    columns: {
      contact: 'its id',
      account,
      name: 'made up',
      role: 'contact person, decision maker, decision maker and contact person, or user (a consumer)',
      language: 'en, fi or sv',
    },
  },
  orgUnits: {
    file: 'org-units.csv',
    row: 'a part of our company',
    columns: {
      org_unit: 'its id',
      name: 'made up',
      kind: 'company, region, branch or agent',
      parent: 'the org unit it belongs to',
    },
  },
  touchpoints: {
    file: 'touchpoints.csv',
    row: 'a type of point of contact',
    columns: { touchpoint: 'its id', name: 'for people', customers: 'companies or consumers' },
  },
  encounters: {
    file: 'encounters.csv',
    row: 'a contact between a customer and us',
    columns: {
      encounter: 'its id',
      account,
      contact,
      touchpoint: 'where it happened',
      org_unit: 'agent who served, else the branch',
      occurred_at: 'UTC',
      complaint: 'yes where the customer complained',
    },
  },
  invitations: {
    file: 'invitations.csv',
    row: 'a person asked once',
    columns: {
      invitation: 'its id',
      encounter: 'what it asks about; empty for a relationship survey',
      account,
      contact,
      level: 'encounter (operative) or relationship (strategic)',
      channel: 'email or text message',
      invited_at: 'UTC',
      outcome: 'answered or no answer',
    },
  },
  responses: {
    file: 'responses.csv',
    row: 'an answer, with what a file of answers usually has beside it',
    columns: {
      response: 'its id',
      invitation: 'what it answers',
      account,
      contact,
      role: 'as in contacts.csv',
      segment: 'as in accounts.csv',
      org_unit: branch,
      level: 'encounter or relationship',
      touchpoint: 'empty for a relationship survey',
      channel: 'of the invitation',
      responded_at: 'UTC',
      recommend: 'how likely to recommend, 0..10',
      satisfaction: 'how satisfied with the encounter, 1..5; empty for a relationship survey',
      ease: 'how easy it was, 1..7; empty for a relationship survey',
      comment: 'in the words of the customer; often empty',
      language: 'of the comment and the survey',
    },
  },
  outcomes: {
    file: 'outcomes.csv',
    row: 'a month of a company as long as it is a customer',
    columns: {
      account,
      month,
      revenue: 'euro of the month',
      margin: 'euro of the month: revenue times margin rate',
      left_at: 'last day as a customer, in its last month only',
      leave_reason: 'what the customer said, in its last month only',
    },
  },
  purchases: {
    file: 'purchases.csv',
    row: 'a purchase of a consumer',
    columns: {
      purchase: 'its id; the encounter has the same number',
      account,
      org_unit: 'branch',
      touchpoint: 'where it was bought',
      purchased_at: 'UTC',
      amount: 'euro',
      margin: 'euro',
    },
  },
  serviceKpis: {
    file: 'service-kpis.csv',
    row: 'a KPI of a branch in a month',
    columns: {
      org_unit: 'branch',
      month,
      kpi: 'first-contact-resolution, answering-speed, deflection or return-rate',
      numerator:
        'contacts solved at the first attempt; seconds waited; sessions solved without a person; orders returned',
      denominator: 'contacts; calls answered; self-service sessions; orders',
    },
  },
  initiatives: {
    file: 'initiatives.csv',
    row: 'an initiative in a branch',
    columns: {
      initiative: 'A, B or C',
      name: 'for people',
      purpose: 'what is done',
      org_unit: 'branch that takes part',
      starts: 'first month',
      cost_per_account_month: 'euro for each account of the branch and month',
    },
  },
  truthAccounts: {
    file: 'truth/accounts.csv',
    row: 'a company',
    columns: {
      account,
      contact_level: 'lasting experience of those who use, units of experience',
      decision_level: 'lasting experience of those who decide, with the branch, without initiatives',
      sales_effect: 'factor of its sales, as a logarithm',
    },
  },
  truthContacts: {
    file: 'truth/contacts.csv',
    row: 'a person of a company',
    columns: { contact, effect: 'how this person judges, beside the experience of the account' },
  },
  truthMonths: {
    file: 'truth/account-months.csv',
    row: 'a month of a company',
    columns: {
      account,
      month,
      contact_experience: 'of those who use',
      decision_experience: 'of those who decide',
      lagged_decision_experience: 'a month before: what churn follows',
      renewal: 'yes in the month of the renewal',
      hazard: 'probability of leaving at the end of the month',
      dose_a: 'share of the full effect of initiative A, 0..1',
      dose_b: 'of B',
      dose_c: 'of C',
    },
  },
  truthInvitations: {
    file: 'truth/invitations.csv',
    row: 'an invitation',
    columns: { invitation: 'as in invitations.csv', score: 'the answer given, or the one that would have been given' },
  },
  truthConsumers: {
    file: 'truth/consumers.csv',
    row: 'a consumer',
    columns: {
      account,
      experience: 'lasting, above or below the mean of consumers',
      purchase_rate: 'purchases a week while a customer',
      dropout: 'probability of never buying again after a repeat purchase',
      mean_spend: 'euro of a purchase on average',
      alive: 'yes where still a customer at the end of the window',
    },
  },
  truthBranches: {
    file: 'truth/branches.csv',
    row: 'a branch or one of its agents',
    columns: {
      org_unit: 'branch or agent',
      decision_effect: 'on the experience of decision makers',
      consumer_effect: 'on the experience of consumers',
    },
  },
  truthInitiatives: {
    file: 'truth/initiatives.csv',
    row: 'an initiative',
    columns: {
      initiative: 'A, B or C',
      contact_effect: 'full effect on the experience of those who use',
      decision_effect: 'full effect on the experience of those who decide',
      log_hazard_effect: 'what that does to the logarithm of the hazard of leaving',
      resolution_effect: 'on the logit of first contact resolution',
    },
  },
  truthLaw: {
    file: 'truth/law.csv',
    row: 'a figure of the law',
    columns: { parameter: 'its name in src/world/law.ts', value: 'its value' },
  },
} as const satisfies Record<string, WorldTable>;

export type WorldTableName = keyof typeof worldTables;
export const worldTableNames = Object.keys(worldTables) as WorldTableName[];

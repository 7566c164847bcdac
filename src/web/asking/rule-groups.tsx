import type { ReactNode } from 'react';
import { channels, legalBases, respondentRoles, rulesWords } from '../../fielding/index.ts';
import { ChoiceField, TextField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { Json } from './asking-api.ts';
import { useTouchpoints } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { ConditionRules } from './condition-rules.tsx';
import { ChecksRule, ChoiceRule, ListRule, NumberRule, RowsRule, RuleGroup, TextRule } from './rule-fields.tsx';
import { ShareRules } from './share-rules.tsx';
import { useRules } from './use-rules.tsx';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const dayChoices = (language: 'en' | 'fi' | 'sv') =>
  weekdays.map((value, i) => ({ value, text: rulesWords[language].weekdays[i]! }));

/** All groups of the form, those that most change first; the finer ones stand behind one word. */
export function RuleGroups({ level }: { readonly level: 'encounter' | 'relationship' }): ReactNode {
  const words = useWords(askingWords);
  const { fault } = useRules();
  const finer = /^(sampling|quotas|quietHours|language|loadBudget|variants|hasIncentive)/;
  return (
    <>
      {level === 'encounter' ? <TriggerGroup /> : <WavesGroup />}
      {level === 'encounter' && (
        <RuleGroup part="delay">
          <NumberRule field="delayHours" name="delayHours" />
          <NumberRule field="usefulDays" name="usefulDays" />
        </RuleGroup>
      )}
      <HoursGroup />
      <PeopleGroup />
      <ChannelsGroup />
      <RuleGroup part="reminders">
        <NumberRule field="reminders.count" name="reminderCount" />
        <ListRule field="reminders.afterDays" name="reminderDays" numbers />
      </RuleGroup>
      <RuleGroup part="expiry">
        <NumberRule field="expiryDays" name="expiryDays" />
      </RuleGroup>
      <RuleGroup part="contactRules">
        <NumberRule field="contactRules.perPersonDays" name="perPersonDays" />
        <NumberRule field="contactRules.perPersonPerMetricDays" name="perPersonPerMetricDays" />
        <NumberRule field="contactRules.perAccountPerQuarter" name="perAccountPerQuarter" empty="no limit" />
      </RuleGroup>
      <details className="finer-rules" {...(fault && finer.test(fault.field) && { open: true })}>
        <summary>{words.more}</summary>
        <ShareRules />
        <QuotasGroup />
        <QuietGroup />
        <LanguageGroup />
        <LoadGroup />
        <VariantsGroup />
      </details>
    </>
  );
}

function TriggerGroup(): ReactNode {
  const words = useWords(askingWords);
  const { touchpoints, nameOf } = useTouchpoints();
  const { read, write, faultAt } = useRules();
  const value = read('trigger.touchpoints');
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const known = touchpoints.map(({ key }) => key);
  const others = chosen.filter((key) => !known.includes(key));
  return (
    <RuleGroup part="trigger">
      {known.length > 0 && (
        <ChecksRule
          field="trigger.touchpoints"
          name="touchpoints"
          none={[]}
          choices={known.map((key) => ({ value: key, text: nameOf(key) }))}
        />
      )}
      {/* The known ones come a moment later: then the field holds only the others. */}
      <OtherTouchpoints
        key={known.length}
        others={others}
        error={known.length === 0 ? faultAt('trigger.touchpoints') : undefined}
        onChange={(keys) => write('trigger.touchpoints', [...chosen.filter((key) => known.includes(key)), ...keys])}
      />
      <ChoiceRule
        field="trigger.when"
        name="when"
        choices={(['closed', 'any'] as const).map((one) => ({ value: one, text: words.whenChoice[one] }))}
      />
      <ListRule field="trigger.eventTypes" name="eventTypes" />
      <ConditionRules field="trigger.conditions" />
    </RuleGroup>
  );
}

function OtherTouchpoints(props: {
  readonly others: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (keys: readonly string[]) => void;
}): ReactNode {
  const words = useWords(askingWords);
  return (
    <TextField
      label={words.field.otherTouchpoints}
      hint={words.hint.otherTouchpoints}
      error={props.error}
      autoComplete="off"
      defaultValue={props.others.join(', ')}
      onChange={(event) =>
        props.onChange(
          event.target.value
            .split(',')
            .map((key) => key.trim())
            .filter((key) => key !== ''),
        )
      }
    />
  );
}

function WavesGroup(): ReactNode {
  const words = useWords(askingWords);
  return (
    <RuleGroup part="waves">
      <NumberRule field="waves.everyMonths" name="everyMonths" />
      <NumberRule field="waves.goal.coverage" name="coverage" times={100} />
      <ChoiceRule
        field="waves.goal.by"
        name="coverageBy"
        choices={(['revenue', 'accounts'] as const).map((value) => ({ value, text: words.byChoice[value] }))}
      />
      <NumberRule field="waves.goal.freshMonths" name="freshMonths" />
      <NumberRule field="waves.goal.decidingPerAccount" name="decidingPerAccount" />
      <NumberRule field="waves.perAccount" name="perAccount" />
      <NumberRule field="waves.leastProbability" name="leastProbability" times={100} />
      <ConditionRules field="waves.conditions" />
    </RuleGroup>
  );
}

/** Sent on any day, or only on some: the window comes and goes as a whole. */
function HoursGroup(): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { read, write, faultAt } = useRules();
  const hasWindow = read('sendWindow') !== undefined;
  const error = faultAt('sendWindow');
  const usual: Json = { days: [...weekdays.slice(0, 5)], from: '09:00', until: '17:00' };
  return (
    <RuleGroup part="hours">
      <label className="rule-check">
        <input
          type="checkbox"
          checked={hasWindow}
          onChange={(event) => write('sendWindow', event.target.checked ? usual : undefined)}
        />{' '}
        {words.field.onlyDays}
      </label>
      {hasWindow && (
        <>
          <ChecksRule field="sendWindow.days" name="days" none={[]} choices={dayChoices(language)} />
          <TextRule field="sendWindow.from" name="from" also="sendWindow" placeholder="09:00" />
          <TextRule field="sendWindow.until" name="until" placeholder="17:00" />
        </>
      )}
      {!hasWindow && error && <p className="ask-error">{error}</p>}
    </RuleGroup>
  );
}

function PeopleGroup(): ReactNode {
  const { language } = useLanguage();
  return (
    <RuleGroup part="people">
      <ChecksRule
        field="roles"
        name="roles"
        isOrdered
        choices={respondentRoles.map((value) => ({ value, text: rulesWords[language].role[value] }))}
      />
      <ListRule field="segments" name="segments" />
    </RuleGroup>
  );
}

function ChannelsGroup(): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { read } = useRules();
  const names = rulesWords[language];
  const value = read('channels');
  const used = Array.isArray(value) ? value.length : 0;
  return (
    <RuleGroup part="channels">
      <RowsRule
        field="channels"
        what={words.field.channel}
        add={words.add.channel}
        fresh={{ channel: used === 0 ? 'email' : 'sms', afterHours: used === 0 ? 0 : 72 }}
        least={1}
        row={(at, index) => (
          <>
            <ChoiceRule
              field={`${at}.channel`}
              name="channel"
              choices={channels.map((one) => ({ value: one, text: names.channel[one] }))}
            />
            {index > 0 && <NumberRule field={`${at}.afterHours`} name="afterHours" also="channels" />}
            <ChecksRule
              field={`${at}.bases`}
              name="bases"
              choices={legalBases.map((one) => ({ value: one, text: names.basis[one] }))}
            />
          </>
        )}
      />
    </RuleGroup>
  );
}

function QuotasGroup(): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  return (
    <RuleGroup part="quotas">
      <RowsRule
        field="quotas"
        what={words.part.quotas}
        add={words.add.quota}
        fresh={{ period: 'month', most: 400 }}
        row={(at) => (
          <>
            <NumberRule field={`${at}.most`} name="quotaMost" />
            <ChoiceRule
              field={`${at}.period`}
              name="quotaPeriod"
              choices={(['day', 'week', 'month', 'quarter', 'year'] as const).map((value) => ({
                value,
                text: words.periodChoice[value],
              }))}
            />
            <ChoiceRule
              field={`${at}.each`}
              name="quotaEach"
              choices={[
                { value: '', text: words.all_ },
                ...(['segment', 'role', 'touchpoint'] as const).map((value) => ({
                  value,
                  text: rulesWords[language].dimension[value],
                })),
              ]}
            />
            <TextRule field={`${at}.only`} name="quotaOnly" />
          </>
        )}
      />
    </RuleGroup>
  );
}

function QuietGroup(): ReactNode {
  const { language } = useLanguage();
  return (
    <div className="rule-group rule-fields">
      <TextRule field="quietHours.from" name="quietFrom" also="quietHours" />
      <TextRule field="quietHours.until" name="quietUntil" />
      <ChecksRule field="quietHours.restDays" name="restDays" none={[]} choices={dayChoices(language)} />
      <TextRule field="quietHours.restDaysUntil" name="restDaysUntil" />
      <ListRule field="quietHours.holidays" name="holidays" />
    </div>
  );
}

function LanguageGroup(): ReactNode {
  const words = useWords(askingWords);
  const { read, write } = useRules();
  const value = read('language.prefer');
  const chosen = Array.isArray(value) ? value.join(',') : 'contact,account';
  const orders = ['contact,account', 'account,contact', 'contact', 'account'] as const;
  return (
    <RuleGroup part="language">
      <ChoiceField
        value={chosen}
        label={words.field.prefer}
        choices={orders.map((order) => ({ value: order, text: words.preferChoice[order] }))}
        onChange={(order) => write('language.prefer', order.split(','))}
      />
      <TextRule field="language.fallback" name="fallback" />
    </RuleGroup>
  );
}

function LoadGroup(): ReactNode {
  const words = useWords(askingWords);
  return (
    <RuleGroup part="loadBudget">
      <ChoiceRule
        field="loadBudget.unit"
        name="loadUnit"
        choices={(['seconds', 'questions'] as const).map((value) => ({ value, text: words.unitChoice[value] }))}
      />
      <NumberRule field="loadBudget.perPerson" name="perPersonLoad" />
      <NumberRule field="loadBudget.perAccount" name="perAccountLoad" />
    </RuleGroup>
  );
}

function VariantsGroup(): ReactNode {
  const words = useWords(askingWords);
  const { read, write } = useRules();
  return (
    <RuleGroup part="variants">
      <RowsRule
        field="variants"
        what={words.field.variantName}
        add={words.add.variant}
        fresh={{ name: '', weight: 1 }}
        row={(at) => (
          <>
            <TextRule field={`${at}.name`} name="variantName" also="variants" />
            <NumberRule field={`${at}.weight`} name="variantWeight" />
            <TextRule field={`${at}.subject`} name="variantSubject" />
            <TextRule field={`${at}.sendFrom`} name="variantFrom" />
          </>
        )}
      />
      <label className="rule-check">
        <input
          type="checkbox"
          checked={read('hasIncentive') === true}
          onChange={(event) => write('hasIncentive', event.target.checked)}
        />{' '}
        {words.field.hasIncentive}
      </label>
    </RuleGroup>
  );
}

import {
  type AnswerProblem,
  type ChoiceQuestion,
  longestOther,
  type MatrixQuestion,
  otherField,
  type Question,
  type RespondentWords,
  type ScaleQuestion,
  shownOrder,
  type Texts,
} from '../../survey/index.ts';
import { type Markup, markup } from './markup.ts';

/** What every question of a page is drawn with. */
export interface Drawing {
  readonly words: RespondentWords;
  /** A text of the survey in the language of the page, filled with what is known. */
  readonly say: (texts: Texts) => string;
  /** The values of a field as they were posted. */
  readonly valuesOf: (field: string) => readonly string[];
  readonly problemOf: (field: string) => AnswerProblem | undefined;
  /** Names the order of what is shuffled. */
  readonly seed: string;
}

/** The first control of a question: where a link of the summary leads. */
export const controlId = (field: string): string => `q-${field}`;

export function questionMarkup(question: Question, drawing: Drawing): Markup {
  switch (question.kind) {
    case 'scale':
      return scaleMarkup(question, { field: question.key, asked: drawing.say(question.text) }, drawing);
    case 'matrix':
      return matrixMarkup(question, drawing);
    case 'single':
    case 'multiple':
      return choiceMarkup(question, drawing);
    case 'text':
      return textMarkup(question, drawing);
    case 'consent':
      return consentMarkup(question, drawing);
  }
}

function requiredNote({ required }: Question, { words }: Drawing): Markup {
  return markup` <span class="note">(${required ? words.required : words.optional})</span>`;
}

/** The help and the problem of a field, and the attribute by which a screen reader finds them. */
function notes(field: string, { help }: Question, { say, words, problemOf }: Drawing, also: readonly string[] = []) {
  const problem = problemOf(field);
  const lines = [...(help ? [say(help)] : []), ...also];
  const code = problem?.code as keyof RespondentWords['problem'] | undefined;
  const ids = [...(lines.length > 0 ? [`h-${field}`] : []), ...(code ? [`e-${field}`] : [])];
  return {
    describedBy: ids.length > 0 && markup` aria-describedby="${ids.join(' ')}"`,
    invalid: code && markup` aria-invalid="true"`,
    markup: markup`${lines.length > 0 && markup`<p class="note" id="h-${field}">${lines.join(' ')}</p>`}${
      code && markup`<p class="problem" id="e-${field}">${words.problem[code]}</p>`
    }`,
  };
}

/** Eleven radio buttons in a row; their ends are words of the legend, since a screen reader hears nothing else. */
function scaleMarkup(
  question: ScaleQuestion | MatrixQuestion,
  { field, asked }: { field: string; asked: string },
  drawing: Drawing,
): Markup {
  const { scale, anchors } = question;
  const { say, valuesOf } = drawing;
  const { minimum, points } = scale;
  const most = minimum + points - 1;
  const middle = anchors.middle && points % 2 === 1 ? say(anchors.middle) : undefined;
  const half = minimum + (points - 1) / 2;
  const ends = [`${minimum}: ${say(anchors.low)}`, middle && `${half}: ${middle}`, `${most}: ${say(anchors.high)}`];
  const told = notes(field, question, drawing);
  const given = valuesOf(field)[0];
  const cells = Array.from({ length: points }, (_, at) => {
    const score = String(minimum + at);
    return markup`<label><input type="radio" name="${field}" value="${score}"${
      at === 0 && markup` id="${controlId(field)}"`
    }${given === score && markup` checked`}><span>${score}</span></label>`;
  });
  return markup`<fieldset${told.describedBy}><legend>${asked}${requiredNote(question, drawing)}<span class="hide"> ${ends
    .filter(Boolean)
    .join(
      ', ',
    )}</span></legend>${told.markup}<div class="scale">${cells}</div><div class="ends" aria-hidden="true">${ends
    .filter(Boolean)
    .map((end) => markup`<span>${end}</span>`)}</div></fieldset>`;
}

function matrixMarkup(question: MatrixQuestion, drawing: Drawing): Markup {
  const rows = question.rows.map((row) =>
    scaleMarkup(question, { field: `${question.key}.${row.key}`, asked: drawing.say(row.text) }, drawing),
  );
  const id = `m-${question.key}`;
  return markup`<div class="block" role="group" aria-labelledby="${id}"><h2 id="${id}">${drawing.say(question.text)}</h2>${rows}</div>`;
}

function choiceMarkup(question: ChoiceQuestion, drawing: Drawing): Markup {
  const { key, kind } = question;
  const { words, say, valuesOf, seed } = drawing;
  const given = new Set(valuesOf(key));
  const most = question.kind === 'multiple' ? question.atMost : undefined;
  const how = kind === 'single' ? words.chooseOne : most ? words.chooseAtMost(most) : words.chooseAny;
  const told = notes(key, question, drawing, [how]);
  const options = shownOrder(question, seed).map(
    (option, at) => markup`<label class="option"><input type="${kind === 'single' ? 'radio' : 'checkbox'}" name="${key}"
 value="${option.key}"${at === 0 && markup` id="${controlId(key)}"`}${given.has(option.key) && markup` checked`}><span>${say(option.text)}</span></label>`,
  );
  const other = otherField(question);
  return markup`<fieldset${told.describedBy}><legend>${say(question.text)}${requiredNote(question, drawing)}</legend>${
    told.markup
  }${options}${
    other &&
    markup`<label class="note" for="${controlId(other)}">${words.otherWords}</label><input type="text" id="${controlId(
      other,
    )}" name="${other}" maxlength="${longestOther}" value="${valuesOf(other)[0] ?? ''}">`
  }</fieldset>`;
}

function textMarkup(question: Extract<Question, { kind: 'text' }>, drawing: Drawing): Markup {
  const { key, longest } = question;
  const told = notes(key, question, drawing, [drawing.words.atMostCharacters(longest)]);
  const id = controlId(key);
  // The line break after the tag is not part of the text, and keeps one at its beginning.
  return markup`<div class="block"><label class="asked" for="${id}">${drawing.say(question.text)}${requiredNote(
    question,
    drawing,
  )}</label>${told.markup}<textarea id="${id}" name="${key}" maxlength="${longest}" dir="auto"${told.describedBy}${
    told.invalid
  }>
${drawing.valuesOf(key)[0] ?? ''}</textarea></div>`;
}

function consentMarkup(question: Extract<Question, { kind: 'consent' }>, drawing: Drawing): Markup {
  const { key } = question;
  const told = notes(key, question, drawing, question.required ? [] : [drawing.words.consentNote]);
  const isGiven = drawing.valuesOf(key).includes('given');
  return markup`<div class="block"><label class="option"><input type="checkbox" id="${controlId(
    key,
  )}" name="${key}" value="given"${isGiven && markup` checked`}${told.describedBy}${told.invalid}><span>${drawing.say(
    question.text,
  )}${question.required && requiredNote(question, drawing)}</span></label>${told.markup}</div>`;
}

import { CandorError } from '../errors/index.ts';

const signatures: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF picture' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF document' },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive (unpack it first)' },
  { bytes: [0x42, 0x5a, 0x68], what: 'a bzip2 archive (unpack it first)' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-Zip archive (unpack it first)' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'a RAR archive (unpack it first)' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'an old Excel file (.xls) or one locked with a password: save it as .xlsx without a password',
  },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: 'a Parquet file' },
  { bytes: [0x24, 0x46, 0x4c, 0x32], what: 'an SPSS file (.sav)' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: 'an SQLite database' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'an RTF document' },
];

/** What the first bytes are: a zip archive (XLSX is one) or text. The name of the file is not believed. */
export function contentKind(head: Uint8Array, file: string): 'zip' | 'text' {
  if (head.length === 0) {
    throw new CandorError('CND_FILE_EMPTY', `"${file}" is empty`, { file });
  }
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  const met = signatures.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (met) throw notATable(file, met.what);
  return 'text';
}

/** Refuses decoded text that is no table: control characters of a binary file, a page, a JSON document. */
export function refuseOtherText(head: string, file: string): void {
  const sample = head.slice(0, 65_536);
  let controls = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127 || code === 0xfffd) controls += 1;
  }
  // Random bytes hold 11 % control characters; text that went through a terminal or an old form holds well under 1 %.
  if (controls > sample.length * 0.02) throw notATable(file, 'not text (a binary file)');
  const start = sample.trimStart().slice(0, 200).toLowerCase();
  if (/^<(!doctype html|html|head|table|\?xml)/.test(start)) throw notATable(file, 'a web page or XML');
  if (/^(\{\s*"|\[\s*[{[]|\{\s*\}|\[\s*\])/.test(start)) throw notATable(file, 'JSON');
  if (sample.trim() === '') throw new CandorError('CND_FILE_EMPTY', `"${file}" holds no text`, { file });
}

export function notATable(file: string, what: string): CandorError {
  return new CandorError('CND_FILE_NOT_A_TABLE', `"${file}" is ${what}, not a table of answers`, { file, what });
}

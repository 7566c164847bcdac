// The yardstick: a csv-parse pass over a file that only counts rows.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let rows = 0;
const parser = createReadStream(process.argv[2]).pipe(parse());
parser.on('readable', () => {
  while (parser.read() !== null) rows++;
});
parser.on('end', () => process.stdout.write(`${rows}\n`));

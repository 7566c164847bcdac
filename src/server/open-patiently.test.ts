import { expect, it } from 'vitest';
import { openPatiently } from './open-patiently.ts';

it('a process that serves asks for its store again for as long as it does', async () => {
  let asked = 0;
  let told = 0;
  // Nothing listens at port 1.
  const opening = openPatiently(
    { kind: 'server', url: 'postgresql://nobody:secret@127.0.0.1:1/nothing', home: '' },
    {},
    {
      milliseconds: 0,
      onWait: () => {
        told += 1;
      },
      isServing: () => {
        asked += 1;
        return asked < 3;
      },
    },
  );
  await expect(opening).rejects.toMatchObject({ code: 'CND_STORE_UNREACHABLE' });
  expect({ asked, told }).toEqual({ asked: 3, told: 1 });
});

import { type FormEvent, type ReactNode, useRef } from 'react';
import { numberText, visibleText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { TextField } from '../form/field.tsx';
import { FormError } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { CopiedText } from './copied-text.tsx';
import { isClockOff, isSilent, type ShownDevice, type ShownPlace } from './place-api.ts';
import { placeWords } from './place-words.ts';
import { useChangePlace } from './use-change-place.ts';

/** The address of the kiosk, how its devices are, and the PIN that lets staff out of it. */
export function PlaceKiosk({ place }: { readonly place: ShownPlace }): ReactNode {
  const words = useWords(placeWords);
  const may = useMay();
  const { devices } = place;
  return (
    <details>
      <summary>
        {words.kioskPart(devices.length)}
        <span className="unseen">: {visibleText(place.name)}</span>
      </summary>
      <CopiedText label={words.kiosk} hint={words.kioskHint} value={place.addresses.kiosk} />
      {devices.length === 0 ? <p className="small">{words.noDevices}</p> : <Devices devices={devices} />}
      {may('manage-places') && <PinForm place={place} />}
    </details>
  );
}

function Devices({ devices }: { readonly devices: readonly ShownDevice[] }): ReactNode {
  const words = useWords(placeWords);
  const { language } = useLanguage();
  const { timeZone } = useWorkspace();
  const now = new Date();
  return (
    <table className="cards-on-phone">
      <caption className="unseen">{words.device}</caption>
      <thead>
        <tr>
          <th scope="col">{words.device}</th>
          <th scope="col">{words.seen}</th>
          <th scope="col" className="number">
            {words.waiting}
          </th>
          <th scope="col" className="number">
            {words.parked}
          </th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => {
          const minutes = numberText(Math.round(Math.abs(device.clockOffsetMilliseconds) / 60_000), 0, language);
          const doubts = [
            ...(isSilent(device, now) ? [words.silent] : []),
            ...(isClockOff(device) ? [words.clockOff(minutes)] : []),
          ];
          return (
            <tr key={device.deviceId}>
              <th scope="row">{device.deviceId.slice(0, 8)}</th>
              <td>
                {momentText(device.lastSeenAt, language, timeZone)}
                {doubts.length > 0 && <span className="place-doubt"> {doubts.join(', ')}</span>}
              </td>
              <td className="number">
                <span className="narrow-word">{words.waiting} </span>
                {numberText(device.waiting, 0, language)}
              </td>
              <td className={device.parked > 0 ? 'number place-doubt' : 'number'}>
                <span className="narrow-word">{words.parked} </span>
                {numberText(device.parked, 0, language)}
                {device.parked > 0 && device.parkedReason && ` (${visibleText(device.parkedReason)})`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function PinForm({ place }: { readonly place: ShownPlace }): ReactNode {
  const words = useWords(placeWords);
  const form = useRef<HTMLFormElement>(null);
  const { step, fault, change } = useChangePlace(place.id);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pin = String(new FormData(event.currentTarget).get('pin') ?? '');
    if (pin === '') return;
    change({ pin });
    form.current?.reset();
  };
  return (
    <form className="form place-fields place-form" ref={form} onSubmit={submit}>
      <FormError fault={fault} fields={['pin']} />
      <TextField
        label={words.pin}
        hint={[place.hasPin ? words.hasPin : '', words.pinHint].filter(Boolean).join(' ')}
        name="pin"
        inputMode="numeric"
        autoComplete="off"
        pattern="[0-9]{4,8}"
        maxLength={8}
        error={fault?.field === 'pin' ? fault.text : undefined}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={step.isPending}>
          {words.save}
        </button>
        {place.hasPin && (
          <button type="button" className="button" onClick={() => change({ pin: null })}>
            {words.takePin}
          </button>
        )}
        <span role="status">{step.isSuccess && words.saved}</span>
      </div>
    </form>
  );
}

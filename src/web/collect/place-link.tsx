import { type ReactNode, useState } from 'react';
import { visibleText } from '../../present/index.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { ChoiceField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { CopiedText } from './copied-text.tsx';
import { languageName } from './language-name.ts';
import type { ShownPlace } from './place-api.ts';
import { placeWords } from './place-words.ts';

/** The link, its QR code, and the sheets that hang beside a door. */
export function PlaceLink({
  place,
  languages,
}: {
  readonly place: ShownPlace;
  readonly languages: readonly string[];
}): ReactNode {
  const words = useWords(placeWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState(place.language ?? languages[0] ?? language);
  const name = visibleText(place.name);
  const path = `/places/${place.id}`;
  const code = apiOf(slug, `${path}/qr.svg`);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {words.linkPart}
        <span className="unseen">: {name}</span>
      </summary>
      {isOpen && (
        <div className="place-link">
          <img src={code} alt={words.qrOf(name)} width="176" height="176" />
          <div>
            <CopiedText label={words.link} value={place.addresses.link} />
            <CopiedText label={words.qr} value={place.addresses.qr} />
            {languages.length > 1 && (
              <ChoiceField
                label={words.printIn}
                value={chosen}
                onChange={setChosen}
                choices={languages.map((tag) => ({ value: tag, text: languageName(tag, language) }))}
              />
            )}
            <p className="links">
              {(['A4', 'A6'] as const).map((size) => (
                <a
                  key={size}
                  href={apiOf(slug, `${path}/sheet?size=${size}&language=${encodeURIComponent(chosen)}`)}
                  target="_blank"
                  rel="noreferrer"
                >
                  {words.print(size)}
                </a>
              ))}
              <a href={code} download={`qr-${place.key}.svg`}>
                {words.saveQr}
              </a>
            </p>
          </div>
        </div>
      )}
    </details>
  );
}

import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../../i18n/messages.ts';
import type { Contents } from '../handover.ts';
import { Notice, type NotKept } from './parts.tsx';

/** What came of taking in a file. */
export type Taken =
  | { readonly kind: 'taken'; readonly contents: Contents; readonly differed: number }
  | {
      readonly kind: 'refused';
      readonly reason: 'too-large' | 'not-json' | 'wrong-shape' | 'newer' | 'no-room' | 'unreadable';
      /** Path of the field that is wrong. */
      readonly where?: string;
    };

export interface FileProps {
  readonly t: Translate;
  readonly notKept: NotKept | undefined;
  readonly contents: Contents;
  /** Makes the file. @returns its name. */
  readonly onSave: (withAnswers: boolean) => string;
  readonly onPrint: () => void;
  readonly onTake: (file: File) => Promise<Taken>;
}

/** Counts in words, those that are nothing left out. */
function listed(t: Translate, contents: Contents): string {
  const parts = (Object.keys(contents) as (keyof Contents)[])
    .filter((key) => contents[key] > 0)
    .map((key) => t(`handover.count.${key}`, { n: contents[key] }));
  return parts.length > 0 ? parts.join(', ') : t('handover.file.nothing');
}

/** What came of a file, by its name: two answers in a row are told apart. */
function messageOf(t: Translate, name: string, taken: Taken): string {
  const file = name.slice(0, 80);
  if (taken.kind === 'refused')
    return `${t('handover.refused', { file })} ${t(`handover.refused.${taken.reason}`, { where: taken.where || 'v' })}`;
  const differed = taken.differed > 0 ? ` ${t('handover.file.differed', { n: taken.differed })}` : '';
  return `${t('handover.file.taken', { file, list: listed(t, taken.contents) })}${differed}`;
}

function FileView({ t, notKept, contents, onSave, onPrint, onTake }: FileProps) {
  const [withAnswers, setWithAnswers] = useState(false);
  const [message, setMessage] = useState('');
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setMessage('');
    setMessage(messageOf(t, file.name, await onTake(file)));
    // The same file can be chosen again after it was mended.
    input.value = '';
  };
  return (
    <>
      <Notice t={t} why={notKept} />
      <p>{t('handover.file.contents', { list: listed(t, contents) })}</p>
      <p>
        <label class="desk-check">
          <input
            type="checkbox"
            checked={withAnswers}
            onChange={({ currentTarget }) => setWithAnswers(currentTarget.checked)}
          />{' '}
          <span>{t('handover.file.answers')}</span>
        </label>
      </p>
      <p class="desk-actions">
        <button
          type="button"
          class="primary"
          onClick={() => setMessage(t('handover.file.saved', { name: onSave(withAnswers) }))}
        >
          {t('handover.file.save')}
        </button>
        <button type="button" onClick={onPrint}>
          {t('handover.file.print')}
        </button>
      </p>
      <p class="desk-field">
        <label for="handover-take">{t('handover.file.take')}</label>
        <input
          id="handover-take"
          type="file"
          accept=".json,application/json"
          aria-describedby="handover-take-hint"
          onChange={({ currentTarget }) => void take(currentTarget)}
        />
      </p>
      <p class="label" id="handover-take-hint">
        {t('handover.file.takeHint')}
      </p>
      <p role="status" class="desk-status">
        {message}
      </p>
    </>
  );
}

/** Shows the controls of the handover file in a place, or shows them anew. */
export function mountFile(place: HTMLElement, props: FileProps): void {
  render(<FileView {...props} />, place);
}

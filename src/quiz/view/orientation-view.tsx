import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../i18n/messages.ts';
import type { Change, Counts, Stop } from '../orientation.ts';

/** Where a myth is explained. */
export interface Reading {
  readonly lesson: string;
  readonly lessonHref: string;
  readonly myth: string;
  readonly mythHref: string;
}

interface Props {
  readonly t: Translate;
  readonly counts: Counts;
  readonly path: readonly Stop[];
  readonly reading: Readonly<Record<string, Reading>>;
  /** Address of the second form, after the first one. */
  readonly next: string | undefined;
  /** After the second form: the change since the first one. */
  readonly change: Change | undefined;
  readonly isKept: boolean;
  readonly onAgain: () => void;
  readonly onErase: () => void;
}

function CountsTable({ t, counts }: Pick<Props, 't' | 'counts'>) {
  const row = (name: string, sure: number, unsure: number) => (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{sure}</td>
      <td class="number">{unsure}</td>
    </tr>
  );
  return (
    <>
      <table class="test-counts">
        <caption>{t('orientation.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('orientation.answer')}</th>
            <th scope="col" class="number">
              {t('orientation.sure')}
            </th>
            <th scope="col" class="number">
              {t('orientation.unsure')}
            </th>
          </tr>
        </thead>
        <tbody>
          {row(t('orientation.right'), counts['sure-right'], counts['unsure-right'])}
          {row(t('orientation.wrong'), counts['sure-wrong'], counts['unsure-wrong'])}
        </tbody>
      </table>
      {counts.open > 0 && <p>{t('orientation.left', { n: counts.open })}</p>}
    </>
  );
}

function PathList({ t, path, reading }: Pick<Props, 't' | 'path' | 'reading'>) {
  if (path.length === 0) return <p>{t('orientation.path.none')}</p>;
  return (
    <ol class="test-path">
      {path.map(({ myth, reason }) => {
        const { lesson, lessonHref, myth: title, mythHref } = reading[myth]!;
        return (
          <li key={myth}>
            <p class="label">{t(`orientation.reason.${reason}`)}</p>
            <p>
              <a href={lessonHref}>{lesson}</a>
            </p>
            <p class="label">
              {t('orientation.read.myth')}: <a href={mythHref}>{title}</a>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** What has changed, in counts: also when it is less, and also when nothing could change for the better. */
function ChangeTable({ t, change }: { t: Translate; change: Change }) {
  if (change.pairs === 0) return <p>{t('orientation.change.none')}</p>;
  const { gain, possible } = change;
  const rows = ['pairs', 'before', 'after', 'won', 'lost'] as const;
  const sentence =
    gain < 0
      ? t('orientation.change.gain.minus', { gain: -gain })
      : possible === undefined
        ? ''
        : t(`orientation.change.gain.${gain > 0 ? 'plus' : 'same'}`, { gain, possible });
  return (
    <>
      <table class="test-counts">
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`orientation.change.${row}`)}</th>
              <td class="number">{change[row]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {possible === undefined && `${t('orientation.change.full')} `}
        {sentence}
      </p>
      <p class="label">{t('orientation.change.caution')}</p>
    </>
  );
}

function Actions({ t, onAgain, onErase }: Pick<Props, 't' | 'onAgain' | 'onErase'>) {
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (asking) place.current?.querySelector('button')?.focus();
  }, [asking]);
  if (asking)
    return (
      <div class="quiz-actions quiz-live" role="group" aria-labelledby="test-erase" ref={place}>
        <p id="test-erase">{t('orientation.confirm')}</p>
        <button key="no" type="button" onClick={() => setAsking(false)}>
          {t('orientation.no')}
        </button>
        <button key="yes" type="button" onClick={onErase}>
          {t('orientation.yes')}
        </button>
      </div>
    );
  return (
    <div class="quiz-actions quiz-live">
      <button key="again" type="button" onClick={onAgain}>
        {t('orientation.again')}
      </button>
      <button key="erase" type="button" onClick={() => setAsking(true)}>
        {t('orientation.erase')}
      </button>
    </div>
  );
}

function ResultView({ t, counts, path, reading, next, change, isKept, onAgain, onErase }: Props) {
  return (
    <section class="test-result" aria-labelledby="result">
      <h2 id="result" tabIndex={-1}>
        {t('orientation.result')}
      </h2>
      <CountsTable t={t} counts={counts} />
      {change && (
        <>
          <h3>{t('orientation.change')}</h3>
          <ChangeTable t={t} change={change} />
        </>
      )}
      <h3>{t('orientation.path')}</h3>
      <PathList t={t} path={path} reading={reading} />
      <p>{next ? <a href={next}>{t('orientation.next.a')}</a> : t('orientation.next.b')}</p>
      <Actions t={t} onAgain={onAgain} onErase={onErase} />
      <p class="label">
        {t('orientation.reasons')} {isKept && t('orientation.kept')}
      </p>
    </section>
  );
}

/** Shows the result, or shows it anew. @param focus the reader has just asked for it. */
export function mountResult(place: HTMLElement, props: Props, focus: boolean): void {
  render(<ResultView {...props} />, place);
  if (focus) place.querySelector<HTMLElement>('h2')?.focus();
}

export function hideResult(place: HTMLElement): void {
  render(null, place);
}

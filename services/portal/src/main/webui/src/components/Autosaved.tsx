import { Alert } from '@patternfly/react-core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CATALOG, type Page } from '../api/catalog';
import { ApiProblem, get, send } from '../api/client';
import { useTexts } from '../i18n';
import { ConfirmButton } from './Actions';
import { Autosaver, type AutosaveState } from './autosaver';
import { Loading } from './Remote';

interface Content<V> {
  values: V;
  /** The version that was being changed. */
  version?: string;
}

/** What somebody typed into a form earlier and did not hand in, if anything. */
export interface Kept<V> extends Partial<Content<V>> {
  path: string;
  savedAt?: string;
}

const MOST = 100;

async function read<V>(form: string, of: string): Promise<Kept<V>> {
  const path = `${CATALOG}/autosaves/${form}/${of}`;
  try {
    const all = await get<Page<{ form: string; key: string }>>(`${CATALOG}/autosaves?size=${MOST}`);
    if (!all.items.some((one) => one.form === form && one.key === of)) {
      return { path };
    }
    const found = await get<{ savedAt: string; content: Content<V> }>(path);
    return { path, savedAt: found.savedAt, ...found.content };
  } catch {
    // A form can be filled in without it.
    return { path };
  }
}

/** Shows a form once it is known what was typed into it earlier. */
export function Autosaved<V>(props: {
  /** Which form. */
  form: string;
  /** Which one of it: the identity of what it edits, or a word for a new one. */
  of: string;
  quiet?: boolean;
  children: (kept: Kept<V>) => ReactNode;
}) {
  return <Reading key={`${props.form}/${props.of}`} {...props} />;
}

function Reading<V>({
  form,
  of,
  quiet,
  children,
}: {
  form: string;
  of: string;
  quiet?: boolean;
  children: (kept: Kept<V>) => ReactNode;
}) {
  const [kept, setKept] = useState<Kept<V> | null>(null);
  useEffect(() => {
    let gone = false;
    void read<V>(form, of).then((found) => {
      if (!gone) setKept(found);
    });
    return () => {
      gone = true;
    };
  }, [form, of]);
  return kept ? children(kept) : quiet ? null : <Loading />;
}

/**
 * Saves a form's values as they are typed.
 *
 * @param initial what the form would hold if nobody had typed anything: that is not kept
 * @param version the version that is being changed, to be named again when the form is back
 */
export function useAutosave<V>(kept: Kept<V>, values: V, initial: V, version?: string) {
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' });
  const [restored, setRestored] = useState(kept.savedAt);
  const [saver] = useState(
    () =>
      new Autosaver<Content<V>>(
        async (content) => {
          await send(content ? 'PUT' : 'DELETE', kept.path, content ?? undefined);
        },
        (content, failure) =>
          setState(
            failure
              ? {
                  kind: 'failed',
                  tooLarge: failure instanceof ApiProblem && failure.status === 413,
                }
              : content
                ? { kind: 'saved', at: new Date().toISOString() }
                : { kind: 'idle' },
          ),
      ),
  );
  const untouched = JSON.stringify(initial);
  const typed = JSON.stringify(values);
  const last = useRef(typed);
  useEffect(() => {
    if (typed !== last.current) {
      last.current = typed;
      saver.typed(typed === untouched ? null : { values: JSON.parse(typed) as V, version });
    }
  }, [saver, typed, untouched, version]);
  useEffect(() => {
    const leave = () => void saver.flush();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [saver]);
  return {
    state,
    /** When what was brought back had been saved. */
    restored,
    /** It was handed in. */
    close: () => saver.close(),
    /** What was brought back is not wanted. */
    discard: async () => {
      saver.typed(null);
      await saver.flush();
      setRestored(undefined);
    },
  };
}

export type Autosave = ReturnType<typeof useAutosave>;

/** Says that what was typed earlier is back, and takes it away again. */
export function AutosaveNotice({
  autosave,
  onDiscard,
}: {
  autosave: Autosave;
  onDiscard: () => void;
}) {
  const { t, time } = useTexts();
  if (!autosave.restored) {
    return null;
  }
  return (
    <Alert
      component="p"
      variant="info"
      isInline
      className="gs-block"
      variantLabel={t('alert.info')}
      title={t('autosave.restored', { time: time(autosave.restored) })}
      data-testid="restored"
      actionLinks={
        <ConfirmButton
          text={t('autosave.discard')}
          title={t('autosave.discard')}
          question={t('autosave.discardQuestion')}
          variant="link"
          testId="discard"
          action={async () => {
            onDiscard();
            await autosave.discard();
          }}
        />
      }
    />
  );
}

/** A line below a form: when it was saved by itself, or that it cannot be. */
export function AutosaveLine({ autosave }: { autosave: Autosave }) {
  const { t, time } = useTexts();
  const { state } = autosave;
  if (state.kind === 'idle') {
    return null;
  }
  return (
    <p className="gs-quiet" data-testid="autosave" data-state={state.kind}>
      {state.kind === 'saved'
        ? t('autosave.saved', { time: time(state.at) })
        : t(state.tooLarge ? 'autosave.tooLarge' : 'autosave.failed')}
    </p>
  );
}

import { Button, ClipboardCopy } from '@patternfly/react-core';
import { query, save } from '../../api/client';
import {
  type CentreKeys,
  type ChannelHead,
  EXCHANGE,
  type Run,
  type RunChannel,
} from '../../api/exchange';
import { useDepartments, useGet } from '../../api/hooks';
import { Panel, Section } from '../../components/Facts';
import { PagedTable } from '../../components/PagedTable';
import { NONE, useTexts } from '../../i18n';
import { Digest } from './Digest';

const VERIFY = 'java -jar verify-*.jar';
const KEYS = 'keys.txt';

/** What proves a run's receipts to others: the chains, the countersigned heads, and how to check. */
export function ProofPanel({ run, every }: { run: Run; every: number | undefined }) {
  const { t, number, time } = useTexts();
  const { departmentName } = useDepartments();
  const centre = useGet<CentreKeys>(`${EXCHANGE}/signing-keys`);
  const channels = run.channels ?? [];
  const path = `${EXCHANGE}/runs/${run.id}`;
  const short = run.id.slice(0, 8);
  const file = (channel: RunChannel | undefined) =>
    channels.length > 1 && channel ? `receipts-${channel.id}.txt` : `receipts-${short}.txt`;
  const heads = `heads-${short}.txt`;
  const parties = (id: string) => {
    const channel = channels.find((it) => it.id === id);
    if (!channel) return NONE;
    const end = (department: string, node: string) =>
      t('text.aside', { text: departmentName(department), aside: node });
    return t('proof.channelOf', {
      source: end(run.service.sourceDepartment, run.service.sourceNode),
      target: end(run.service.targetDepartment, place(channel, t)),
    });
  };
  return (
    <Panel title={t('proof.title')} testId="proof">
      <p className="gs-block">{t('proof.lead')}</p>
      <div className="gs-actions">
        {channels.length < 2 ? (
          <Download href={`${path}/chain`} name={file(undefined)} testId="download-chain">
            {t('proof.chain')}
          </Download>
        ) : (
          channels.map((channel) => (
            <Download
              key={channel.id}
              href={`${path}/chain${query({ channel: channel.id })}`}
              name={file(channel)}
              testId="download-chain"
            >
              {t('proof.chainOf', { target: place(channel, t) })}
            </Download>
          ))
        )}
        <Download href={`${path}/heads/file`} name={heads} testId="download-heads">
          {t('proof.heads')}
        </Download>
        {centre.data && centre.data.publicKeys.length > 0 && (
          <Button
            variant="secondary"
            onClick={() => save(new Blob([`${centre.data.publicKeys.join('\n')}\n`]), 'centre.pub')}
            data-testid="download-centre-keys"
          >
            {t('proof.keys')}
          </Button>
        )}
      </div>
      <Section title={t('proof.command')}>
        <ClipboardCopy
          isReadOnly
          hoverTip={t('proof.copy')}
          clickTip={t('proof.copied')}
          textAriaLabel={t('proof.command')}
        >
          {`${VERIFY} ${file(channels[0])} --heads ${heads} --centre centre.pub --keys ${KEYS}`}
        </ClipboardCopy>
        <p className="gs-quiet">{t('proof.commandHint', { keys: KEYS })}</p>
      </Section>
      <Section title={t('proof.list')}>
        <PagedTable<ChannelHead>
          part
          path={`${path}/heads`}
          list="heads."
          every={every}
          defaultSize={5}
          label={t('proof.list')}
          rowKey={(h) => `${h.channelId}/${h.sequence}`}
          rowTestId="head-row"
          empty={t(centre.data && !centre.data.keyId ? 'proof.unsigned' : 'proof.none')}
          columns={[
            { title: t('proof.channel'), render: (h) => parties(h.channelId) },
            { title: t('proof.sequence'), numeric: true, render: (h) => number(h.sequence) },
            {
              title: t('proof.digest'),
              className: 'gs-mono',
              render: (h) => <Digest value={h.digest} />,
            },
            { title: t('proof.signedAt'), narrow: true, render: (h) => time(h.signedAt) },
            {
              title: t('proof.key'),
              className: 'gs-mono',
              render: (h) => <Digest value={h.keyId} />,
            },
          ]}
        />
      </Section>
    </Panel>
  );
}

/** The node that a channel writes at, and which lane of several it is. */
function place(channel: RunChannel, t: ReturnType<typeof useTexts>['t']): string {
  return channel.lanes > 1
    ? t('runEvent.channelOf', { target: channel.node, lane: channel.lane })
    : channel.node;
}

/** A link to a file, so that the browser writes it as it comes, however long it is. */
function Download({
  href,
  name,
  testId,
  children,
}: {
  href: string;
  name: string;
  testId: string;
  children: string;
}) {
  return (
    <Button variant="secondary" component="a" href={href} download={name} data-testid={testId}>
      {children}
    </Button>
  );
}

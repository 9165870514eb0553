import {
  Alert,
  Button,
  Divider,
  Dropdown,
  DropdownItem,
  DropdownList,
  MenuToggle,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CATALOG, type Job, type Page } from '../../api/catalog';
import { ApiProblem, download, send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { ActionButton } from '../../components/ActionButton';
import { DataTable } from '../../components/DataTable';
import { isBusy, JobProgress } from '../../components/JobProgress';
import { ProblemAlert } from '../../components/Remote';
import { useTexts } from '../../i18n';

const FORMATS = ['xlsx', 'csv', 'xml', 'jsonld', 'ttl', 'rdf'];
const JOBS = `${CATALOG}/jobs?size=20`;
const BUSY = 1_000;

type Shown = { format?: string; problem?: unknown };

/** Takes what the list shows away as a file: at once, or as a job where it is too much. */
export function ExportMenu() {
  const { t, code } = useTexts();
  const [search] = useSearchParams();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const query = new URLSearchParams(search);
  query.delete('page');
  query.delete('size');
  const addressOf = (format: string) => `${CATALOG}/exports/${format}?${query.toString()}`;
  const take = async (format: string) => {
    setBusy(true);
    try {
      await download(addressOf(format));
    } catch (problem) {
      setShown({ format, problem });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Dropdown
        isOpen={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            isExpanded={open}
            isDisabled={busy}
            onClick={() => setOpen(!open)}
            data-testid="export-menu"
          >
            {busy ? t('export.preparing') : t('export.menu')}
          </MenuToggle>
        )}
      >
        <DropdownList>
          {FORMATS.map((format) => (
            <DropdownItem
              key={format}
              onClick={() => void take(format)}
              data-testid={`export-${format}`}
            >
              {code('exportFormat', format)}
            </DropdownItem>
          ))}
          <Divider component="li" />
          <DropdownItem onClick={() => setShown({})} data-testid="my-exports">
            {t('export.mine')}
          </DropdownItem>
        </DropdownList>
      </Dropdown>
      {shown && <ExportDialog {...shown} addressOf={addressOf} onClose={() => setShown(null)} />}
    </>
  );
}

/** Orders an export that is too large to wait for, and shows those that were ordered. */
function ExportDialog({
  format,
  problem,
  addressOf,
  onClose,
}: Shown & { addressOf: (format: string) => string; onClose: () => void }) {
  const { t, code } = useTexts();
  const titleId = useId();
  const queries = useQueryClient();
  const [ordered, setOrdered] = useState(false);
  const tooLarge = problem instanceof ApiProblem && problem.code === 'export-too-large';
  const order = async () => {
    await send<Job>('POST', addressOf(format!));
    setOrdered(true);
    await queries.invalidateQueries({ queryKey: [JOBS] });
  };
  return (
    <Modal variant="medium" isOpen onEscapePress={onClose} aria-labelledby={titleId}>
      <ModalHeader title={t('export.mine')} labelId={titleId} />
      <ModalBody>
        {tooLarge && !ordered && (
          <div className="gs-block">
            <Alert
              component="p"
              variant="info"
              isInline
              variantLabel={t('alert.info')}
              className="gs-block"
              title={t('export.tooLarge')}
            >
              {problem.body.detail}
            </Alert>
            <ActionButton
              text={t('text.aside', {
                text: t('export.order'),
                aside: code('exportFormat', format),
              })}
              variant="primary"
              testId="order-export"
              action={order}
            />
          </div>
        )}
        {problem !== undefined && !tooLarge && <ProblemAlert error={problem} />}
        {ordered && <p className="gs-block">{t('export.ordered')}</p>}
        <Exports />
      </ModalBody>
      <ModalFooter>
        <Button variant="secondary" onClick={onClose}>
          {t('export.close')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

/** The user's exports, the latest first. */
function Exports() {
  const { t, time } = useTexts();
  const first = useGet<Page<Job>>(JOBS);
  const busy = first.data?.items.some(isBusy);
  const live = useGet<Page<Job>>(JOBS, { every: busy ? BUSY : undefined });
  const rows = (live.data?.items ?? []).filter((job) => job.kind === 'export');
  return (
    <DataTable
      label={t('export.mine')}
      rows={rows}
      rowKey={(job) => job.id}
      rowTestId="export-row"
      empty={t('export.none')}
      columns={[
        { title: t('history.at'), narrow: true, render: (job) => time(job.createdAt) },
        {
          title: t('resource.state'),
          render: (job) => (
            <span data-testid="export-state" data-state={job.state}>
              <JobProgress job={job} />
            </span>
          ),
        },
        {
          title: t('export.download'),
          narrow: true,
          render: (job) =>
            job.result && (
              <a href={job.result} download data-testid="export-download">
                {t('export.download')}
              </a>
            ),
        },
      ]}
    />
  );
}

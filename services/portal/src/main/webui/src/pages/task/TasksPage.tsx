import { Checkbox, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { CATALOG, type HandOverResult, type Task, TASK_KINDS } from '../../api/catalog';
import { send } from '../../api/client';
import { useDepartments } from '../../api/hooks';
import { ConfirmButton } from '../../components/Actions';
import { useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';
import { HandOver } from './HandOver';
import { HandedOver, HandOverMany, keyOfTask } from './HandOverMany';

const ASSIGNED = ['me', 'unassigned'];

/** 待办事项: what waits for the user, the first to be due first. */
export function TasksPage() {
  const { t, code, time } = useTexts();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [result, setResult] = useState<HandOverResult | null>(null);
  const { departmentName } = useDepartments();
  const [kind, setKind] = useFilter('kind');
  const [assigned, setAssigned] = useFilter('assigned');
  const [overdue, setOverdue] = useFilter('overdue');
  const [paused, setPaused] = useFilter('paused');
  return (
    <PageFrame
      title={t('menu.tasks')}
      lead={t('task.lead')}
      actions={
        <>
          <Link to="/delegations">{t('menu.delegations')}</Link>
          <HandOverMany
            chosen={chosen}
            onDone={(result) => {
              setResult(result);
              setChosen(new Set());
            }}
          />
        </>
      }
    >
      {result && <HandedOver result={result} />}
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <FilterSelect
                id="filter-kind"
                label={t('task.kind')}
                all={t('task.allKinds')}
                value={kind}
                onChange={setKind}
                options={TASK_KINDS.map((value) => ({ value, text: code('todo', value) }))}
              />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-assigned"
                label={t('task.assignee')}
                all={t('task.all')}
                value={assigned}
                onChange={setAssigned}
                options={ASSIGNED.map((value) => ({ value, text: code('taskAssigned', value) }))}
              />
            </ToolbarItem>
            <ToolbarItem alignSelf="center">
              <Checkbox
                id="overdue"
                label={t('task.overdueOnly')}
                isChecked={overdue === 'true'}
                onChange={(_, on) => setOverdue(on ? 'true' : '')}
              />
            </ToolbarItem>
            <ToolbarItem alignSelf="center">
              <Checkbox
                id="paused"
                label={t('task.pausedOnly')}
                isChecked={paused === 'true'}
                onChange={(_, on) => setPaused(on ? 'true' : '')}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Task>
          path={`${CATALOG}/todo/tasks`}
          filters={{ kind, assigned, overdue, paused }}
          label={t('menu.tasks')}
          rowKey={keyOfTask}
          selection={{
            selected: chosen,
            onChange: setChosen,
            labelOf: (task) => t('task.choose', { title: task.title }),
            allLabel: t('task.chooseAll'),
          }}
          rowTestId="task-row"
          empty={t('task.empty')}
          columns={[
            {
              title: t('task.title'),
              className: 'gs-name-cell',
              render: (task) => <Link to={task.link}>{task.title}</Link>,
            },
            { title: t('task.kind'), render: (task) => code('todo', task.kind) },
            {
              title: t('task.from'),
              render: (task) =>
                [task.sentFrom && departmentName(task.sentFrom), task.sentBy]
                  .filter(Boolean)
                  .join(' · '),
            },
            { title: t('task.dueAt'), narrow: true, render: (task) => time(task.dueAt) },
            {
              title: t('task.clock'),
              render: (task) => <CodeLabel kind="clockState" value={task.state} />,
            },
            {
              title: t('task.assignee'),
              render: (task) =>
                task.assignee
                  ? `${task.assignee}${
                      task.delegate ? t('task.delegate', { delegate: task.delegate }) : ''
                    }`
                  : t('task.anybody'),
            },
            {
              title: t('task.handOver'),
              narrow: true,
              render: (task) => (
                <>
                  <HandOver task={task} />{' '}
                  {task.assignee && (
                    <ConfirmButton
                      text={t('task.release')}
                      title={t('task.release')}
                      question={t('task.releaseQuestion')}
                      variant="link"
                      action={async () => {
                        await send(
                          'DELETE',
                          `${CATALOG}/todo/tasks/${task.id}/assignment`,
                          undefined,
                          `"${task.revision}"`,
                        );
                        await queries.invalidateQueries();
                      }}
                    />
                  )}
                </>
              ),
            },
          ]}
        />
      </div>
    </PageFrame>
  );
}

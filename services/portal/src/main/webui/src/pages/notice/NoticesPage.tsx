import { Checkbox, Label, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CATALOG, type Notice } from '../../api/catalog';
import { send } from '../../api/client';
import { ActionButton } from '../../components/ActionButton';
import { useFilter } from '../../components/DataTable';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';

/** 消息通知: what concerns the user, the latest first. */
export function NoticesPage() {
  const { t, time } = useTexts();
  const queries = useQueryClient();
  const [unread, setUnread] = useFilter('unread');
  const read = async (id: string) => {
    await send('POST', `${CATALOG}/notices/${id}/reading`);
    await queries.invalidateQueries();
  };
  return (
    <PageFrame
      title={t('menu.notices')}
      lead={t('notice.lead')}
      actions={
        <>
          <ActionButton
            text={t('notice.readAll')}
            action={async () => {
              await send('POST', `${CATALOG}/notices/reading`);
              await queries.invalidateQueries();
            }}
          />
          <Link to="/notices/settings">{t('menu.noticeSettings')}</Link>
        </>
      }
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <Checkbox
                id="only-unread"
                label={t('notice.onlyUnread')}
                isChecked={unread === 'true'}
                onChange={(_, on) => setUnread(on ? 'true' : '')}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Notice>
          path={`${CATALOG}/notices`}
          filters={{ unread }}
          label={t('menu.notices')}
          rowKey={(notice) => notice.id}
          rowTestId="notice-row"
          empty={t('notice.empty')}
          columns={[
            {
              title: t('notice.what'),
              render: (notice) => (
                <>
                  {!notice.readAt && (
                    <Label color="blue" isCompact>
                      {t('notice.new')}
                    </Label>
                  )}{' '}
                  <strong>{notice.title}</strong>
                  <div>{notice.text}</div>
                </>
              ),
            },
            { title: t('notice.at'), narrow: true, render: (notice) => time(notice.at) },
            {
              title: t('action.view'),
              narrow: true,
              render: (notice) =>
                notice.link && (
                  <Link to={notice.link} onClick={() => void read(notice.id)}>
                    {t('notice.open')}
                  </Link>
                ),
            },
          ]}
        />
      </div>
    </PageFrame>
  );
}

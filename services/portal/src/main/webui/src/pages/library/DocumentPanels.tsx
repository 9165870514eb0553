import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { Attachments } from '../../components/Attachments';
import { Citations } from './Citations';

/** The text of a policy or standard, and what rests on it. */
export function DocumentPanels({ id }: { id: string }) {
  const me = useUser();
  return (
    <>
      <Attachments ownerKind="LIBRARY_DOCUMENT" ownerId={id} writes={may(me, 'manage')} />
      <Citations kind="DOCUMENT" id={id} />
    </>
  );
}

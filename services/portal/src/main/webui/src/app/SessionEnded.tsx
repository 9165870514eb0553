import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { SESSION_ENDED } from '../api/client';
import { useTexts } from '../i18n';
import { signIn } from './signIn';

/** Told once the server no longer knows the session, over whatever page is open. */
export function SessionEnded() {
  const { t } = useTexts();
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const listener = () => setEnded(true);
    window.addEventListener(SESSION_ENDED, listener);
    return () => window.removeEventListener(SESSION_ENDED, listener);
  }, []);
  return (
    <Modal variant="small" isOpen={ended} aria-labelledby="session-ended-title">
      <ModalHeader title={t('session.ended')} labelId="session-ended-title" />
      <ModalBody>{t('session.endedDetail')}</ModalBody>
      <ModalFooter>
        <Button onClick={signIn}>{t('session.signInAgain')}</Button>
      </ModalFooter>
    </Modal>
  );
}

import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useTexts } from '../../i18n';

const FORMATS = ['xlsx', 'csv', 'xml', 'jsonld', 'ttl', 'rdf'];

/** Takes what the list shows away as a file. */
export function ExportMenu() {
  const { t, code } = useTexts();
  const [search] = useSearchParams();
  const [open, setOpen] = useState(false);
  const query = new URLSearchParams(search);
  query.delete('page');
  query.delete('size');
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          data-testid="export-menu"
        >
          {t('export.menu')}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {FORMATS.map((format) => (
          <DropdownItem
            key={format}
            to={`${CATALOG}/exports/${format}?${query.toString()}`}
            data-testid={`export-${format}`}
          >
            {code('exportFormat', format)}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}

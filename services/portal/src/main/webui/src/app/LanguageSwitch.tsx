import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useTexts } from '../i18n';

/** Chinese or English; the choice is kept in the browser. */
export function LanguageSwitch() {
  const { language, setLanguage, t } = useTexts();
  return (
    <ToggleGroup aria-label={t('app.language')} isCompact className="gs-language">
      <ToggleGroupItem
        text={<span lang="zh-CN">中文</span>}
        buttonId="language-zh"
        isSelected={language === 'zh'}
        onChange={() => setLanguage('zh')}
      />
      <ToggleGroupItem
        text={<span lang="en">English</span>}
        buttonId="language-en"
        isSelected={language === 'en'}
        onChange={() => setLanguage('en')}
      />
    </ToggleGroup>
  );
}

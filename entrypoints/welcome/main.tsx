import '@/components/theme.css';
import '@/components/page.css';
import { browser } from '#imports';
import { render } from 'preact';
import { settings } from '@/lib/storage/stored';
import { interfaceLanguage, STRINGS } from '@/lib/strings/strings';
import { Welcome } from './Welcome';

const chosen = await settings.get();
const language = interfaceLanguage(chosen, browser.i18n.getUILanguage());
if (chosen.theme === 'light' || chosen.theme === 'dark') document.documentElement.dataset['theme'] = chosen.theme;
document.documentElement.lang = language;
document.title = STRINGS[language].product;
render(
  <Welcome strings={STRINGS[language]} onOptions={() => void browser.runtime.openOptionsPage()} />,
  document.getElementById('app')!,
);

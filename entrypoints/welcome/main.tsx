import '@/components/theme.css';
import '@/components/page.css';
import { browser } from '#imports';
import { render } from 'preact';
import { settings } from '@/lib/storage/stored';
import { interfaceLanguage, STRINGS } from '@/lib/strings/strings';
import { Welcome } from './Welcome';

const language = interfaceLanguage(await settings.get(), browser.i18n.getUILanguage());
document.documentElement.lang = language;
render(
  <Welcome strings={STRINGS[language]} onOptions={() => void browser.runtime.openOptionsPage()} />,
  document.getElementById('app')!,
);

/** “Explain …” in the context menu of a selection. */
import { browser, type Browser } from '#imports';

import names from 'virtual:glossary/names';
import traditional from 'virtual:glossary/traditional';
import { createSearch, type Search } from '@/lib/glossary/search';
import { cueFold } from '@/lib/matcher/fold';
import { sendToTab } from '@/lib/messaging';
import { settings } from '@/lib/storage/stored';
import { fill, interfaceLanguage, STRINGS } from '@/lib/strings/strings';
import { entriesFor } from './entries';
import { keepQuery } from '@/lib/storage/query';

const MENU = 'explain';
/** Longer selections are sentences, not terms. */
const LONGEST_TERM = 80;

let search: Search | undefined;

export async function offerExplain(): Promise<void> {
  const language = interfaceLanguage(await settings.get(), browser.i18n.getUILanguage());
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU, title: fill(STRINGS[language].menu.explain, {}), contexts: ['selection'] });
}

/** Shows the card at the selection when the glossary has the term, else opens the popup with it in the search box. */
export async function explainSelection(
  info: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): Promise<void> {
  const text = info.selectionText?.trim() ?? '';
  if (info.menuItemId !== MENU || text === '' || tab?.id === undefined) return;
  search ??= createSearch(names, cueFold(traditional));
  const best = text.length <= LONGEST_TERM ? search(text, {}, 1)[0] : undefined;
  const entry = best && !best.fuzzy ? (await entriesFor([best.entry.id]))[best.entry.id] : undefined;
  const shown =
    entry &&
    (await sendToTab(
      { tabId: tab.id, ...(info.frameId === undefined ? {} : { frameId: info.frameId }) },
      'explain',
      entry,
    ).then(
      () => true,
      () => false,
    ));
  if (shown) return;
  await keepQuery(text);
  await browser.action.openPopup();
}

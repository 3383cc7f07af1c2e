/** The card's own words in the three interface languages. */
import type { Kind } from '@/lib/glossary/entry';
import type { InterfaceLanguage } from '@/lib/settings';

export type CardWords = {
  /** BCP 47 tag of these words, for `lang`. */
  lang: InterfaceLanguage;
  kinds: Record<Kind, string>;
  levels: Record<1 | 2 | 3, string>;
  weights: Record<'open' | 'restricted' | 'closed', string>;
  /** `2017-06-12` as people write it. */
  date(date: string): string;
  more: string;
  less: string;
  contrast: string;
  renderings: string;
  broader: string;
  related: string;
  sources: string;
  before: string;
  after: string;
  parameters: string;
  active: string;
  eras: string;
  why(names: string[]): string;
  own: string;
  pin: string;
  unpin: string;
  close: string;
  back: string;
  trail: string;
  move: string;
  speak: string;
  stop: string;
  copy: string;
  copied: string;
  copyMarkdown: string;
  known: string;
  menu: string;
  showIn: Record<'zh' | 'en', string>;
  hideTerm(term: string): string;
  siteOff(host: string): string;
  snooze(host: string): string;
  undo: string;
  done: {
    known(term: string): string;
    hidden(term: string): string;
    site(host: string): string;
    snooze(host: string): string;
  };
  /** Said when the extension was updated or removed under the page. */
  reload: string;
  /** The browser would not store a change. */
  notSaved: string;
  position(term: string, index: number, count: number): string;
  noTerms: string;
};

const EN: CardWords = {
  lang: 'en',
  kinds: {
    concept: 'Concept',
    architecture: 'Architecture',
    method: 'Method',
    task: 'Task',
    metric: 'Metric',
    model: 'Model',
    product: 'Product',
    organisation: 'Organization',
    person: 'Person',
    hardware: 'Hardware',
    dataset: 'Dataset',
    benchmark: 'Benchmark',
    tool: 'Tool',
    protocol: 'Protocol',
    licence: 'License',
    law: 'Law',
    event: 'Event',
  },
  levels: { 1: 'Basic', 2: 'Practitioner', 3: 'Research' },
  weights: { open: 'Open weights', restricted: 'Weights on request', closed: 'Closed weights' },
  date(date) {
    const [year, month] = date.split('-');
    const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    return month ? `${names[Number(month) - 1]} ${year}` : `${year}`;
  },
  more: 'More',
  less: 'Less',
  contrast: 'Not the same as',
  renderings: 'Chinese names',
  broader: 'Part of',
  related: 'Read next',
  sources: 'Sources',
  before: 'Before',
  after: 'After',
  parameters: 'parameters',
  active: 'active',
  eras: 'When it appeared',
  why: (names) => `Marked here because the page also mentions ${names.join(', ')}`,
  own: 'Your own term',
  pin: 'Pin',
  unpin: 'Unpin',
  close: 'Close',
  back: 'Back',
  trail: 'Path',
  move: 'Move',
  speak: 'Read aloud',
  stop: 'Stop reading',
  copy: 'Copy',
  copied: 'Copied',
  copyMarkdown: 'Copy as Markdown',
  known: 'I know this',
  menu: 'More actions',
  showIn: { zh: 'Show in Chinese', en: 'Show in English' },
  hideTerm: (term) => `Never mark “${term}”`,
  siteOff: (host) => `Turn off on ${host}`,
  snooze: (host) => `Pause on ${host} for 1 hour`,
  undo: 'Undo',
  done: {
    known: (term) => `“${term}” is marked as known`,
    hidden: (term) => `“${term}” will not be marked`,
    site: (host) => `Off on ${host}`,
    snooze: (host) => `Paused on ${host} for 1 hour`,
  },
  reload: 'The extension was updated. Reload the page to save.',
  notSaved: 'Not saved: the browser refused to store it.',
  position: (term, index, count) => `${term}, ${index} of ${count}`,
  noTerms: 'No terms in view',
};

const dateInHan = (date: string) => {
  const [year, month] = date.split('-');
  return month ? `${year} 年 ${Number(month)} 月` : `${year} 年`;
};

const HANS: CardWords = {
  lang: 'zh-Hans',
  kinds: {
    concept: '概念',
    architecture: '架构',
    method: '方法',
    task: '任务',
    metric: '指标',
    model: '模型',
    product: '产品',
    organisation: '机构',
    person: '人物',
    hardware: '硬件',
    dataset: '数据集',
    benchmark: '评测基准',
    tool: '工具',
    protocol: '协议',
    licence: '许可证',
    law: '法规',
    event: '事件',
  },
  levels: { 1: '入门', 2: '实践', 3: '研究' },
  weights: { open: '开放权重', restricted: '权重需申请', closed: '权重不公开' },
  date: dateInHan,
  more: '展开',
  less: '收起',
  contrast: '容易混淆',
  renderings: '中文译名',
  broader: '属于',
  related: '接着读',
  sources: '来源',
  before: '之前',
  after: '之后',
  parameters: '参数',
  active: '激活',
  eras: '出现时间',
  why: (names) => `本页还提到${names.join('、')}，所以在此标出`,
  own: '自己添加的术语',
  pin: '固定',
  unpin: '取消固定',
  close: '关闭',
  back: '返回',
  trail: '路径',
  move: '移动',
  speak: '朗读',
  stop: '停止朗读',
  copy: '复制',
  copied: '已复制',
  copyMarkdown: '复制为 Markdown',
  known: '我已掌握',
  menu: '更多操作',
  showIn: { zh: '显示中文', en: '显示英文' },
  hideTerm: (term) => `不再标记“${term}”`,
  siteOff: (host) => `在 ${host} 上关闭`,
  snooze: (host) => `在 ${host} 上暂停 1 小时`,
  undo: '撤销',
  done: {
    known: (term) => `已掌握“${term}”`,
    hidden: (term) => `不再标记“${term}”`,
    site: (host) => `已在 ${host} 上关闭`,
    snooze: (host) => `已在 ${host} 上暂停 1 小时`,
  },
  reload: '扩展已更新。请刷新页面后再保存。',
  notSaved: '没有保存：浏览器拒绝写入。',
  position: (term, index, count) => `${term}，第 ${index} 个，共 ${count} 个`,
  noTerms: '当前画面没有术语',
};

const HANT: CardWords = {
  ...HANS,
  lang: 'zh-Hant',
  kinds: {
    ...HANS.kinds,
    architecture: '架構',
    task: '任務',
    metric: '指標',
    product: '產品',
    organisation: '機構',
    hardware: '硬體',
    dataset: '資料集',
    benchmark: '評測基準',
    protocol: '協定',
    licence: '授權條款',
    law: '法規',
    concept: '概念',
  },
  levels: { 1: '入門', 2: '實作', 3: '研究' },
  weights: { open: '開放權重', restricted: '權重需申請', closed: '權重不公開' },
  more: '展開',
  contrast: '容易混淆',
  renderings: '中文譯名',
  broader: '屬於',
  related: '接著讀',
  sources: '來源',
  parameters: '參數',
  active: '啟用',
  eras: '出現時間',
  why: (names) => `本頁也提到${names.join('、')}，所以在此標出`,
  own: '自己新增的術語',
  unpin: '取消固定',
  close: '關閉',
  trail: '路徑',
  move: '移動',
  speak: '朗讀',
  stop: '停止朗讀',
  copy: '複製',
  copied: '已複製',
  copyMarkdown: '複製為 Markdown',
  known: '我已掌握',
  menu: '更多動作',
  showIn: { zh: '顯示中文', en: '顯示英文' },
  hideTerm: (term) => `不再標記「${term}」`,
  siteOff: (host) => `在 ${host} 上關閉`,
  snooze: (host) => `在 ${host} 上暫停 1 小時`,
  undo: '復原',
  done: {
    known: (term) => `已掌握「${term}」`,
    hidden: (term) => `不再標記「${term}」`,
    site: (host) => `已在 ${host} 上關閉`,
    snooze: (host) => `已在 ${host} 上暫停 1 小時`,
  },
  reload: '擴充功能已更新。請重新整理頁面後再儲存。',
  notSaved: '沒有儲存：瀏覽器拒絕寫入。',
  position: (term, index, count) => `${term}，第 ${index} 個，共 ${count} 個`,
  noTerms: '目前畫面沒有術語',
};

/** The card's words by interface language. */
export const CARD_WORDS: Record<InterfaceLanguage, CardWords> = { en: EN, 'zh-Hans': HANS, 'zh-Hant': HANT };

/** What the popup says about the page it was opened on. Pure. */
import type { SiteState } from '@/components/SiteHeader';
import type { PageReport } from '@/lib/messages';
import type { Sites } from '@/lib/settings';
import { FILES, isChosen, offReason, siteOf, snoozedUntil } from '@/lib/sites';
import { isPdf, termsInTab, type TabReports } from '@/lib/storage/page-reports';
import { fill, type Strings } from '@/lib/strings/strings';

/** What the reader's rules said when the page reported, and no longer say. */
const STALE = new Set<PageReport['off']>(['site', 'snoozed', 'not-on-list']);

/** `now` in Unix ms. */
export function siteState(
  tab: { url: string; permitted: boolean; reports: TabReports } | null,
  sites: Sites,
  strings: Strings,
  now: number,
): SiteState {
  const host = tab && siteOf(tab.url);
  // Browsers keep the address of a page from those who may not read it.
  if (tab && !tab.url && !tab.permitted) return { on: true, needsPermission: true, line: strings.reason.permission };
  if (!tab || !host) return { on: false, line: strings.reason.restricted };
  const site = host === FILES ? strings.site.files : host;
  const off = offReason(tab.url, sites, now);
  const until = snoozedUntil(tab.url, sites, now);
  const time = until === undefined ? '' : new Intl.DateTimeFormat(strings.lang, { timeStyle: 'short' }).format(until);
  if (off) return { site, on: false, snoozed: off === 'snoozed', line: fill(strings.reason[off], { time }) };
  if (!tab.permitted) return { site, on: true, needsPermission: true, line: strings.reason.permission };
  const report = tab.reports[0];
  if (!report)
    return {
      site,
      on: true,
      line: isPdf(tab.url) ? strings.reason.pdf : strings.reason.silent,
    };
  // A page that is being read again has not reported since it was switched on.
  if (report.off && (STALE.has(report.off) || (report.off === 'sensitive' && isChosen(tab.url, sites))))
    return { site, on: true, line: strings.site.reading };
  if (report.off === 'sensitive') return { site, on: false, guarded: true, line: strings.reason.sensitive };
  if (report.off) return { site, on: true, line: strings.reason[report.off] };
  if (report.scan.cut) return { site, on: true, line: strings.reason['too-large'] };
  const found = termsInTab(tab.reports);
  if (found.length > 0) {
    const places = found.reduce((sum, term) => sum + term.count, 0);
    return { site, on: true, line: fill(strings.site.counts, { terms: found.length, marks: places }) };
  }
  return {
    site,
    on: true,
    line: report.doubtful > 0 ? fill(strings.reason.doubtful, { count: report.doubtful }) : strings.reason.none,
  };
}

import type { Source } from '@/lib/glossary/entry';
import type { CardWords } from './card-words';
import { Icon, type IconName } from './Icon';
import { IconButton } from './IconButton';
import { Prose } from './Prose';

export type CardActions = {
  /** Undefined where no voice can read this language. */
  speak?: { speaking: boolean; toggle(): void };
  copy?: { copied: boolean; run(): void };
  known?: () => void;
  /** Shown when “more actions” is pressed. */
  menu?: { icon: IconName; label: string; run(): void }[];
};

/** The first source, the actions, and in the same place the gloss of the link being pointed at. */
export function CardFoot(props: {
  source: Source | undefined;
  words: CardWords;
  actions: CardActions;
  peek: { text: string; lang: string } | undefined;
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
}) {
  const { source, words, actions, peek, menuOpen, onMenu } = props;
  const { speak, copy, known, menu } = actions;
  return (
    <>
      {menuOpen && menu && (
        <ul class="menu" aria-label={words.menu}>
          {menu.map(({ icon, label, run }) => (
            <li key={label}>
              <button type="button" onClick={run}>
                <Icon name={icon} />
                <span>{label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <footer class="foot" data-peek={peek ? '' : undefined}>
        {source ? (
          <a class="source" href={source.url} target="_blank" rel="noreferrer noopener" title={source.title}>
            <span>
              {source.by ?? source.title}, {source.year}
            </span>
            <Icon name="outside" size={12} />
          </a>
        ) : (
          <span class="source" />
        )}
        <span class="foot-actions">
          {speak && (
            <IconButton
              icon={speak.speaking ? 'stop' : 'speak'}
              label={speak.speaking ? words.stop : words.speak}
              onPress={speak.toggle}
            />
          )}
          {copy && (
            <IconButton
              icon={copy.copied ? 'check' : 'copy'}
              label={copy.copied ? words.copied : words.copy}
              onPress={copy.run}
            />
          )}
          {known && <IconButton icon="known" label={words.known} onPress={known} />}
          {menu && <IconButton icon="menu" label={words.menu} expanded={menuOpen} onPress={() => onMenu(!menuOpen)} />}
        </span>
        <span class="peek" lang={peek?.lang} aria-hidden="true">
          {peek && <Prose>{peek.text}</Prose>}
        </span>
      </footer>
    </>
  );
}

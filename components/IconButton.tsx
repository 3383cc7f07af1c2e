import { Icon, type IconName } from './Icon';

/** A button that shows an icon and is named in words. */
export function IconButton(props: {
  icon: IconName;
  label: string;
  onPress: () => void;
  pressed?: boolean;
  expanded?: boolean;
  className?: string;
}) {
  const { icon, label, onPress, pressed, expanded, className } = props;
  return (
    <button
      type="button"
      class={`icon-button ${className ?? ''}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

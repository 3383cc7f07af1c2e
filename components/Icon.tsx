/** Line icons on a 20-unit grid, drawn for this product. Decorative: the control around one carries the name. */
const PATHS = {
  pin: 'M7.5 3.5h5l-.6 5 2.4 2.6v1.4H5.7v-1.4l2.4-2.6zM10 12.5v4.5',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  back: 'M11.5 4.5L6 10l5.5 5.5',
  forward: 'M8.5 4.5L14 10l-5.5 5.5',
  speak: 'M4 8v4h2.6l3.6 3V5L6.6 8zM12.8 7.4a3.7 3.7 0 0 1 0 5.2M14.9 5.4a6.5 6.5 0 0 1 0 9.2',
  stop: 'M6 6h8v8H6z',
  copy: 'M7.5 7.5h8.5v8.5H7.5zM4 12.5V4h8.5',
  known: 'M4.5 10.5l3.7 3.7 7.3-8',
  menu: 'M5 10h.01M10 10h.01M15 10h.01',
  outside: 'M7 5.5h7.5V13M14 6l-8.5 8.5',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  up: 'M5.5 12L10 7.5l4.5 4.5',
  hide: 'M4 4l12 12M8.2 5.3A8 8 0 0 1 17 10a9 9 0 0 1-2.2 2.7M5.3 7.2A9 9 0 0 0 3 10a8 8 0 0 0 8.6 4.7',
  off: 'M10 3.5v6M6.2 5.8a5.8 5.8 0 1 0 7.6 0',
  snooze: 'M10 6v4l2.6 1.8M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  check: 'M4.5 10.5l3.7 3.7 7.3-8',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'menu' ? 2.4 : 1.5}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

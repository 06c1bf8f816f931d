import { iconPath, iconStroke, type IconName } from './icons.ts';

/** A drawing beside words, or alone with a `label`. Takes the colour of the letters around it. */
export function Icon({ name, size = 18, label }: { name: IconName; size?: number; label?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={iconStroke(name)}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={iconPath(name)} />
    </svg>
  );
}

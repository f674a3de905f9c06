import 'react';

declare module 'react' {
  /** Custom properties carry values from the page to the style sheets. */
  interface CSSProperties {
    readonly [property: `--${string}`]: string | number | undefined;
  }
  interface InputHTMLAttributes<T> {
    /** Lets a folder be chosen; all current browsers know it. */
    readonly webkitdirectory?: '' | undefined;
  }
}

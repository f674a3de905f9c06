import 'react';

declare module 'react' {
  interface CSSProperties {
    /** How much of a stage is done, `0%` to `100%`. */
    readonly '--done'?: string | undefined;
  }
  /** Lets a folder be chosen; all current browsers know it. The parameter repeats React's own. */
  interface InputHTMLAttributes<T> extends HTMLAttributes<T> {
    readonly webkitdirectory?: '' | undefined;
  }
}

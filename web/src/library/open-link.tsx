import { Link } from '@tanstack/react-router';

/** An item's title, which opens the reader. Out of the tab order: the row around it is in it, and Enter opens. */
export function OpenLink({ item, children }: { readonly item: string; readonly children: string }) {
  return (
    <Link to="/items/$item" params={{ item }} tabIndex={-1} className="title" dir="auto">
      {children}
    </Link>
  );
}

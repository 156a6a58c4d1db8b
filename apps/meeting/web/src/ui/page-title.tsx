import { useEffect } from 'react';
import { GENERAL } from '../texts';

/** Says in the browser's tab where one is. Not React's own `<title>`: the document has one already. */
export function PageTitle({ title }: { readonly title: string }): null {
  useEffect(() => {
    document.title = title === GENERAL.page ? title : `${title} · ${GENERAL.product}`;
  }, [title]);
  return null;
}

import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { inviteFragment, readInvite } from '../address/invite';
import { FRONT } from '../texts';
import { Button } from '../ui/button';
import { Field } from '../ui/field';

/** For whoever was sent a link and has the page open already. */
export function OpenInvite(): ReactElement {
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState<string>();
  const open = (event: SyntheticEvent): void => {
    event.preventDefault();
    const invite = readInvite(link);
    if (invite) location.hash = inviteFragment(invite);
    else setProblem(FRONT.noInvite);
  };
  const change = (text: string): void => {
    setLink(text);
    setProblem(undefined);
  };
  return (
    <section className="card">
      <h2>{FRONT.openHeading}</h2>
      <form className="front-form" onSubmit={open}>
        <Field label={FRONT.link} problem={problem}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              value={link}
              onChange={({ target }) => change(target.value)}
            />
          )}
        </Field>
        <Button type="submit">{FRONT.open}</Button>
      </form>
    </section>
  );
}

import { LIMITS } from '@cyclorama/meeting-contract';
import { useEffect, useRef, type ReactElement } from 'react';
import { LOBBY } from '../texts';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useJoin, type JoinProblem, type JoinProps } from './use-join';

/** Who one is, and the passcode where the room asks for one. */
export function JoinForm(props: JoinProps): ReactElement {
  const { entry, change, join, isBusy, asked, problem } = useJoin(props);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem?.at === 'name') name.current?.focus();
  }, [problem]);
  return (
    <form
      className="card join-form"
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <Field label={LOBBY.name} problem={saidAt('name', problem)}>
        {(control) => (
          <input
            {...control}
            ref={name}
            type="text"
            autoComplete="name"
            maxLength={LIMITS.nameLength}
            value={entry.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      {asked && (
        <PasscodeField
          passcode={entry.passcode}
          asked={asked}
          problem={saidAt('passcode', problem)}
          onChange={(passcode) => change({ passcode })}
        />
      )}
      <Button type="submit" look="primary" aria-disabled={isBusy}>
        {isBusy ? LOBBY.joining : LOBBY.join}
      </Button>
      <p className="problem" role="alert">
        {saidAt('form', problem)}
      </p>
    </form>
  );
}

interface PasscodeFieldProps {
  readonly passcode: string;
  readonly asked: string;
  readonly problem: string | undefined;
  readonly onChange: (passcode: string) => void;
}

/** Takes the focus: it comes, and is wrong, after one has pressed the button. */
function PasscodeField({ passcode, asked, problem, onChange }: PasscodeFieldProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), [problem]);
  return (
    <Field label={LOBBY.passcode} hint={asked} problem={problem}>
      {(control) => (
        <input
          {...control}
          ref={input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={LIMITS.passcodeLength}
          value={passcode}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

const saidAt = (at: JoinProblem['at'], problem: JoinProblem | undefined): string | undefined =>
  problem?.at === at ? problem.text : undefined;

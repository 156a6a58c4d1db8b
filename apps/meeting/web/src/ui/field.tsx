import { useId, type ReactElement } from 'react';

/** What ties a control to its label, hint and problem. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was entered. */
  readonly problem?: string | undefined;
  /** Draws the control itself. */
  readonly children: (control: FieldControl) => ReactElement;
}

/** A control with its label above, and what is to be said of it below. */
export function Field({ label, hint, problem, children }: FieldProps): ReactElement {
  const id = useId();
  const said = problem ?? hint;
  const control = {
    id,
    'aria-describedby': said && `${id}-said`,
    'aria-invalid': Boolean(problem),
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children(control)}
      {said && (
        <p id={`${id}-said`} className={problem ? 'problem' : 'hint'}>
          {said}
        </p>
      )}
    </div>
  );
}

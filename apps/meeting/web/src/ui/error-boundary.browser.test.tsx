import { createRoot } from 'react-dom/client';
import { useEffect } from 'react';
import { expect, it, vi } from 'vitest';
import { GENERAL } from '../texts';
import { ErrorBoundary } from './error-boundary';

it('lets go of what is in it when the page breaks, and offers to begin anew', async () => {
  const [open, release] = [vi.fn(), vi.fn()];
  const Camera = () => {
    useEffect(() => {
      open();
      return release;
    }, []);
    return null;
  };
  const Page = ({ isBroken }: { readonly isBroken: boolean }) => {
    if (isBroken) throw new Error('broken');
    return null;
  };
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host, { onCaughtError: () => undefined });
  const render = (isBroken: boolean) =>
    root.render(
      <ErrorBoundary>
        <Camera />
        <Page isBroken={isBroken} />
      </ErrorBoundary>,
    );
  render(false);
  await expect.poll(() => open.mock.calls.length).toBe(1);
  render(true);
  await expect.poll(() => host.textContent).toContain(GENERAL.broken);
  expect(release).toHaveBeenCalled();
  root.unmount();
  host.remove();
});

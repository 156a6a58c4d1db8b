import { Hono, type Context } from 'hono';
import { expect, it } from 'vitest';
import { Refusal } from '../access/refusal';
import { AddressRates } from './address-rates';
import { limitAddresses } from './limit-addresses';

function makeApp() {
  const app = new Hono();
  const rates = new AddressRates({ most: 10, windowMs: 15_000 });
  const addressOf = ({ env }: Context<{ Bindings: { address: string } }>) => env.address;
  app.use(limitAddresses(rates, addressOf, () => 0));
  app.get('/', (context) => context.text('here'));
  app.onError((error, context) =>
    error instanceof Refusal ? context.json(error.response, error.status) : context.text('', 500),
  );
  return async (address: string) => {
    const headers = { 'x-forwarded-for': `${Math.random()}` };
    return app.request('/', { headers }, { address });
  };
}

it('refuses one address that floods, says how long, and serves the others', async () => {
  const requestFrom = makeApp();
  const flood = Array.from({ length: 1000 }, () => requestFrom('127.0.0.1'));
  const statuses = (await Promise.all(flood)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(10);
  const refused = await requestFrom('127.0.0.1');
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({
    error: { code: 'too-many-requests', retryAfterSeconds: 2 },
  });
  expect((await requestFrom('127.0.0.2')).status).toBe(200);
});

import { paths, RATES, type Rate } from '@cyclorama/meeting-contract';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { Refusal } from './access/refusal';
import { limitBody } from './http/limit-body';
import { addParticipantRoutes, type AddressOf } from './http/participant-routes';
import { refuse } from './http/refuse';
import { addRoomRoutes } from './http/room-routes';
import { logRequests, type RequestIdOf } from './log/log-requests';
import { addMessageRoutes } from './messages/message-routes';
import { AddressRates } from './rates/address-rates';
import { limitAddresses } from './rates/limit-addresses';
import type { Services } from './services';

/** What differs between platforms. */
export interface AppOptions {
  readonly addressOf: AddressOf;
  /** Gets a line for each request. */
  readonly log: Logger;
  /** Default: each request gets an id of its own. */
  readonly requestIdOf?: RequestIdOf;
}

const noId: RequestIdOf = () => undefined;

/** The API: it only translates between HTTP and the handlers. */
export function createApp(
  services: Services,
  { addressOf, log, requestIdOf = noId }: AppOptions,
): Hono {
  const app = new Hono();
  app.onError(refuse);
  app.notFound((context) =>
    refuse(new Refusal('not-found', 'There is nothing at this address.'), context),
  );
  app.use(logRequests(log, requestIdOf));
  app.use(async (context, next) => {
    context.header('cache-control', 'no-store');
    await next();
  });
  const limit = (rate: Rate) => limitAddresses(new AddressRates(rate), addressOf, services.now);
  app.use(limit(RATES.address));
  app.post(paths.rooms(), limit(RATES.rooms));
  app.post(paths.join(':roomId'), limit(RATES.joins));
  app.use(limitBody);
  app.get(paths.health(), (context) => context.json({ status: 'ok' }));
  addRoomRoutes(app, services);
  addParticipantRoutes(app, services, addressOf);
  addMessageRoutes(app, services);
  return app;
}

import type { CallResponse } from '@cyclorama/meeting-contract';
import type { MiddlewareHandler } from 'hono';

/**
 * Tells each page the way to signalling that it came by itself: its policy lets it open no other
 * origin, and one that calls this machine `localhost`, another `127.0.0.1`, are in one meeting.
 */
export function ownSignalling(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    if (!context.res.ok) return;
    const { headers, status } = context.res;
    const call = (await context.res.json()) as CallResponse;
    const moved = JSON.stringify(moveSignalling(call, new URL(context.req.url)));
    const others = [...headers].filter(([name]) => name !== 'content-length');
    context.res = undefined;
    context.res = new Response(moved, { status, headers: others });
  };
}

/** What the answer says of media servers is the Chime SDK's, and not in the contract. */
function moveSignalling(call: CallResponse, here: URL): CallResponse {
  const placement = call.Meeting['MediaPlacement'] as { SignalingUrl?: string } | undefined;
  if (placement?.SignalingUrl === undefined) return call;
  const url = new URL(placement.SignalingUrl);
  url.protocol = here.protocol.replace('http', 'ws');
  url.host = here.host;
  const MediaPlacement = { ...placement, SignalingUrl: url.href };
  return { ...call, Meeting: { ...call.Meeting, MediaPlacement } };
}

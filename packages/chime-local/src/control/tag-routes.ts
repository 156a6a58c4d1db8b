import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { MeetingStore } from '../meetings/meeting-store';
import { listTags, withoutTags, withTags } from '../meetings/tags';
import { arn, tagKey, tags } from './fields';
import { parseBy, readBody, readOperation, refuseOperation } from './read-request';

const MOST_AT_ONCE = 50;

const tagRequest = z.object({ ResourceARN: arn, Tags: tags });
const untagRequest = z.object({ ResourceARN: arn, TagKeys: z.array(tagKey).max(MOST_AT_ONCE) });
const listRequest = z.object({ arn });

/** Tags of meetings, by their ARN. */
export function addTagRoutes(app: Hono, store: MeetingStore): void {
  const tag = async (context: Context) => {
    const { ResourceARN, Tags } = await readBody(context, tagRequest);
    const stored = store.getMeetingByArn(ResourceARN);
    stored.tags = withTags(stored.tags, Tags);
    return context.body(null, 204);
  };
  const untag = async (context: Context) => {
    const { ResourceARN, TagKeys } = await readBody(context, untagRequest);
    const stored = store.getMeetingByArn(ResourceARN);
    stored.tags = withoutTags(stored.tags, TagKeys);
    return context.body(null, 204);
  };
  app.get('/tags', (context) => {
    const stored = store.getMeetingByArn(parseBy(listRequest, context.req.query()).arn);
    return context.json({ Tags: listTags(stored.tags) });
  });
  app.post('/tags', (context) => {
    if (readOperation(context) === 'tag-resource') return tag(context);
    if (readOperation(context) === 'untag-resource') return untag(context);
    return refuseOperation(context);
  });
}

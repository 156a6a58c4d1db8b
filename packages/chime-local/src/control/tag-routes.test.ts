import {
  BadRequestException,
  ResourceNotFoundException,
  TooManyTagsException,
} from '@aws-sdk/client-chime-sdk-meetings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openControl, type OpenControl } from './testing/open-control';

let control: OpenControl;
beforeAll(async () => {
  control = await openControl();
});
afterAll(() => control.close());

const tag = (at: number) => ({ Key: `key${at}`, Value: 'x' });

async function openMeeting(count: number): Promise<string> {
  const { Meeting } = await control.client.createMeeting({
    MediaRegion: 'us-east-1',
    ExternalMeetingId: 'weekly',
    Tags: Array.from({ length: count }, (_, at) => tag(at)),
  });
  return Meeting?.MeetingArn ?? '';
}

describe('tags', () => {
  it('are those of the meeting, with those that came and without those that went', async () => {
    const ResourceARN = await openMeeting(2);
    const tagged = await control.client.tagResource({
      ResourceARN,
      Tags: [{ Key: 'key1', Value: 'other' }, tag(2)],
    });
    const TagKeys = ['key0', 'never-there'];
    const untagged = await control.client.untagResource({ ResourceARN, TagKeys });
    expect([tagged, untagged].map(({ $metadata }) => $metadata.httpStatusCode)).toEqual([204, 204]);
    expect((await control.client.listTagsForResource({ ResourceARN })).Tags).toEqual([
      { Key: 'key1', Value: 'other' },
      { Key: 'key2', Value: 'x' },
    ]);
  });

  it('are fifty at most', async () => {
    const ResourceARN = await openMeeting(50);
    const again = { ResourceARN, Tags: [tag(49)] };
    await expect(control.client.tagResource(again)).resolves.toBeDefined();
    const more = { ResourceARN, Tags: [tag(50)] };
    await expect(control.client.tagResource(more)).rejects.toThrow(TooManyTagsException);
  });

  it.each([
    ['a meeting of no kind', 'arn:aws:chime:us-east-1:000000000000:meeting/nowhere'],
    ['another account', undefined],
  ])('of %s are not found', async (_, wanted) => {
    const ResourceARN =
      wanted ?? (await openMeeting(1)).replace(':000000000000:', ':111122223333:');
    const asked = control.client.listTagsForResource({ ResourceARN });
    await expect(asked).rejects.toThrow(ResourceNotFoundException);
    const added = control.client.tagResource({ ResourceARN, Tags: [tag(1)] });
    await expect(added).rejects.toThrow(ResourceNotFoundException);
  });

  it.each([
    ['an empty key', { Key: '', Value: 'x' }],
    ['a long value', { Key: 'key', Value: 'x'.repeat(257) }],
  ])('with %s are refused', async (_, bad) => {
    const asked = control.client.tagResource({ ResourceARN: await openMeeting(0), Tags: [bad] });
    await expect(asked).rejects.toThrow(BadRequestException);
  });

  it('are asked for by an ARN', async () => {
    const asked = control.client.listTagsForResource({ ResourceARN: 'weekly' });
    await expect(asked).rejects.toThrow('arn: must be an ARN');
  });
});

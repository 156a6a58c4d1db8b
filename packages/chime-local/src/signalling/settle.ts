import type { Track } from '../protocol/server-frame';
import type { AudioPlan, CameraPlan, PeerPlan, ReceivePlan } from '../routing/media-room';
import { acceptedCodecs, payloadTypes } from '../sdp/codecs';
import { acceptedExtensions, extensionIds } from '../sdp/extensions';
import type { AnswerSection, Direction, Offer, OfferSection } from '../sdp/session-description';
import type { Camera } from './camera';
import { livingLayers } from './camera';

/** What is granted to a client that subscribes. */
export interface Grants {
  /** Under which its voice is known; absent: it has no audio. */
  readonly audio?: Pick<AudioPlan, 'audioStreamId' | 'maySpeak' | 'mayHear'>;
  /** Empty: it sends no video. */
  readonly camera: Camera;
  /** False: its video is taken and goes to nobody. */
  readonly maySendVideo: boolean;
  /** The stream for a section in which it wants to receive; 0: nothing now; undefined: refused. */
  shownIn(mid: string): number | undefined;
  /** Ours for what is sent in a section; the same at each subscribe. */
  ssrcOf(mid: string): number;
}

/** What comes of an offer. */
export interface Settlement {
  readonly plan: PeerPlan;
  /** For the answer, in the offer's order. */
  readonly sections: readonly AnswerSection[];
  readonly tracks: readonly Track[];
}

/** One section: how it is answered, and what it adds to the plan. */
interface SettledSection {
  readonly answer: AnswerSection;
  readonly audio?: AudioPlan;
  readonly camera?: CameraPlan;
  readonly receive?: ReceivePlan;
}

/** Puts offer and grants together, without any effect. */
export function settle(offer: Offer, grants: Grants): Settlement {
  const settled = offer.sections.map((section) => settleSection(section, grants));
  const audio = settled.find((section) => section.audio)?.audio;
  const camera = settled.find((section) => section.camera)?.camera;
  const receive = settled.flatMap((section) => section.receive ?? []);
  const { ice, fingerprints } = offer;
  return {
    plan: {
      remote: { ice, fingerprints },
      ...(audio && { audio }),
      ...(camera && { camera }),
      receive,
    },
    sections: settled.map(({ answer }) => answer),
    tracks: receive.map(({ mid, streamId, ssrc }) => ({ streamId, ssrc, trackLabel: msidOf(mid) })),
  };
}

/** By this name the SDK finds the section of a stream again. */
const msidOf = (mid: string): string => `v_${mid}`;

function settleSection(section: OfferSection, grants: Grants): SettledSection {
  const unusable = section.stopped || acceptedCodecs(section).length === 0;
  if (unusable || section.kind === 'application') return { answer: answerTo(section, 'stopped') };
  if (section.kind === 'audio') return settleAudio(section, grants);
  if (sends(section)) return settleCamera(section, grants);
  return settleReceiving(section, grants);
}

function answerTo(
  offered: OfferSection,
  direction: AnswerSection['direction'],
  sent: Pick<AnswerSection, 'msid' | 'ssrc'> = {},
): AnswerSection {
  return {
    offered,
    direction,
    codecs: acceptedCodecs(offered),
    extensions: acceptedExtensions(offered),
    ...sent,
  };
}

const sends = ({ direction }: OfferSection): boolean =>
  direction === 'sendrecv' || direction === 'sendonly';

const ANSWERED = {
  sendrecv: 'sendrecv',
  sendonly: 'recvonly',
  recvonly: 'sendonly',
  inactive: 'inactive',
} as const satisfies Record<Direction, Direction>;

function settleAudio(section: OfferSection, grants: Grants): SettledSection {
  const payloadType = payloadTypes(section).get('opus');
  if (!grants.audio || payloadType === undefined || section.direction === 'inactive') {
    return { answer: answerTo(section, 'inactive') };
  }
  const { mid } = section;
  const ssrc = grants.ssrcOf(mid);
  const { maySpeak, ...rest } = grants.audio;
  return {
    answer: answerTo(section, ANSWERED[section.direction], { msid: `a_${mid}`, ssrc }),
    audio: {
      ...{ mid, payloadType, ssrc, extensions: extensionIds(section) },
      ...{ ...rest, maySpeak: maySpeak && sends(section) },
    },
  };
}

/** The SDK knows the camera's section by the answer's direction. */
function settleCamera(section: OfferSection, grants: Grants): SettledSection {
  if (grants.camera.length === 0) return { answer: answerTo(section, 'inactive') };
  return {
    answer: answerTo(section, ANSWERED[section.direction]),
    camera: {
      mid: section.mid,
      payloadTypes: payloadTypes(section),
      extensions: extensionIds(section),
      ssrcs: section.ssrcs,
      layers: grants.maySendVideo ? layersOf(grants.camera, section.rids) : [],
    },
  };
}

/** The layers that are on, by the names that the client gave them, in the same order. */
function layersOf(camera: Camera, rids: readonly string[]): CameraPlan['layers'] {
  const living = new Set(livingLayers(camera));
  return camera.flatMap((layer, place) => {
    if (!living.has(layer)) return [];
    const rid = rids[place];
    return [{ streamId: layer.streamId, ...(rid !== undefined && { rid }) }];
  });
}

function settleReceiving(section: OfferSection, grants: Grants): SettledSection {
  const { mid } = section;
  const streamId = section.direction === 'recvonly' ? grants.shownIn(mid) : undefined;
  if (streamId === undefined) return { answer: answerTo(section, 'inactive') };
  const ssrc = grants.ssrcOf(mid);
  return {
    answer: answerTo(section, 'sendonly', { msid: msidOf(mid), ssrc }),
    receive: {
      ...{ mid, ssrc, streamId },
      payloadTypes: payloadTypes(section),
      extensions: extensionIds(section),
    },
  };
}

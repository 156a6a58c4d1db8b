import type { Admission, Capability } from '../meetings/meeting';

/** What the capabilities of an attendee come to for one connection. */
export interface Rights {
  readonly speak: boolean;
  readonly hear: boolean;
  readonly sendVideo: boolean;
  readonly seeCameras: boolean;
  readonly seeContent: boolean;
}

const sends = (capability: Capability): boolean =>
  capability === 'Send' || capability === 'SendReceive';
const receives = (capability: Capability): boolean =>
  capability === 'Receive' || capability === 'SendReceive';

/** A content share's connection sends picture and sound of the content, and receives nothing. */
export function rightsOf({ attendee, content }: Pick<Admission, 'attendee' | 'content'>): Rights {
  const { Audio, Video, Content } = attendee.capabilities;
  return {
    speak: sends(content ? Content : Audio),
    hear: !content && receives(Audio),
    sendVideo: sends(content ? Content : Video),
    seeCameras: !content && receives(Video),
    seeContent: !content && receives(Content),
  };
}

import protobuf from 'protobufjs';

/**
 * The messages of the SDK's signalling that are read or written here, by the names and numbers that
 * amazon-chime-sdk-js 3.32.0 gives them. What is left out is skipped when it comes.
 */
const SCHEMA = `
  syntax = "proto2";

  message Frame {
    required uint64 timestampMs = 1;
    required uint32 type = 2;
    optional Failure error = 3;
    optional Join join = 4;
    optional JoinAck joinAck = 5;
    optional Subscribe subscribe = 6;
    optional SubscribeAck subscribeAck = 7;
    optional Index index = 8;
    optional PauseResume pause = 10;
    optional Empty leave = 11;
    optional Empty leaveAck = 12;
    optional Bitrates bitrates = 14;
    optional AudioControl audioControl = 17;
    optional AudioMetadata audioMetadata = 18;
    optional AudioStreams audioStreams = 19;
    optional PingPong pingPong = 20;
    optional AudioStatus audioStatus = 21;
    optional DataMessages dataMessages = 23;
    optional VideoUpdate videoUpdate = 25;
    optional Empty primaryMeetingJoinAck = 27;
    optional Notification notification = 35;
  }

  message Empty {}
  message Failure { optional uint32 status = 1; optional string description = 2; }

  message Join {
    optional uint64 audioSessionId = 6;
    optional uint32 networkAdaption = 10;
  }
  message JoinAck {
    optional TurnCredentials turnCredentials = 1;
    optional uint32 videoSubscriptionLimit = 2;
    optional bool wantsCompressedSdp = 3;
    optional uint32 networkAdaption = 4;
  }
  message TurnCredentials {
    optional string username = 1;
    optional string password = 2;
    optional uint32 ttl = 3;
    repeated string uris = 4;
  }

  message Subscribe {
    optional uint32 duplex = 1;
    repeated Stream sendStreams = 2;
    repeated uint32 receiveStreamIds = 3;
    optional string sdpOffer = 4;
    optional string audioHost = 5;
    optional bool audioMuted = 7;
    repeated VideoSubscription videoSubscriptions = 9;
  }
  message SubscribeAck {
    optional uint32 duplex = 1;
    repeated Allocation allocations = 2;
    optional string sdpAnswer = 3;
    repeated Track tracks = 4;
  }
  message Allocation {
    optional string trackLabel = 1;
    optional uint32 streamId = 2;
    optional uint32 groupId = 3;
  }
  message Track {
    optional uint32 streamId = 1;
    optional uint32 ssrc = 2;
    optional string trackLabel = 3;
  }
  message Stream {
    optional uint32 streamId = 1;
    optional uint32 framerate = 2;
    optional uint32 maxBitrateKbps = 3;
    optional string trackLabel = 4;
    optional uint32 groupId = 6;
    optional string attendeeId = 8;
    optional uint32 mediaType = 9;
    optional string externalUserId = 10;
  }

  message Index {
    optional bool atCapacity = 1;
    repeated Stream sources = 2;
    repeated uint32 pausedAtSourceIds = 3;
    optional uint32 numParticipants = 4;
    repeated uint32 videoCodecs = 5;
  }
  message Bitrates {
    repeated Bitrate bitrates = 1;
    optional uint32 serverAvailableOutgoingBitrate = 2;
  }
  message Bitrate { optional uint32 sourceStreamId = 1; optional uint32 avgBitrateBps = 2; }
  message PauseResume { repeated uint32 streamIds = 1; repeated uint32 groupIds = 2; }
  message VideoUpdate {
    repeated VideoSubscription updated = 1;
    repeated string removedMids = 2;
  }
  message VideoSubscription {
    optional string mid = 1;
    optional uint32 streamId = 3;
    optional uint32 targetBitrateKbps = 5;
  }

  message AudioControl { optional bool muted = 1; }
  message AudioMetadata { repeated AudioState attendeeStates = 1; }
  message AudioState {
    optional uint32 audioStreamId = 1;
    optional uint32 volume = 2;
    optional uint32 signalStrength = 4;
  }
  message AudioStreams { repeated AudioStream streams = 1; }
  message AudioStream {
    optional uint32 audioStreamId = 1;
    optional string attendeeId = 2;
    optional bool muted = 3;
    optional string externalUserId = 4;
    optional bool dropped = 5;
  }
  message AudioStatus { optional uint32 audioStatus = 1; }

  message PingPong { required uint32 type = 1; required uint32 pingId = 2; }
  message DataMessages { repeated DataMessage messages = 1; }
  message DataMessage {
    optional string topic = 1;
    optional bytes data = 2;
    optional uint32 lifetimeMs = 3;
    optional string senderAttendeeId = 4;
    optional int64 ingestTimeNs = 5;
    optional string senderExternalUserId = 6;
  }
  message Notification { optional uint32 level = 1; optional string message = 2; }
`;

/** Reads and writes whole frames, without the byte that stands before each. */
export const FRAME = protobuf.parse(SCHEMA).root.resolveAll().lookupType('Frame');

/** What `MediaFigures` tells, while it is counted. */
export interface MediaCounters {
  peers: number;
  packetsIn: number;
  packetsOut: number;
  packetsLost: number;
  nacksAnswered: number;
}

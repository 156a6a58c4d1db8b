export declare function copyTfjs(options: {
  readonly to: string;
  readonly log: (line: string) => void;
}): Promise<void>;

export declare function fetchModels(options: {
  readonly from: string;
  readonly to: string;
  readonly models: readonly string[];
  readonly known?: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}): Promise<void>;

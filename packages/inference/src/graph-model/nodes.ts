import { refuse } from '../model-load-error';
import { listOf, objectOf, textOf, type JsonObject } from './json';

const MAX_NODES = 8192;
const MAX_INPUTS = 64;

/** One node of the graph. */
export interface GraphNode {
  /** Where it stands in the file, for messages: `node "float_segments" (BiasAdd)`. */
  readonly place: string;
  readonly name: string;
  readonly op: string;
  /** Names of nodes, whose first output is meant. */
  readonly inputs: readonly string[];
  readonly attributes: JsonObject;
}

/** The nodes of a graph model, by name. */
export class GraphNodes {
  readonly #nodes = new Map<string, GraphNode>();

  /** @param model - The parsed `model.json`. */
  constructor(model: unknown) {
    const file = objectOf('model', 'the file', model);
    if (file.modelTopology === undefined || file.weightsManifest === undefined) {
      refuse('model', 'not a graph model of TensorFlow.js: no modelTopology or no weightsManifest');
    }
    const { node } = objectOf('model', 'modelTopology', file.modelTopology);
    listOf('model', 'modelTopology.node', node, MAX_NODES).forEach((each, at) => {
      this.#add(parseNode(each, at));
    });
  }

  /** Finds a node. */
  get(place: string, name: string): GraphNode {
    return this.#nodes.get(name) ?? refuse(place, `there is no node "${name}"`);
  }

  #add(node: GraphNode): void {
    if (this.#nodes.has(node.name)) refuse(node.place, 'stands in the file twice');
    this.#nodes.set(node.name, node);
  }
}

function parseNode(value: unknown, index: number): GraphNode {
  const at = `node ${index}`;
  const { name: givenName, op: givenOp, input = [], attr = {} } = objectOf(at, 'it', value);
  const name = textOf(at, 'its name', givenName);
  const op = textOf(`node "${name}"`, 'its op', givenOp);
  const place = `node "${name}" (${op})`;
  const inputs = listOf(place, 'its inputs', input, MAX_INPUTS);
  return {
    place,
    name,
    op,
    inputs: inputs.map((each) => textOf(place, 'an input', each).replace(/:0$/, '')),
    attributes: objectOf(place, 'its attributes', attr),
  };
}

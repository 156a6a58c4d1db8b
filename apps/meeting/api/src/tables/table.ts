import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { TABLES, type TableName } from './definitions';
import { bindExpressions, type Values } from './expression';

/** What every item has: deletion lags by days, so that whoever reads looks at it too. */
export interface Expiring {
  /** In seconds since 1970. */
  readonly expiresAt: number;
}

/** The attributes of a key. */
export type Key = Readonly<Record<string, string>>;

/** One conditional write. */
export interface Change {
  /** `SET #name = :name`, or any other update expression. */
  readonly update: string;
  /** What must hold besides; the item lives in any case. */
  readonly condition?: string;
  readonly values?: Values;
}

/** What is asked of one partition. */
export interface Question {
  /** Over the key. */
  readonly keys: string;
  /** Over the other attributes. */
  readonly filter?: string;
  readonly values: Values;
  readonly limit: number;
  /** The last that was read before. */
  readonly after?: Key | undefined;
  /** Highest keys first. Default: false. */
  readonly descending?: boolean;
}

/** Items of a partition, and where to go on where there are more. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly last: Key | undefined;
}

interface Place {
  readonly documents: DynamoDBDocumentClient;
  readonly name: TableName;
  readonly tableName: string;
  readonly now: () => number;
}

const LIVES = '#expiresAt > :nowSeconds';

/** A table of which items that have expired are gone, whether they are deleted yet or not. */
export class Table<Item extends Expiring> {
  readonly #documents: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #partitionKey: string;
  readonly #now: () => number;

  constructor({ documents, name, tableName, now }: Place) {
    this.#documents = documents;
    this.#tableName = tableName;
    [this.#partitionKey] = TABLES[name];
    this.#now = now;
  }

  /** As it is after all writes so far. */
  async get(key: Key): Promise<Item | undefined> {
    const { Item } = await this.#documents.send(
      new GetCommand({ TableName: this.#tableName, Key: key, ConsistentRead: true }),
    );
    const item = Item as Item | undefined;
    return item && item.expiresAt > this.#seconds() ? item : undefined;
  }

  /** Whether it is there now; false where there was one of this key already. */
  async putNew(item: Item): Promise<boolean> {
    const ConditionExpression = `attribute_not_exists(#${this.#partitionKey}) OR NOT ${LIVES}`;
    const bound = this.#bind([ConditionExpression]);
    const command = new PutCommand({
      TableName: this.#tableName,
      Item: item,
      ConditionExpression,
      ...bound,
    });
    const written = await whereItHolds(this.#documents.send(command));
    return written !== undefined;
  }

  /** The item after the change; undefined where it does not live or the condition does not hold. */
  async change(key: Key, change: Change): Promise<Item | undefined> {
    return this.#change(key, change, 'ALL_NEW');
  }

  /** {@link Table.change}, but the item as it was before. */
  async exchange(key: Key, change: Change): Promise<Item | undefined> {
    return this.#change(key, change, 'ALL_OLD');
  }

  /** A change that makes the item where there is none; it sets `expiresAt` itself. */
  async upsert(key: Key, { update, condition, values = {} }: Change): Promise<Item | undefined> {
    return this.#update(key, update, condition, values, 'ALL_NEW');
  }

  /** A page may have fewer items than its limit, and more may follow. */
  async query(question: Question): Promise<Page<Item>> {
    const { keys, values, limit, after, descending = false } = question;
    const filter = question.filter === undefined ? LIVES : `${LIVES} AND (${question.filter})`;
    const { Items = [], LastEvaluatedKey } = await this.#documents.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: keys,
        FilterExpression: filter,
        ...this.#bind([keys, filter], values),
        Limit: limit,
        ScanIndexForward: !descending,
        ConsistentRead: true,
        ...(after && { ExclusiveStartKey: after }),
      }),
    );
    return { items: Items as Item[], last: LastEvaluatedKey as Key | undefined };
  }

  #change(key: Key, { update, condition, values = {} }: Change, returned: 'ALL_NEW' | 'ALL_OLD') {
    const all = condition === undefined ? LIVES : `${LIVES} AND (${condition})`;
    return this.#update(key, update, all, values, returned);
  }

  async #update(
    key: Key,
    update: string,
    condition: string | undefined,
    values: Values,
    returned: 'ALL_NEW' | 'ALL_OLD',
  ): Promise<Item | undefined> {
    const command = new UpdateCommand({
      TableName: this.#tableName,
      Key: key,
      UpdateExpression: update,
      ConditionExpression: condition,
      ...this.#bind([update, condition], values),
      ReturnValues: returned,
    });
    const written = await whereItHolds(this.#documents.send(command));
    return written?.Attributes as Item | undefined;
  }

  #bind(expressions: readonly (string | undefined)[], values: Values = {}) {
    return bindExpressions(expressions, { ...values, nowSeconds: this.#seconds() });
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1_000);
  }
}

/** Undefined where the write's condition did not hold; other failures are failures. */
async function whereItHolds<Result>(write: Promise<Result>): Promise<Result | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

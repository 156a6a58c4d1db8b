import { Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2, type Attribute } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** Keys of a table, and what the API does with it and with nothing else. */
interface TablePlan {
  readonly keys: readonly [string, string?];
  readonly actions: readonly string[];
}

const READ_AND_WRITE = ['GetItem', 'PutItem', 'UpdateItem'];

/** As the API's `tables/definitions.ts` has them; a test has the API work with these. */
const TABLES: Readonly<Record<string, TablePlan>> = {
  rooms: { keys: ['roomId'], actions: READ_AND_WRITE },
  participants: { keys: ['roomId', 'participantId'], actions: [...READ_AND_WRITE, 'Query'] },
  messages: { keys: ['roomId', 'messageId'], actions: [...READ_AND_WRITE, 'Query'] },
};

/** The attribute by which DynamoDB deletes items some time after their end. */
const EXPIRY_ATTRIBUTE = 'expiresAt';

/** The tables, and how the API gets at them. */
export interface MeetingTables {
  readonly tables: readonly TableV2[];
  /** Before the names of all. */
  readonly prefix: string;
  readonly statements: readonly PolicyStatement[];
}

/** Makes the tables. They outlive the stack: what people said goes by its own end, not by a slip. */
export function makeTables(scope: Construct): MeetingTables {
  const prefix = uniquePrefix(Stack.of(scope));
  const made = Object.entries(TABLES).map(([name, { keys, actions }]) => {
    const table = makeTable(scope, name, `${prefix}${name}`, keys);
    const allowed = actions.map((action) => `dynamodb:${action}`);
    return { table, statement: statementFor(table, allowed) };
  });
  return {
    prefix,
    tables: made.map(({ table }) => table),
    statements: made.map(({ statement }) => statement),
  };
}

/** Of this stack alone, so that tables that an earlier one has left are in nobody's way. */
function uniquePrefix({ stackName, stackId }: Stack): string {
  const first = Fn.select(0, Fn.split('-', Fn.select(2, Fn.split('/', stackId))));
  return `${stackName}-${first}-`;
}

function makeTable(scope: Construct, name: string, tableName: string, keys: TablePlan['keys']) {
  const [partitionKey, sortKey] = keys;
  return new TableV2(scope, `${name}-table`, {
    tableName,
    partitionKey: text(partitionKey),
    ...(sortKey && { sortKey: text(sortKey) }),
    billing: Billing.onDemand(),
    timeToLiveAttribute: EXPIRY_ATTRIBUTE,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const statementFor = ({ tableArn }: TableV2, actions: string[]) =>
  new PolicyStatement({ actions, resources: [tableArn] });

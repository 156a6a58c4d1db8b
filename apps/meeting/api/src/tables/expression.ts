/** Values of an expression, by the names that it has for them, without the colon. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Names and values that expressions use. Every attribute is written `#attribute` and every value
 * `:value`, so that no word that DynamoDB reserves is in the way.
 */
export function bindExpressions(expressions: readonly (string | undefined)[], values: Values) {
  const text = expressions.join(' ');
  const names = new Set(text.match(/#\w+/g));
  const used = new Set(text.match(/:\w+/g));
  return {
    ExpressionAttributeNames: Object.fromEntries([...names].map((name) => [name, name.slice(1)])),
    ...(used.size > 0 && {
      ExpressionAttributeValues: Object.fromEntries(
        [...used].map((name) => [name, values[name.slice(1)]]),
      ),
    }),
  };
}

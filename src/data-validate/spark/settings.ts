import { type Static, Type } from 'typebox';

/** How Spark is started; everything else is in its own configuration. */
export const sparkSettings = Type.Object(
  {
    master: Type.Optional(
      Type.String({
        description:
          'Where it runs: spark://host:7077, yarn, k8s://…, local[*]; as Spark is configured unless given',
        pattern: '^[!-~]{1,500}$',
      }),
    ),
    conf: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^spark\\.[A-Za-z0-9_.-]{1,200}$' }),
        Type.String({ maxLength: 2000 }),
        {
          additionalProperties: false,
          description:
            'Properties of Spark: memory of executors, catalogs, extensions. No secrets: those belong into its environment',
        },
      ),
    ),
    packages: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+:[0-9][A-Za-z0-9_.+-]*$' }), {
        description: 'Jars that it loads, by coordinate and version: io.delta:delta-spark_2.12:3.3.2',
        maxItems: 50,
      }),
    ),
  },
  { additionalProperties: false, description: 'How Spark is started, with `engine: spark`' },
);
export type SparkSettings = Static<typeof sparkSettings>;

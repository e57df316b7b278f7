import { rooms, rules, speakers } from '../sims/which-room/rooms.ts';
import { setIds, sets, statements } from '../sims/which-room/statements.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './options.ts';
import { textTable } from './text-table.ts';

export const command = defineCommand({
  name: 'which-room',
  summary: 'Statements from real agendas: the room they belong in, its rule of decision, and who may speak.',
  description: `Forty statements in ${setIds.length} sets, each with its room, rule, speakers and source. With --statement and any of --room,
--rule and --who, one choice is judged: true where it agrees. Nothing is scored.

The words of the statements and of the reasons are content (content/sims/<language>/which-room.json), under the keys
statement.<id> and why.<id>. Rooms: ${rooms.join(', ')}.
Rules: ${rules.join(', ')}. Speakers: ${speakers.join(', ')}.

JSON keys: statements (id, set, room, rule, who, source); with --statement: statement, choice and agrees (room, rule,
who, each only if chosen); settings.`,
  examples: [
    'which-room',
    'which-room --set names --json',
    'which-room --statement last-block --room itu-council --json',
  ],
  options: {
    set: { kind: 'choice', summary: 'Only this set of statements.', choices: setIds },
    statement: {
      kind: 'choice',
      summary: 'One statement, by its id.',
      choices: statements.map(({ id }) => id),
    },
    room: { kind: 'choice', summary: 'The room chosen for the statement.', choices: rooms },
    rule: { kind: 'choice', summary: 'The rule chosen for the statement.', choices: rules },
    who: { kind: 'choice', summary: 'The speakers chosen for the statement.', choices: speakers },
  },
  run(values) {
    const { statement: asked, room, rule, who } = values;
    const choice = Object.fromEntries(
      Object.entries({ room, rule, who }).filter(([, value]) => value !== undefined),
    );
    if (asked === undefined && Object.keys(choice).length > 0)
      throw new UsageError(
        '--statement is needed with a choice. Add --statement followed by an id; the list shows them.',
      );
    const listed = setIds
      .filter((set) => values.set === undefined || set === values.set)
      .flatMap((set) => sets[set].map((statement) => ({ ...statement, set })))
      .filter(({ id }) => asked === undefined || id === asked);
    const only = asked === undefined ? undefined : listed[0];
    if (asked !== undefined && !only)
      throw new UsageError(`--statement: ${asked} is not in the set ${values.set!}. Leave --set out.`);
    const agrees =
      only &&
      Object.fromEntries(
        Object.entries(choice).map(([part, value]) => [
          part,
          only[part as 'room' | 'rule' | 'who'] === value,
        ]),
      );
    return {
      json: {
        ...(only ? { statement: only, choice, agrees } : { statements: listed }),
        settings: values,
      },
      text: [
        textTable(
          listed.map(({ set, id, room: its, rule: way, who: right, source }) => [
            set,
            id,
            its,
            way,
            right,
            source,
          ]),
          ['set', 'statement', 'room', 'rule', 'may speak', 'source'],
        ),
        ...(agrees && Object.keys(agrees).length > 0
          ? [
              '',
              ...Object.entries(agrees).map(([part, same]) => `${part}: ${same ? 'agrees' : 'another one'}`),
            ]
          : []),
      ].join('\n'),
    };
  },
});

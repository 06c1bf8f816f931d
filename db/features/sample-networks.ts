/** The sample's networks, contact persons of municipalities and deliveries (resources/boards/malli-jane-networks.json). */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { isoDateSchema } from '../model/dates.ts';
import { DELIVERED_KINDS, DELIVERY_CHANNELS } from '../model/delivery.ts';
import { LIFE_COURSES } from '../model/register-card.ts';
import { listContactRoles, setContactHolder } from './contact-roles.ts';
import { deliveriesOf, noteDeliveries, noteDeliveryEvents } from './deliveries.ts';
import { listRecipients } from './mailing-lists.ts';
import { findMeeting } from './meeting-report.ts';
import { addNetworkMember, saveNetwork } from './networks.ts';
import { createPerson } from './persons.ts';
import { sampleContext, type SampleContext } from './sample-context.ts';

/** A person of whom no more is known than the name. */
const UNKNOWN = { shortName: null, email: null, phone: null, language: 'fi', notes: '' } as const;

const text = v.pipe(v.string(), v.minLength(1));
const organisations = v.array(text);

export const sampleNetworksSchema = v.object({
  networks: v.array(
    v.object({
      name: v.object({ fi: text, sv: text, en: text }),
      lifeCourse: v.nullable(v.picklist(LIFE_COURSES)),
      notes: v.string(),
      members: v.array(v.object({ organisation: text, startsOn: isoDateSchema })),
    }),
  ),
  contacts: v.array(
    v.object({
      /** By its Finnish name, whatever its capitals. */
      role: text,
      person: text,
      /** The one or the other. */
      municipality: v.nullable(text),
      region: v.nullable(text),
      startsOn: isoDateSchema,
    }),
  ),
  deliveries: v.array(
    v.object({
      /** "1/2026" */
      meeting: text,
      kind: v.picklist(DELIVERED_KINDS),
      channel: v.picklist(DELIVERY_CHANNELS),
      on: isoDateSchema,
      /** Those of the organisations that nominated the board whose mail came back, and who have answered. */
      bounced: organisations,
      acknowledged: organisations,
    }),
  ),
});
export type SampleNetworks = v.InferOutput<typeof sampleNetworksSchema>;

/** @param instant ISO instant at which the ledger of deliveries was written */
export async function addSampleNetworks(
  trx: Kysely<Database>,
  boardId: string,
  files: { board: BoardFile; networks: SampleNetworks },
  noting: { actor: string; instant: string },
): Promise<void> {
  const context = await sampleContext(trx, boardId, files.board);
  for (const { name, members, ...network } of files.networks.networks) {
    const values = { ...network, nameFi: name.fi, nameSv: name.sv, nameEn: name.en };
    const { id } = await saveNetwork(trx, { id: null, version: 0, values });
    for (const { organisation, startsOn } of members)
      await addNetworkMember(trx, {
        networkId: id,
        organisationId: context.organisation(organisation),
        startsOn,
      });
  }
  await addContacts(trx, files.networks);
  for (const delivery of files.networks.deliveries) await addDelivery(context, delivery, noting);
}

async function addContacts(trx: Kysely<Database>, { contacts }: SampleNetworks): Promise<void> {
  const roles = new Map(
    (await listContactRoles(trx)).map(({ id, name }) => [name.fi.toLocaleLowerCase('fi'), id]),
  );
  const persons = new Map<string, string>();
  for (const { role, person: name, municipality, region, startsOn } of contacts) {
    const roleId = roles.get(role);
    if (roleId === undefined) throw new Error(`The sample has no contact role ${role}.`);
    const personId = persons.get(name) ?? (await createPerson(trx, { name, ...UNKNOWN })).id;
    persons.set(name, personId);
    await setContactHolder(trx, {
      roleId,
      personId,
      municipalityCode: municipality,
      regionCode: region,
      startsOn,
    });
  }
}

async function addDelivery(
  { trx, boardId, organisation }: SampleContext,
  { meeting, kind, channel, on, bounced, acknowledged }: SampleNetworks['deliveries'][number],
  { actor, instant }: { actor: string; instant: string },
): Promise<void> {
  const meetingId = await findMeeting(trx, meeting, null);
  const noting = { actor, instant, today: instant.slice(0, 10) };
  const nominators = await listRecipients(
    trx,
    boardId,
    { parts: [{ of: 'nominators' }], languages: [], excludedPersonIds: [], excludedOrganisationIds: [] },
    on,
  );
  const recipients = nominators.map(({ personId, organisationId }) => ({ personId, organisationId }));
  const about = { channel, on, note: '' };
  await noteDeliveries(trx, { meetingId, kind, recipients, language: 'fi', event: 'sent', ...about }, noting);
  const entries = await deliveriesOf(trx, meetingId, kind);
  for (const [event, names] of [
    ['bounced', bounced],
    ['acknowledged', acknowledged],
  ] as const) {
    const ids = new Set(names.map(organisation));
    const deliveryIds = entries
      .filter((one) => ids.has(one.recipient.organisationId ?? ''))
      .map((one) => one.id);
    if (deliveryIds.length !== ids.size)
      throw new Error(`The sample delivered nothing to ${names.join(', ')}.`);
    await noteDeliveryEvents(trx, { deliveryIds, event, ...about }, noting);
  }
}

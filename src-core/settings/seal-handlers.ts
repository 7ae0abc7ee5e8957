import { and, eq } from 'drizzle-orm'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import {
  addCertificate,
  addSeal,
  listCertificates,
  listSeals,
  retireCertificate,
  retireSeal,
} from '../../src-shared/settings/settings-operations.ts'
import { parties } from '../db/schema/parties.ts'
import { certificates, seals } from '../db/schema/settings.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { handleCommand, handleQuery } from '../execution/handlers.ts'
import { readParty } from '../parties/write-party.ts'
import { partyOrCompany } from './company-record.ts'
import { readSetting } from './setting-handlers.ts'

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export const handleAddSeal = handleCommand(addSeal, (context, { partyId, kind, name, imageHash, diameterMm }) => {
  const { read, write, files } = context
  const owner = ownCompany(read, partyId)
  const image = files.get(imageHash)
  if (!pngSignature.every((byte, at) => image[at] === byte)) throw refuse('seal.notPng', { name })
  const namesake = read
    .select({ id: seals.id })
    .from(seals)
    .where(and(eq(seals.partyId, owner.id), eq(seals.name, name), eq(seals.active, true)))
    .get()
  if (namesake !== undefined) throw refuse('seal.nameTaken', { name })
  const seal = write.insert(seals, {
    id: context.newId<'Seal'>(),
    partyId: owner.id,
    kind,
    name,
    imageHash,
    diameterMm: diameterMm ?? readSetting(read, 'sealSizes')[kind],
    active: true,
  })
  return { id: seal.id, version: seal.version }
})

export const handleRetireSeal = handleCommand(retireSeal, ({ read, write }, { id, version }) => {
  const seal = recordById(read, seals, id)
  if (!seal.active) throw refuse('seal.retired', { name: seal.name })
  return { id, version: write.update(seals, id, { active: false }, version).version }
})

export const handleListSeals = handleQuery(listSeals, ({ read }, { active, partyId }) => ({
  rows: read
    .select({
      id: seals.id,
      version: seals.version,
      partyId: seals.partyId,
      party: parties.name,
      kind: seals.kind,
      name: seals.name,
      imageHash: seals.imageHash,
      diameterMm: seals.diameterMm,
      active: seals.active,
    })
    .from(seals)
    .innerJoin(parties, eq(parties.id, seals.partyId))
    .where(and(active === null ? undefined : eq(seals.active, active), partyId && eq(seals.partyId, partyId)))
    .orderBy(seals.id)
    .all(),
}))

export const handleAddCertificate = handleCommand(addCertificate, (context, { partyId, ...certificate }) => {
  const { read, write, files } = context
  const owner = ownCompany(read, partyId)
  if (!files.has(certificate.p12Hash)) throw refuse('file.missing', { hash: certificate.p12Hash })
  if (certificate.validTo < certificate.validFrom)
    throw refuse('certificate.periodReversed', { from: certificate.validFrom, to: certificate.validTo })
  const twin = read
    .select({ subject: certificates.subject })
    .from(certificates)
    .where(eq(certificates.serial, certificate.serial))
    .get()
  if (twin !== undefined) throw refuse('certificate.known', { subject: twin.subject, serial: certificate.serial })
  const row = write.insert(certificates, {
    id: context.newId<'Certificate'>(),
    partyId: owner.id,
    ...certificate,
    active: true,
  })
  return { id: row.id, version: row.version }
})

export const handleRetireCertificate = handleCommand(retireCertificate, ({ read, write }, { id, version }) => {
  const certificate = recordById(read, certificates, id)
  if (!certificate.active) throw refuse('certificate.retired', { subject: certificate.subject })
  return { id, version: write.update(certificates, id, { active: false }, version).version }
})

export const handleListCertificates = handleQuery(listCertificates, ({ read }, { active, partyId }) => ({
  rows: read
    .select({
      id: certificates.id,
      version: certificates.version,
      partyId: certificates.partyId,
      party: parties.name,
      subject: certificates.subject,
      serial: certificates.serial,
      selfMade: certificates.selfMade,
      validFrom: certificates.validFrom,
      validTo: certificates.validTo,
      active: certificates.active,
    })
    .from(certificates)
    .innerJoin(parties, eq(parties.id, certificates.partyId))
    .where(
      and(active === null ? undefined : eq(certificates.active, active), partyId && eq(certificates.partyId, partyId)),
    )
    .orderBy(certificates.validTo, certificates.id)
    .all(),
}))

/** We seal and sign for ourselves only. Refuses `seal.notOurs`. */
function ownCompany(read: ReadDatabase, partyId: Id<'Party'> | null) {
  const party = readParty(read, partyOrCompany(read, partyId))
  if (party.kind !== 'own') throw refuse('seal.notOurs', { party: party.name })
  return party
}

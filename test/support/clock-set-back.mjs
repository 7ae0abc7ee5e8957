// Loaded before a program: its clock is behind by CLOCK_BEHIND_MS.
const behind = Number(process.env.CLOCK_BEHIND_MS)
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() - behind)
    else super(...given)
  }
  static now() {
    return RealDate.now() - behind
  }
}

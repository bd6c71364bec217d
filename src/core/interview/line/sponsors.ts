/** Phrases of sponsors' messages. */
const PAID =
  /\b(?:brought to you by|(?:is|are|was) (?:kindly )?sponsored by|(?:today|this (?:episode|show|week|month))(?:['’]s)? (?:main |second |other )?sponsors?\b|our (?:main |second |other |next )?sponsors?\b|support for (?:this|the|today|our) .{1,60}\b(?:comes from|is provided by)|(?:support|funding) (?:comes|is provided) (?:from|by)|for sponsoring|a word from|this message comes from|(?:use|with|enter) (?:the |my |our )?(?:promo |discount |offer |coupon )*code\b|(?:promo|discount|coupon) code|\d{1,2} ?(?:percent|%) (?:off|discount)|(?:head|go|check) (?:over to|to|out) [\w-]{1,40}\.\w{2,10}\b|visit [\w-]{1,40}\.\w{2,10}\b|learn more at [\w-]{1,40}\.\w{2,10}\b|free trial|money[- ]back guarantee|first (?:month|year|order|purchase) (?:free|for)|your first (?:month|year|order|purchase)|präsentiert von|unterstützt (?:von|durch)|gesponsert|rabattcode|patrocinad[oa]s? por|con el apoyo de|código de descuento|sponsorisé par|en partenariat avec|code promo|sponsorizzat[oa] da|patrocínio de)|本期节目由|赞助播出|優惠碼|提供でお送り|プロモコード/giu;
/** A line that only marks the beginning or end of a sponsor's message. */
const MARK =
  /^[\s*_#>[({<—–=-]*(?:(?:begin|start|end|close|back to|now|and now) (?:of )?(?:the )?)?(?:a (?:quick )?word from our )?(?:our |today['’]s |this (?:week|episode)['’]s )?(?:sponsors?|sponsored|sponsorship|ads?|advert|advertisement|advertising|commercial|promo|promotion|werbung|anzeige|publicidad|publicité|pub|pubblicità|publicidade|patrocinador|reklama|реклама|广告|廣告|広告|スポンサー|광고)(?:[ -](?:message|break|read|spot|segment|block|content|begins?|starts?|ends?|start|end|over))?[\s*_#\])}>:：—–=.-]*(?:\[[\d:]{4,8}\])?\s*$/iu;
/** Regular expressions that are slow to compile; they are compiled in steps before first use. */
export const COSTLY: readonly RegExp[] = [PAID, MARK];
const IS_END = /^[\s*_#>[({<—–=-]*(?:end|close|back)\b|\b(?:ends?|over)[\s*_#\])}>:—–=.-]*$/iu;
const LOOKED_AT = 2000;

/** The number of mentions of a sponsor in a line. Linear in its length. */
export function sponsorshipOf(line: string): number {
  return line.slice(0, LOOKED_AT).match(PAID)?.length ?? 0;
}

/** Whether a line marks the beginning or the end of a sponsor's message. */
export function sponsorMarkOf(line: string): 'begins' | 'ends' | undefined {
  if (line.length > 120 || !MARK.test(line)) return undefined;
  return IS_END.test(line) ? 'ends' : 'begins';
}

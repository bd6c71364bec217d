const HOST =
  /\b(?:welcome(?: back)? to (?:the|our|my|another|this|episode|today)|welcome,? (?:everyone|everybody|listeners|back)|(?:thanks|thank you)(?: so much| very much| a lot)?(?:,? \p{Lu}\p{L}+,?)? for (?:joining|coming|being (?:here|with|on)|talking|speaking|listening|tuning|taking the time|your time|doing this|agreeing)|(?:my|our) guests? (?:today|is|are|this)|i(?:['’]m| am) your host|(?:joining|joins) (?:me|us)|(?:with|joined by|speaking with|talking (?:with|to)) (?:me|us)? ?today|this is episode|(?:today|now)(?: is|['’]s| it is)? .{0,40}(?:i['’]m|i am|we['’]re|we are) (?:interviewing|talking (?:with|to)|speaking (?:with|to)|sitting down with))\b|(?<!\p{L})(?:willkommen (?:zu|bei|zur|zum)|bienvenid[oa]s? al?|bienvenue (?:dans|sur|à)|benvenut[oiae] (?:a|al|alla|nel)|bem-vind[oa]s? (?:a|ao|à)|welkom bij|välkommen till|witamy w|добро пожаловать)(?!\p{L})|欢迎(?:来到|收听|大家)|歡迎|ようこそ|어서 ?오/iu;
const GUEST =
  /\b(?:(?:thanks|thank you)(?: so much| very much| a lot)? for (?:having|inviting) (?:me|us)|(?:great|good|glad|happy|pleased|excited|delighted|a pleasure|an honou?r|nice|pleasure)(?: for me)? to be (?:here|with you|on (?:the|your|this)))\b|(?<!\p{L})(?:danke für die einladung|gracias por (?:la invitación|invitarme|invitarnos)|merci (?:pour l['’]invitation|de m['’](?:avoir|inviter))|obrigad[oa] pel[oa] convite|grazie (?:per|dell['’]) ?l?['’]?invito|спасибо за приглашение)(?!\p{L})|谢谢邀请|お招き/iu;
/** Letters one of which every phrase above contains: a quick test that most lines fail. */
const HINT =
  /elcom|hank|guest|your host|join|today|episode| to be |nvenid|nvenue|nvenut|em-vind|illkommen|elkom|välkommen|itamy|пожаловать|приглаш|inladung|racias|erci |brigad|razie|迎|ようこそ|お招き|어서|邀请/;
const LOOKED_AT = 300;
/** Regular expressions that are slow to compile; they are compiled in steps before first use. */
export const COSTLY: readonly RegExp[] = [HINT, HOST, GUEST];

/**
 * Whether a line sounds like a host (1), who welcomes and thanks, like a guest (−1), or like
 * neither (0).
 */
export function hostingIn(line: string): -1 | 0 | 1 {
  const head = line.slice(0, LOOKED_AT);
  if (!HINT.test(head)) return 0;
  if (GUEST.test(head)) return -1;
  return HOST.test(head) ? 1 : 0;
}

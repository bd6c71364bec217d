import { wordSet } from '../text/wordSet';

/**
 * Words that reverse what a sentence says, or how sure it is, in the languages that interviews are
 * most often read in. A change of one of them is never a matter of spelling or style.
 */
export const GUARD_WORDS = wordSet(
  // Negations, and what leaves things out.
  'no not never none nobody nothing nowhere neither nor cannot without hardly barely scarcely rarely seldom few little only except unless',
  'nicht kein keine keinen keinem keiner nie niemals nichts niemand ohne kaum selten nur',
  'ne pas non jamais rien aucun aucune personne sans guère sauf nunca nada ningún ninguna ninguno nadie sin tampoco',
  'não nem nenhum nenhuma nada ninguém jamais sem mai niente nessuno senza niet geen nooit niemand niets zonder',
  'не нет ни никогда никто ничего без нельзя ikke ingen aldri inte ingen aldrig nie ani nikt nigdy bez',
  '不 没 沒 无 無 非 未 别 勿 ない なし',
  // Words of probability and duty.
  'likely unlikely probable improbable probably possibly possible impossible perhaps maybe certain uncertain certainly definitely surely sure doubt doubtful doubtless undoubtedly presumably remote chance odds almost nearly roughly',
  'may might can could will would shall should must ought need',
  'wahrscheinlich unwahrscheinlich vielleicht möglich möglicherweise sicher sicherlich bestimmt wohl kann könnte muss müsste soll sollte darf wird würde',
  'probablement peut-être possible impossible certain certainement sûrement peut pourrait doit devrait quizás tal acaso probable posible imposible seguro puede podría debe debería talvez provavelmente pode poderia deve forse probabilmente può deve',
  'возможно вероятно наверное может должен 可能 大概 也许 必须 かもしれない',
  // How many, and numbers in words.
  'all every each any some most many much more less least both half several always often sometimes usually',
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen first second third',
  'alle jeder jede einige viele mehr weniger immer oft zwei drei vier fünf sechs sieben acht neun zehn hundert tausend million millionen milliarde milliarden',
  'tous toutes chaque plus moins toujours souvent deux trois quatre cinq six sept huit neuf dix cent mille todos todas cada más menos siempre dos tres cuatro cinco seis siete ocho nueve diez cien mil',
  // Pairs of which one is the other's opposite, a letter or two away.
  'before after above below up down in out on off with against from to import export increase decrease increased decreased over under',
  'i you he she it we they me him her us them my your his its our their who this that these those then than if but or and because',
);

/** Fillers, which say nothing, and articles. */
export const FILLERS = wordSet(
  'um uh er erm ah oh well like so just really actually basically you know mean sort of kind a an the yeah okay ok',
  'äh ähm also halt eben mal ja der die das den dem ein eine einen euh ben bah alors donc le la les un une eh pues bueno este el los las una',
);

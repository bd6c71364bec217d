import assert from 'node:assert/strict';
import { personsIn } from '../../../src/core/interview/line/persons';

describe('Of whom a line speaks', () => {
  const lines: [line: string, who: string][] = [
    ['I asked my aunt.', 'I'],
    ['We asked our aunt, and you know her.', 'we you'],
    ['The ferry left at nine.', ''],
    ['Hangi tekneyi seçmeliyim?', 'I'],
    ['Denize geldim ve kaldım.', 'I'],
    ['Nerede yaşıyorsunuz?', 'you'],
    ['Kulübün yardım sayfası var, eğitim ücretsizdir.', ''],
    ['Zbudowałam łódź.', 'I'],
    ['Dlaczego zbudowaliście łódź?', 'you'],
    ['Zespół działa w porcie.', ''],
    ['Od czego zaczynasz dzień?', 'you'],
    ['Czego nie wiedziałeś o wodzie?', 'you'],
    ['Pracowałem w porcie.', 'I'],
    ['Otwarto nowy kanał, a materiał nadszedł statkiem z kanałem.', ''],
    ['Co tam děláte?', 'you'],
    ['De ce lucrați în port?', 'you'],
    ['¿Cómo empezasteis?', 'you'],
    ['Se les paga por hora.', ''],
    ['¿Qué le gusta de su barco?', 'you'],
    ['Trabajamos en el puerto y tenemos dos barcos.', 'we'],
    ['Je le pense depuis longtemps.', 'I'],
    ['Wat vind je van het schip?', 'you'],
    ['Loď je stará a těžká.', ''],
    ['Byl jsem na moři.', 'I'],
    ['متى بدأت رحلتك؟', 'you'],
    ['هناك سفينة في البحر.', ''],
    ['よかったと思います。', 'I'],
    ['そのときどう感じましたか。', 'you'],
    ['船は九時に出ます。', ''],
    ['바다에 가고 싶어요.', 'I'],
    ['언제 오셨어요?', 'you'],
  ];
  for (const [line, who] of lines) {
    it(`in “${line}”: ${who === '' ? 'nobody who is here' : who}`, () => {
      const { saysI, saysWe, isSecondPerson } = personsIn(line);
      const told = [saysI && 'I', saysWe && 'we', isSecondPerson && 'you'].filter(Boolean);
      assert.equal(told.join(' '), who);
    });
  }
});

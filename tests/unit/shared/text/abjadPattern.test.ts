import { describe, expect, it } from 'vitest';
import { abjadPattern } from '../../../../shared/text/abjadPattern';
import { romanKey } from '../../../../shared/text/romanKey';

/** Names in Arabic and Hebrew letters, and how they are written in others. The given names are common ones. */
const WRITTEN = `
محمد Mohammed Muhammad Mohamed Mahomed Мухаммед Мохаммад Магомед
حداد Haddad Hadad Хаддад
خالد Khaled Khalid Chalid Халид
يوسف Yousef Yusuf Youssef Юсуф
حسین Hossein Hussein Husayn Husain Хосейн
رضایی Rezaei Rezai Rezaie Резаи
عبدالرحمن Abdulrahman Abdelrahman Abderrahmane Abdurrahman Абдуррахман
القاسم Qasim Alqasim Qassem Kasem Касим
زهراء Zahra Zohra Захра
فاطمة Fatima Fatma Fatemeh Фатима
سعيد Said Saeed Саид
عمران Imran Имран
نور Nour Noor Nur
ابراهيم Ibrahim Ebrahim Ибрагим
جمال Gamal Jamal Djamel
شيرين Shirin Shireen Chirine Ширин
داوود Davoud Dawood Daud
عبدالعزيز Abdulaziz Abdelaziz
עבדאללה Abdallah
אברהם Avraham Abraham Авраам
כהן Cohen Kohen Коэн
יצחק Yitzhak Itzhak Yitzchak Ицхак
לוי Levi Levy Леви
מזרחי Mizrahi Mizrachi
חיים Chaim Haim
דוד David Давид`;

describe('a name in letters without vowels', () => {
  it.each(WRITTEN.trim().split('\n'))('is known in others: %#', (row) => {
    const [name = '', ...others] = row.split(' ');
    const pattern = abjadPattern(name);
    expect(others.filter((other) => !pattern?.test(romanKey(other)))).toEqual([]);
  });

  it.each([
    ['محمد', 'Mahatma Mod Made Humid'],
    ['سيد', 'Saeed Side'],
    ['مال', 'Amal Malik'],
    ['כהן', 'Chen Chain Chin Keen'],
    ['نور', 'Never Nora Near'],
    ['كمال', 'Gmail Kamil'],
  ])('is not taken for another: %#', (name, others) => {
    const pattern = abjadPattern(name);
    expect(pattern).not.toBeNull();
    expect(others.split(' ').filter((other) => pattern?.test(romanKey(other)))).toEqual([]);
  });

  it.each(['هذا', 'على', 'من', 'לא', 'Bekova'])('is none where too little is heard: %s', (word) => {
    expect(abjadPattern(word)).toBeNull();
  });
});

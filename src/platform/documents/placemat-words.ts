/** The words that every sheet brings, whatever it asks about. */
export interface PlacematWords {
  readonly organisation: string;
  readonly name: string;
  readonly legend: string;
  readonly does: string;
  readonly could: string;
  readonly empty: string;
  readonly regret: string;
  readonly other: string;
  readonly note: string;
  readonly sheet: (number: number) => string;
  readonly photograph: string;
  readonly qr: string;
}

/** A sheet is in the language of those who fill it in, which need not be one that the program itself speaks. */
const WORDS: Readonly<Record<string, PlacematWords>> = {
  da: {
    organisation: 'Organisation',
    name: 'Jeres navne',
    legend: 'Sæt V eller X i felterne',
    does: 'Det gør vi',
    could: 'Det kunne vi',
    empty: 'Lad feltet stå tomt, hvis det ikke er noget for jer.',
    regret: 'Fortrudt? Fyld feltet helt ud.',
    other: 'Andet:',
    note: 'Skriv gerne her',
    sheet: (number) => `Ark ${number}`,
    photograph: 'Læg arket fladt, og tag billedet med alle otte mærker i kanten.',
    qr: 'Koden fører til workshoppen',
  },
  en: {
    organisation: 'Organisation',
    name: 'Your names',
    legend: 'Write V or X in the boxes',
    does: 'We do this',
    could: 'We could do this',
    empty: 'Leave the box empty if it is not for you.',
    regret: 'Changed your mind? Fill the whole box.',
    other: 'Other:',
    note: 'Write here',
    sheet: (number) => `Sheet ${number}`,
    photograph: 'Lay the sheet flat, and take the picture with all eight marks along the edge.',
    qr: 'The code leads to the workshop',
  },
  de: {
    organisation: 'Organisation',
    name: 'Eure Namen',
    legend: 'Setzt V oder X in die Felder',
    does: 'Das machen wir',
    could: 'Das könnten wir',
    empty: 'Lasst das Feld leer, wenn es nichts für euch ist.',
    regret: 'Umentschieden? Füllt das Feld ganz aus.',
    other: 'Anderes:',
    note: 'Platz zum Schreiben',
    sheet: (number) => `Blatt ${number}`,
    photograph: 'Legt das Blatt flach hin und fotografiert es mit allen acht Zeichen am Rand.',
    qr: 'Der Code führt zum Workshop',
  },
  pl: {
    organisation: 'Organizacja',
    name: 'Wasze imiona',
    legend: 'Wpiszcie V albo X w pola',
    does: 'Robimy to',
    could: 'Moglibyśmy to robić',
    empty: 'Zostawcie pole puste, jeśli to nie dla was.',
    regret: 'Zmiana zdania? Zamalujcie całe pole.',
    other: 'Inne:',
    note: 'Miejsce na notatki',
    sheet: (number) => `Arkusz ${number}`,
    photograph: 'Połóżcie arkusz płasko i zróbcie zdjęcie ze wszystkimi ośmioma znakami na brzegu.',
    qr: 'Kod prowadzi do warsztatu',
  },
  tr: {
    organisation: 'Kuruluş',
    name: 'Adlarınız',
    legend: 'Kutulara V ya da X yazın',
    does: 'Yapıyoruz',
    could: 'Yapabiliriz',
    empty: 'Size uygun değilse kutuyu boş bırakın.',
    regret: 'Vazgeçtiniz mi? Kutuyu tamamen doldurun.',
    other: 'Diğer:',
    note: 'Buraya yazabilirsiniz',
    sheet: (number) => `Kâğıt ${number}`,
    photograph: 'Kâğıdı düz koyun ve kenardaki sekiz işaretin hepsiyle fotoğrafını çekin.',
    qr: 'Kod atölyeye götürür',
  },
  uk: {
    organisation: 'Організація',
    name: 'Ваші імена',
    legend: 'Поставте V або X у клітинки',
    does: 'Ми це робимо',
    could: 'Ми могли б це робити',
    empty: 'Якщо це не для вас, залиште клітинку порожньою.',
    regret: 'Передумали? Зафарбуйте всю клітинку.',
    other: 'Інше:',
    note: 'Місце для нотаток',
    sheet: (number) => `Аркуш ${number}`,
    photograph: 'Покладіть аркуш рівно і сфотографуйте його з усіма вісьмома позначками по краю.',
    qr: 'Код веде до воркшопу',
  },
  so: {
    organisation: 'Ururka',
    name: 'Magacyadiinna',
    legend: 'Ku qora V ama X sanduuqyada',
    does: 'Waannu samaynaa',
    could: 'Waannu samayn karnaa',
    empty: 'Ka taga isagoo bannaan haddii aanu idin khusayn.',
    regret: 'Ma beddesheen? Buuxiya sanduuqa oo dhan.',
    other: 'Wax kale:',
    note: 'Halkan ku qora',
    sheet: (number) => `Xaashida ${number}`,
    photograph: 'Xaashida si fidsan u sawira, iyadoo siddeedda calaamadood ay wada muuqdaan.',
    qr: 'Koodhku wuxuu idin geynayaa aqoon-isweydaarsiga',
  },
  ar: {
    organisation: 'المنظمة',
    name: 'أسماؤكم',
    legend: 'اكتبوا V أو X في المربعات',
    does: 'نفعل ذلك',
    could: 'يمكننا فعل ذلك',
    empty: 'اتركوا المربع فارغًا إذا لم يكن مناسبًا لكم.',
    regret: 'غيّرتم رأيكم؟ املؤوا المربع بالكامل.',
    other: 'غير ذلك:',
    note: 'يمكنكم الكتابة هنا',
    sheet: (number) => `الورقة ${number}`,
    photograph: 'ضعوا الورقة مسطحة، وصوّروها مع العلامات الثماني كلها على حوافها.',
    qr: 'الرمز يقود إلى ورشة العمل',
  },
  fa: {
    organisation: 'سازمان',
    name: 'نام‌های شما',
    legend: 'در خانه‌ها V یا X بنویسید',
    does: 'این کار را می‌کنیم',
    could: 'می‌توانیم این کار را بکنیم',
    empty: 'اگر برای شما نیست، خانه را خالی بگذارید.',
    regret: 'نظرتان عوض شد؟ تمام خانه را پر کنید.',
    other: 'موارد دیگر:',
    note: 'اینجا بنویسید',
    sheet: (number) => `برگه ${number}`,
    photograph: 'برگه را صاف بگذارید و طوری عکس بگیرید که هر هشت علامت کنار آن دیده شود.',
    qr: 'کد شما را به کارگاه می‌برد',
  },
  ur: {
    organisation: 'تنظیم',
    name: 'آپ کے نام',
    legend: 'خانوں میں V یا X لکھیں',
    does: 'ہم یہ کرتے ہیں',
    could: 'ہم یہ کر سکتے ہیں',
    empty: 'اگر یہ آپ کے لیے نہیں تو خانہ خالی چھوڑ دیں۔',
    regret: 'ارادہ بدل گیا؟ پورا خانہ بھر دیں۔',
    other: 'دیگر:',
    note: 'یہاں لکھیں',
    sheet: (number) => `ورق ${number}`,
    photograph: 'ورق کو سیدھا بچھائیں اور کنارے کے آٹھوں نشانوں سمیت تصویر لیں۔',
    qr: 'کوڈ ورکشاپ تک لے جاتا ہے',
  },
};

/** By a BCP 47 tag; English where nobody has written them yet. */
export function placematWords(lang: string): PlacematWords {
  return WORDS[lang.toLowerCase().split('-')[0] ?? ''] ?? (WORDS.en as PlacematWords);
}

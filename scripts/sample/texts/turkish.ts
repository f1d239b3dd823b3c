import type { Topic } from '../topic.ts';

const programming: Topic = {
  language: 'tr',
  intent: 'troubleshooting',
  weight: 4,
  rows: [
    {
      framework: 'react',
      problem: 'liste sıralanınca yazdıklarım kayboluyor',
      cause: 'anahtar olarak dizinin sırası kullanılıyor',
      fix: 'Her satıra kendi kimliğini anahtar olarak verin',
      code: '```jsx\n{satirlar.map((satir) => <Satir key={satir.id} {...satir} />)}\n```',
    },
    {
      framework: 'vue',
      problem: 'hesaplanan değer güncellenmiyor',
      cause: 'okunan değer tepkisel değil',
      fix: 'Değeri ref ile tanımlayın',
    },
    {
      framework: 'django',
      problem: 'sayfa çok fazla sorgu gönderiyor',
      cause: 'her sipariş müşterisini ayrı ayrı çekiyor',
      fix: 'Müşterileri ilk sorguda birleştirin',
      code: '```python\nSiparis.objects.select_related("musteri")\n```',
    },
    {
      framework: 'spring',
      problem: 'uygulama yanlış profille açılıyor',
      cause: 'sunucudaki bir ortam değişkeni dosyadaki ayarın önüne geçiyor',
      fix: 'Değişkeni kaldırın ve açılışta profili yazdırın',
    },
    {
      framework: 'pandas',
      problem: 'tarihlerde gün ile ay yer değiştiriyor',
      cause: 'biçim verilmediği için okuyucu tahmin ediyor',
      fix: 'Biçimi açıkça belirtin',
      code: '```python\npd.to_datetime(tablo["gun"], format="%d.%m.%Y")\n```',
    },
    {
      framework: 'express',
      problem: 'gelen isteğin gövdesi boş görünüyor',
      cause: 'yollardan önce bir çözümleyici eklenmemiş',
      fix: 'Çözümleyiciyi en üste ekleyin',
    },
  ],
  slots: {
    proje: [
      'okul kütüphanesi için yazdığım programda',
      'randevu sitemizde',
      'küçük bir stok uygulamasında',
      'bitirme projemde',
      'kooperatifin sayfasında',
    ],
    zaman: [
      'son güncellemeden beri',
      'yalnızca sunucuda',
      'iki denemeden birinde',
      'eski telefonlarda',
      'dün akşamdan beri',
    ],
    istek: ['Neden olabilir?', 'Bunu nasıl düzeltirim?', 'Nereden başlamalıyım?', 'Açıklar mısınız?'],
    kim: ['ekip arkadaşınız', 'sizden sonra gelen kişi', 'yeni başlayan biri'],
  },
  questions: [
    'Merhaba, {proje} {problem}, {zaman}. {istek}',
    '{framework} kullanıyorum ve {problem}. {istek}',
    '{framework} sorusu: {zaman} {problem}. {istek}',
  ],
  openings: [
    'Güzel bir soru.',
    'Bu, {framework} ile sık görülen bir durumdur.',
    'Merak etmeyin, çözümü kolay.',
    'Ayrıntılı anlattığınız için teşekkürler.',
  ],
  cores: [
    'Bunun nedeni şu: {cause}. {fix}, sorun ortadan kalkar.',
    'Büyük olasılıkla {cause}. {fix}.',
    '{fix}. Çünkü burada {cause}.',
  ],
  details: [
    'Önce {5-30} satırlık küçük bir örnekle hatayı yeniden oluşturun.',
    'Bir sınama yazarsanız {kim} aynı hataya düşmez.',
    'Sürüm {2-6}.{0-9} ile davranış biraz değişti, notlara bakmanızı öneririm.',
    'Sorunun {zaman} görülmesi de bunu destekliyor.',
    'Uyarıyı gizlemeyin, elinizdeki tek ipucu odur.',
    'İş yaklaşık {10-50} dakika sürer, daha fazla değil.',
    'Ardından bütün süreçleri yeniden başlatın, yoksa yarısı eski kodla çalışır.',
    'Koda kısa bir açıklama bırakın, {kim} size teşekkür edecektir.',
    'Önce ve sonra ölçüm yapın, fark {2-40} milisaniyeyi geçmemeli.',
  ],
  closings: ['Olmazsa yine yazın.', 'Kolay gelsin!', 'Gördüğünüzle uyuşuyor mu?', 'Umarım işinize yarar.'],
};

const kitchen: Topic = {
  language: 'tr',
  intent: 'recipe',
  weight: 2,
  rows: [
    { yemek: 'mercimek çorbası', ana: 'kırmızı mercimek', sir: 'limon en sonda sıkılır' },
    { yemek: 'zeytinyağlı fasulye', ana: 'taze fasulye', sir: 'soğuduktan sonra tadı yerine oturur' },
    { yemek: 'imam bayıldı', ana: 'patlıcan', sir: 'patlıcanlar önce tuzlu suda bekletilir' },
    { yemek: 'bulgur pilavı', ana: 'iri bulgur', sir: 'demlenirken kapağın altına bir bez konur' },
    { yemek: 'sütlaç', ana: 'pirinç', sir: 'şeker pirinç yumuşamadan eklenmez' },
  ],
  slots: {
    konuk: ['komşularım', 'kalabalık bir aile', 'iş arkadaşlarım', 'teyzem', 'iki çocuk'],
    eksik: ['fırınım yok', 'vaktim az', 'tek tencerem var', 'ilk kez yapıyorum'],
    ot: ['nane', 'maydanoz', 'dereotu', 'kekik'],
  },
  questions: [
    '{konuk} için {yemek} nasıl yapılır? Ama {eksik}.',
    '{yemek} tarifi verir misiniz, {eksik}?',
    '{yemek} yaparken nelere dikkat etmeliyim? {2-10} kişi olacağız.',
  ],
  openings: ['Memnuniyetle.', '{yemek} herkese yakışır.', 'Düşündüğünüzden kolaydır.', 'Ne güzel bir seçim!'],
  cores: [
    '{yemek} için {200-800} gram {ana} yeter. İşin sırrı şudur: {sir}.',
    'Önce {ana} hazırlanır. Unutmayın, {sir}.',
    '{yemek} yaparken en önemlisi şu: {sir}.',
  ],
  details: [
    'Kısık ateşte {15-50} dakika pişirin ve az karıştırın.',
    'Biraz {ot} eklerseniz kokusu değişir.',
    'Tuzunu en sonda kontrol edin, çünkü su azaldıkça tat artar.',
    'Kalanı dolapta {2-4} gün saklayabilirsiniz.',
    'Konuklarınız {konuk} ise miktarı iki katına çıkarın.',
    'Çok koyulaşırsa {2-6} kaşık sıcak su ekleyin.',
    'Servisten önce {5-15} dakika dinlendirin.',
    'Ağır tabanlı bir tencere kullanın, dibi tutmaz.',
  ],
  closings: ['Afiyet olsun!', 'Alışveriş listesi ister misiniz?', 'Elinize sağlık!', 'Nasıl olduğunu anlatın.'],
};

export const turkish: readonly Topic[] = [programming, kitchen];

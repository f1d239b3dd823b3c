import type { Topic } from '../topic.ts';

const portuguese: Topic = {
  language: 'pt',
  intent: 'how_to',
  weight: 1,
  rows: [
    {
      tarefa: 'desfazer o último commit sem perder as mudanças',
      resposta: 'volte o ramo um passo e deixe os arquivos como estão',
      code: '```bash\ngit reset --soft HEAD~1\n```',
    },
    { tarefa: 'somar uma coluna com uma condição', resposta: 'use uma soma condicional e prenda os intervalos' },
    { tarefa: 'ler um arquivo enorme aos poucos', resposta: 'percorra o arquivo linha por linha' },
    { tarefa: 'guardar os dados de um contêiner', resposta: 'monte um volume com nome na pasta de dados' },
  ],
  slots: {
    lugar: ['no servidor da escola', 'no meu computador', 'em um trabalho noturno', 'na aula de hoje'],
    aviso: ['não posso instalar nada', 'ninguém pode perder dados', 'sou iniciante', 'tem que ser rápido'],
  },
  questions: [
    'Como posso {tarefa}? Vai rodar {lugar} e {aviso}.',
    'Qual é o melhor jeito de {tarefa}, {lugar}?',
    'Preciso {tarefa}. Lembre que {aviso}.',
  ],
  openings: ['Claro!', 'Há mais de um caminho, mostro o mais simples.', 'Boa pergunta.'],
  cores: ['Para {tarefa}, {resposta}.', 'A ideia é a seguinte: {resposta}.', 'Faça assim: {resposta}, e pronto.'],
  details: [
    'Teste antes em uma cópia com {3-30} itens.',
    'Faça uma cópia de segurança antes do primeiro teste.',
    'Se rodar {lugar}, grave a saída em um arquivo.',
    'Cuidado com espaços nos nomes, eles quebram a forma curta.',
    'Em versões com mais de {3-9} anos a opção tem outro nome.',
    'O resultado é o mesmo se você repetir o comando, e isso é bom.',
    'Medi com {10-90} mil linhas e levou {2-40} segundos.',
  ],
  closings: ['Qualquer dúvida, é só perguntar.', 'Boa sorte!', 'Conte depois como foi.'],
};

const italian: Topic = {
  language: 'it',
  intent: 'recipe',
  weight: 1,
  rows: [
    { piatto: 'la zuppa di farro', base: 'farro', segreto: "l'olio buono si aggiunge solo nel piatto" },
    { piatto: 'gli gnocchi', base: 'patate vecchie', segreto: "meno farina c'è, più restano morbidi" },
    { piatto: 'la parmigiana', base: 'melanzane', segreto: 'le fette si asciugano bene prima di friggerle' },
    { piatto: 'la focaccia', base: 'farina', segreto: "l'impasto deve restare appiccicoso" },
  ],
  slots: {
    ospite: ['i vicini', 'mia suocera', 'otto colleghi', 'i bambini'],
    ostacolo: ['non ho molto tempo', 'il forno è piccolo', 'è la prima volta', 'manca la bilancia'],
  },
  questions: [
    'Come si prepara {piatto} per {ospite}? Purtroppo {ostacolo}.',
    'Mi dai una ricetta facile per {piatto}? Considera che {ostacolo}.',
    'Ho sbagliato {piatto} domenica scorsa. Che cosa ho dimenticato?',
  ],
  openings: ['Volentieri!', 'Che bella idea per {ospite}.', 'È più semplice di quanto sembra.'],
  cores: [
    'Per {piatto} servono {300-900} grammi di {base}. Il segreto è questo: {segreto}.',
    'Parti da {base} di buona qualità e ricorda che {segreto}.',
    'Con {piatto} conta una cosa sola: {segreto}.',
  ],
  details: [
    'Lascia cuocere per {15-50} minuti a fuoco basso.',
    'Assaggia soltanto alla fine, perché il sapore si concentra.',
    'Per {ospite} farei subito una dose doppia.',
    'Gli avanzi durano {2-4} giorni in frigo e migliorano.',
    'Se puoi, prepara tutto la sera prima.',
    'Se diventa troppo denso, aggiungi {2-6} cucchiai di acqua calda.',
    'Prima di servire aspetta {5-15} minuti.',
  ],
  closings: ['Buon appetito!', 'Vuoi anche la lista della spesa?', 'Fammi sapere come è andata.'],
};

const dutch: Topic = {
  language: 'nl',
  intent: 'support',
  weight: 1,
  rows: [
    {
      klacht: 'er is twee keer geld afgeschreven',
      reden: 'één van de twee is alleen een reservering van de bank',
      stap: 'wacht twee werkdagen en kijk dan opnieuw op het afschrift',
    },
    {
      klacht: 'mijn pakket is bezorgd volgens de site, maar ik heb niets',
      reden: 'de bezorger scant vaak een hele straat tegelijk',
      stap: 'vraag het bij de buren na en meld het daarna bij ons',
    },
    {
      klacht: 'de kortingscode werkt niet',
      reden: 'de code hoort bij een ander abonnement',
      stap: 'kies het abonnement dat op de bon staat',
    },
  ],
  slots: {
    product: ['het krantenabonnement', 'de telefoonbundel', 'de groentekist', 'de sportkaart'],
    stemming: ['Het heeft geen haast.', 'Ik word een beetje ongeduldig.', 'Graag snel antwoord.'],
    plek: ['Account en dan Betalingen', 'Instellingen en dan Abonnement'],
  },
  questions: [
    'Hallo, {klacht}. Het gaat om {product}. {stemming}',
    'Wat kan ik doen als {klacht}? {stemming}',
    'Over {product}: {klacht}. Bestelling {10000-99999}.',
  ],
  openings: ['Bedankt voor uw bericht.', 'Wat vervelend voor u.', 'Dat zoeken we graag uit.'],
  cores: [
    'Meestal ligt het hieraan: {reden}. Ons advies: {stap}.',
    'De verklaring is eenvoudig, want {reden}. Daarom: {stap}.',
  ],
  details: [
    'U vindt dit onder {plek}.',
    'Het duurt ongeveer {3-20} minuten en kost niets.',
    'Met {product} verandert er intussen niets.',
    'Het bedrag van {5-80} euro blijft zolang gereserveerd.',
    'U krijgt een bericht zodra het in orde is.',
    'We bekijken zulke gevallen met de hand, binnen {2-8} werkdagen.',
    'Ziet u onder {plek} niets staan, log dan een keer uit en weer in.',
  ],
  closings: ['Kan ik nog iets voor u doen?', 'Met vriendelijke groet van de hulpdienst.', 'Een fijne dag nog!'],
};

const polish: Topic = {
  language: 'pl',
  intent: 'small_talk',
  weight: 1,
  rows: [
    {
      zajecie: 'bieganie w parku',
      start: 'wygodnych butów i spokojnego tempa',
      prawda: 'marsz pomiędzy odcinkami też się liczy',
    },
    {
      zajecie: 'gra w szachy',
      start: 'krótkich partii z omówieniem',
      prawda: 'najwięcej partii przegrywa się przez jeden nieuważny ruch',
    },
    {
      zajecie: 'pieczenie chleba',
      start: 'słoika, mąki i wody',
      prawda: 'zakwas wybacza prawie wszystko oprócz gorąca',
    },
  ],
  slots: {
    powod: [
      'mam długie wieczory',
      'przyjaciółka mnie namówiła',
      'niedawno się przeprowadziłem',
      'szukam czegoś nowego',
    ],
    obawa: ['za stary', 'zbyt niecierpliwy', 'zupełnie zielony'],
    kto: ['sąsiada', 'cierpliwego nauczyciela', 'klub w okolicy'],
  },
  questions: [
    'Myślę o czymś takim jak {zajecie}, bo {powod}. Od czego zacząć?',
    'Czy {zajecie} jest trudne? Boję się, że jestem {obawa}.',
    'Co jest najlepsze w zajęciu takim jak {zajecie}?',
  ],
  openings: ['Świetny pomysł!', 'Nikt nie jest {obawa}.', 'To dobra pora na coś nowego.'],
  cores: [
    'Na początek potrzeba {start}. Warto też wiedzieć, że {prawda}.',
    '{zajecie} daje dużo radości, a {prawda}. Zacznij od {start}.',
  ],
  details: [
    'Znajdź {kto}, razem jest weselej.',
    'W pierwszym miesiącu nie wydawaj więcej niż {50-300} złotych.',
    'Postaw sobie mały cel, na przykład {2-9} prób.',
    'Zapisuj po każdej próbie jedną rzecz, która się udała.',
    'Po {2-9} tygodniach zobaczysz wyraźną różnicę.',
    'Jeden dzień przerwy nie szkodzi, dwa już tak.',
    'Zmieniaj tylko jedną rzecz naraz, inaczej nie dowiesz się, co pomogło.',
  ],
  closings: ['Kiedy zaczynasz?', 'Powodzenia!', 'Daj znać, jak poszło.'],
};

export const others: readonly Topic[] = [portuguese, italian, dutch, polish];

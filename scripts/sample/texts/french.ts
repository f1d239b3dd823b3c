import type { Topic } from '../topic.ts';

const programming: Topic = {
  language: 'fr',
  intent: 'troubleshooting',
  weight: 4,
  rows: [
    {
      framework: 'react',
      problem: 'la liste garde les anciennes valeurs après un tri',
      cause: "l'indice du tableau sert de clé, donc les champs restent à leur place",
      fix: 'utilisez un identifiant propre à chaque ligne',
      code: '```jsx\n{lignes.map((ligne) => <Ligne key={ligne.id} {...ligne} />)}\n```',
    },
    {
      framework: 'vue',
      problem: "le composant ne se met pas à jour quand l'adresse change",
      cause: 'le routeur réutilise la même instance',
      fix: 'donnez à la vue une clé qui dépend du chemin complet',
    },
    {
      framework: 'django',
      problem: 'la page envoie des centaines de requêtes à la base',
      cause: 'chaque commande va chercher son client séparément',
      fix: 'chargez les clients avec la première requête',
      code: '```python\nCommande.objects.select_related("client").all()\n```',
    },
    {
      framework: 'symfony',
      problem: 'mes modifications ne sont pas visibles en production',
      cause: 'le cache de production garde les anciens gabarits',
      fix: 'videz le cache après chaque déploiement',
      code: '```bash\nphp bin/console cache:clear --env=prod\n```',
    },
    {
      framework: 'pandas',
      problem: 'les prix sont lus comme du texte',
      cause: 'la virgule décimale surprend le lecteur de fichiers',
      fix: 'indiquez la virgule comme séparateur décimal',
      code: '```python\npd.read_csv("prix.csv", sep=";", decimal=",")\n```',
    },
    {
      framework: 'express',
      problem: 'le corps de la requête est vide',
      cause: "aucun analyseur n'est déclaré avant les routes",
      fix: "ajoutez l'analyseur tout en haut",
    },
    {
      framework: 'angular',
      problem: 'un abonnement continue après avoir quitté la page',
      cause: 'rien ne le ferme quand le composant disparaît',
      fix: 'reliez sa durée à celle du composant',
    },
  ],
  slots: {
    projet: [
      'notre site de réservation',
      "l'outil de la bibliothèque",
      'mon projet de fin de cours',
      'la caisse du marché',
      'un agenda partagé',
      'le portail des parents',
    ],
    quand: [
      'depuis la dernière mise à jour',
      'seulement sur le serveur',
      'une fois sur deux',
      'sur les vieux téléphones',
      'depuis hier soir',
    ],
    envie: [
      "D'où cela peut-il venir ?",
      'Comment corriger cela proprement ?',
      'Par où commencer ?',
      'Est-ce une erreur de ma part ?',
      'Pouvez-vous expliquer pourquoi ?',
    ],
    qui: ['votre collègue', "l'équipe de nuit", 'la personne suivante', 'un débutant'],
  },
  questions: [
    'Dans {projet}, {problem}, {quand}. {envie}',
    "Bonjour, j'utilise {framework} et {problem}. {envie}",
    'Question sur {framework} : {problem}. {envie}',
    'Pourquoi {problem} ? Cela arrive {quand} dans {projet}.',
  ],
  openings: [
    'Bonne question.',
    "C'est un piège bien connu de {framework}.",
    'Rien de grave.',
    'Merci pour la description précise.',
    'Vous y êtes presque.',
  ],
  cores: [
    'La raison est simple : {cause}. Pour y remédier, {fix}.',
    'Ce que vous voyez vient de ceci : {cause}. Le remède habituel : {fix}.',
    'Je vous conseille ceci : {fix}. En effet, {cause}.',
  ],
  details: [
    "Avant tout, reproduisez le problème avec un exemple d'une dizaine de lignes.",
    'Écrivez un essai automatique, il épargnera le même piège à {qui}.',
    'À partir de la version {2-6}.{0-9}, le comportement change un peu, lisez bien les notes.',
    "Le fait que cela arrive {quand} s'explique par l'ordre des opérations.",
    'Dans {projet}, je placerais cette règle à un seul endroit.',
    "Ne masquez pas l'avertissement, c'est le seul indice dont vous disposez.",
    'Comptez environ {10-50} minutes de travail, pas davantage.',
    "Redémarrez ensuite tous les processus, sinon la moitié garde l'ancien code.",
    'Un court commentaire dans le code rendra service : {qui} vous remerciera.',
    'Mesurez avant et après, la différence devrait rester sous {2-40} millisecondes.',
  ],
  closings: [
    'Dites-moi ce que cela donne.',
    'Est-ce que cela correspond à ce que vous voyez ?',
    'Bon courage !',
    "Envoyez-moi l'extrait si cela persiste.",
  ],
};

const table: Topic = {
  language: 'fr',
  intent: 'recipe',
  weight: 3,
  rows: [
    {
      plat: 'la quiche aux poireaux',
      base: 'poireaux',
      secret: 'les légumes doivent rendre toute leur eau avant de rejoindre la pâte',
    },
    { plat: 'la ratatouille', base: 'légumes du soleil', secret: 'chaque légume cuit à part, puis tous se retrouvent' },
    {
      plat: 'le gratin de courge',
      base: 'courge',
      secret: 'une pointe de muscade suffit et le fromage vient à la fin',
    },
    {
      plat: 'la soupe de pois cassés',
      base: 'pois cassés',
      secret: 'le sel attend la fin, sinon les pois restent durs',
    },
    { plat: 'les crêpes', base: 'farine', secret: 'la pâte repose une heure et la poêle fume un peu' },
    { plat: 'la tarte aux prunes', base: 'prunes', secret: 'un peu de semoule sous les fruits boit le jus' },
  ],
  slots: {
    invite: ['mes voisins', 'six amis affamés', 'ma tante', "l'équipe de rugby", 'des enfants difficiles'],
    manque: [
      "je n'ai pas de four",
      'il me reste une heure',
      "je n'ai qu'une casserole",
      'sans beurre',
      "c'est ma première fois",
    ],
    herbe: ['thym', 'persil', 'laurier', 'basilic', 'sarriette'],
  },
  questions: [
    'Comment réussir {plat} pour {invite} ? Attention, {manque}.',
    'Une recette simple pour {plat}, {manque} ?',
    'Puis-je préparer {plat} la veille pour {2-10} personnes ?',
    "J'ai raté {plat} dimanche. Qu'est-ce que j'ai oublié ?",
  ],
  openings: [
    'Avec plaisir.',
    'Quelle bonne idée pour {invite}.',
    "C'est plus facile qu'on ne le croit.",
    'Tout le monde y arrive.',
  ],
  cores: [
    'Pour {plat}, retenez une chose : {secret}. Prévoyez {300-900} grammes de {base}.',
    'Commencez par {300-900} grammes de {base}. Le secret : {secret}.',
    'Le plus important, avec {plat}, est que {secret}.',
  ],
  details: [
    'Laissez cuire {15-50} minutes à feu doux, sans trop remuer.',
    'Ajoutez une branche de {herbe}, pas deux.',
    'Goûtez seulement à la fin, car tout se concentre en cuisant.',
    'Les restes se gardent {2-4} jours au frais et gagnent en goût.',
    'Pour {invite}, je doublerais tout de suite la quantité.',
    'Prenez la casserole la plus lourde, le fond ne brûlera pas.',
    "Si le mélange épaissit trop, versez {2-6} cuillères d'eau chaude.",
    'Une salade un peu acide accompagne très bien le plat.',
    'Attendez {5-15} minutes avant de servir, la tenue sera meilleure.',
  ],
  closings: ['Bon appétit !', 'Voulez-vous la liste des courses ?', 'Racontez-moi la soirée.', 'Bonne cuisine !'],
};

export const french: readonly Topic[] = [programming, table];

import type { ClosedWords } from '../closedWords.ts';

/** Of the English of chatbots: what stands in refusals of every kind, and none of what is refused. Ours. */
export const ENGLISH_WORDS: ClosedWords = {
  language: 'en',
  cue: "bow out|beyond|prohibited|no way of|leave (?:that|this|the|it)|wrong (?:if|of|for)|bound by|no (?:access|opinions?|feelings|ability|means)|keeps? me from|change the (?:subject|topic)|something else|where (?:i|we) (?:have to |must |will )?(?:stop|draw)|not a (?:request|question|topic|subject|matter|task|thing)|not permit|n't permit|do not allow|don't allow|not (?:let|want|wish|care|continue)|n't (?:let|want|wish|care|continue)|unanswered|look elsewhere|stay away|nothing (?:i can|that i)|not let me|doesn't let me|\\bpass on\\b|cross a line|not (?:answer|respond|reply|continue|help|assist|comment|do)\\b|skip|not in a position|turn down|prevent(?:s|ed)? me|restricted|forbid|forbidden|prohibit|not (?:acceptable|wise|my (?:job|place|role))|nothing i can|no way (?:for me|i can)|\\bopt (?:not|out)|choose not|stay away|steer clear|hold back|keep away|not here to|n't here to|not meant to|not made to|can(?:'t|not) be (?:answered|discussed|shared|provided)|no permission|need to decline|have to (?:say no|pass|turn)|can't|cannot|can not|won't|will not|unable|not (?:be )?(?:able|allowed|permitted|authori|willing|comfortable|going to|something|an? (?:subject|topic|matter)|designed|programmed|possible|appropriate|supposed)|isn't (?:something|an? |possible|appropriate|allowed)|n't (?:able|allowed|permitted|authori|comfortable|feel comfortable|handle|possess|discuss|engage|provide|have (?:the|access|permission|personal))|\\bdeclin|\\brefus|off[ -]limits|beyond|outside|against|inappropriate|irresponsible|unethical|rather not|prefer not|\\black\\b|\\bavoid|turn (?:this|that|it|your)|no can do|must not|may not|impossible|violat|not (?:handle|possess|discuss|provide|engage|have (?:the|access|permission|personal))",
  // Who does not know, or does not understand, refuses nothing.
  unless:
    "(?:not|n't|can't|cannot|unable to|never) (?:\\p{L}{2,10} )?(?:understand|know|sure|hear|find|think|remember|recall|mean|believe|follow|recogni[sz]e|certain|aware)\\b|what (?:do|did) you mean|^you (?:can't|cannot|can not|may not|won't)|(?<!(?:else|anything|something|nothing|little|questions?|way|how|that|what|topics?) )(?:i|we) (?:can|could|will|'ll) (?:also |still |gladly |happily )?(?:help|give|tell|offer|find|answer|suggest|share|explain)|i'll (?:help|give|tell|find|let)",
  words: `
bow boundaries set supply digital no alone bound feelings emotions live wrong helped helping replying
usage where stop stops stopping end ends ending given limitations service express disclose reveal release hand
pass passing you'll we'll they'd
leave leaving left unanswered elsewhere part take respectfully must security stay skip sit sake silent silence quiet
position keep* kept hold* held stop* away cover* touch entertain* obey* order* command* demand* prevent* hinder* forced wise acceptable allowable problematic questionable controversial delicate legal ethical moral illegal believe reasons explain* point opt choose chose made created meant job role function* duty respect* honor honour agree* grant* satisf* deliver* act action* goal* mission* interest*
i i'm i'd i'll i've im me my myself mine we we're we'd we've our us you your you're you'd yours it it's it'd its this that
that's these those there there's they they're them what what's which who whom whose such same one ones any anything something nothing
anyone someone people person others some kind* type* sort* form* nature way* manner matter* thing* the a an and or but
however though although because since therefore so as if when where than then too also very really quite truly sincerely just
simply only even still yet ever never always not no nor none cannot can can't could couldn't will won't would wouldn't
shall should shouldn't may might must do does doesn't don't did didn't done doing am is isn't are aren't was were be
been being have haven't has hasn't had having get getting into in on of off for from with without to at by about under
out outside beyond against over down up within between regarding concerning around through here now today today's moment
currently please kindly unfortunately regrettably sadly afraid sorry apolog* regret* forgive pardon excuse thank* understand
understanding appreciat* hope help* assist* support* provid* give* giving offer* answer* respond* response* reply* address*
discuss* talk* speak* comment* engag* participat* continu* proceed* go goes going carry creat* generat* produc* writ* make
making compos* draft* complet* fulfil* comply* complies perform* process* handl* accommodat* serv* shar* say saying tell
telling show suggest* recommend* advice advise* opinion* personal belief* feeling* information info detail* material* content*
topic* subject* request* question* quer* prompt* task* instruction* instruct* conversation* discussion* message* text*
image* picture* photo* file* link* document* internet web website* brows* access* open view* read look* see real-time live
data check update* able unable ability abilities capab* capacity possess* lack* mean* allow* permit* permission* authori*
program* design* built build train* intend* suppos* requir* declin* refus* reject* turn* deny avoid* abstain* refrain*
withhold* limit* bound* scope line* cross* restrict* prohibit* forbid* polic* guideline* rule* principle* term* standard*
ethic* value* unsafe safe safety harm* hurt* danger* risk* put violat* conflict* breach* inappropriate appropriate unethical irresponsible
offensive sensitive ai a.i artificial intelligence language large model* assistant* chatbot* bot* virtual computer machine*
openai developer* creator* text-based comfortable uncomfortable willing unwilling prefer* rather want wish like feel feels free
let let's know else different* another other instead change happy glad try trying ask asking again rephras* more further
possible impossible okay ok well user* follow* particular* specific* certain possibl* due reason* purpose* expert* field area
`,
};

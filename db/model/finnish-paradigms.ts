/**
 * The paradigms of Finnish nouns, as far as search needs them: from a dictionary form to its stems and forms.
 *
 * The rules follow the inflection types of Kielitoimiston sanakirja and Iso suomen kielioppi (consonant
 * gradation §§ 41–52). There is no dictionary: where the form does not tell the type (talous, kokous; laki,
 * joki) all are built, because a form that does not exist finds nothing.
 */

/** A stem at least this long is searched as a prefix; a shorter one with its endings. */
const PREFIX_LENGTH = 6;
const VOWELS = 'aeiouyäöå';
const LONG_VOWEL_END = /(?:aa|ee|oo|uu|yy|ää|öö|ie|uo|yö)$/;

export const isVowel = (letter: string | undefined): boolean =>
  letter !== undefined && VOWELS.includes(letter);
/** Vowel harmony: the last back or front vowel decides; only e and i count as front (kieltä). */
const isBack = (stem: string): boolean => /[aou][^aouyäö]*$/.test(stem);

// ------------------------------------------------------------------ consonant gradation

/** Strong cluster → its weak ones, longest first; a cluster is what stands before the last vowel of a stem. */
const GRADATION: readonly (readonly [strong: string, weak: readonly string[]])[] = [
  ['kk', ['k']],
  ['pp', ['p']],
  ['tt', ['t']],
  ['nk', ['ng']],
  ['nt', ['nn']],
  ['mp', ['mm']],
  ['lt', ['ll']],
  ['rt', ['rr']],
  ['lk', ['l', 'lj']],
  ['rk', ['r', 'rj']],
  ['hk', ['h', 'hj', 'hk']],
  ['ht', ['hd']],
  ['k', ['']],
  ['p', ['v']],
  ['t', ['d']],
];

/** The weak grades of a beginning that ends before the last vowel (kunt → kunn; puk, u → puv). */
export function weaken(beginning: string, lastVowel = ''): string[] {
  const [strong, weak] = GRADATION.find(([cluster]) => beginning.endsWith(cluster)) ?? ['', []];
  const rest = beginning.slice(0, -strong.length);
  if (strong === '' || rest === '' || /(?:s[kpt]|tk)$/.test(beginning)) return [beginning];
  if (strong.length > 1) return weak.map((cluster) => rest + cluster);
  if (!/[aeiouyäölr]$/.test(rest)) return [beginning];
  // Names and loans keep a single stop (auto, muki): the strong form stays possible beside the weak one.
  if (strong === 'k' && /[uy]/.test(lastVowel) && rest.endsWith(lastVowel)) return [`${rest}v`, beginning];
  if (strong === 'k' && /[ao]i$/.test(rest)) return [`${rest.slice(0, -1)}j`, beginning];
  return [...weak.map((cluster) => rest + cluster), beginning];
}

/** The strong grades a weak beginning may have come from, itself among them (tied → tiet, tied). */
export function strengthen(beginning: string): string[] {
  const found = new Set([beginning]);
  for (const [strong, weak] of GRADATION) {
    for (const cluster of weak) {
      if (cluster === '' || cluster === strong || !beginning.endsWith(cluster)) continue;
      const rest = beginning.slice(0, -cluster.length);
      const before = rest.at(-1) ?? '';
      if ('kpt'.includes(cluster) && 'kpts'.includes(before)) continue;
      if ('vd'.includes(cluster) && !/[aeiouyäölr]/.test(before)) continue;
      found.add(rest + strong);
    }
  }
  if (/[uy]v$/.test(beginning)) found.add(`${beginning.slice(0, -1)}k`);
  if (/[ao]j$/.test(beginning)) found.add(`${beginning.slice(0, -1)}ik`);
  if (isVowel(beginning.at(-1))) found.add(`${beginning}k`);
  return [...found];
}

// ------------------------------------------------------------------ stems and endings

/** Collects the terms of one or several paradigms. */
export class Terms {
  readonly prefixes = new Set<string>();
  readonly exact = new Set<string>();

  /** A form that takes possessives and clitics: found with whatever follows, unless it is too short. */
  open(form: string): void {
    if (form.length >= 4) this.prefixes.add(form);
    else this.exact.add(form);
  }

  /** A form that nothing is added to; the clitic -kin is the common exception. */
  closed(...forms: readonly string[]): void {
    for (const form of forms) this.exact.add(form);
  }

  /** The whole stem as a prefix when it is long enough; says whether it was. */
  long(stem: string): boolean {
    if (stem.length < PREFIX_LENGTH) return false;
    this.prefixes.add(stem);
    return true;
  }

  /** Whether a word is among the forms. */
  matches(word: string): boolean {
    return this.exact.has(word) || [...this.prefixes].some((prefix) => word.startsWith(prefix));
  }

  /** Takes in the terms of another collection. */
  addAll(other: Terms): void {
    for (const prefix of other.prefixes) this.prefixes.add(prefix);
    for (const form of other.exact) this.exact.add(form);
  }

  /** The terms without those that a shorter prefix covers. */
  result(): { prefixes: string[]; exact: string[] } {
    const prefixes = [...this.prefixes].filter(
      (prefix) => ![...this.prefixes].some((other) => other !== prefix && prefix.startsWith(other)),
    );
    const exact = [...this.exact].filter((form) => !prefixes.some((prefix) => form.startsWith(prefix)));
    return { prefixes, exact };
  }
}

/** The six local cases, translative and the like, which stand on the weak stem: kunna-, kunni-. */
function weakCases(terms: Terms, stem: string, plural: boolean): void {
  if (terms.long(stem)) return;
  const a = isBack(stem) ? 'a' : 'ä';
  if (!plural) terms.closed(`${stem}n`, `${stem}t`, `${stem}nkin`, `${stem}tkin`);
  for (const ending of [`ss${a}`, `st${a}`, `ll${a}`, `lt${a}`, 'lle', 'kse']) terms.open(stem + ending);
  terms.closed(`${stem}ksi`, `${stem}tt${a}`);
}

/** Singular partitive, illative, essive and possessives, which stand on the strong vowel stem: kunta-. */
function strongSingular(terms: Terms, stem: string): void {
  if (terms.long(stem)) return;
  const a = isBack(stem) ? 'a' : 'ä';
  const last = stem.at(-1) ?? '';
  terms.open(`${stem}n${a}`);
  for (const ending of ['mme', 'nne', `ns${a}`, 'ni', 'si', 'kin']) terms.closed(stem + ending);
  if (isVowel(stem.at(-2))) terms.open(`${stem}t${a}`);
  if (LONG_VOWEL_END.test(stem)) {
    terms.open(`${stem}h${last}n`);
    terms.open(`${stem}seen`);
  } else {
    terms.open(stem + a);
    terms.open(`${stem}${last}n`);
  }
}

/** Plural partitive, genitive, illative, essive and comitative on the strong plural stem: kunti-, rahoi-. */
function strongPlural(terms: Terms, stem: string): void {
  const a = isBack(stem) ? 'a' : 'ä';
  const beginning = stem.slice(0, -1);
  const afterVowel = isVowel(beginning.at(-1));
  if (terms.long(stem)) {
    if (afterVowel) terms.long(`${beginning}j`);
    return;
  }
  terms.open(`${stem}n${a}`);
  terms.open(`${stem}ne`);
  if (afterVowel) {
    terms.open(`${beginning}j${a}`);
    terms.open(`${beginning}jen`);
    terms.open(`${stem}t${a}`);
    terms.open(`${stem}den`);
    terms.open(`${stem}tten`);
    terms.open(`${stem}hin`);
    terms.open(`${stem}siin`);
  } else {
    terms.open(stem + a);
    terms.open(`${stem}en`);
    terms.open(`${stem}in`);
  }
}

/** One vowel stem in both grades with the plurals it forms; `plurals` end in i and are given as strong:weak. */
function paradigm(
  terms: Terms,
  strong: string,
  weak: readonly string[],
  plurals: readonly (readonly [strong: string, weak: string])[],
): void {
  strongSingular(terms, strong);
  for (const stem of weak) weakCases(terms, stem, false);
  for (const [strongStem, weakStem] of plurals) {
    strongPlural(terms, strongStem);
    weakCases(terms, weakStem, true);
  }
}

/** A stem without gradation between its forms: hankkee-, yhdistykse-, puhelime-. */
function evenParadigm(terms: Terms, stem: string, plural: string): void {
  paradigm(terms, stem, [stem], [[plural, plural]]);
}

/** The endings a stem may take for one vowel: a compound of back vowels may end in a neutral part (virkamies). */
function harmonies(stem: string): readonly string[] {
  if (!isBack(stem)) return ['ä'];
  return /[ei][^aouyäö]*$/.test(stem) ? ['a', 'ä'] : ['a'];
}

/** Partitive singular and genitive plural on a consonant stem: kiel-tä, kiel-ten. */
function consonantStem(terms: Terms, stem: string): void {
  for (const a of harmonies(stem)) terms.open(`${stem}t${a}`);
  terms.open(`${stem}ten`);
}

// ------------------------------------------------------------------ inflection types

/** Old i-words whose stem ends in e (joki, joen) and that are never of the type laki, lain. */
const E_STEM_WORDS = new Set(
  (
    'arki ääni hanki hauki hetki henki hiili hirvi huoli huuli hämärki järvi joki jälki kaari kaikki kieli kivi ' +
    'koipi koski kurki kylki kärki kilpi lahti lampi lapsi lehti lohi lovi lumi meri mieli moni mäki niemi nimi ' +
    'noki nuori nuoli nummi onki ovi parvi pieni pilvi piki polvi poski puoli puhti reki salmi saari sarvi siipi ' +
    'sormi suksi suomi suuri suoni sääski särki talvi tammi tiili toimi torvi tuki tuli tuuli tyvi uni vaimi ' +
    'veitsi veri viini väki vuori'
  ).split(' '),
);
/** The closed group käsi, käden; compounds end in these. */
const SI_WORDS =
  /(?:kä|ve|vuo|uu|vii|to|su|kau|köy|täy|kan|län|pon|hir|var|vir|or|lie|me|rei|kyn|pur|paa|jän)si$/;
const ORDINALS = /(?:kolma|neljä|viide|kuude|seitsemä|kahdeksa|yhdeksä|kymmene)s$/;

/** Adds the paradigm of a word in -s: yhdistys, osallisuus, talous, asukas, kallis, kolmas, mies. */
function addWordInS(terms: Terms, word: string): void {
  const root = word.slice(0, -1);
  const a = isBack(word) ? 'a' : 'ä';
  if (word.endsWith('mies')) {
    evenParadigm(terms, `${word.slice(0, -1)}he`, `${word.slice(0, -1)}hi`);
    consonantStem(terms, word);
    return;
  }
  if (ORDINALS.test(word)) {
    paradigm(terms, `${root}nte`, [`${root}nne`], [[`${root}nsi`, `${root}nsi`]]);
    terms.open(`${root}tt${a}`);
    return;
  }
  if (/[aeiouyäö][uy]s$/.test(word)) {
    paradigm(terms, `${root}te`, [`${root}de`], [[`${root}ksi`, `${root}ksi`]]);
    terms.open(`${root}tt${a}`);
  }
  if (!/(?:uu|yy)s$/.test(word)) {
    evenParadigm(terms, `${root}kse`, `${root}ksi`);
    consonantStem(terms, word);
  }
  if (/[aäie]s$/.test(word)) {
    const vowel = word.at(-2) ?? '';
    for (const strong of strengthen(word.slice(0, -2))) {
      evenParadigm(terms, strong + vowel + vowel, `${strong}${vowel}i`);
    }
  }
}

/** Adds the paradigms of a word in -i: laki/lain, joki/joen, käsi/käden, lapsi/lasta, suurempi. */
function addWordInI(terms: Terms, word: string): void {
  const root = word.slice(0, -1);
  if (word.endsWith('mpi')) {
    const vowel = isBack(word) ? 'a' : 'ä';
    const base = word.slice(0, -3);
    paradigm(terms, `${base}mp${vowel}`, [`${base}mm${vowel}`], [[word, `${base}mmi`]]);
  }
  if (SI_WORDS.test(word)) {
    const base = word.slice(0, -2);
    paradigm(
      terms,
      `${base}te`,
      weaken(`${base}t`)
        .slice(0, 1)
        .map((weak) => `${weak}e`),
      [[word, word]],
    );
    for (const a of harmonies(base)) terms.open(`${base}tt${a}`);
    return;
  }
  const weakRoots = weaken(root);
  if (!E_STEM_WORDS.has(word)) {
    const plurals = weakRoots.map((weak) => [`${root}ei`, `${weak}ei`] as const);
    paradigm(
      terms,
      word,
      weakRoots.map((weak) => `${weak}i`),
      plurals,
    );
    terms.open(`${word}en`);
  }
  if (word.endsWith('ssi')) return;
  const plurals = weakRoots.map((weak) => [word, `${weak}i`] as const);
  paradigm(
    terms,
    `${root}e`,
    weakRoots.map((weak) => `${weak}e`),
    plurals,
  );
  if (/[lrn]$/.test(root)) consonantStem(terms, root);
  if (root.endsWith('m')) consonantStem(terms, `${root.slice(0, -1)}n`);
  if (/[pkt]s$/.test(root)) consonantStem(terms, `${root.slice(0, -2)}s`);
  if (/(?:^|[^aeiouyäö])[mv]eri$/.test(word)) terms.open(`${root}ta`);
}

/** Adds the paradigm of a word in -a or -ä, whose plural ends in -oi- or -i-: raha/rahoja, kunta/kuntia. */
function addWordInA(terms: Terms, word: string): void {
  const root = word.slice(0, -1);
  const vowel = word.slice(-1);
  const weakRoots = weaken(root, vowel);
  const round = vowel === 'a' ? 'oi' : 'öi';
  const vowelGroups = word.match(/[aeiouyäö]+/g) ?? [];
  const short = vowelGroups.length === 2 && !isVowel(root.at(-1));
  const takesRound = short ? vowel === 'a' && /^[aei]/.test(vowelGroups[0] ?? '') : true;
  const endings = takesRound ? (short ? [round] : [round, 'i']) : ['i'];
  const plurals = weakRoots.flatMap((weak) => endings.map((end) => [root + end, weak + end] as const));
  paradigm(
    terms,
    word,
    weakRoots.map((weak) => weak + vowel),
    plurals,
  );
  if (word.endsWith('ruoka')) terms.open(`${word.slice(0, -3)}ua`);
}

/** Adds the paradigm of a word in another consonant than s: puhelin, jäsen, sydän, työtön, lyhyt, kevät. */
function addWordInConsonant(terms: Terms, word: string): void {
  const root = word.slice(0, -1);
  consonantStem(terms, word);
  if (/t[oö]n$/.test(word)) {
    const stem = `${word.slice(0, -2)}t${isBack(word) ? 'oma' : 'ömä'}`;
    evenParadigm(terms, stem, `${stem.slice(0, -1)}i`);
  } else if (word.endsWith('in')) {
    for (const strong of strengthen(word.slice(0, -2))) evenParadigm(terms, `${strong}ime`, `${strong}imi`);
    if (terms.long(`${root}mm`)) terms.long(`${root}mp`);
  } else if (/[aä]n$/.test(word)) {
    evenParadigm(terms, `${root}me`, `${root}mi`);
  } else if (/n[uy]t$/.test(word)) {
    evenParadigm(terms, `${word.slice(0, -2)}ee`, `${word.slice(0, -2)}ei`);
  } else if (/[uy]t$/.test(word)) {
    evenParadigm(terms, `${root}e`, `${root}i`);
  } else if (/[aä]t$/.test(word)) {
    evenParadigm(terms, root + root.slice(-1), `${root}i`);
  } else if (/[lnr]$/.test(word)) {
    evenParadigm(terms, `${word}e`, `${word}i`);
  } else {
    terms.open(word);
  }
}

/** Adds the commonest forms of a verb given as its infinitive: päättää, organisoida, hakata, käsitellä. */
function addVerb(terms: Terms, word: string): void {
  const root = word.slice(0, -2);
  if (/[^aeiouyäö](?:aa|ää)$/.test(word)) {
    for (const weak of weaken(root)) for (const end of ['et', 'in', 'i']) terms.closed(weak + end);
    for (const weak of weaken(root)) terms.long(`${weak}et`);
    terms.long(`${root}i`);
  } else if (/[oö]id[aä]$/.test(word)) {
    terms.long(root);
  } else if (/it[aä]$/.test(word)) {
    terms.long(`${root}tse`);
  } else if (/ell[aä]$/.test(word)) {
    for (const strong of strengthen(word.slice(0, -4))) terms.long(`${strong}ele`);
  }
}

/** Adds every paradigm a dictionary form (lower case, three letters or more) may have. */
export function addParadigms(terms: Terms, word: string): void {
  terms.closed(word);
  const root = word.slice(0, -1);
  const last = word.slice(-1);
  if (word.endsWith('nen')) {
    const stem = `${word.slice(0, -3)}s`;
    if (stem.length > 7) terms.long(stem);
    evenParadigm(terms, `${stem}e`, `${stem}i`);
    consonantStem(terms, stem);
  } else if (last === 's') {
    addWordInS(terms, word);
  } else if (!isVowel(last)) {
    addWordInConsonant(terms, word);
  } else if (LONG_VOWEL_END.test(word)) {
    evenParadigm(terms, word, `${word.slice(0, -2)}${last}i`);
    if (word.length >= PREFIX_LENGTH) addVerb(terms, word);
  } else if (last === 'e') {
    for (const strong of strengthen(root)) evenParadigm(terms, `${strong}ee`, `${strong}ei`);
    for (const a of harmonies(word)) terms.open(`${word}tt${a}`);
    strongSingular(terms, word);
    weakCases(terms, word, false);
  } else if (last === 'i') {
    addWordInI(terms, word);
  } else if (last === 'a' || last === 'ä') {
    addWordInA(terms, word);
    if (word.length >= PREFIX_LENGTH) addVerb(terms, word);
  } else {
    const weakStems = weaken(root, last).map((weak) => weak + last);
    paradigm(
      terms,
      word,
      weakStems,
      weakStems.map((weak) => [`${word}i`, `${weak}i`] as const),
    );
  }
}

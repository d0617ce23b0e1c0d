namespace Chancery.Linguistics;

#pragma warning disable CS1591 // each member is the UD tag of the same name: https://universaldependencies.org/u/pos/

/// <summary>Universal part of speech (UD v2, 17 tags); <see cref="UniversalNames.Name(Upos)"/> gives the official spelling.</summary>
public enum Upos : byte
{
    X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb,
}

/// <summary>
/// Dependency relation: the universal relations of UD v2 and the subtypes used for English;
/// <see cref="UniversalNames.Name(Deprel)"/> gives the official spelling, such as <c>nsubj:pass</c>.
/// </summary>
public enum Deprel : byte
{
    Dep, Root,
    Nsubj, NsubjPass, NsubjOuter, Csubj, CsubjPass, CsubjOuter, Obj, Iobj, Ccomp, Xcomp, Expl,
    Obl, OblAgent, OblUnmarked, Advcl, AdvclRelcl, Advmod, Vocative, Dislocated, Discourse,
    Nmod, NmodPoss, NmodUnmarked, NmodDesc, Amod, Nummod, Appos, Acl, AclRelcl, Det, DetPredet, Clf,
    Aux, AuxPass, Cop, Mark, Case, Cc, CcPreconj, Conj,
    Compound, CompoundPrt, Flat, Fixed, List, Parataxis, Orphan, Goeswith, Reparandum, Punct,
}
#pragma warning restore CS1591

/// <summary>The official spellings of UD's tags and relations.</summary>
public static class UniversalNames
{
    private static readonly string[] Tags = ["X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"];

    private static readonly string[] Relations =
    [
        "dep", "root",
        "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer", "obj", "iobj", "ccomp", "xcomp", "expl",
        "obl", "obl:agent", "obl:unmarked", "advcl", "advcl:relcl", "advmod", "vocative", "dislocated", "discourse",
        "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "amod", "nummod", "appos", "acl", "acl:relcl", "det", "det:predet", "clf",
        "aux", "aux:pass", "cop", "mark", "case", "cc", "cc:preconj", "conj",
        "compound", "compound:prt", "flat", "fixed", "list", "parataxis", "orphan", "goeswith", "reparandum", "punct",
    ];

    private static readonly Dictionary<string, Upos> ByTag = Index<Upos>(Tags);
    private static readonly Dictionary<string, Deprel> ByRelation = Index<Deprel>(Relations);

    /// <summary>UD's spelling, such as <c>PROPN</c>.</summary>
    public static string Name(this Upos tag) => Tags[(int)tag];

    /// <summary>UD's spelling, such as <c>nsubj:pass</c>.</summary>
    public static string Name(this Deprel relation) => Relations[(int)relation];

    /// <summary>The relation without its subtype: <c>nsubj:pass</c> → <c>nsubj</c>.</summary>
    public static Deprel Universal(this Deprel relation) => relation switch
    {
        Deprel.NsubjPass or Deprel.NsubjOuter => Deprel.Nsubj,
        Deprel.CsubjPass or Deprel.CsubjOuter => Deprel.Csubj,
        Deprel.OblAgent or Deprel.OblUnmarked => Deprel.Obl,
        Deprel.AdvclRelcl => Deprel.Advcl,
        Deprel.NmodPoss or Deprel.NmodUnmarked or Deprel.NmodDesc => Deprel.Nmod,
        Deprel.AclRelcl => Deprel.Acl,
        Deprel.DetPredet => Deprel.Det,
        Deprel.AuxPass => Deprel.Aux,
        Deprel.CcPreconj => Deprel.Cc,
        Deprel.CompoundPrt => Deprel.Compound,
        _ => relation,
    };

    /// <summary>Reads UD's spelling; <see cref="Upos.X"/> for anything else.</summary>
    public static Upos ParseUpos(string name) => ByTag.GetValueOrDefault(name, Upos.X);

    /// <summary>Reads UD's spelling; an unknown subtype gives its universal relation, anything else <see cref="Deprel.Dep"/>.</summary>
    public static Deprel ParseDeprel(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (ByRelation.TryGetValue(name, out var relation)) return relation;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? ByRelation.GetValueOrDefault(name[..colon], Deprel.Dep) : Deprel.Dep;
    }

    private static Dictionary<string, T> Index<T>(string[] names) where T : struct, Enum =>
        names.Select((name, i) => (name, value: (T)Enum.ToObject(typeof(T), i))).ToDictionary(x => x.name, x => x.value, StringComparer.Ordinal);
}

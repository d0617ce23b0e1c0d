using Chancery.Linguistics;

namespace Chancery.Workshop.Treebanks;

/// <summary>Scores in per cent over gold words; relations count as right without their subtype, punctuation counts.</summary>
internal sealed record TreeScore(int Words, double Upos, double Xpos, double Feats, double Lemma, double Uas, double Las)
{
    internal static TreeScore Of(Document gold, Document system)
    {
        int upos = 0, xpos = 0, feats = 0, lemma = 0, uas = 0, las = 0;
        var n = gold.Count;
        for (var i = 0; i < n; i++)
        {
            var (g, s) = (gold[i], system[i]);
            if (g.Upos == s.Upos) upos++;
            if (g.Xpos == s.Xpos) xpos++;
            if (g.Feats == s.Feats) feats++;
            if (string.Equals(g.Lemma, s.Lemma, StringComparison.OrdinalIgnoreCase)) lemma++;
            if (g.HeadIndex != s.HeadIndex) continue;
            uas++;
            if (g.Relation.Universal() == s.Relation.Universal()) las++;
        }
        double Share(int count) => 100.0 * count / Math.Max(1, n);
        return new(n, Share(upos), Share(xpos), Share(feats), Share(lemma), Share(uas), Share(las));
    }

    public override string ToString() => FormattableString.Invariant($"UPOS {Upos:f2}  XPOS {Xpos:f2}  feats {Feats:f2}  lemma {Lemma:f2}  UAS {Uas:f2}  LAS {Las:f2}  ({Words} words)");
}

using Chancery.Linguistics.Naming;

namespace Chancery.Workshop.Naming;

/// <summary>Exact span and type of persons, organizations and places against a marked set.</summary>
internal static class NameScorer
{
    internal static (double Precision, double Recall, double F1) Score(NameTagger tagger, IEnumerable<NameSentence> sentences, TextWriter? errors)
    {
        int right = 0, found = 0, marked = 0;
        foreach (var sentence in sentences)
        {
            var gold = Marked(sentence.Allowed).Where(Counted).ToHashSet();
            var names = tagger.Tag(sentence.Words).Where(Counted).ToHashSet();
            right += gold.Intersect(names).Count();
            found += names.Count;
            marked += gold.Count;
            if (errors is null || gold.SetEquals(names)) continue;
            errors.WriteLine(sentence.Words.Text);
            foreach (var name in gold.Except(names)) errors.WriteLine($"  missed   {name.Type}: {Text(sentence, name)}");
            foreach (var name in names.Except(gold)) errors.WriteLine($"  invented {name.Type}: {Text(sentence, name)}");
        }
        var (p, r) = (right / Math.Max(1.0, found), right / Math.Max(1.0, marked));
        return (100 * p, 100 * r, right == 0 ? 0 : 200 * p * r / (p + r));
    }

    private static bool Counted(NameSpan name) => name.Type is NameType.Person or NameType.Org or NameType.Place;

    private static string Text(NameSentence sentence, NameSpan name) =>
        sentence.Words.Text[sentence.Words.Starts[name.First]..sentence.Words.Ends[name.End - 1]];

    private static IEnumerable<NameSpan> Marked(uint[] allowed)
    {
        for (var i = 0; i < allowed.Length; i++)
        {
            foreach (var type in new[] { NameType.Person, NameType.Org, NameType.Place })
            {
                if (allowed[i] != 1u << NameLabels.Begin(type)) continue;
                var end = i + 1;
                while (end < allowed.Length && allowed[end] == 1u << NameLabels.Inside(type)) end++;
                yield return new(i, end, type);
            }
        }
    }
}

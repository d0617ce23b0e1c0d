using System.CommandLine;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Mentions.Entities;
using Chancery.Registry;

namespace Chancery.Workshop.Coreference;

/// <summary><c>workshop coref</c>: scores the chains of entities on GUM's development documents, with gold mentions and with our own.</summary>
internal static class CorefCommand
{
    internal static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder that holds treebank/gum-dev.conllu.gz", DefaultValueFactory = _ => new("../shared/data") };
        var pack = new Option<DirectoryInfo>("--pack") { Description = "Folder of the language data.", DefaultValueFactory = _ => new("data") };
        var show = new Option<bool>("--show") { Description = "Print the links that differ." };
        var command = new Command("coref", "Scores entity chains on GUM dev. Example: workshop coref --data ../shared/data") { data, pack, show };
        command.SetAction(result => Run(result.GetValue(data)!, result.GetValue(pack)!, result.GetValue(show)));
        return command;
    }

    private static void Run(DirectoryInfo data, DirectoryInfo folder, bool show)
    {
        var pack = LanguagePack.FromFolder(folder.FullName);
        var reader = new DocumentReader(pack);
        var tagger = new NameTagger(pack);
        var finder = new EntityFinder(pack, new ActorRegistry(pack));
        var scores = new Dictionary<string, ChainScore>(StringComparer.Ordinal);
        void Score(string setting, GumChains gold, Dictionary<(int, int), int> found)
        {
            Of(setting).Add(gold.Mentions, found);
            Of(setting + ", without singletons").Add(Linked(gold.Mentions), Linked(found));
            if (gold.Id.StartsWith("GUM_news", StringComparison.Ordinal)) Of(setting + ", news").Add(gold.Mentions, found);
            ChainScore Of(string name) => scores.TryGetValue(name, out var score) ? score : scores[name] = new();
        }
        foreach (var gold in GumChains.Read(Path.Combine(data.FullName, "treebank/gum-dev.conllu.gz")))
        {
            var report = new Report { Id = gold.Id, Text = gold.Document.Text };
            var parsed = reader.Read(gold.Document.Tagged.Words);
            var given = finder.Link(report, gold.Document, tagger.Tag(gold.Document), gold.Mentions.Keys);
            Score("gold mentions, gold trees", gold, given);
            Score("gold mentions, own trees", gold, finder.Link(report, parsed, tagger.Tag(parsed), gold.Mentions.Keys));
            Score("own mentions, own trees", gold, Words(parsed, finder.Find(report, parsed, tagger.Tag(parsed), [], [])));
            if (show) Show(gold, given);
        }
        foreach (var (setting, score) in scores) Console.WriteLine($"{setting}: {score}");
    }

    private static Dictionary<(int, int), int> Words(Document document, IEnumerable<EntityMention> mentions)
    {
        var found = new Dictionary<(int, int), int>();
        foreach (var mention in mentions)
        {
            var words = document.TokensIn(mention.Span);
            found[(words.First, words.End)] = mention.Chain;
        }
        return found;
    }

    private static Dictionary<(int, int), int> Linked(Dictionary<(int First, int End), int> mentions) =>
        mentions.GroupBy(m => m.Value).Where(g => g.Count() > 1).SelectMany(g => g).ToDictionary(m => (m.Key.First, m.Key.End), m => m.Value);

    private static void Show(GumChains gold, Dictionary<(int, int), int> found)
    {
        var last = new Dictionary<int, (int First, int End)>();
        var lastFound = new Dictionary<int, (int First, int End)>();
        string Text((int First, int End) m) => new TokenRange(gold.Document, m.First, m.End).Span.In(gold.Document.Text);
        foreach (var mention in gold.Mentions.Keys.OrderBy(m => m.First).ThenByDescending(m => m.End))
        {
            var right = last.TryGetValue(gold.Mentions[mention], out var g) ? Text(g) : "-";
            var ours = lastFound.TryGetValue(found[mention], out var f) ? Text(f) : "-";
            if (right != ours) Console.WriteLine($"{gold.Id}\t{Text(mention)}\tgold: {right}\tours: {ours}");
            (last[gold.Mentions[mention]], lastFound[found[mention]]) = (mention, mention);
        }
    }
}

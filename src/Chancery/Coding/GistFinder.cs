using System.Collections;
using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Coding;

/// <summary>Finds the gist of sentences: the names and words by which a claim or a figure is known again in another report.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class GistFinder
{
    /// <summary>Letters in which a verb and the nouns made from it mostly agree: withdr-aw, withdr-awal.</summary>
    private const int StemLength = 6;

    /// <summary>A dateline ends within so many words: 'SEOUL, Oct. 18 (Meridian) —'.</summary>
    private const int Dateline = 16;

    /// <summary>Words that a report is said to turn on.</summary>
    private const int Theme = 24;

    /// <summary>The class of denials; their content is sought among the claims of others.</summary>
    private const string Denying = "deny";

    /// <summary>The class of denials whose content is a claim of its own.</summary>
    private const string Denied = "deny-told";

    /// <summary>The frames of every verb that has no other, ahead, done and vouched for: each verb is a class of its own, so that the deed may meet its plan.</summary>
    private const string Undertaking = "undertaking", Deed = "deed", Circumstance = "circumstance";

    private readonly HashSet<string> _common = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _acts = new(StringComparer.Ordinal);

    internal GistFinder(LanguagePack pack, string language)
    {
        foreach (var row in pack.Read($"languages/{language}/fusion/common.tsv", "words", "example").Rows) _common.UnionWith(row.Parts("words"));
        foreach (var row in pack.Read($"languages/{language}/fusion/happenings.tsv", "name", "words").Rows)
            foreach (var word in row.Parts("words")) _groups.TryAdd(word, row["name"]);
        foreach (var row in pack.Read("frames/akin.tsv", "name", "frames", "example").Rows)
            foreach (var frame in row.Parts("frames")) _acts.TryAdd(frame, row["name"]);
    }

    /// <summary>The claims and figures with their gists.</summary>
    internal EventClaims Add(EventClaims claims, Document document, MentionSet mentions, Attributions attributions, Func<string, EventFrame?> named)
    {
        var gists = Find(document, mentions, Speakers(document, attributions));
        // 'denied any part in the attack': what happened is spoken of, and the denial is of having done it
        var told = claims.Claims.Where(c => c.Frame.Name is not (Deed or Circumstance) && (!c.IsHappening || !c.Actors.IsEmpty)).Select(c => c.Within).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(
            [.. claims.Claims.Select(c => c with { Gist = gists[c.Sentence] with { Act = c.Frame.Name is Undertaking or Deed or Circumstance ? $"{Undertaking} {document[c.Word].Lemma}" : Act(c, named, told), Voice = Voice(document, c.Attribution, mentions) } })],
            [.. claims.Figures.Select(f => f with { Gist = gists[document[f.Mention.Head].SentenceIndex] with { Act = f.Gist.Act, Voice = Voice(document, f.Attribution, mentions) } })]);
    }

    /// <summary>The class of a claim's frame. A denial that says of what is told by its content: it gainsays nothing by itself.</summary>
    private string Act(EventClaim claim, Func<string, EventFrame?> named, HashSet<string> told) =>
        Act(claim.Frame, named) is var act && act == Denying && told.Contains(claim.Id) ? Denied : act;

    /// <summary>The class of a frame: its own, else that of its nearest parent which has one, else the topmost parent's name.</summary>
    private string Act(EventFrame frame, Func<string, EventFrame?> named)
    {
        for (var at = frame; ; at = named(at.Parent!)!)
            if (_acts.TryGetValue(at.Name, out var act)) return act;
            else if (at.Parent is null || named(at.Parent) is null) return at.Name;
    }

    /// <summary>Names and words of every sentence; acts and voices are not set yet.</summary>
    private ImmutableArray<Gist> Find(Document document, MentionSet mentions, BitArray speakers)
    {
        var states = States(document, mentions);
        var times = mentions.Times.Select(t => t.Span).ToArray();
        var gists = ImmutableArray.CreateBuilder<Gist>(document.SentenceCount);
        var turnsOn = new Dictionary<string, int>(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var about = new HashSet<string>(StringComparer.Ordinal);
        var time = 0;
        foreach (var sentence in document.Sentences)
        {
            var names = new SortedSet<string>(StringComparer.Ordinal);
            var words = new SortedSet<string>(StringComparer.Ordinal);
            var voices = new SortedSet<string>(StringComparer.Ordinal);
            for (var i = Start(document, sentence); i < sentence.End; i++)
            {
                var token = document[i];
                while (time < times.Length && times[time].End <= token.Span.Start) time++;
                if (time < times.Length && times[time].Contains(token.Span.Start)) continue;
                if (states.TryGetValue(i, out var country)) names.Add("=" + country);
                else if (token.Upos == Upos.Propn) (speakers[i] ? voices : names).Add(token.Text.ToLowerInvariant());
                else if (token.Upos is Upos.Noun or Upos.Verb or Upos.Adj && !speakers[i] && Stem(token) is { } stem) words.Add(stem);
            }
            foreach (var word in names.Concat(words).Concat(voices)) if (word[0] != '=') turnsOn[word] = turnsOn.GetValueOrDefault(word) + (words.Contains(word) ? 2 : 3);
            told.UnionWith(names);
            about.UnionWith(names.Where(Gist.IsCountry));
            gists.Add(new(null, [.. names], [.. words], null, []));
        }
        ImmutableArray<string> theme = [.. turnsOn.OrderByDescending(w => w.Value).ThenByDescending(w => w.Key.Length).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Theme).Select(w => told.Contains(w.Key) ? Gist.Named(w.Key) : w.Key).Concat(about).Order(StringComparer.OrdinalIgnoreCase)];
        var turns = new ThemeMarks(theme);
        return [.. gists.Select(g => g with { Theme = theme, Turns = turns })];
    }

    /// <summary>Words that name on whose word something is told: two newsrooms that ask one official tell of one thing no more than two that ask two.</summary>
    private static BitArray Speakers(Document document, Attributions attributions)
    {
        var speakers = new BitArray(document.Count);
        foreach (var relation in attributions.Relations)
            if (relation is { Vouches: true, Source: { } source })
                foreach (var word in document.TokensIn(source)) speakers[word.Index] = true;
        return speakers;
    }

    /// <summary>Who is behind a source's name, as far as the report and the registry tell: <c>id|country|sectors</c>.</summary>
    private static string? Voice(Document document, ImmutableArray<string> attribution, MentionSet mentions)
    {
        if (attribution is not [.., var source]) return null;
        EntityMention? found = null;
        EntityMention? owner = null;
        foreach (var mention in mentions.Entities)
        {
            if (mention.Kind == MentionKind.Pronoun) continue;
            var words = mention.Span.In(document.Text);
            if (IsName(mention.Name, source) || IsName(words, source))
            {
                if (found is null || found.Actor is null && mention.Actor is not null) found = mention;
            }
            // 'Ukraine's military' is of Ukraine, whatever else is known of it
            else if (mention.Country is not null && mention.Kind == MentionKind.Name && source.StartsWith(words + "'s ", StringComparison.OrdinalIgnoreCase)) owner = mention;
        }
        // 'its spokesman, Ann Lee': who holds an office speaks for whom the office does
        if (found is { Kind: MentionKind.Name, Type: EntityType.Person, Country: null, Sectors.IsEmpty: true } && Office(document, found, mentions) is { } office) found = office;
        return found is { Country: null } or null && owner is not null ? $"|{owner.Country}|{string.Join(',', found?.Sectors ?? [])}"
            : found is null ? "||" : $"{found.Actor?.Id}|{found.Country}|{string.Join(',', found.Sectors)}";
    }

    /// <summary>The office told beside a name.</summary>
    private static EntityMention? Office(Document document, EntityMention name, MentionSet mentions)
    {
        var head = document[name.Head];
        foreach (var mention in mentions.Entities)
            if (mention.Kind == MentionKind.Nominal && (document[mention.Head] is { Relation: Deprel.Appos } told && told.HeadIndex == head.Index || head.Relation == Deprel.Appos && head.HeadIndex == mention.Head)) return mention;
        return null;
    }

    /// <summary>'the health ministry' is the source 'health ministry'.</summary>
    private static bool IsName(ReadOnlySpan<char> words, string source)
    {
        if (words.Equals(source, StringComparison.OrdinalIgnoreCase)) return true;
        var blank = words.IndexOf(' ');
        return blank > 0 && words[..blank] is "the" or "The" or "a" or "A" or "an" or "An" && words[(blank + 1)..].Equals(source, StringComparison.OrdinalIgnoreCase);
    }

    private string? Stem(Token token)
    {
        var lemma = token.Lemma.ToLowerInvariant();
        if (_common.Contains(lemma) || lemma.Length < 3) return null;
        if (_groups.TryGetValue(lemma, out var group)) return group;
        return lemma.Length <= StemLength ? lemma : lemma[..StemLength];
    }

    private static int Start(Document document, Sentence sentence)
    {
        if (sentence.Index > 0) return sentence.First;
        for (var i = sentence.First; i < Math.Min(sentence.End, sentence.First + Dateline); i++)
            if (document[i].Text is "—" or "–" or "--" or "―") return i + 1;
        return sentence.First;
    }

    /// <summary>Words that name a state or its people, by country, and those that name a body of many states or of none, by its id: both stand in reports of everything.</summary>
    private static Dictionary<int, string> States(Document document, MentionSet mentions)
    {
        var states = new Dictionary<int, string>();
        foreach (var mention in mentions.Entities)
        {
            if (mention is not { Country: { } country, Actor: { } actor }) continue;
            var isBody = country is "IGO" or "NGO";
            if (!isBody && !actor.Id.StartsWith("state/", StringComparison.Ordinal)) continue;
            var words = document.TokensIn(mention.Span);
            for (var i = words.First; i < words.End; i++) states[i] = isBody ? actor.Id : country;
        }
        return states;
    }
}
